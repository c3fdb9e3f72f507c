import type { PolicySummary } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useFormat } from "../../shared/format/use-format.ts";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { StatusChip } from "./StatusChip.tsx";

type Policy = z.infer<typeof PolicySummary>;

interface PoliciesTableProps {
  readonly rows: readonly Policy[];
  readonly busy: boolean;
  readonly foot: ReactNode;
}

/** One line a policy. */
export const PoliciesTable = ({ rows, busy, foot }: PoliciesTableProps) => {
  const { t } = useTranslation();
  const { yuan, longDay } = useFormat();
  const columns: Column<Policy>[] = [
    {
      key: "number",
      name: t("policies.number"),
      show: (row) => (
        <Link to={`/policies/${row.partyId}/${row.policyId}`} className="num" style={{ fontWeight: 620 }}>
          {row.number}
        </Link>
      ),
    },
    {
      key: "insured",
      name: t("policies.insured"),
      show: (row) => <Link to={`/people/${row.partyId}`}>{row.insured}</Link>,
    },
    { key: "product", name: t("policies.product"), show: (row) => <span>{row.product}</span> },
    { key: "status", name: t("policies.status"), show: (row) => <StatusChip status={row.status} /> },
    {
      key: "effective",
      name: t("policies.effective"),
      show: (row) => <span className="num">{longDay(row.effective)}</span>,
    },
    {
      key: "sum",
      name: t("policies.sumInsured"),
      right: true,
      show: (row) => <span className="num">{row.sumInsured === null ? "—" : yuan(row.sumInsured)}</span>,
    },
  ];
  return (
    <DataTable
      caption={t("policies.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.policyId}
      busy={busy}
      foot={foot}
      empty={
        <Empty title={t("policies.nothing")}>
          <p>{t("policies.nothingSay")}</p>
        </Empty>
      }
    />
  );
};
