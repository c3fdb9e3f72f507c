import type { PaymentId } from "../../kernel/ids.ts";
import { type Cents, yuan } from "../../kernel/money.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { readDateTime } from "../facts/time.ts";
import type { EventOf } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { refusals } from "../refusals.ts";

/** What the core system has paid on a case (已由核心系统给付), all of it under one policy. */
export interface PaidElsewhere {
  readonly amount: Cents;
  /** +08:00 where it has no offset. */
  readonly paidAt: string;
  /** The core system's number of the payment. */
  readonly number: string;
}

/** Takes note of what was paid before the case came here: not before its report, and not later than `now`. */
export const notePaidElsewhere = (
  state: ClaimState,
  given: PaidElsewhere & { readonly paymentId: PaymentId },
  payee: EventOf<"paid-elsewhere">["payee"],
  now: string,
): EventOf<"paid-elsewhere"> | Refusal => {
  const [policy, ...others] = state.policies;
  if (!policy || others.length > 0) return refusals.paidElsewherePolicies();
  const paidAt = String(readDateTime(given.paidAt)?.json ?? "");
  if (paidAt < state.reportedAt || paidAt > now) return refusals.paidElsewhereTime(given.paidAt);
  const amount = yuan(given.amount);
  return {
    type: "paid-elsewhere",
    ...{ paymentId: given.paymentId, number: given.number, amount, payee, paidAt },
    lines: [{ policyId: policy.policyId, benefit: "核心系统已付", clause: "", amount }],
  };
};
