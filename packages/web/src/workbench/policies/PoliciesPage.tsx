import { exportPolicies, listPolicies, listProducts, PolicyStatus } from "@goodfaith/platform/contract";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import parts from "../../shared/ui/parts.module.css";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Policies.module.css";
import { PoliciesTable } from "./PoliciesTable.tsx";

const LIMIT = 25;

/** The filter lives in the address, so that a list can be sent to a colleague. */
const useFilter = () => {
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | undefined): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return {
    q: search.get("q") ?? "",
    status: PolicyStatus.safeParse(search.get("status")).data,
    terms: search.get("terms") ?? "",
    put,
  };
};

const Filters = ({ filter }: { readonly filter: ReturnType<typeof useFilter> }) => {
  const { t } = useTranslation();
  const products = useRead(listProducts, {});
  return (
    <search className={css.filters}>
      <Input.Search
        allowClear
        aria-label={t("policies.search")}
        placeholder={t("policies.search")}
        defaultValue={filter.q}
        onSearch={(value) => filter.put("q", value.trim())}
      />
      <Select
        aria-label={t("policies.status")}
        value={filter.status ?? ""}
        onChange={(value) => filter.put("status", value)}
        options={[
          { value: "", label: t("policies.everyStatus") },
          ...PolicyStatus.options.map((value) => ({ value, label: t(`policies.statusName.${value}`) })),
        ]}
      />
      <Select
        aria-label={t("policies.product")}
        style={{ width: "min(340px, 100%)" }}
        value={filter.terms}
        onChange={(value) => filter.put("terms", value)}
        options={[
          { value: "", label: t("policies.everyProduct") },
          ...(products.data ?? []).map((one) => ({ value: one.terms, label: one.product })),
        ]}
      />
    </search>
  );
};

/** 保单: every policy of the institution. */
export default function PoliciesPage() {
  const { t } = useTranslation();
  const filter = useFilter();
  const chosen = {
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.terms ? { terms: filter.terms } : {}),
  };
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listPolicies, { query: { ...pages.query, ...chosen } }, { keep: true });
  return (
    <>
      <ListHead
        title={t("policies.title")}
        say={t("policies.say")}
        tools={
          <>
            <Link className={parts.linkButton} to="/policies/endorsements">
              {t("policies.endorsements")}
            </Link>
            <DownloadLink op={exportPolicies} query={chosen}>
              {t("common.export")}
            </DownloadLink>
          </>
        }
      />
      <Filters filter={filter} />
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <PoliciesTable rows={items} busy={busy} foot={foot} />}
      </PagedList>
    </>
  );
}
