import { exportPayments, listPayments, PaymentStatus } from "@goodfaith/platform/contract";
import { Checkbox, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ListHead } from "../../shared/ui/ListHead.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import { Batches } from "./Batches.tsx";
import { MakeBatch } from "./MakeBatch.tsx";
import css from "./Payments.module.css";
import { PaymentsTable } from "./PaymentsTable.tsx";

const LIMIT = 25;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What the address narrows the list by; what it does not know it leaves out. */
const narrowedBy = (search: URLSearchParams) => {
  const status = PaymentStatus.safeParse(search.get("status")).data;
  const q = search.get("q")?.trim();
  const day = (name: "from" | "to") => {
    const text = search.get(name) ?? "";
    return DAY.test(text) ? { [name]: text } : {};
  };
  return {
    ...(status ? { status } : {}),
    ...(q ? { q } : {}),
    ...day("from"),
    ...day("to"),
    ...(search.get("held") === "true" ? ({ held: "true" } as const) : {}),
  };
};

interface FiltersProps {
  readonly search: URLSearchParams;
  readonly onChange: (name: string, value: string) => void;
}

const Filters = ({ search, onChange }: FiltersProps) => {
  const { t } = useTranslation();
  return (
    <div className={css.filters}>
      <Segmented
        aria-label={t("claims.filter")}
        value={PaymentStatus.safeParse(search.get("status")).data ?? "all"}
        onChange={(value) => onChange("status", value === "all" ? "" : value)}
        options={[
          { value: "all", label: t("claims.all") },
          ...PaymentStatus.options.map((value) => ({ value, label: t(`payments.status.${value}`) })),
        ]}
      />
      <Input.Search
        aria-label={t("payments.search")}
        placeholder={t("payments.search")}
        defaultValue={search.get("q") ?? ""}
        maxLength={100}
        allowClear
        onSearch={(value) => onChange("q", value.trim())}
      />
      {(["from", "to"] as const).map((name) => (
        <Input
          key={name}
          type="date"
          style={{ width: 150 }}
          aria-label={t(`payments.days.${name}`)}
          value={search.get(name) ?? ""}
          onChange={(event) => onChange(name, event.target.value)}
        />
      ))}
      <Checkbox
        checked={search.get("held") === "true"}
        onChange={(event) => onChange("held", event.target.checked ? "true" : "")}
      >
        {t("payments.onlyHeld")}
      </Checkbox>
    </div>
  );
};

/** 付款: orders by their state, the next batch, and the batches that went to the bank. */
export default function PaymentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const chosen = narrowedBy(search);
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listPayments, { query: { ...pages.query, ...chosen } }, { keep: true });
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <ListHead
        title={t("payments.title")}
        say={t("payments.say")}
        tools={
          <>
            <Link to="/payments/answers">{t("payments.answers")}</Link>
            <Link to="/payments/holds">{t("payments.holds")}</Link>
            <DownloadLink op={exportPayments} query={chosen}>
              {t("common.export")}
            </DownloadLink>
          </>
        }
      />
      {may("payments.send") ? <MakeBatch /> : null}
      <Filters search={search} onChange={change} />
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <PaymentsTable rows={items} busy={busy} foot={foot} />}
      </PagedList>
      <Batches />
    </>
  );
}
