import type { SessionView } from "@goodfaith/platform/contract";
import { Button, Popconfirm } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";

type Row = SessionView & { readonly staff?: string };

interface SessionsTableProps {
  readonly rows: readonly Row[];
  /** Whose each is, where they are several people's. */
  readonly named?: boolean;
  readonly busy: boolean;
  readonly foot?: ReactNode;
  readonly onEnd: (sessionId: string) => void;
}

/** Where people are signed in, and programs' tokens; each can be ended. */
export const SessionsTable = ({ rows, named, busy, foot, onEnd }: SessionsTableProps) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const columns: Column<Row>[] = [
    ...(named
      ? [
          {
            key: "who",
            name: t("access.staff.name"),
            show: (row: Row) => row.staff ?? "",
          } satisfies Column<Row>,
        ]
      : []),
    {
      key: "what",
      name: t("access.session.what"),
      show: (row) => (
        <span>
          <Chip tone={row.kind === "program" ? "amber" : "plain"}>
            {t(`access.session.kind.${row.kind}`)}
          </Chip>{" "}
          {row.name ?? t("access.session.unknown")}{" "}
          {row.current ? <Chip tone="pine">{t("access.session.current")}</Chip> : null}
          {row.scopes ? <small className="soft"> {row.scopes.join(", ")}</small> : null}
        </span>
      ),
    },
    {
      key: "since",
      name: t("access.session.since"),
      show: (row) => <span className="num">{when(row.since)}</span>,
    },
    {
      key: "until",
      name: t("access.session.until"),
      show: (row) => <span className="num">{when(row.until)}</span>,
    },
    {
      key: "end",
      name: t("access.session.end"),
      right: true,
      show: (row) => (
        <Popconfirm
          title={t(row.current ? "access.session.endOwn" : "access.session.sure")}
          okText={t("access.session.end")}
          cancelText={t("common.cancel")}
          onConfirm={() => onEnd(row.sessionId)}
        >
          <Button size="small">{t("access.session.end")}</Button>
        </Popconfirm>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("access.session.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.sessionId}
      empty={<Empty title={t("access.session.none")} />}
      busy={busy}
      foot={foot}
    />
  );
};
