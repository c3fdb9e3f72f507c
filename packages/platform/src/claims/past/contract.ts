import { z } from "zod";
import { CaseId, FindingId, PolicyId } from "../../kernel/ids.ts";
import { operation } from "../../kernel/operation.ts";
import { Range } from "../shape/contract.ts";

const Line = z.object({ zh: z.string(), en: z.string() });
const Outcome = z.enum(["decline", "refer", "pay", "nothing", "accept", "open"]);

/** A finding as it stood at a past decision, and what became of it. */
export const PastFinding = z.object({
  findingId: FindingId,
  fact: z.string(),
  shows: z.string(),
  source: z.string(),
  at: z.string(),
  by: z.string(),
  /** `corrected`: withdrawn, and another finding on the same fact stands in its place. */
  fate: z.enum(["stands", "withdrawn", "corrected"]),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});

/** By which edition, and to which bytes: `edition` is the text's digest, `decision` the decision's. */
const Made = z.object({
  terms: z.string(),
  edition: z.string(),
  decision: z.string(),
  outcome: Outcome,
  settled: z.boolean(),
});

/** One decision that was taken on the case. 历次决定 */
export const PastDecision = z.object({
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  settled: z.boolean(),
  payable: Range,
  /** What led to it; empty where the institution's records had changed. */
  because: z.array(Line),
  policies: z.array(Made.extend({ policyId: PolicyId, number: z.string(), payable: Range })),
  payment: Made,
  findings: z.array(PastFinding),
});
export type PastDecision = z.infer<typeof PastDecision>;

/**
 * A decision made again by the edition and the facts of then. `words-differ`: outcome, amounts and asks are the same, and the
 * engine words its explanation otherwise today. `edition-missing`: the text it was made by is no longer kept.
 */
const Again = z.object({
  result: z.enum(["same", "words-differ", "differs", "edition-missing"]),
  digest: z.string().nullable(),
});

const beforeAndAfter = <T extends z.ZodType>(what: T) => z.object({ before: what, after: what });
const Lit = z.object({ lamp: z.enum(["certain", "depends", "off"]), shows: z.string() });

/** What differs between a past decision and the one that follows from what is known now; only what differs is listed. */
const Change = z.object({
  facts: z.array(beforeAndAfter(z.string()).extend({ fact: z.string() })),
  outcome: beforeAndAfter(Outcome),
  settled: beforeAndAfter(z.boolean()),
  payable: beforeAndAfter(Range),
  benefits: z.array(beforeAndAfter(Range.nullable()).extend({ clause: z.string(), name: z.string() })),
  clauses: z.array(beforeAndAfter(Lit).extend({ id: z.string(), text: z.string() })),
});

export const Redecided = z.object({
  version: z.number().int(),
  at: z.string(),
  policies: z.array(
    z.object({
      policyId: PolicyId,
      number: z.string(),
      product: z.string(),
      made: Made,
      again: Again,
      /** Null where nothing can be compared: the edition is gone, or what is known now contradicts itself. */
      change: Change.nullable(),
    }),
  ),
  payment: z.object({ made: Made, again: Again }),
  payable: z.object({ before: Range, after: Range.nullable() }),
  /** Findings of then that no longer stand, and those recorded since. */
  gone: z.array(PastFinding),
  since: z.array(PastFinding),
  /** Why there is no decision on what is known now; else null. */
  refused: Line.nullable(),
});
export type Redecided = z.infer<typeof Redecided>;

/** Every decision ever taken on the case, oldest first: when, by which edition, on which findings. */
export const listDecisions = operation({
  id: "claims.decisions",
  method: "GET",
  path: "/claims/:caseId/decisions",
  who: { staff: "claims.read" },
  summary: { zh: "案件的历次决定", en: "Every decision of a case" },
  params: z.object({ caseId: CaseId }),
  output: z.object({ items: z.array(PastDecision) }),
});
/** Makes one past decision again: by the edition and facts of then, and beside it on what is known now. Nothing is written. */
export const redecideClaim = operation({
  id: "claims.redecide",
  method: "GET",
  path: "/claims/:caseId/decisions/:version",
  who: { staff: "claims.read" },
  summary: { zh: "按当时重算，并与现在比较", en: "Decide again as of then, and compare with now" },
  params: z.object({ caseId: CaseId, version: z.coerce.number().int().min(1) }),
  output: Redecided,
});
