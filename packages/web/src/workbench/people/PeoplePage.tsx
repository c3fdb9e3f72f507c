import { exportPeople, listPeople } from "@goodfaith/platform/contract";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { Pager } from "../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { PeopleTable } from "./PeopleTable.tsx";

const LIMIT = 25;

/** 客户: found by a name, a phone, an identity number or a policy number. */
export default function PeoplePage() {
  const { t } = useTranslation();
  const staff = useStaff();
  const [search, setSearch] = useSearchParams();
  const q = search.get("q") ?? "";
  const pages = usePages(q);
  const query = { limit: LIMIT, ...(q ? { q } : {}), ...(pages.cursor ? { cursor: pages.cursor } : {}) };
  const list = useRead(listPeople, { query }, { keep: true });
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t("people.title")}
        say={t("people.say")}
        tools={
          <DownloadLink op={exportPeople} query={{ q: q || undefined }}>
            {t("common.export")}
          </DownloadLink>
        }
      />
      <search>
        <Input.Search
          allowClear
          size="large"
          style={{ maxWidth: 480, marginBottom: 16 }}
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          defaultValue={q}
          onSearch={(value) => setSearch(value.trim() ? { q: value.trim() } : {}, { replace: true })}
        />
      </search>
      <Reading of={list}>
        {({ items, next, total }) => (
          <PeopleTable
            rows={items}
            busy={list.isPlaceholderData}
            foot={
              <Pager
                from={pages.from(LIMIT)}
                count={items.length}
                total={total}
                onBack={pages.back}
                onNext={pages.forward(next)}
              />
            }
          />
        )}
      </Reading>
    </>
  );
}
