import { sql } from "kysely";
import { CaseId, PartyId, type StaffId } from "../kernel/ids.ts";
import { type Cents, cents } from "../kernel/money.ts";
import type { Context } from "../store/index.ts";
import type { CaseStatus } from "./model.ts";
import type { CaseStoredRow } from "./rows.ts";
import "./tables.ts";

type Reader = Pick<Context, "tx">;

export interface CaseFilter {
  readonly status?: CaseStatus | undefined;
  /** A part of the number, or of the insured's name. */
  readonly q?: string | undefined;
  readonly handler?: StaffId | undefined;
  readonly partyId?: PartyId | undefined;
}
export interface CasePlace {
  readonly at: Date;
  readonly id: string;
}

/** `%` and `_` in what a person typed are letters, not patterns. */
const like = (text: string): string => `%${text.replace(/[\\%_]/g, (ch) => `\\${ch}`)}%`;

const filtered = ({ tx }: Reader, filter: CaseFilter) => {
  let query = tx.selectFrom("case_state").where("kind", "=", "claim");
  if (filter.status) query = query.where("status", "=", filter.status);
  if (filter.handler) query = query.where("handler_id", "=", filter.handler);
  if (filter.partyId) query = query.where("party_id", "=", filter.partyId);
  const q = filter.q;
  if (q !== undefined && q !== "")
    query = query.where((where) =>
      where.or([
        where("number", "ilike", like(q)),
        where("subject_name", "ilike", like(q)),
        where("title", "ilike", like(q)),
      ]),
    );
  return query;
};

/** Cases newest first. `nextDue` is the first clock that still runs. */
export const listCases = async (
  reader: Reader,
  filter: CaseFilter,
  page: { readonly after: CasePlace | null; readonly limit: number },
): Promise<CaseStoredRow[]> => {
  let query = filtered(reader, filter)
    .selectAll()
    .select(
      sql<{ name: string; due: string } | null>`(
        select jsonb_build_object('name', c.lane, 'due', c.due) from clock c
        where c.party_id = case_state.party_id and c.subject_kind = 'claim' and c.subject_id = case_state.case_id
          and c.state = 'running' and c.due is not null
        order by c.due, c.family, c.clause limit 1)`.as("next_due"),
    )
    .orderBy("opened_at", "desc")
    .orderBy("case_id", "desc")
    .limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(opened_at, case_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map(rowOf);
};

export const countCases = async (reader: Reader, filter: CaseFilter): Promise<number> => {
  const row = await filtered(reader, filter)
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

/** Of these parties, those with a case not yet paid or closed. */
export const partiesWithOpenCases = async (
  { tx }: Reader,
  partyIds: readonly PartyId[],
): Promise<PartyId[]> => {
  if (partyIds.length === 0) return [];
  const rows = await tx
    .selectFrom("case_state")
    .select("party_id")
    .distinct()
    .where(sql<boolean>`party_id = any(${partyIds}::uuid[])`)
    .where("status", "in", ["open", "decided"])
    .orderBy("party_id")
    .execute();
  return rows.map((row) => PartyId.parse(row.party_id));
};

interface Selected {
  party_id: string;
  case_id: string;
  number: string;
  title: string;
  status: CaseStatus;
  version: number;
  subject_name: string;
  handler_name: string | null;
  opened_at: Date;
  least_cents: bigint;
  most_cents: bigint | null;
  ordered_cents: bigint;
  available_cents: bigint;
  paid_cents: bigint;
  settled: boolean;
  asks: string[];
  ask_text: string | null;
  next_do: string;
  next_due: { name: string; due: string } | null;
}
const orNull = (amount: bigint | null): Cents | null => (amount === null ? null : cents(amount));

const rowOf = (row: Selected): CaseStoredRow => ({
  partyId: PartyId.parse(row.party_id),
  caseId: CaseId.parse(row.case_id),
  number: row.number,
  title: row.title,
  status: row.status,
  version: row.version,
  subjectName: row.subject_name,
  handlerName: row.handler_name,
  openedAt: row.opened_at,
  least: cents(row.least_cents),
  most: orNull(row.most_cents),
  ordered: cents(row.ordered_cents),
  available: cents(row.available_cents),
  paid: cents(row.paid_cents),
  settled: row.settled,
  asks: row.asks,
  askText: row.ask_text,
  nextDo: row.next_do,
  nextDue: row.next_due,
});
