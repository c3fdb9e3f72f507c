import type { PaymentView } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PaymentStatusChip } from "../status/PaymentStatusChip.tsx";
import css from "./Payments.module.css";

interface PaymentsTableProps {
  readonly rows: readonly PaymentView[];
  readonly busy: boolean;
  readonly foot: ReactNode;
}

const useColumns = (): Column<PaymentView>[] => {
  const { t } = useTranslation();
  const { yuan, when } = useFormat();
  return [
    {
      key: "order",
      name: t("payments.order"),
      show: (row) => (
        <div>
          <Link to={`/payments/${row.paymentId}`} style={{ fontWeight: 620, fontSize: 15 }} className="num">
            {row.number}
          </Link>
          <div className="soft small">
            <Link to={`/claims/${row.caseId}`} className={css.quietLink}>
              {row.title}
            </Link>
          </div>
        </div>
      ),
    },
    {
      key: "status",
      name: t("claims.statusName"),
      show: (row) => (
        <span>
          <PaymentStatusChip status={row.status} />
          {row.held ? <Chip tone="cinnabar">{t("payments.held")}</Chip> : null}
        </span>
      ),
    },
    {
      key: "amount",
      name: t("payments.amount"),
      right: true,
      show: (row) => <b className="num">{yuan(row.amount)}</b>,
    },
    {
      key: "purpose",
      name: t("payments.purposeName"),
      show: (row) => <span>{t(`payments.purpose.${row.purpose}`)}</span>,
    },
    {
      key: "payee",
      name: t("payments.payee"),
      show: (row) => (
        <span>
          {row.payee}
          <span className="soft small" style={{ display: "block" }}>
            {row.bank} {row.accountMasked}
          </span>
        </span>
      ),
    },
    {
      key: "prepared",
      name: t("payments.prepared"),
      show: (row) => (
        <span>
          {row.preparedBy}
          <span className="soft small" style={{ display: "block" }}>
            {when(row.preparedAt)}
          </span>
        </span>
      ),
    },
  ];
};

export const PaymentsTable = ({ rows, busy, foot }: PaymentsTableProps) => {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("payments.title")}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.paymentId}
      busy={busy}
      foot={foot}
      empty={
        <Empty title={t("payments.nothing")}>
          <p>{t("payments.nothingSay")}</p>
        </Empty>
      }
    />
  );
};
