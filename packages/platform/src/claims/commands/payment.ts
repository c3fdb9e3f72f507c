import type { Decision } from "@goodfaith/clauses";
import type { PolicyId } from "../../kernel/ids.ts";
import { type Cents, cents, yuan } from "../../kernel/money.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { PolicyDecided } from "../model/events.ts";
import { amountOf, availableFor, moneyOf, orderedFor } from "../model/money.ts";
import { needInWords, paymentNeeds } from "../model/needs.ts";
import { type CasePayment, type ClaimState, isLive } from "../model/state.ts";
import { refusals } from "../refusals.ts";

/** One benefit of one policy that is certain and not yet ordered. */
export interface DueLine {
  readonly policyId: PolicyId;
  readonly benefit: string;
  readonly clause: string;
  readonly amount: Cents;
}
export interface Due {
  readonly purpose: CasePayment["purpose"];
  readonly lines: readonly DueLine[];
}

const certainPart = "已确定部分（先行给付）";

/**
 * The lines of one policy. Settled and nothing ordered before: one line a benefit. Otherwise one line for what is certain by
 * now, under the benefits that may give it: which one it will be is not yet known, or part of it has been paid.
 */
const linesOf = (state: ClaimState, policy: PolicyDecided, decision: Decision): readonly DueLine[] => {
  const amount = availableFor(state, policy);
  if (amount === 0n) return [];
  const { policyId } = policy;
  const possible = decision.benefits.filter(({ most }) => most === null || amountOf(most) > 0n);
  const certain = possible.filter(({ least }) => amountOf(least) > 0n);
  const sum = certain.reduce((total, { least }) => total + amountOf(least), 0n);
  if (orderedFor(state, policyId) === 0n && sum === amount)
    return certain.map(({ name, clause, least }) => ({
      policyId,
      benefit: name,
      clause,
      amount: amountOf(least),
    }));
  const clause = possible.map((benefit) => benefit.clause).join("、");
  const [only, ...others] = possible;
  const benefit =
    only && others.length === 0
      ? only.name
      : policy.settled
        ? possible.map(({ name }) => name).join("、")
        : certainPart;
  return [{ policyId, benefit, clause, amount }];
};

const purposeOf = (state: ClaimState): Due["purpose"] => {
  if (state.settledAt === null) return "advance";
  return state.payments.some(isLive) ? "remainder" : "benefit";
};

const whyNothing = (state: ClaimState) => {
  const outcomes = new Set(state.decided?.policies.map(({ outcome }) => outcome));
  if (outcomes.has("refer"))
    return { zh: "有保单须由人审核后决定。", en: "a person must decide on a policy." };
  if (outcomes.size === 1 && outcomes.has("decline"))
    return { zh: "依条款不属于保险责任。", en: "by the terms nothing is owed." };
  return { zh: "已确定的部分都已提交。", en: "all that is certain has been ordered." };
};

/**
 * What is to be paid now: exactly what is certain and not yet ordered (保险法 23, 25), neither more nor less.
 * `decisions` are the case's own, by policy.
 */
export const dueNow = (
  state: ClaimState,
  asked: Cents,
  decisions: ReadonlyMap<PolicyId, Decision>,
): Due | Refusal => {
  const { available } = moneyOf(state);
  if (available === 0n) return refusals.nothingAvailable(whyNothing(state));
  if (asked !== available) return refusals.wrongAmount(yuan(asked), yuan(available));
  const payment = state.decided?.payment;
  const needs = paymentNeeds(state).map(needInWords);
  if (payment?.outcome !== "accept")
    return refusals.paymentNeeds(needs.length > 0 ? needs : ["付款条件（受益人、关系、身份、账户）未能核实"]);
  const lines = (state.decided?.policies ?? []).flatMap((policy) => {
    const decision = decisions.get(policy.policyId);
    return decision ? linesOf(state, policy, decision) : [];
  });
  return { purpose: purposeOf(state), lines };
};

/** The order that a new one to the same payee makes good: one that came back or was rejected, and was not yet replaced. */
export const replacedBy = (state: ClaimState, payeeId: string, amount: Cents): CasePayment | null => {
  const replaced = new Set(state.payments.map(({ replaces }) => replaces));
  return (
    state.payments.find(
      (payment) =>
        !isLive(payment) &&
        payment.payee.partyId === payeeId &&
        !replaced.has(payment.paymentId) &&
        cents(amountOf(payment.amount)) === amount,
    ) ?? null
  );
};
