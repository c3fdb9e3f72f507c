import { z } from "zod";
import { record } from "../access/index.ts";
import { type Job, job } from "../jobs/index.ts";
import { CaseId, type PartyId } from "../kernel/ids.ts";
import { yuan } from "../kernel/money.ts";
import { orRefuse } from "../kernel/refusal.ts";
import { type Context, enqueue } from "../store/index.ts";
import { lockOrders } from "./batches.ts";
import { decide } from "./decide.ts";
import type { PaymentOrder } from "./model.ts";
import { ordersOfCase } from "./orders.ts";
import { actingPerson } from "./people.ts";
import { writeStep } from "./streams.ts";

const NET = "payments.net-advances";
const Netting = z.object({ caseId: CaseId, against: z.string() });

/** An advance that arrived and is not netted yet. */
const stands = ({ booked, progress }: PaymentOrder): boolean =>
  booked === "claims-advance" && progress.status === "settled";

const standing = async (context: Context, partyId: PartyId, caseId: CaseId): Promise<PaymentOrder[]> =>
  (await ordersOfCase(context, partyId, caseId)).filter(stands);

/**
 * 预付赔款冲抵: once the decision stands, what was paid ahead becomes part of it. Advances of the case that are netted already, or
 * have not arrived, are left as they are; those are netted once they have. `against` says what they are netted against: an order's
 * number, or the case's.
 *
 * It happens after this transaction, in one of its own: a step of an order locks the order and then its case, and who asks for
 * this holds the case by now. Locking orders from here would be the other way round.
 */
export const netAdvances = async (
  context: Context,
  {
    partyId,
    caseId,
    against,
  }: { readonly partyId: PartyId; readonly caseId: CaseId; readonly against: string },
): Promise<void> => {
  if ((await standing(context, partyId, caseId)).length > 0)
    await enqueue(context, partyId, NET, { caseId, against });
};

const net = async (
  context: Context,
  { caseId, against }: z.output<typeof Netting>,
  partyId: PartyId,
): Promise<void> => {
  const advances = (await standing(context, partyId, caseId)).map(({ terms }) => terms);
  const stamp = { by: actingPerson(context), at: context.clock.now() };
  for (const order of (await lockOrders(context, advances)).filter(stands)) {
    const event = orRefuse(decide({ type: "net", ...stamp, against }, order));
    if (event.type !== "netted") throw new Error(`payments: netting gave ${event.type}`);
    await writeStep(context, order, event);
    await record(context, {
      action: "payments.net",
      subject: { kind: "payment", id: order.terms.paymentId },
      partyId,
      detail: { number: order.terms.number, amount: yuan(order.terms.amount), against },
    });
  }
};

/** What payments do by themselves. */
export const paymentsJobs: Job[] = [
  job(NET, Netting, (context, payload, { partyId }) => net(context, payload, partyId)),
];
