import { record } from "../access/index.ts";
import type { PaymentId } from "../kernel/ids.ts";
import { yuan } from "../kernel/money.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { findingsFor } from "./checking/index.ts";
import { decide } from "./decide.ts";
import type { Override, PaymentCommand, PaymentOrder } from "./model.ts";
import { lockOrder, partyOf } from "./orders.ts";
import { actingApprover } from "./people.ts";
import { writeStep } from "./streams.ts";

/** There is no such order, or none that the one who asks may see: the answer is the same. */
export const noSuchOrder = (paymentId: PaymentId): Refused =>
  new Refused(
    refuse(
      "missing",
      "payments.missing",
      { zh: "没有这笔付款指令。", en: "There is no such payment order." },
      { paymentId },
    ),
  );

type Taken = Exclude<PaymentCommand, { type: "prepare" }>;

/** Locks one order, decides, writes what follows. The lock is what makes two people at once one winner and one refusal. */
export const take = async (
  context: Context,
  paymentId: PaymentId,
  command: (order: PaymentOrder) => Promise<Taken> | Taken,
): Promise<PaymentOrder> => {
  const partyId = await partyOf(context.tx, paymentId);
  if (partyId === null) throw noSuchOrder(paymentId);
  const before = await lockOrder(context.tx, partyId, paymentId);
  if (!before) throw noSuchOrder(paymentId);
  const taken = await command(before);
  const event = orRefuse(decide(taken, before));
  if (event.type === "prepared") throw new Error("payments: a step gave a new order");
  const order = await writeStep(context, before, event);
  await record(context, {
    action: `payments.${taken.type}`,
    subject: { kind: "payment", id: paymentId },
    partyId,
    detail: { number: order.terms.number, amount: yuan(order.terms.amount), caseId: order.terms.caseId },
  });
  return order;
};

/**
 * 批准: by another person than the one who prepared it, with permission and within their limit.
 * The checks before payment are made again here: what blocks refuses, and a warning needs its reason in `overrides`.
 * @throws Refused `payments.not-pending`, `.four-eyes`, `.no-permission`, `.no-limit`, `.over-limit`, `.blocked`,
 * `.needs-reason`, each with its facts
 */
export const approve = (
  context: Context,
  paymentId: PaymentId,
  overrides: readonly Override[] = [],
): Promise<PaymentOrder> =>
  take(context, paymentId, async (order) => ({
    type: "approve",
    by: actingApprover(context),
    at: context.clock.now(),
    findings: await findingsFor(context, order),
    overrides,
  }));

/** 退回经办: the order ends; what it was for can be prepared again. Same refusals, but no limit applies. */
export const reject = (context: Context, paymentId: PaymentId, reason: string): Promise<PaymentOrder> =>
  take(context, paymentId, () => ({
    type: "reject",
    by: actingApprover(context),
    at: context.clock.now(),
    reason,
  }));
