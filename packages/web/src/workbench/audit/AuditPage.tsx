import { exportAudit, listAudit } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { Pager } from "../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { ChainCard } from "./ChainCard.tsx";
import { Filters } from "./Filters.tsx";
import { NotesTable } from "./NotesTable.tsx";
import { useFilter } from "./use-filter.ts";

const LIMIT = 30;

/** 留痕: who did and looked at what, and the proof that nobody has changed it since. */
export default function AuditPage() {
  const { t } = useTranslation();
  const staff = useStaff();
  const { filter, setFilter } = useFilter();
  const pages = usePages(JSON.stringify(filter));
  const query = { limit: LIMIT, ...filter, ...(pages.cursor ? { cursor: pages.cursor } : {}) };
  const list = useRead(listAudit, { query }, { keep: true });
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t("audit.title")}
        say={t("audit.say")}
        tools={
          <DownloadLink op={exportAudit} query={filter}>
            {t("audit.export")}
          </DownloadLink>
        }
      />
      <ChainCard />
      <Filters filter={filter} onFilter={setFilter} />
      <Reading of={list}>
        {({ items, next, total }) => (
          <NotesTable
            rows={items}
            busy={list.isPlaceholderData}
            filtered={Object.keys(filter).length > 0}
            onAll={() => setFilter({})}
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
