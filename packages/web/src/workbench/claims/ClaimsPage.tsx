import { ClaimStatus, exportClaims, listClaims } from "@goodfaith/platform/contract";
import { Checkbox, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
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
  const may = useMay();
  const filter = useFilter();
  const chosen = {
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.mine ? { mine: "true" as const } : {}),
  };
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listClaims, { query: { ...pages.query, ...chosen } }, { keep: true });
  return (
    <>
      <ListHead
        title={t("claims.title")}
        say={t("claims.say")}
        tools={
          <>
            <DownloadLink op={exportClaims} query={{ status: filter.status, q: filter.q || undefined }}>
              {t("common.export")}
            </DownloadLink>
            {may("claims.report") ? <ReportLink /> : null}
          </>
        }
      />
      <Filters filter={filter} />
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <ClaimsTable rows={items} busy={busy} foot={foot} />}
      </PagedList>
    </>
  );
}
