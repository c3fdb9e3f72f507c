import { never } from "../kernel/never.ts";
import {
  isStatusEvent,
  type PaymentEvent,
  type PaymentOrder,
  type Progress,
  type Stamp,
  type StatusEvent,
} from "./model.ts";

/** An event that the order's state cannot have had. It means that the stored stream is damaged, never that a person erred. */
export class ImpossibleEvent extends Error {
  constructor(event: PaymentEvent["type"], status: string) {
    super(`Event ${event} cannot follow ${status}`);
  }
}

const stampOf = ({ by, at }: Stamp): Stamp => ({ by, at });

const progressed = (progress: Progress, event: StatusEvent): Progress => {
  const stamp = stampOf(event);
  switch (event.type) {
    case "approved":
      if (progress.status !== "pending") throw new ImpossibleEvent(event.type, progress.status);
      return { status: "approved", approved: { ...stamp, overrides: event.overrides } };
    case "rejected":
      if (progress.status !== "pending") throw new ImpossibleEvent(event.type, progress.status);
      return { status: "rejected", rejected: stamp, reason: event.reason };
    case "sent":
      if (progress.status !== "approved") throw new ImpossibleEvent(event.type, progress.status);
      return {
        status: "sent",
        approved: progress.approved,
        sent: { ...stamp, batchId: event.batchId },
      };
    case "settled":
      if (progress.status !== "sent") throw new ImpossibleEvent(event.type, progress.status);
      return { ...progress, status: "settled", settled: stamp };
    case "returned":
      if (progress.status !== "sent") throw new ImpossibleEvent(event.type, progress.status);
      return { ...progress, status: "returned", returned: stamp, reason: event.reason, code: event.code };
    case "bounced":
      if (progress.status !== "settled") throw new ImpossibleEvent(event.type, progress.status);
      return { ...progress, status: "returned", returned: stamp, reason: event.reason, code: event.code };
    default:
      return never(event);
  }
};

/** 止付: a hold stands only on an order that has not gone to the bank. */
const holdsAfter = (
  { holds, progress }: PaymentOrder,
  event: Extract<PaymentEvent, { type: "held" | "released" }>,
): PaymentOrder["holds"] => {
  if (event.type === "released") return holds.filter((holdId) => holdId !== event.holdId);
  if (progress.status !== "pending" && progress.status !== "approved")
    throw new ImpossibleEvent(event.type, progress.status);
  return [...holds, event.holdId];
};

/** The order after one more event; `null` before its first. */
export const evolve = (order: PaymentOrder | null, event: PaymentEvent): PaymentOrder => {
  if (event.type === "prepared") {
    if (order) throw new ImpossibleEvent(event.type, order.progress.status);
    return {
      terms: event.terms,
      version: 1,
      prepared: stampOf(event),
      progress: { status: "pending" },
      holds: [],
    };
  }
  if (!order) throw new ImpossibleEvent(event.type, "nothing");
  const next = { ...order, version: order.version + 1 };
  return isStatusEvent(event)
    ? { ...next, progress: progressed(order.progress, event) }
    : { ...next, holds: holdsAfter(order, event) };
};

/** The order that a whole stream of events folds to. */
export const fold = (events: readonly PaymentEvent[]): PaymentOrder | null =>
  events.reduce<PaymentOrder | null>(evolve, null);
