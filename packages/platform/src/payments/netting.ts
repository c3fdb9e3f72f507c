import { record } from "../access/index.ts";
import type { CaseId, PartyId } from "../kernel/ids.ts";
import { yuan } from "../kernel/money.ts";
import { orRefuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { lockOrders } from "./batches.ts";
import { decide } from "./decide.ts";
import { ordersOfCase } from "./orders.ts";
import { actingPerson } from "./people.ts";
import { writeStep } from "./streams.ts";

/**
 * 预付赔款冲抵: once the decision stands, what was paid ahead becomes part of it. Advances of the case that are netted already, or
 * have not arrived, are left as they are; those are netted once they have. `against` says what they are netted against: an order's number, or the case's.
 */
export const netAdvances = async (
  context: Context,
  {
    partyId,
    caseId,
    against,
  }: { readonly partyId: PartyId; readonly caseId: CaseId; readonly against: string },
): Promise<number> => {
  const advances = (await ordersOfCase(context, partyId, caseId)).filter(
    ({ booked, progress }) => booked === "claims-advance" && progress.status === "settled",
  );
  if (advances.length === 0) return 0;
  let netted = 0;
  for (const order of await lockOrders(
    context,
    advances.map(({ terms }) => terms),
  )) {
    if (order.booked !== "claims-advance" || order.progress.status !== "settled") continue;
    const at = context.clock.now();
    const event = orRefuse(decide({ type: "net", by: actingPerson(context), at, against }, order));
    if (event.type !== "netted") throw new Error(`payments: netting gave ${event.type}`);
    await writeStep(context, order, event);
    netted += 1;
    await record(context, {
      action: "payments.net",
      subject: { kind: "payment", id: order.terms.paymentId },
      partyId,
      detail: { number: order.terms.number, amount: yuan(order.terms.amount), against },
    });
  }
  return netted;
};
