import type { z } from "zod";
import type { PaymentOrder } from "../payments/index.ts";
import type { ConsumerClaimSummary } from "./contract.ts";
import type { SeenClaim } from "./visible.ts";

export type ProgressView = z.output<typeof ConsumerClaimSummary>["progress"];

const at = (time: Date | undefined): string | null => time?.toISOString() ?? null;

/** When the decision settled: the last time that the case was decided, once nothing more is asked. */
const decidedAt = ({ view, policies }: SeenClaim): string | null =>
  policies.every(({ decision }) => decision.settled)
    ? (view.history
        .filter(({ type }) => type === "decided")
        .sort((a, b) => b.version - a.version)
        .at(0)?.at ?? null)
    : null;

/** 进度 of a case for one person, along one order of theirs; the later steps are open where there is none. */
export const progressOf = (seen: SeenClaim, order: PaymentOrder | undefined): ProgressView => {
  const progress = order?.progress;
  return [
    { step: "reported", at: seen.view.openedAt },
    { step: "decided", at: decidedAt(seen) },
    { step: "approved", at: at(progress && "approved" in progress ? progress.approved.at : undefined) },
    { step: "sent", at: at(progress && "sent" in progress ? progress.sent.at : undefined) },
    { step: "settled", at: at(progress && "settled" in progress ? progress.settled.at : undefined) },
  ];
};

/** The order that speaks for where the money is now: the newest that has not come back. */
export const currentOrder = ({ orders }: SeenClaim): PaymentOrder | undefined =>
  orders.filter(({ progress }) => progress.status !== "returned").at(-1);
