import { z } from "zod";
import { BatchId, CaseId, HoldId, PartyId, PaymentId, PolicyId, StaffId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { CheckId } from "./contract.ts";
import type { PaymentEvent } from "./model.ts";

/** 分 as text in JSON. */
const Amount = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform((text) => cents(BigInt(text)));
const By = z.object({ staffId: StaffId.nullable(), name: z.string() });
const step = { by: By, at: z.coerce.date() };

const Terms = z.object({
  partyId: PartyId,
  paymentId: PaymentId,
  number: z.string(),
  caseId: CaseId,
  caseNumber: z.string(),
  title: z.string(),
  purpose: z.enum(["advance", "benefit", "remainder"]),
  amount: Amount,
  lines: z.array(
    z.object({
      policyId: PolicyId,
      policyNumber: z.string(),
      product: z.string(),
      benefit: z.string(),
      amount: Amount,
      clause: z.string(),
    }),
  ),
  payee: z.object({ partyId: PartyId, name: z.string() }),
  account: z.object({
    holder: z.string(),
    kind: z.enum(["card", "account"]),
    bank: z.string(),
    bankCode: z.string().nullable(),
    sealed: z.string(),
    masked: z.string(),
  }),
  replaces: PaymentId.nullable(),
});

export const Overrides = z.array(z.object({ check: CheckId, reason: z.string() }));
const Book = z.enum(["claims-expense", "claims-advance"]);
const bankSaid = { reason: z.string(), code: z.string().nullable().default(null) };

const Event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("prepared"), terms: Terms, ...step }),
  // Orders approved before there were checks have no overrides, before there were advances they stand under the expense,
  // and returns before there were codes have none.
  z.object({
    type: z.literal("approved"),
    overrides: Overrides.default([]),
    booked: Book.default("claims-expense"),
    ...step,
  }),
  z.object({ type: z.literal("rejected"), reason: z.string(), ...step }),
  z.object({ type: z.literal("sent"), batchId: BatchId, ...step }),
  z.object({ type: z.literal("settled"), ...step }),
  z.object({ type: z.literal("returned"), ...bankSaid, ...step }),
  z.object({ type: z.literal("bounced"), ...bankSaid, ...step }),
  z.object({ type: z.literal("held"), holdId: HoldId, reason: z.string(), ...step }),
  z.object({ type: z.literal("released"), holdId: HoldId, ...step }),
  z.object({ type: z.literal("revoked"), reason: z.string(), ...step }),
  z.object({ type: z.literal("netted"), against: z.string(), ...step }),
  z.object({ type: z.literal("recovery-requested"), amount: Amount, reason: z.string(), ...step }),
  z.object({ type: z.literal("recovery-promised"), on: z.iso.date(), note: z.string(), ...step }),
  z.object({ type: z.literal("recovery-received"), amount: Amount, reference: z.string(), ...step }),
  z.object({ type: z.literal("write-off-proposed"), reason: z.string(), ...step }),
  z.object({ type: z.literal("written-off"), amount: Amount, ...step }),
]);

const Stamped = z.object(step);
/** How far a recovery has come, as its column holds it. */
export const StoredRecovery = z.object({
  amount: Amount,
  reason: z.string(),
  requested: Stamped,
  promise: Stamped.extend({ on: z.string(), note: z.string() }).nullable(),
  receipts: z.array(Stamped.extend({ amount: Amount, reference: z.string() })),
  proposal: Stamped.extend({ reason: z.string() }).nullable(),
  writtenOff: Stamped.extend({ amount: Amount }).nullable(),
});

/** JSON with amounts as text. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

/** An event as JSON text, for the append-only stream. */
export const writeEvent = (event: PaymentEvent): string => asJson(event);

/** An event read back from the stream. Throws a `ZodError` where the stream is damaged. */
export const readEvent = (data: unknown): PaymentEvent => Event.parse(data);
