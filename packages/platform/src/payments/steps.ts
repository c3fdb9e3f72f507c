import { record } from "../access/index.ts";
import type { PaymentId } from "../kernel/ids.ts";
import { yuan } from "../kernel/money.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { findingsFor } from "./checking/index.ts";
import { decide } from "./decide.ts";
import type { Override, PaymentCommand, PaymentOrder } from "./model.ts";
import { netAdvances } from "./netting.ts";
import { lockOrder, partyOf } from "./orders.ts";
import { actingApprover } from "./people.ts";
import type { RecoveryCommand } from "./recovery/decide.ts";
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

/** A step of recovery as it is asked for; who and when are the context's. */
export type RecoveryStep = RecoveryCommand extends infer One
  ? One extends RecoveryCommand
    ? Omit<One, "by" | "at">
    : never
  : never;

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
 * Where it is the rest of what the decision came to, the advances of the case are netted against it, a moment later. The checks before payment are made again here: what blocks refuses, and a warning needs its reason in `overrides`.
 * @throws Refused `payments.not-pending`, `.four-eyes`, `.no-permission`, `.no-limit`, `.over-limit`, `.blocked`,
 * `.needs-reason`, each with its facts
 */
export const approve = async (
  context: Context,
  paymentId: PaymentId,
  overrides: readonly Override[] = [],
): Promise<PaymentOrder> => {
  const order = await take(context, paymentId, async (before) => ({
    type: "approve",
    by: actingApprover(context),
    at: context.clock.now(),
    findings: await findingsFor(context, before),
    overrides,
  }));
  const { partyId, caseId, number, purpose } = order.terms;
  if (purpose !== "advance") await netAdvances(context, { partyId, caseId, against: number });
  return order;
};

/**
 * 撤销批准: before the money leaves; the entries of the approval are reversed, and what it was for can be prepared again.
 * @throws Refused `payments.not-approved`, `.four-eyes`, `.no-permission`
 */
export const revoke = (context: Context, paymentId: PaymentId, reason: string): Promise<PaymentOrder> =>
  take(context, paymentId, () => ({
    type: "revoke",
    by: actingApprover(context),
    at: context.clock.now(),
    reason,
  }));

/** A step of 追回. @throws Refused `payments.recovery-*`, `.write-off-*`, `.four-eyes`, `.over-limit` */
export const takeRecovery = (
  context: Context,
  paymentId: PaymentId,
  command: RecoveryStep,
): Promise<PaymentOrder> =>
  take(context, paymentId, () => ({ ...command, by: actingApprover(context), at: context.clock.now() }));

/** 退回经办: the order ends; what it was for can be prepared again. Same refusals, but no limit applies. */
export const reject = (context: Context, paymentId: PaymentId, reason: string): Promise<PaymentOrder> =>
  take(context, paymentId, () => ({
    type: "reject",
    by: actingApprover(context),
    at: context.clock.now(),
    reason,
  }));
