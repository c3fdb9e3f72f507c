import { yuan } from "../../kernel/money.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { ClaimEvent, PolicyDecided } from "../model/events.ts";
import { moneyOf } from "../model/money.ts";
import { decisionNeeds } from "../model/needs.ts";
import { type ClaimState, isMoving } from "../model/state.ts";
import { lifeRefusals } from "./refusals.ts";
import { isCertainDecline, refusalOf, unrefused, waitingRefusal } from "./state.ts";

const numbersOf = ({ policies }: ClaimState, of: readonly PolicyDecided[]): string[] =>
  of.map(({ policyId }) => policies.find((one) => one.policyId === policyId)?.number ?? policyId);

/** What of the money keeps the case open. */
const moneyObstacle = (state: ClaimState): Refusal | null => {
  const moving = state.payments.filter(isMoving);
  if (moving.length > 0) return lifeRefusals.stillMoving(moving.map(({ number }) => number));
  const { available, over } = moneyOf(state);
  if (over > 0n) return lifeRefusals.overpaid(yuan(over));
  return available > 0n ? lifeRefusals.stillOwed(yuan(available)) : null;
};

/** What of the decisions keeps the case open: a person's judgement, or a refusal that nobody has taken on themselves. */
const decisionObstacle = (state: ClaimState): Refusal | null => {
  const referred = (state.decided?.policies ?? []).filter(({ outcome }) => outcome === "refer");
  if (referred.length > 0) return lifeRefusals.stillReferred(numbersOf(state, referred));
  const waiting = waitingRefusal(state);
  if (waiting) return lifeRefusals.refusalWaiting(waiting.proposer.name);
  const left = unrefused(state);
  return left.length > 0 ? lifeRefusals.stillUnrefused(numbersOf(state, left)) : null;
};

/** What keeps a person from closing the case as having nothing due; null where they may. */
export const closingObstacle = (state: ClaimState): Refusal | null => {
  const obstacle = moneyObstacle(state) ?? decisionObstacle(state);
  if (obstacle || state.settledAt !== null) return obstacle;
  const { most } = moneyOf(state);
  return lifeRefusals.stillOpen(
    decisionNeeds(state).map(({ fact }) => fact),
    most === null ? null : yuan(most),
  );
};

/**
 * 结案: by hand, with a reason, where nothing is due. A claimant may take an undecided claim back; what is certain must be paid
 * before even then, for it is owed whatever turns out.
 */
export const close = (
  state: ClaimState,
  { reason, claimantWithdrew }: { readonly reason: string; readonly claimantWithdrew: boolean },
): readonly ClaimEvent[] | Refusal => {
  const obstacle = claimantWithdrew ? moneyObstacle(state) : closingObstacle(state);
  return (
    obstacle ?? [{ type: "closed", ground: claimantWithdrew ? "claimant-withdrew" : "nothing-due", reason }]
  );
};

/** 重开: new evidence came, or something must be put right; why is on record. */
export const reopen = (
  state: ClaimState,
  { reason }: { readonly reason: string },
): readonly ClaimEvent[] | Refusal =>
  state.closed ? [{ type: "reopened", reason }] : lifeRefusals.notClosed();

const isDone = (state: ClaimState, policy: PolicyDecided): boolean => {
  if (policy.outcome === "pay" || policy.outcome === "nothing") return true;
  return isCertainDecline(policy) && refusalOf(state, policy.policyId)?.notice?.deliveredAt != null;
};

/**
 * True where the case has come to its end of itself: all is settled, all that is owed has arrived, and every refusal reached
 * the claimant. Where nothing was paid and nothing refused, a person closes it and says why.
 */
export const isFinished = (state: ClaimState): boolean => {
  const policies = state.decided?.policies ?? [];
  if (state.closed || closingObstacle(state)) return false;
  return (
    policies.every((policy) => isDone(state, policy)) && policies.some(({ outcome }) => outcome !== "nothing")
  );
};
