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
const bankSaid = { reason: z.string(), code: z.string().nullable().default(null) };

const Event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("prepared"), terms: Terms, ...step }),
  // Orders approved before there were checks have no overrides, and returns before there were codes no code.
  z.object({ type: z.literal("approved"), overrides: Overrides.default([]), ...step }),
  z.object({ type: z.literal("rejected"), reason: z.string(), ...step }),
  z.object({ type: z.literal("sent"), batchId: BatchId, ...step }),
  z.object({ type: z.literal("settled"), ...step }),
  z.object({ type: z.literal("returned"), ...bankSaid, ...step }),
  z.object({ type: z.literal("bounced"), ...bankSaid, ...step }),
  z.object({ type: z.literal("held"), holdId: HoldId, reason: z.string(), ...step }),
  z.object({ type: z.literal("released"), holdId: HoldId, ...step }),
]);

/** An event as JSON text, for the append-only stream. */
export const writeEvent = (event: PaymentEvent): string =>
  JSON.stringify(event, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));

/** An event read back from the stream. Throws a `ZodError` where the stream is damaged. */
export const readEvent = (data: unknown): PaymentEvent => Event.parse(data);
