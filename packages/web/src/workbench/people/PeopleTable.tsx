import type { PartySummary } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";

type Party = z.infer<typeof PartySummary>;

interface PeopleTableProps {
  readonly rows: readonly Party[];
  readonly to: (partyId: string) => string;
  readonly busy: boolean;
  readonly foot: ReactNode;
}

/** Identity and phone masked; nothing is opened from a list. */
export const PeopleTable = ({ rows, to, busy, foot }: PeopleTableProps) => {
  const { t } = useTranslation();
  const columns: Column<Party>[] = [
    {
      key: "name",
      name: t("people.name"),
      show: (row) => (
        <Link to={to(row.partyId)} style={{ fontWeight: 620, fontSize: 15 }}>
          {row.name}
        </Link>
      ),
    },
    { key: "kind", name: t("people.kindName"), show: (row) => <span>{t(`people.kind.${row.kind}`)}</span> },
    {
      key: "identity",
      name: t("people.identity"),
      show: (row) => <span className="num">{row.identityMasked ?? "—"}</span>,
    },
    {
      key: "phone",
      name: t("people.phone"),
      show: (row) => <span className="num">{row.phoneMasked ?? "—"}</span>,
    },
    {
      key: "policies",
      name: t("people.policies"),
      right: true,
      show: (row) => <span className="num">{row.policies}</span>,
    },
    {
      key: "cases",
      name: t("people.openCases"),
      right: true,
      show: (row) =>
        row.openCases > 0 ? (
          <span>
            <Chip tone="amber">{row.openCases}</Chip>
          </span>
        ) : (
          <span className="soft">0</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("people.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.partyId}
      busy={busy}
      foot={foot}
      empty={
        <Empty title={t("people.nothing")}>
          <p>{t("people.nothingSay")}</p>
        </Empty>
      }
    />
  );
};
