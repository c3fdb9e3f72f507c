import type { Extension } from "../../clocks/index.ts";
import type { EvidenceId, PaymentId } from "../../kernel/ids.ts";
import type { LifeState } from "../life/state.ts";
import type { CasePolicy, EventOf, Finding, PaymentDecided, PolicyDecided } from "./events.ts";

export interface Stamp {
  readonly at: string;
  readonly by: string;
}
export interface Withdrawn extends Stamp {
  readonly reason: string;
}
type Without<Event, Keys extends PropertyKey> = {
  readonly [Key in keyof Event as Exclude<Key, Keys>]: Event[Key];
};

export interface CaseEvidence extends Without<EventOf<"evidence-added">, "type"> {
  readonly evidenceId: EvidenceId;
  readonly added: Stamp;
  readonly withdrawn: Withdrawn | null;
}
export interface CaseFinding extends Finding {
  readonly recorded: Stamp;
  readonly withdrawn: Withdrawn | null;
}
export interface Notice extends Without<EventOf<"notice-sent">, "type"> {
  readonly sent: Stamp;
  /** When it reached the claimant; the clock pauses from that day (解释二 15). */
  readonly deliveredAt: string | null;
  /** When nothing that it asked for was open any more. */
  readonly answeredAt: string | null;
}
export type CasePaymentStatus = "pending" | "approved" | "rejected" | "sent" | "settled" | "returned";
export interface CasePayment extends Without<EventOf<"payment-prepared">, "type"> {
  readonly paymentId: PaymentId;
  readonly status: CasePaymentStatus;
  readonly prepared: Stamp;
  readonly approved: Stamp | null;
  readonly sent: Stamp | null;
  readonly settled: Stamp | null;
  readonly reason: string | null;
  /** True where another system paid it: there is no order of it here. */
  readonly elsewhere?: true;
  /** What of it came back as paid too much, or was written off; absent where nothing did. */
  readonly recovered?: string;
}
export interface Decided {
  readonly at: string;
  readonly policies: readonly PolicyDecided[];
  readonly payment: PaymentDecided;
}

/** A claim as its events fold to. Amounts are yuan, times +08:00: it is JSON and nothing else. */
export interface ClaimState extends Without<EventOf<"reported">, "type" | "policies">, LifeState {
  readonly version: number;
  readonly policies: readonly CasePolicy[];
  readonly evidence: readonly CaseEvidence[];
  readonly findings: readonly CaseFinding[];
  readonly decided: Decided | null;
  /** Since when every policy's decision is settled; null while one is open. */
  readonly settledAt: string | null;
  readonly notice: Notice | null;
  /** Requests to extend its clocks, oldest first. */
  readonly extensions: readonly Extension[];
  readonly payments: readonly CasePayment[];
}

/** Findings that stand. */
export const standing = (state: Pick<ClaimState, "findings">): readonly CaseFinding[] =>
  state.findings.filter(({ withdrawn }) => withdrawn === null);

/** True where the order's amount has left the case's hands: it may not be ordered a second time. */
export const isLive = (payment: Pick<CasePayment, "status">): boolean =>
  payment.status !== "rejected" && payment.status !== "returned";

/** True while somebody must still do something about the order. */
export const isMoving = (payment: Pick<CasePayment, "status">): boolean =>
  isLive(payment) && payment.status !== "settled";
