import type { PromiseDecision } from "@goodfaith/clauses";
import type { CaseClock, ClockState } from "../../cases/index.ts";
import { isRefusal, Refused } from "../../kernel/refusal.ts";
import type { Vocabulary } from "../../terms/index.ts";
import { type FactsJson, gatherFacts } from "../facts/gather.ts";
import { agreedOn } from "../life/agree.ts";
import { standingRefusals, unrefused } from "../life/state.ts";
import { decideBy } from "./decisions.ts";
import { moneyOf } from "./money.ts";
import { type ClaimState, standing } from "./state.ts";
import { type Book, CLOCK_TERMS } from "./world.ts";

const DAY_MS = 86_400_000;
const LONGEST_PAUSE_DAYS = 3650;
const dayOf = (at: string): string => at.slice(0, 10);

/** Whole days from one day to another, both ISO 8601. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / DAY_MS);

/**
 * The days that the one-time notice takes from the clock: from the day it reached the claimant to the day the answer
 * came (解释二 15). While the answer is out, at least the days so far.
 */
const pauseDays = ({ notice }: ClaimState, now: string): unknown => {
  if (!notice?.deliveredAt) return 0;
  if (notice.answeredAt) return Math.max(0, daysBetween(notice.deliveredAt, notice.answeredAt));
  return { between: [Math.max(0, daysBetween(notice.deliveredAt, now)), LONGEST_PAUSE_DAYS] };
};

/** True while the answer to a delivered notice is out. */
export const isPaused = ({ notice }: Pick<ClaimState, "notice">): boolean =>
  notice !== null && notice.deliveredAt !== null && notice.answeredAt === null;

/**
 * What the case's own events say to the clocks' terms, once for each conclusion that it came to: a case may owe under one
 * policy and refuse another. A refusal is determined on the day that the second person approves it.
 */
const clockRecords = (state: ClaimState, now: string): readonly FactsJson[] => {
  const outcomes = state.decided?.policies.map(({ outcome }) => outcome) ?? [];
  const settledOn = state.settledAt === null ? null : dayOf(state.settledAt);
  const base = { 首次收到材料日: dayOf(state.reportedAt), 补正暂停天数: pauseDays(state, now) };
  const covered =
    settledOn !== null && outcomes.includes("pay")
      ? [{ 核定结论: "属于保险责任", 核定日: settledOn, 达成协议日: agreedOn(state, settledOn) }]
      : [];
  const [refused] = standingRefusals(state).flatMap(({ approved }) => approved ?? []);
  const declined = refused ? [{ 核定结论: "不属于保险责任", 核定日: dayOf(refused.at) }] : [];
  const found = new Set(standing(state).map(({ fact }) => fact));
  const conclusions = [...covered, ...declined];
  return (conclusions.length === 0 ? [{}] : conclusions).map((conclusion) =>
    Object.fromEntries(Object.entries({ ...base, ...conclusion }).filter(([fact]) => !found.has(fact))),
  );
};

/** Since when all is determined: a decline only once named persons have made it theirs. */
const determinedAt = (state: ClaimState): string | null => {
  const referred = state.decided?.policies.some(({ outcome }) => outcome === "refer");
  if (state.settledAt === null || referred || unrefused(state).length > 0) return null;
  const approved = standingRefusals(state).flatMap((one) => one.approved?.at ?? []);
  return [state.settledAt, ...approved].sort().at(-1) ?? null;
};

/** When what each lane promises was done; null while it is not. Lanes are the names that the clocks' terms give. */
const doneAt: Readonly<Record<string, (state: ClaimState) => string | null>> = {
  核定: determinedAt,
  拒绝通知: (state) => standingRefusals(state).at(0)?.notice?.sent.at ?? null,
  给付: (state) => {
    const { least, paid } = moneyOf(state);
    return state.settledAt !== null && paid >= least ? lastSettled(state) : null;
  },
  // Once the whole amount is known there is nothing left to advance.
  先行给付: (state) => firstSettled(state) ?? state.settledAt,
};
const settledTimes = (state: ClaimState): string[] =>
  state.payments.flatMap(({ settled }) => settled?.at ?? []).sort();
const lastSettled = (state: ClaimState): string | null => settledTimes(state).at(-1) ?? null;
const firstSettled = (state: ClaimState): string | null => settledTimes(state)[0] ?? null;

const stateOf = (due: string | null, done: string | null, paused: boolean, today: string): ClockState => {
  if (done !== null) return due !== null && dayOf(done) > due ? "breached" : "met";
  if (paused) return "paused";
  if (due === null) return "waiting";
  return today > due ? "breached" : "running";
};

const lawName = (law: string): string => {
  const [act = law, article] = law.split("/");
  return article === undefined ? act : `${act}第${article}条`;
};

const exactDay = ({ due }: PromiseDecision): string | null => (typeof due === "string" ? dayOf(due) : null);

const clockOf = (
  promise: PromiseDecision,
  given: { readonly laws: readonly string[]; readonly paused: boolean; readonly today: string },
  state: ClaimState,
): CaseClock => {
  const { laws, paused, today } = given;
  const due = exactDay(promise);
  const done = doneAt[promise.lane]?.(state) ?? null;
  return {
    clause: promise.clause,
    name: promise.lane,
    due,
    law: laws.length === 0 ? null : laws.map(lawName).join("、"),
    state: stateOf(due, done, paused, today),
  };
};

interface ClockWorld {
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly now: string;
}

const promisesOf = (
  state: ClaimState,
  record: FactsJson,
  { book, vocabulary }: ClockWorld,
): readonly PromiseDecision[] => {
  const edition = book.need(CLOCK_TERMS);
  const facts = gatherFacts({ state, edition, record, recordName: "案件记录", policy: null, vocabulary });
  if (isRefusal(facts)) throw new Refused(facts);
  const decision = decideBy(edition, facts);
  if (isRefusal(decision)) throw new Refused(decision);
  return decision.promises;
};

/** The promises of every conclusion, each clause once, in the order of the terms. */
const allPromises = (
  state: ClaimState,
  records: readonly FactsJson[],
  world: ClockWorld,
): readonly PromiseDecision[] => {
  const made = records.flatMap((record) => promisesOf(state, record, world));
  const order = world.book.need(CLOCK_TERMS).clauses.map(({ id }) => id);
  return [...new Map(made.map((promise) => [promise.clause, promise])).values()].sort(
    (a, b) => order.indexOf(a.clause) - order.indexOf(b.clause),
  );
};

/** Clauses whose day would be known, were it not for the answer that is out: those are the clocks that pause. */
const pausedClauses = (
  state: ClaimState,
  records: readonly FactsJson[],
  world: ClockWorld,
): ReadonlySet<string> => {
  if (!isPaused(state)) return new Set();
  const answered = allPromises(
    state,
    records.map((record) => ({ ...record, 补正暂停天数: 0 })),
    world,
  );
  return new Set(answered.filter((promise) => exactDay(promise) !== null).map(({ clause }) => clause));
};

/** The statutory clocks of a case at a moment, from `claim-clocks` over the case's own events. */
export const clocksOf = (state: ClaimState, world: ClockWorld): readonly CaseClock[] => {
  const records = clockRecords(state, world.now);
  const pausable = pausedClauses(state, records, world);
  const laws = new Map(world.book.need(CLOCK_TERMS).clauses.map(({ id, law }) => [id, law]));
  return allPromises(state, records, world).map((promise) => {
    const paused = exactDay(promise) === null && pausable.has(promise.clause);
    return clockOf(promise, { laws: laws.get(promise.clause) ?? [], paused, today: dayOf(world.now) }, state);
  });
};
