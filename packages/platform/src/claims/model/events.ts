import { z } from "zod";
import { extensionEvents } from "../../clocks/index.ts";
import { CaseId, EvidenceId, FindingId, PartyId, PaymentId, PolicyId } from "../../kernel/ids.ts";
import { Yuan } from "../../kernel/money.ts";
import { Ask } from "../contract.ts";
import { lifeEvents } from "../life/events.ts";

/** Facts as they were given to a decision: the language's JSON (terms language §3). */
const Facts = z.record(z.string(), z.unknown());
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Outcome = z.enum(["decline", "refer", "pay", "nothing", "accept", "open"]);

export const FindingSource = z.object({
  kind: z.enum(["statement", "record", "evidence", "staff"]),
  /** Who or what says so, in words. */
  label: z.string(),
  evidenceId: EvidenceId.nullable(),
  /** Where in the file: sheet, row and the words found there. */
  locator: z.string().nullable(),
});
export const Finding = z.object({
  findingId: FindingId,
  fact: z.string(),
  kind: z.enum(["value", "not-before", "not-after"]),
  /** Plain, or `{ none: true }`. */
  value: z.unknown(),
  /** Null: it is true of the case, and so of every policy that asks. */
  policyId: PolicyId.nullable(),
  source: FindingSource,
});
export type Finding = z.infer<typeof Finding>;

export const CasePolicy = z.object({
  policyId: PolicyId,
  number: z.string(),
  product: z.string(),
  terms: z.string(),
});
export type CasePolicy = z.infer<typeof CasePolicy>;

/** What one decision was made from and came to. `decision` is the SHA-256 of its JSON: recomputing must give the same. */
const Snapshot = z.object({
  terms: z.string(),
  digest: z.string(),
  facts: Facts,
  decision: Digest,
  outcome: Outcome,
  settled: z.boolean(),
  asks: z.array(Ask),
});
export const PolicyDecided = Snapshot.extend({
  policyId: PolicyId,
  least: Yuan,
  most: Yuan.nullable(),
});
export type PolicyDecided = z.infer<typeof PolicyDecided>;
export const PaymentDecided = Snapshot;
export type PaymentDecided = z.infer<typeof PaymentDecided>;

const of = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });
const one = { paymentId: PaymentId };

/** Everything that can happen to a claim. An event is never changed; what is wrong is withdrawn by another. */
export const ClaimEvent = z.discriminatedUnion("type", [
  of("reported", {
    caseId: CaseId,
    partyId: PartyId,
    number: z.string(),
    title: z.string(),
    eventKind: z.enum(["death", "illness", "accident"]),
    insuredName: z.string(),
    sample: z.boolean(),
    handler: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** When the report and its documents first came, +08:00. */
    reportedAt: z.string(),
    source: z.string(),
    policies: z.array(CasePolicy).min(1),
  }),
  of("evidence-added", {
    evidenceId: EvidenceId,
    filename: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    sha256: Digest,
    kind: z.enum(["wechat-bill", "alipay-bill", "call-records", "document"]),
    summary: z.string(),
    /** A statement's owner as the file names it, or as a person confirmed. */
    owner: z.enum(["named", "confirmed"]).nullable(),
  }),
  of("evidence-withdrawn", { evidenceId: EvidenceId, reason: z.string() }),
  of("finding-recorded", { finding: Finding }),
  of("finding-withdrawn", { findingId: FindingId, reason: z.string() }),
  of("decided", { policies: z.array(PolicyDecided), payment: PaymentDecided }),
  of("notice-sent", {
    messageId: z.string(),
    to: z.string(),
    text: z.string(),
    /** The facts it asks for, of the decision and of payment. */
    asks: z.array(z.string()),
  }),
  of("notice-delivered", { messageId: z.string(), deliveredAt: z.string() }),
  of("payment-prepared", {
    ...one,
    number: z.string(),
    purpose: z.enum(["advance", "benefit", "remainder"]),
    amount: Yuan,
    payee: z.object({ partyId: PartyId, name: z.string() }),
    replaces: PaymentId.nullable(),
    lines: z.array(z.object({ policyId: PolicyId, benefit: z.string(), clause: z.string(), amount: Yuan })),
  }),
  /** 已由核心系统给付: what another system paid before this one knew of the case; no order of this platform. */
  of("paid-elsewhere", {
    ...one,
    /** That system's own number of the payment. */
    number: z.string(),
    amount: Yuan,
    payee: z.object({ partyId: PartyId, name: z.string() }),
    /** +08:00 */
    paidAt: z.string(),
    lines: z.array(z.object({ policyId: PolicyId, benefit: z.string(), clause: z.string(), amount: Yuan })),
  }),
  of("payment-approved", one),
  of("payment-rejected", { ...one, reason: z.string() }),
  of("payment-sent", one),
  of("payment-settled", one),
  of("payment-returned", { ...one, reason: z.string() }),
  // 追回: part of what was paid too much came back, or was written off
  of("payment-recovered", { ...one, amount: Yuan }),
  ...lifeEvents,
  ...extensionEvents,
]);
export type ClaimEvent = z.infer<typeof ClaimEvent>;
export type EventOf<Type extends ClaimEvent["type"]> = Extract<ClaimEvent, { type: Type }>;

/** An event with when it was recorded (+08:00) and by whom. */
export interface Recorded {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly event: ClaimEvent;
}
