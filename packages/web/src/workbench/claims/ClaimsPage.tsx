import { ClaimStatus, exportClaims, listClaims } from "@goodfaith/platform/contract";
import { Checkbox, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useMay, useStaff } from "../../shared/session/use-session.ts";
import { Pager } from "../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { ReportLink } from "../report/ReportLink.tsx";
import css from "./Claims.module.css";
import { ClaimsTable } from "./ClaimsTable.tsx";

const LIMIT = 25;

/** The filter lives in the address, so that a list can be sent to a colleague. */
const useFilter = () => {
  const [search, setSearch] = useSearchParams();
  const status = ClaimStatus.safeParse(search.get("status")).data;
  const put = (name: string, value: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { status, q: search.get("q") ?? "", mine: search.get("mine") === "true", put };
};

type Filter = ReturnType<typeof useFilter>;

const Filters = ({ filter }: { readonly filter: Filter }) => {
  const { t } = useTranslation();
  return (
    <search className={css.filters}>
      <Input.Search
        allowClear
        aria-label={t("claims.search")}
        placeholder={t("claims.search")}
        defaultValue={filter.q}
        onSearch={(value) => filter.put("q", value.trim())}
      />
      <Segmented
        aria-label={t("claims.filter")}
        value={filter.status ?? "all"}
        onChange={(value) => filter.put("status", value === "all" ? null : value)}
        options={[
          { value: "all", label: t("claims.all") },
          ...ClaimStatus.options.map((value) => ({ value, label: t(`claims.status.${value}`) })),
        ]}
      />
      <Checkbox
        checked={filter.mine}
        onChange={(event) => filter.put("mine", event.target.checked ? "true" : null)}
      >
        {t("claims.mine")}
      </Checkbox>
    </search>
  );
};

/** 案件: every claim with what is certain, what is missing and which clock is next. */
export default function ClaimsPage() {
  const { t } = useTranslation();
  const staff = useStaff();
  const may = useMay();
  const filter = useFilter();
  const pages = usePages(`${filter.status} ${filter.q} ${filter.mine}`);
  const query = {
    limit: LIMIT,
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.mine ? { mine: "true" as const } : {}),
    ...(pages.cursor ? { cursor: pages.cursor } : {}),
  };
  const list = useRead(listClaims, { query }, { keep: true });
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t("claims.title")}
        say={t("claims.say")}
        tools={
          <>
            <DownloadLink op={exportClaims} query={{ status: filter.status, q: filter.q || undefined }}>
              {t("common.export")}
            </DownloadLink>
            {may("claims.handle") ? <ReportLink /> : null}
          </>
        }
      />
      <Filters filter={filter} />
      <Reading of={list}>
        {({ items, next, total }) => (
          <ClaimsTable
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
