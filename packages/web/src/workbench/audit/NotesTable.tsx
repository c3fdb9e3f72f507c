import type { AuditNoteView } from "@goodfaith/platform/contract";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useFormat, useLanguage } from "../../shared/format/use-format.ts";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import css from "./Audit.module.css";

type Note = z.output<typeof AuditNoteView>;

/** Where what a note is about can be looked at; nothing where there is no page of it. */
const pageOf = ({ subject }: Note): string | null => {
  if (subject.kind === "case") return `/claims/${subject.id}`;
  if (subject.kind === "payment") return `/payments/${subject.id}`;
  if (subject.kind === "party") return `/people/${subject.id}`;
  return null;
};

const What = ({ note }: { readonly note: Note }) => {
  const english = useLanguage() === "en";
  const page = pageOf(note);
  const words = english ? note.what.en : note.what.zh;
  return (
    <span className={css.what}>
      {page ? <Link to={page}>{words}</Link> : words}
      <small className="soft">{note.action}</small>
      {note.purpose ? <small>{note.purpose}</small> : null}
    </span>
  );
};

const Detail = ({ note }: { readonly note: Note }) => {
  const { t } = useTranslation();
  const entries = Object.entries(note.detail);
  if (entries.length === 0) return <span className="soft">—</span>;
  return (
    <details className={css.detail}>
      <summary>{t("common.details")}</summary>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

interface NotesTableProps {
  readonly rows: readonly Note[];
  readonly busy: boolean;
  readonly filtered: boolean;
  readonly onAll: () => void;
  readonly foot: ReactNode;
}

export const NotesTable = ({ rows, busy, filtered, onAll, foot }: NotesTableProps) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const columns: Column<Note>[] = [
    { key: "at", name: t("audit.at"), show: (note) => <span className="num">{when(note.at)}</span> },
    {
      key: "who",
      name: t("audit.whoName"),
      show: (note) => (
        <span className={css.what}>
          {note.kind === "system" ? t("audit.kind.system") : note.who}
          <small className="soft">{note.kind === "system" ? note.who : t(`audit.kind.${note.kind}`)}</small>
        </span>
      ),
    },
    { key: "what", name: t("audit.what"), show: (note) => <What note={note} /> },
    { key: "detail", name: t("audit.detail"), show: (note) => <Detail note={note} /> },
    {
      key: "link",
      name: t("audit.link"),
      right: true,
      show: (note) => <span className="num">{note.link ?? t("audit.notYet")}</span>,
    },
  ];
  const nothing = filtered ? (
    <Empty title={t("audit.nothingFound")}>
      <Button onClick={onAll}>{t("audit.showAll")}</Button>
    </Empty>
  ) : (
    <Empty title={t("audit.nothing")} />
  );
  return (
    <DataTable
      caption={t("audit.title")}
      columns={columns}
      rows={rows}
      rowKey={(note) => note.auditId}
      empty={nothing}
      busy={busy}
      foot={foot}
    />
  );
};
