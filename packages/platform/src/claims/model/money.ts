import type { PolicyId } from "../../kernel/ids.ts";
import { type Cents, cents, ZERO } from "../../kernel/money.ts";
import { amountOf } from "./amount.ts";
import type { PolicyDecided } from "./events.ts";
import { type CasePayment, type ClaimState, isLive } from "./state.ts";

export { amountOf };

const sum = (amounts: readonly Cents[]): Cents =>
  cents(amounts.reduce<bigint>((total, one) => total + one, 0n));

/** What has been ordered for one policy and not come back. */
export const orderedFor = (state: Pick<ClaimState, "payments">, policyId: PolicyId): Cents =>
  sum(
    state.payments
      .filter(isLive)
      .flatMap(({ lines }) => lines)
      .filter((line) => line.policyId === policyId)
      .map(({ amount }) => amountOf(amount)),
  );

/** A decline or a referral is never paid by the platform itself: a named person must decide first. */
const mayPay = ({ outcome }: PolicyDecided): boolean => outcome === "pay" || outcome === "open";

/** What one policy owes for certain and nobody has ordered yet. */
export const availableFor = (state: Pick<ClaimState, "payments">, policy: PolicyDecided): Cents => {
  if (!mayPay(policy)) return ZERO;
  const rest = amountOf(policy.least) - orderedFor(state, policy.policyId);
  return rest > 0n ? cents(rest) : ZERO;
};

export interface Money {
  /** Owed whatever turns out. */
  readonly least: Cents;
  /** What could be owed; null where nothing bounds it. */
  readonly most: Cents | null;
  readonly ordered: Cents;
  /** Certain and not yet ordered: what can be prepared for payment now. */
  readonly available: Cents;
  /** Arrived, by the bank's word. */
  readonly paid: Cents;
  /** Ordered beyond what is certain, after a finding was withdrawn, and neither come back nor written off; a person must look. */
  readonly over: Cents;
}

/** The case's money, over all its policies. */
export const moneyOf = (state: Pick<ClaimState, "payments" | "decided">): Money => {
  const policies = state.decided?.policies ?? [];
  const mosts = policies.map(({ most }) => (most === null ? null : amountOf(most)));
  const bounded = mosts.filter((most) => most !== null);
  const amounts = (payments: readonly CasePayment[]) => sum(payments.map(({ amount }) => amountOf(amount)));
  const excess = policies.map((policy) => orderedFor(state, policy.policyId) - amountOf(policy.least));
  const over = sum(excess.filter((rest) => rest > 0n).map(cents));
  const recovered = sum(state.payments.map((payment) => amountOf(payment.recovered ?? "0.00")));
  return {
    least: sum(policies.map(({ least }) => amountOf(least))),
    most: bounded.length === mosts.length ? sum(bounded) : null,
    ordered: amounts(state.payments.filter(isLive)),
    available: sum(policies.map((policy) => availableFor(state, policy))),
    paid: amounts(state.payments.filter(({ status }) => status === "settled")),
    over: over > recovered ? cents(over - recovered) : ZERO,
  };
};
