import { z } from "zod";
import { PolicyId, RefusalId, StaffId } from "../../kernel/ids.ts";

const Reason = z.object({ clause: z.string(), text: z.string() });

/** A policy under which nothing is owed for certain, and the clauses that say so. */
const Refused = z.object({
  policyId: PolicyId,
  number: z.string(),
  product: z.string(),
  reasons: z.array(Reason),
});

/** The end of a case: what may be refused, was refused, agreed, closed. */
export const CaseLife = z.object({
  /** Certain declines that nobody has refused yet. 待作出拒赔 */
  refusable: z.array(Refused),
  refusals: z.array(
    z.object({
      refusalId: RefusalId,
      status: z.enum(["proposed", "approved", "returned", "lapsed"]),
      policies: z.array(Refused),
      words: z.string(),
      proposedBy: z.string(),
      /** Another person than this one decides on it. */
      proposer: StaffId,
      proposedAt: z.string(),
      approvedBy: z.string().nullable(),
      approvedAt: z.string().nullable(),
      returnedReason: z.string().nullable(),
      /** 拒绝给付通知书 (保险法 24), as it went out. */
      notice: z
        .object({ to: z.string(), text: z.string(), sentAt: z.string(), deliveredAt: z.string().nullable() })
        .nullable(),
    }),
  ),
  /** 给付协议 (保险法 23): the last recorded. `mayAgree` is true where one can be recorded. */
  agreement: z
    .object({ on: z.string(), with: z.string(), source: z.string(), by: z.string(), at: z.string() })
    .nullable(),
  mayAgree: z.boolean(),
  closed: z
    .object({
      at: z.string(),
      by: z.string(),
      ground: z.enum(["done", "nothing-due", "claimant-withdrew"]),
      reason: z.string().nullable(),
    })
    .nullable(),
  /** What keeps a person from closing the case as having nothing due; null where they may. */
  cannotClose: z.object({ zh: z.string(), en: z.string() }).nullable(),
});
export type CaseLife = z.infer<typeof CaseLife>;
