import type { ClockLine } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import css from "./Clocks.module.css";
import { subjectLink, TONES, useLeft } from "./words.ts";

const Subject = ({ row }: { readonly row: ClockLine }) => {
  const link = subjectLink(row);
  return (
    <div>
      {link ? (
        <Link className={css.title} to={link}>
          {row.title}
        </Link>
      ) : (
        <span className={css.title}>{row.title}</span>
      )}
      <span className={css.sub}>{row.number}</span>
    </div>
  );
};

const useColumns = (): Column<ClockLine>[] => {
  const { t } = useTranslation();
  const { when, shortDay } = useFormat();
  const left = useLeft();
  return [
    {
      key: "clock",
      name: t("clocks.clock"),
      show: (row) => (
        <div>
          <b>{row.name}</b>
          <span className={css.sub}>{row.law ?? t("clocks.own")}</span>
        </div>
      ),
    },
    { key: "subject", name: t("clocks.subject"), show: (row) => <Subject row={row} /> },
    {
      key: "state",
      name: t("clocks.stateName"),
      show: (row) => (
        <span>
          <Chip tone={TONES[row.state]}>{left(row)}</Chip>
        </span>
      ),
    },
    {
      key: "due",
      name: t("clocks.dueName"),
      show: (row) => (
        <div className="num">
          {row.due === null ? "—" : when(row.dueAt ?? row.due)}
          {row.daysLeft !== null && row.actBy && row.actBy !== row.due ? (
            <span className={css.sub}>{t("clocks.actBy", { day: shortDay(row.actBy) })}</span>
          ) : null}
        </div>
      ),
    },
    {
      key: "handler",
      name: t("clocks.handler"),
      show: (row) => row.handler ?? <span className="soft">—</span>,
    },
  ];
};

interface ClocksTableProps {
  readonly rows: readonly ClockLine[];
  readonly busy: boolean;
  readonly foot: ReactNode;
}

export const ClocksTable = ({ rows, busy, foot }: ClocksTableProps) => {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("clocks.title")}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => `${row.subjectId} ${row.family} ${row.clause}`}
      busy={busy}
      foot={foot}
      empty={
        <Empty title={t("clocks.nothing")}>
          <p>{t("clocks.nothingSay")}</p>
        </Empty>
      }
    />
  );
};
