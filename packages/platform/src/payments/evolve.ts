import { never } from "../kernel/never.ts";
import {
  isStatusEvent,
  type PaymentEvent,
  type PaymentOrder,
  type Progress,
  type Stamp,
  type StatusEvent,
} from "./model.ts";
import type { RecoveryEvent } from "./recovery/decide.ts";
import { recovered } from "./recovery/evolve.ts";
import type { Recovery } from "./recovery/model.ts";

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
    // 撤销批准: the approval's own time and person stay in the events.
    case "revoked":
      if (progress.status !== "approved") throw new ImpossibleEvent(event.type, progress.status);
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

const bookedAfter = (booked: PaymentOrder["booked"], event: StatusEvent): PaymentOrder["booked"] => {
  if (event.type === "approved") return event.booked;
  return event.type === "revoked" ? null : booked;
};

const recoveryAfter = ({ progress, recovery }: PaymentOrder, event: RecoveryEvent): Recovery => {
  const after = progress.status === "settled" ? recovered(recovery, event) : null;
  if (!after) throw new ImpossibleEvent(event.type, progress.status);
  return after;
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
      booked: null,
      recovery: null,
    };
  }
  if (!order) throw new ImpossibleEvent(event.type, "nothing");
  const next = { ...order, version: order.version + 1 };
  if (isStatusEvent(event))
    return { ...next, progress: progressed(order.progress, event), booked: bookedAfter(order.booked, event) };
  switch (event.type) {
    case "held":
    case "released":
      return { ...next, holds: holdsAfter(order, event) };
    case "netted":
      if (order.booked !== "claims-advance") throw new ImpossibleEvent(event.type, order.progress.status);
      return { ...next, booked: "claims-expense" };
    case "recovery-requested":
    case "recovery-promised":
    case "recovery-received":
    case "write-off-proposed":
    case "written-off":
      return { ...next, recovery: recoveryAfter(order, event) };
    default:
      return never(event);
  }
};

/** The order that a whole stream of events folds to. */
export const fold = (events: readonly PaymentEvent[]): PaymentOrder | null =>
  events.reduce<PaymentOrder | null>(evolve, null);
