import { sql } from "kysely";
import type { z } from "zod";
import type { Place } from "../../http/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import type { Tx } from "../../store/index.ts";
import type { AuditFilter, AuditNoteView } from "./contract.ts";
import { actionWords } from "./words.ts";
import "../tables.ts";
import "./tables.ts";

type Note = z.output<typeof AuditNoteView>;

/** `%` and `_` in what a person typed are letters, not patterns. */
const within = (text: string): string => `%${text.replace(/[\\%_]/g, (ch) => `\\${ch}`)}%`;
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`);
const DAY_MS = 86_400_000;

const filtered = (tx: Tx, { area, who, about, from, to }: AuditFilter) => {
  let query = tx.selectFrom("audit_entry as e");
  if (area) query = query.where("e.action", "like", `${area}.%`);
  if (who) query = query.where("e.actor_name", "ilike", within(who));
  if (about)
    query = query.where((where) =>
      where.or([where("e.subject_id", "=", about), where("e.party_id", "=", about)]),
    );
  if (from) query = query.where("e.at", ">=", startOf(from));
  if (to) query = query.where("e.at", "<", new Date(startOf(to).getTime() + DAY_MS));
  return query;
};

/** The institution's notes, newest first, each with its number in the chain. */
export const listNotes = async (
  tx: Tx,
  filter: AuditFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<{ readonly note: Note; readonly place: Place }[]> => {
  let query = filtered(tx, filter)
    .leftJoin("audit_link as l", (join) =>
      join
        .onRef("l.institution_id", "=", "e.institution_id")
        .onRef("l.noted_under", "=", "e.party_id")
        .onRef("l.audit_id", "=", "e.audit_id"),
    )
    .selectAll("e")
    .select("l.seq")
    .orderBy("e.at", "desc")
    .orderBy("e.audit_id", "desc")
    .limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(e.at, e.audit_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map((row) => ({
    place: { at: row.at, id: row.audit_id },
    note: {
      auditId: row.audit_id,
      at: timeInChina(row.at),
      who: row.actor_name,
      kind: row.actor_kind,
      action: row.action,
      what: actionWords(row.action) ?? { zh: row.action, en: row.action },
      subject: { kind: row.subject_kind, id: row.subject_id },
      purpose: row.purpose,
      detail: row.detail,
      link: row.seq === null ? null : `${row.seq}`,
    },
  }));
};

export const countNotes = async (tx: Tx, filter: AuditFilter): Promise<number> => {
  const { count } = await filtered(tx, filter)
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
};
