import { z } from "zod";
import { CaseId, PolicyId, TermsId } from "../../kernel/ids.ts";
import { Yuan } from "../../kernel/money.ts";
import { operation } from "../../kernel/operation.ts";

/** A decision in words: the library's explanation, in one language. */
export const Explanation = z.object({
  language: z.enum(["zh", "en"]),
  headline: z.string(),
  /** The wording is Chinese as signed, in both languages. */
  clauses: z.array(z.object({ clause: z.string(), text: z.string(), says: z.string() })),
  /** What the decision would be if one fact were otherwise. */
  changes: z.array(
    z.object({
      fact: z.string(),
      /** The fact as the language writes it. */
      given: z.unknown(),
      outcome: z.enum(["pay", "nothing", "decline", "refer", "accept", "open"]),
      settled: z.boolean(),
      payable: z.object({ least: Yuan, most: Yuan.nullable() }),
      text: z.string(),
    }),
  ),
  alone: z.string().nullable(),
  note: z.string(),
});
export type Explanation = z.infer<typeof Explanation>;
/** In both languages, side by side. */
export const Explained = z.object({ zh: Explanation, en: Explanation });
export type Explained = z.infer<typeof Explained>;

export const explainClaim = operation({
  id: "claims.explain",
  method: "GET",
  path: "/claims/:caseId/explanation",
  who: { staff: "claims.read" },
  summary: {
    zh: "案件的解释：为什么，什么会改变结果",
    en: "A claim explained: why, and what would change it",
  },
  params: z.object({ caseId: CaseId }),
  output: z.object({
    items: z.array(z.object({ policyId: PolicyId, terms: TermsId, explained: Explained })),
  }),
});
