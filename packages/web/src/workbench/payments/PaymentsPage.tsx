import { exportPayments, listPayments, PaymentStatus } from "@goodfaith/platform/contract";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
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

const Statuses = ({
  status,
  onStatus,
}: {
  readonly status: PaymentStatus | undefined;
  readonly onStatus: (status: string) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={css.filters}>
      <Segmented
        aria-label={t("claims.filter")}
        value={status ?? "all"}
        onChange={(value) => onStatus(value)}
        options={[
          { value: "all", label: t("claims.all") },
          ...PaymentStatus.options.map((value) => ({ value, label: t(`payments.status.${value}`) })),
        ]}
      />
    </div>
  );
};

/** 付款: orders by their state, the next batch, and the batches that went to the bank. */
export default function PaymentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const status = PaymentStatus.safeParse(search.get("status")).data;
  const chosen = status ? { status } : {};
  const pages = usePages(LIMIT, chosen);
  const list = useRead(listPayments, { query: { ...pages.query, ...chosen } }, { keep: true });
  return (
    <>
      <ListHead
        title={t("payments.title")}
        say={t("payments.say")}
        tools={
          <DownloadLink op={exportPayments} query={{ status }}>
            {t("common.export")}
          </DownloadLink>
        }
      />
      {may("payments.send") ? <MakeBatch /> : null}
      <Statuses
        status={status}
        onStatus={(value) => setSearch(value === "all" ? {} : { status: value }, { replace: true })}
      />
      <PagedList of={list} pages={pages}>
        {({ items, busy, foot }) => <PaymentsTable rows={items} busy={busy} foot={foot} />}
      </PagedList>
      <Batches />
    </>
  );
}
