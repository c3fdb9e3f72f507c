import { sql } from "kysely";
import { timeInChina } from "../../kernel/clock.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import type { ClockKind } from "../model/kinds.ts";
import "./tables.ts";

type Worker = Pick<Context, "tx" | "clock">;

/**
 * Notes every clock of the institution that has begun to run out, or is over, once for each end that it has; the note stands
 * on the page of today of whoever handles it. One statement; doing it again notes nothing.
 * @returns how many were noted now
 */
export const noteAlerts = async ({ tx, clock }: Worker): Promise<number> => {
  const now = clock.now();
  const { rows } = await sql<{ count: bigint }>`
    with day as (select (${now}::timestamptz at time zone 'Asia/Shanghai')::date as today),
    fallen as (
      select c.*, case when coalesce(c.due_at < ${now}::timestamptz, c.due < day.today) then 'breach' else 'warning' end as alert
      from clock c, day
      where c.state = 'running' and c.due is not null
        and (coalesce(c.due_at < ${now}::timestamptz, c.due < day.today) or c.warn_on <= day.today)
    ),
    noted as (
      insert into clock_alert (party_id, subject_kind, subject_id, family, clause, alert, due, institution_id, at)
      select party_id, subject_kind, subject_id, family, clause, alert, due, institution_id, ${now}::timestamptz from fallen
      on conflict do nothing
      returning 1
    )
    select count(*) as count from noted`.execute(tx);
  return Number(rows[0]?.count ?? 0);
};

export interface Alert {
  readonly kind: ClockKind;
  readonly subjectId: string;
  readonly family: string;
  readonly clause: string;
  readonly alert: "warning" | "breach";
  readonly due: string;
  readonly at: string;
  readonly name: string;
  readonly number: string;
  readonly title: string;
}

const MOST = 50;

/** A note that still holds: its clock runs, to the very end that it speaks of, and nothing graver was noted since. */
const standing = sql<boolean>`c.state = 'running' and c.due = a.due and (a.alert = 'breach' or not exists (
  select from clock_alert b where b.party_id = a.party_id and b.subject_kind = a.subject_kind and b.subject_id = a.subject_id
    and b.family = a.family and b.clause = a.clause and b.due = a.due and b.alert = 'breach'))`;

/** What the platform noticed of the reader's own clocks and the reader has not seen: the late ones first. */
export const unseenAlerts = async ({ tx, actor }: Context): Promise<Alert[]> => {
  if (actor.kind !== "staff") return [];
  const rows = await tx
    .selectFrom("clock_alert as a")
    .innerJoin("clock as c", (join) =>
      join
        .onRef("c.party_id", "=", "a.party_id")
        .onRef("c.subject_kind", "=", "a.subject_kind")
        .onRef("c.subject_id", "=", "a.subject_id")
        .onRef("c.family", "=", "a.family")
        .onRef("c.clause", "=", "a.clause"),
    )
    .select(["a.subject_kind", "a.subject_id", "a.family", "a.clause", "a.alert", "a.due", "a.at"])
    .select(["c.lane", "c.subject_number", "c.subject_title"])
    .where("a.seen_at", "is", null)
    .where("c.handler_id", "=", actor.staffId)
    .where(standing)
    .orderBy("a.alert")
    .orderBy("a.due")
    .orderBy("a.subject_id")
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    kind: row.subject_kind,
    subjectId: row.subject_id,
    family: row.family,
    clause: row.clause,
    alert: row.alert,
    due: row.due,
    at: timeInChina(row.at),
    name: row.lane,
    number: row.subject_number,
    title: row.subject_title,
  }));
};

/** 知道了: only by the one who handles it. @returns whether there was such an alert */
export const markSeen = async (
  { tx, actor, clock }: Context<StaffActor>,
  { kind, subjectId, family, clause, alert, due }: Omit<Alert, "at" | "name" | "number" | "title">,
): Promise<boolean> => {
  const mine = await tx
    .selectFrom("clock")
    .select("party_id")
    .where("subject_kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .where("handler_id", "=", actor.staffId)
    .executeTakeFirst();
  if (!mine) return false;
  const { numUpdatedRows } = await tx
    .updateTable("clock_alert")
    .set({ seen_at: clock.now() })
    .where("party_id", "=", mine.party_id)
    .where("subject_kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .where("family", "=", family)
    .where("clause", "=", clause)
    .where("alert", "=", alert)
    .where("due", "=", due)
    .where("seen_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
