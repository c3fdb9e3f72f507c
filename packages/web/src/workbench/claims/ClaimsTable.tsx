import type { ClaimSummary } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import css from "./Claims.module.css";

const useColumns = (): Column<ClaimSummary>[] => {
  const { t } = useTranslation();
  const { yuan, when } = useFormat();
  const range = ({ least, most }: ClaimSummary["payable"]): string =>
    least === most ? yuan(least) : `${yuan(least)} – ${most === null ? t("money.endless") : yuan(most)}`;
  return [
    {
      key: "case",
      name: t("claims.case"),
      show: (row) => (
        <div>
          <Link className={css.title} to={`/claims/${row.caseId}`}>
            {row.title}
          </Link>
          <span className={css.sub}>
            {row.number} · {when(row.openedAt)}
          </span>
        </div>
      ),
    },
    {
      key: "status",
      name: t("claims.statusName"),
      show: (row) => (
        <span>
          <Chip tone={row.status === "paid" ? "pine" : row.status === "open" ? "amber" : "plain"}>
            {t(`claims.status.${row.status}`)}
          </Chip>
        </span>
      ),
    },
    {
      key: "payable",
      name: t("claims.payable"),
      right: true,
      show: (row) => <b className="num">{range(row.payable)}</b>,
    },
    {
      key: "ordered",
      name: t("claims.ordered"),
      right: true,
      show: (row) => <span className="num">{yuan(row.ordered)}</span>,
    },
    {
      key: "asks",
      name: t("claims.asks"),
      show: (row) => (row.asks.length > 0 ? row.asks.join("、") : <span className="soft">—</span>),
    },
    {
      key: "due",
      name: t("claims.due"),
      show: (row) =>
        row.nextDue ? (
          <span>
            {row.nextDue.name}
            <span className={css.sub}>{when(row.nextDue.due)}</span>
          </span>
        ) : (
          <span className="soft">—</span>
        ),
    },
  ];
};

interface ClaimsTableProps {
  readonly rows: readonly ClaimSummary[];
  readonly busy: boolean;
  readonly foot: ReactNode;
}

export const ClaimsTable = ({ rows, busy, foot }: ClaimsTableProps) => {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("claims.title")}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.caseId}
      busy={busy}
      foot={foot}
      empty={
        <Empty title={t("claims.nothing")}>
          <p>{t("claims.nothingSay")}</p>
        </Empty>
      }
    />
  );
};
