import { z } from "zod";
import { PolicyId, RefusalId } from "../../kernel/ids.ts";

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** A member of staff by name and id, for comparing who did what. */
const Named = z.object({ id: z.string(), name: z.string() });
const Reason = z.object({ clause: z.string(), text: z.string() });

/** One policy under which nothing is owed, by which edition and decision, and the clauses that say so for certain. */
export const RefusedPolicy = z.object({
  policyId: PolicyId,
  number: z.string(),
  product: z.string(),
  terms: z.string(),
  edition: z.string(),
  decision: Digest,
  reasons: z.array(Reason).min(1),
});
export type RefusedPolicy = z.infer<typeof RefusedPolicy>;

export const Ground = z.enum(["done", "nothing-due", "claimant-withdrew"]);
/** Why a case was closed: all is paid or refused and told; a person says nothing is due; the claimant took the claim back. */
export type Ground = z.infer<typeof Ground>;

const of = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });
const one = { refusalId: RefusalId };

/** What happens to a claim towards its end: refusals, agreements, closing and reopening. */
export const lifeEvents = [
  of("refusal-proposed", {
    ...one,
    policies: z.array(RefusedPolicy).min(1),
    /** In the person's own words, for the claimant. */
    words: z.string(),
    proposer: Named,
  }),
  of("refusal-approved", { ...one, approver: Named }),
  of("refusal-returned", { ...one, reason: z.string() }),
  of("refusal-notified", { ...one, messageId: z.string(), to: z.string(), text: z.string() }),
  of("refusal-delivered", { ...one, messageId: z.string(), deliveredAt: z.string() }),
  of("agreed", {
    /** The day that both sides agreed on, ISO 8601. */
    on: z.string(),
    with: z.string(),
    source: z.string(),
  }),
  of("closed", { ground: Ground, reason: z.string().nullable() }),
  of("reopened", { reason: z.string() }),
] as const;
export type LifeEvent = z.infer<(typeof lifeEvents)[number]>;
