import { lockCase } from "../../cases/index.ts";
import { yuan } from "../../kernel/money.ts";
import { never } from "../../kernel/never.ts";
import { netAdvances, type PaymentChange, type PaymentListener } from "../../payments/index.ts";
import { closeWhenTold } from "../life/jobs.ts";
import type { ClaimEvent } from "../model/events.ts";
import { moneyOf } from "../model/money.ts";
import { commitPlain } from "./commit.ts";
import { loadClaim } from "./load.ts";

const eventOf = ({ order, event }: PaymentChange): ClaimEvent => {
  const { paymentId } = order.terms;
  switch (event.type) {
    case "approved":
      return { type: "payment-approved", paymentId };
    case "rejected":
    case "revoked":
      return { type: "payment-rejected", paymentId, reason: event.reason };
    case "sent":
      return { type: "payment-sent", paymentId };
    case "settled":
      return { type: "payment-settled", paymentId };
    case "returned":
    case "bounced":
      return { type: "payment-returned", paymentId, reason: event.reason };
    case "recovery-received":
    case "written-off":
      return { type: "payment-recovered", paymentId, amount: yuan(event.amount) };
    default:
      return never(event);
  }
};

/** The case follows its payments, in the transaction of the payment's own step. For `onPaymentChanged`. */
export const followPayment: PaymentListener = async (context, change) => {
  const { partyId, caseId } = change.order.terms;
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  const event = eventOf(change);
  // 退汇 after the case was closed: it is owed again, so the case is open again, and says why.
  const again: ClaimEvent[] =
    state.closed && event.type === "payment-returned"
      ? [{ type: "reopened", reason: `款项被银行退回：${event.reason}` }]
      : [];
  const after = await commitPlain(context, state, [...again, event], {
    action: `claims.${event.type}`,
    detail: { number: change.order.terms.number },
  });
  // The decision stands and all of it is ordered: what was paid ahead is part of it now (预付赔款冲抵).
  if (event.type === "payment-settled" && after.settledAt !== null && moneyOf(after).available === 0n)
    await netAdvances(context, { partyId, caseId, against: after.number });
  if (event.type === "payment-settled" || event.type === "payment-recovered")
    await closeWhenTold(context, after);
};
