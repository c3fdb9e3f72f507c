import { type SqlBool, sql } from "kysely";
import { CaseId } from "../kernel/ids.ts";
import { type Cents, cents } from "../kernel/money.ts";
import type { Context } from "../store/index.ts";
import "./tables.ts";

type Reader = Pick<Context, "tx">;

export interface OwedCase {
  readonly caseId: CaseId;
  readonly title: string;
  readonly settled: boolean;
  readonly available: Cents;
}

/** Cases in which an amount is certain and nobody has ordered it, largest first; and what all of them come to. */
export const casesOwed = async (
  { tx }: Reader,
  limit: number,
): Promise<{ readonly items: readonly OwedCase[]; readonly total: Cents }> => {
  const rows = await tx
    .selectFrom("case_state")
    .select(["case_id", "title", "settled", "available_cents"])
    .where("available_cents", ">", 0n)
    .orderBy("available_cents", "desc")
    .orderBy("case_id")
    .limit(limit)
    .execute();
  const { total } = await tx
    .selectFrom("case_state")
    .select(sql<bigint>`coalesce(sum(available_cents), 0)::bigint`.as("total"))
    .where("available_cents", ">", 0n)
    .executeTakeFirstOrThrow();
  const items = rows.map((row) => ({
    caseId: CaseId.parse(row.case_id),
    title: row.title,
    settled: row.settled,
    available: cents(row.available_cents),
  }));
  return { items, total: cents(total) };
};

export interface AskingCase {
  readonly caseId: CaseId;
  readonly title: string;
  readonly ask: string;
  readonly fact: string;
  readonly least: Cents;
  readonly most: Cents | null;
}

/** Open cases and what would settle them: fewest asks first, then those with most at stake. */
export const casesAsking = async ({ tx }: Reader, limit: number): Promise<readonly AskingCase[]> => {
  const rows = await tx
    .selectFrom("case_state")
    .select(["case_id", "title", "asks", "ask_text", "least_cents", "most_cents"])
    .where("status", "=", "open")
    .where(sql<SqlBool>`cardinality(asks) > 0`)
    .orderBy(sql`cardinality(asks)`)
    .orderBy(sql`coalesce(most_cents - least_cents, 9223372036854775807)`, "desc")
    .orderBy("case_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    caseId: CaseId.parse(row.case_id),
    title: row.title,
    ask: row.ask_text ?? row.asks[0] ?? "",
    fact: row.asks[0] ?? "",
    least: cents(row.least_cents),
    most: row.most_cents === null ? null : cents(row.most_cents),
  }));
};

/** What only a person can do next, the most pressing first. */
const JUDGING = ["approve-refusal", "propose-refusal", "refer", "close"] as const;

export interface JudgingCase {
  readonly caseId: CaseId;
  readonly title: string;
  readonly todo: (typeof JUDGING)[number];
}

/** Cases that wait for a person's judgement: a refusal to approve or to make, a referral, an end to be said. */
export const casesJudging = async ({ tx }: Reader, limit: number): Promise<readonly JudgingCase[]> => {
  const rows = await tx
    .selectFrom("case_state")
    .select(["case_id", "title", "next_do"])
    .where("next_do", "in", JUDGING)
    .where("status", "in", ["open", "decided"])
    .orderBy(sql`array_position(${JUDGING}::text[], next_do)`)
    .orderBy("opened_at")
    .orderBy("case_id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ case_id, title, next_do }) => {
    const todo = JUDGING.find((one) => one === next_do);
    return todo ? [{ caseId: CaseId.parse(case_id), title, todo }] : [];
  });
};

/** Cases in which somebody has asked to extend a deadline and nobody has decided on it, the oldest first. */
export const casesExtending = async (
  { tx }: Reader,
  limit: number,
): Promise<readonly { readonly caseId: CaseId; readonly title: string }[]> => {
  const rows = await tx
    .selectFrom("case_state")
    .select(["case_id", "title"])
    .where(sql<SqlBool>`state @? '$.extensions[*] ? (@.status == "requested")'`)
    .where("status", "in", ["open", "decided"])
    .orderBy("opened_at")
    .orderBy("case_id")
    .limit(limit)
    .execute();
  return rows.map(({ case_id, title }) => ({ caseId: CaseId.parse(case_id), title }));
};

/** How many cases are not yet done with. */
export const countOpenCases = async ({ tx }: Reader): Promise<number> => {
  const row = await tx
    .selectFrom("case_state")
    .select(sql<bigint>`count(*)`.as("count"))
    .where("status", "in", ["open", "decided"])
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

export interface CaseWeek {
  /** From the report to the last payment's arrival, hours, the median of cases paid in full since; null where none was. */
  readonly medianHoursToPayment: number | null;
  /** Cases whose one-time notice was answered since, and how many of those were settled by the answer. */
  readonly answered: number;
  readonly answeredAndSettled: number;
}

/** What was done since a time, +08:00. */
export const caseWeek = async ({ tx }: Reader, since: Date, sinceText: string): Promise<CaseWeek> => {
  const { rows } = await sql<{ hours: number | null; answered: bigint; settled: bigint }>`
    select
      percentile_cont(0.5) within group (order by extract(epoch from paid_at - opened_at) / 3600)
        filter (where paid_at >= ${since}) as hours,
      count(*) filter (where state->'notice'->>'answeredAt' >= ${sinceText}) as answered,
      count(*) filter (where state->'notice'->>'answeredAt' >= ${sinceText} and settled) as settled
    from case_state`.execute(tx);
  const [row] = rows;
  return {
    medianHoursToPayment: row?.hours == null ? null : Math.round(Number(row.hours) * 10) / 10,
    answered: Number(row?.answered ?? 0),
    answeredAndSettled: Number(row?.settled ?? 0),
  };
};
