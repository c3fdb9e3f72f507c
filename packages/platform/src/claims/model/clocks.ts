import {
  type Clock,
  type ClockEvent,
  type ClockFacts,
  chinaCalendar,
  clocksOf,
  dayOf,
  editionOn,
  extensionClockEvents,
  FAMILIES,
} from "../../clocks/index.ts";
import { isRefusal, Refused } from "../../kernel/refusal.ts";
import type { Edition, Vocabulary } from "../../terms/index.ts";
import { gatherFacts } from "../facts/gather.ts";
import { agreedOn } from "../life/agree.ts";
import { standingRefusals, unrefused } from "../life/state.ts";
import { moneyOf } from "./money.ts";
import { type ClaimState, standing } from "./state.ts";
import type { Book } from "./world.ts";

interface ClockWorld {
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly now: string;
}

/** The editions that say by when what is due on this claim: those in force on the day it was reported. */
export const clockEditions = (
  { reportedAt }: Pick<ClaimState, "reportedAt">,
  book: Book,
): readonly Edition[] => FAMILIES.claim.flatMap((family) => editionOn(book, family, dayOf(reportedAt)) ?? []);

/** Since when all is determined: a decline only once named persons have made it theirs. */
const determinedAt = (state: ClaimState): string | null => {
  const referred = state.decided?.policies.some(({ outcome }) => outcome === "refer");
  if (state.settledAt === null || referred || unrefused(state).length > 0) return null;
  const approved = standingRefusals(state).flatMap((one) => one.approved?.at ?? []);
  return [state.settledAt, ...approved].sort().at(-1) ?? null;
};

const settledTimes = (state: ClaimState): string[] =>
  state.payments.flatMap(({ settled }) => settled?.at ?? []).sort();

const paidAt = (state: ClaimState): string | null => {
  const { least, paid } = moneyOf(state);
  return state.settledAt !== null && paid >= least ? (settledTimes(state).at(-1) ?? null) : null;
};

/** When what each lane promises was done; null while it is not. Lanes are the names that the clocks' terms give. */
const DONE_AT: Readonly<Record<string, (state: ClaimState) => string | null>> = {
  核定: determinedAt,
  承诺核定: determinedAt,
  拒绝通知: (state) => standingRefusals(state).at(0)?.notice?.sent.at ?? null,
  给付: paidAt,
  承诺给付: paidAt,
  // Once the whole amount is known there is nothing left to advance.
  先行给付: (state) => settledTimes(state)[0] ?? state.settledAt,
};

/** What people found of the clocks' own facts: it stands in place of what the case's events would say. */
const foundFacts = (state: ClaimState, { book, vocabulary }: ClockWorld): ClockFacts => {
  const found = new Set(standing(state).map(({ fact }) => fact));
  return Object.assign(
    {},
    ...clockEditions(state, book).map((edition) => {
      const facts = gatherFacts({
        state,
        edition,
        record: {},
        recordName: "案件记录",
        policy: null,
        vocabulary,
      });
      if (isRefusal(facts)) throw new Refused(facts);
      return Object.fromEntries(Object.entries(facts).filter(([fact]) => found.has(fact)));
    }),
  );
};

/**
 * What the case came to, once for each conclusion: it may owe under one policy and refuse another. A refusal is determined on
 * the day that the second person approves it.
 */
const conclusions = (state: ClaimState): readonly { branch: string; at: string; facts: ClockFacts }[] => {
  const { settledAt } = state;
  const pays = state.decided?.policies.some(({ outcome }) => outcome === "pay") ?? false;
  const [refused] = standingRefusals(state).flatMap(({ approved }) => approved ?? []);
  const covered = settledAt !== null && pays ? dayOf(settledAt) : null;
  return [
    ...(settledAt === null || covered === null
      ? []
      : [
          {
            branch: "属于保险责任",
            at: settledAt,
            facts: { 核定结论: "属于保险责任", 核定日: covered, 达成协议日: agreedOn(state, covered) },
          },
        ]),
    ...(refused
      ? [
          {
            branch: "不属于保险责任",
            at: refused.at,
            facts: { 核定结论: "不属于保险责任", 核定日: dayOf(refused.at) },
          },
        ]
      : []),
  ];
};

const noticeEvents = ({ notice }: ClaimState): readonly ClockEvent[] => {
  if (!notice?.deliveredAt) return [];
  const { deliveredAt, answeredAt, messageId } = notice;
  return [
    { type: "notice-delivered", at: deliveredAt, noticeId: messageId },
    ...(answeredAt === null
      ? []
      : [{ type: "documents-received" as const, at: later(deliveredAt, answeredAt) }]),
  ];
};

/** An answer that came before the notice arrived took no time. */
const later = (a: string, b: string): string => (a > b ? a : b);

/** A claim's stream as its clocks hear it. */
export const clockEventsOf = (state: ClaimState, world: ClockWorld): readonly ClockEvent[] => {
  const { reportedAt, closed } = state;
  const found = foundFacts(state, world);
  const known = (at: string, branch: string | null, facts: ClockFacts): ClockEvent => ({
    type: "known",
    at,
    branch,
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => !(fact in found))),
  });
  return [
    { type: "started", at: reportedAt },
    known(reportedAt, null, { 首次收到材料日: dayOf(reportedAt) }),
    { type: "known", at: reportedAt, branch: null, facts: found },
    ...noticeEvents(state),
    ...conclusions(state).map(({ branch, at, facts }) => known(at, branch, facts)),
    ...extensionClockEvents(state.extensions),
    ...Object.entries(DONE_AT).flatMap(([lane, doneAt]): ClockEvent[] => {
      const at = doneAt(state);
      return at === null ? [] : [{ type: "done", at, lane }];
    }),
    ...(closed ? [{ type: "ended" as const, at: closed.at }] : []),
  ];
};

/** The clocks of a case at a moment, those of the law and those that the institution promised. */
export const claimClocks = (state: ClaimState, world: ClockWorld): readonly Clock[] =>
  clocksOf("claim", clockEventsOf(state, world), world.book, chinaCalendar, world.now);
