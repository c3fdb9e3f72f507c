import { type SqlBool, sql } from "kysely";
import { PartyId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";
import type { ClockState } from "../model/clock.ts";
import type { ClockKind } from "../model/kinds.ts";
import "./tables.ts";

type Reader = Pick<Context, "tx" | "clock">;

/** A clock as lists show it; `state` is what it is at the reader's time. */
export interface ClockRow {
  readonly partyId: PartyId;
  readonly kind: ClockKind;
  readonly subjectId: string;
  readonly family: string;
  readonly clause: string;
  readonly lane: string;
  readonly law: string | null;
  readonly terms: string;
  readonly number: string;
  readonly title: string;
  readonly handler: string | null;
  readonly from: string | null;
  readonly due: string | null;
  readonly dueAt: Date | null;
  readonly actBy: string | null;
  readonly warnOn: string | null;
  readonly doneAt: Date | null;
  readonly state: ClockState;
}

export interface ClockFilter {
  readonly states?: readonly ClockState[] | undefined;
  readonly kind?: ClockKind | undefined;
  readonly handler?: string | undefined;
  readonly subjectId?: string | undefined;
  /** A part of the number, the title, the lane or the handler's name. */
  readonly q?: string | undefined;
}
/** Where a page ends: clocks without a day come last. */
export interface ClockPlace {
  readonly due: string | null;
  readonly subjectId: string;
  readonly key: string;
}

/** The day, in China, that a moment of the reader falls on. */
const today = ({ clock }: Reader) =>
  sql<string>`(${clock.now()}::timestamptz at time zone 'Asia/Shanghai')::date`;

/** What a clock's row is now: late once its day, or its very time, is over; running out from the day of its warning. */
const stateNow = (reader: Reader) => sql<ClockState>`(case
  when state <> 'running' then state
  when due_at is not null and due_at < ${reader.clock.now()}::timestamptz then 'breached'
  when due_at is null and due < ${today(reader)} then 'breached'
  when warn_on <= ${today(reader)} then 'warning'
  else 'running' end)`;

const like = (text: string): string => `%${text.replace(/[\\%_]/g, (ch) => `\\${ch}`)}%`;

const filtered = (reader: Reader, filter: ClockFilter) => {
  let query = reader.tx.selectFrom("clock");
  const { states, kind, handler, subjectId, q } = filter;
  if (states) query = query.where(sql<SqlBool>`${stateNow(reader)} = any(${[...states]}::text[])`);
  if (kind) query = query.where("subject_kind", "=", kind);
  if (handler !== undefined) query = query.where("handler_id", "=", handler);
  if (subjectId !== undefined) query = query.where("subject_id", "=", subjectId);
  if (q !== undefined && q !== "")
    query = query.where((where) =>
      where.or(
        (["subject_number", "subject_title", "lane", "handler_name"] as const).map((column) =>
          where(column, "ilike", like(q)),
        ),
      ),
    );
  return query;
};

const FAR = "9999-12-31";
const keyText = sql<string>`family || ' ' || clause`;

/** Clocks, the first to end first; those without a day last. */
export const listClocks = async (
  reader: Reader,
  filter: ClockFilter,
  page: { readonly after: ClockPlace | null; readonly limit: number },
): Promise<ClockRow[]> => {
  let query = filtered(reader, filter)
    .selectAll()
    .select(stateNow(reader).as("now"))
    .orderBy(sql`coalesce(due, ${FAR}::date)`)
    .orderBy("subject_id")
    .orderBy(keyText)
    .limit(page.limit);
  if (page.after) {
    const { due, subjectId, key } = page.after;
    query = query.where(
      sql<SqlBool>`(coalesce(due, ${FAR}::date), subject_id, family || ' ' || clause) > (${due ?? FAR}::date, ${subjectId}::uuid, ${key})`,
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.party_id),
    kind: row.subject_kind,
    subjectId: row.subject_id,
    family: row.family,
    clause: row.clause,
    lane: row.lane,
    law: row.law,
    terms: row.terms_id,
    number: row.subject_number,
    title: row.subject_title,
    handler: row.handler_name,
    from: row.from_on,
    due: row.due,
    dueAt: row.due_at,
    actBy: row.act_by,
    warnOn: row.warn_on,
    doneAt: row.done_at,
    state: row.now,
  }));
};

export const countClocks = async (reader: Reader, filter: ClockFilter): Promise<number> => {
  const { count } = await filtered(reader, filter)
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** What is running out or late and not done, the first to end first. */
export const OPEN_STATES = ["breached", "warning", "running"] as const satisfies readonly ClockState[];
