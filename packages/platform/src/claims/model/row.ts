import type { CaseRow, CaseStatus } from "../../cases/index.ts";
import { claimClocks } from "./clocks.ts";
import { moneyOf } from "./money.ts";
import { decisionNeeds } from "./needs.ts";
import { nextOf } from "./next.ts";
import type { ClaimState } from "./state.ts";
import type { World } from "./world.ts";

/** True where all that is owed has arrived, and nothing more is on its way. */
const isPaid = (state: ClaimState): boolean => {
  const { least, paid, ordered } = moneyOf(state);
  return state.settledAt !== null && least > 0n && paid >= least && ordered === paid;
};

/** 案件状态: open until every policy is settled, then decided, paid once all that is owed has arrived, closed at its end. */
export const statusOf = (state: ClaimState): CaseStatus => {
  if (state.closed) return "closed";
  if (state.settledAt === null) return "open";
  return isPaid(state) ? "paid" : "decided";
};

const time = (at: string | null | undefined): Date | null => (at ? new Date(at) : null);

/** The columns that lists and 今日 read, from the folded state. */
export const rowOf = (state: ClaimState, world: Pick<World, "book" | "vocabulary" | "now">): CaseRow => {
  const money = moneyOf(state);
  const needs = decisionNeeds(state);
  const arrived = state.payments.flatMap(({ settled }) => settled?.at ?? []).sort();
  return {
    number: state.number,
    title: state.title,
    status: statusOf(state),
    subjectName: state.insuredName,
    handler: state.handler,
    openedAt: new Date(state.reportedAt),
    least: money.least,
    most: money.most,
    ordered: money.ordered,
    available: money.available,
    paid: money.paid,
    settled: state.settledAt !== null,
    asks: needs.map(({ fact }) => fact),
    askText: needs[0]?.ask ?? needs[0]?.fact ?? null,
    nextDo: nextOf(state).do,
    noticeSentAt: time(state.notice?.sent.at),
    decidedAt: time(state.settledAt),
    paidAt: isPaid(state) ? time(arrived.at(-1)) : null,
    clocks: claimClocks(state, world),
  };
};
