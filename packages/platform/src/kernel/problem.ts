import { z } from "zod";

/** One field that was not right, and what would be. */
export const FieldProblem = z.object({
  in: z.enum(["params", "query", "body", "file", "header"]),
  /** Dotted: `items.0.amount` */
  field: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/**
 * RFC 9457, as every error of the API is answered (`application/problem+json`). `title` names the kind in a few words;
 * `detail` is a whole sentence for a person; each in Chinese, with its English beside it.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  titleEn: z.string(),
  status: z.number().int(),
  detail: z.string(),
  detailEn: z.string(),
  /** `capability.reason` */
  code: z.string(),
  /** What the sentence was made from; with `fields` where the input was not right. */
  facts: z.record(z.string(), z.unknown()),
  fields: z.array(FieldProblem).optional(),
  /** Names this one failure in the server's log; only on a 500. */
  id: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
