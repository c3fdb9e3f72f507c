import { z } from "zod";
import { operation } from "../kernel/operation.ts";

export * from "./drafts/contract.ts";
export * from "./trial/contract.ts";

export const TermsSummary = z.object({
  id: z.string(),
  family: z.string(),
  edition: z.string(),
  title: z.string(),
  kind: z.enum(["product", "programme"]),
  folder: z.string(),
  /** ISO dates; `from` is empty where nothing bounds it, `to` null. */
  effective: z.object({ from: z.string(), to: z.string().nullable() }),
  digest: z.string(),
  clauses: z.number().int(),
  examples: z.number().int(),
  policies: z.number().int(),
  /** The fact that must lie inside `effective`; null where the document names none. */
  governs: z.string().nullable(),
  /** Who signed an edition of the institution's own, and when; null for those that the installation brings. */
  signed: z.object({ at: z.string(), by: z.array(z.string()) }).nullable(),
});

export const listTerms = operation({
  id: "terms.list",
  method: "GET",
  path: "/terms",
  who: { staff: "terms.read" },
  summary: { zh: "条款库", en: "Terms" },
  output: z.object({ items: z.array(TermsSummary) }),
});
/** The document's own text: the page reads, decides and explains it in the browser with the same code. */
export const readTermsDocument = operation({
  id: "terms.read",
  method: "GET",
  path: "/terms/:family/:edition",
  who: { staff: "terms.read" },
  summary: { zh: "一份条款", en: "One terms document" },
  params: z.object({ family: z.string(), edition: z.string() }),
  output: TermsSummary.extend({ source: z.string() }),
});
