import { z } from "zod";
import { CaseId } from "../../kernel/ids.ts";
import { operation } from "../../kernel/operation.ts";
import { DraftId } from "../drafts/contract.ts";

const Day = z.iso.date();
const Money = z.object({ least: z.string(), most: z.string().nullable() });

/** What one edition says of one policy's claim. */
const Said = z.object({
  outcome: z.enum(["decline", "refer", "pay", "nothing", "accept", "open"]),
  payable: Money,
  reasons: z.array(z.string()),
  asks: z.array(z.string()),
});

export const TrialRow = z.object({
  caseId: CaseId,
  number: z.string(),
  /** 王** */
  nameMasked: z.string(),
  policyNumber: z.string(),
  terms: z.string(),
  before: Said.nullable(),
  after: Said.nullable(),
  /** Why one of the two could not decide; null where both did. */
  cannot: z.object({ zh: z.string(), en: z.string() }).nullable(),
});
export type TrialRow = z.infer<typeof TrialRow>;

export const TrialCounts = z.object({
  cases: z.number().int(),
  policies: z.number().int(),
  outcomeChanged: z.number().int(),
  amountChanged: z.number().int(),
  cannot: z.number().int(),
  /** Over the policies that both editions decide; `most` is null where one of them has no upper end. */
  before: Money,
  after: Money,
});
export type TrialCounts = z.infer<typeof TrialCounts>;

const params = z.object({ draftId: DraftId });
const period = {
  /** The draft's step that the page shows, so that every page of a trial is of one text. */
  version: z.coerce.number().int().min(1),
  /** Cases reported from this day on … */
  from: Day,
  /** … to this day, included; days in China. */
  to: Day,
};

/** Some cases at a time: the page adds them up and shows how far it is. */
export const tryDraft = operation({
  id: "terms.tryDraft",
  method: "GET",
  path: "/terms-drafts/:draftId/trial",
  who: { staff: "terms.review" },
  summary: { zh: "用从前的案件试算草稿", en: "Try a draft on past cases" },
  params,
  query: z.object({
    ...period,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  output: z.object({
    /** How many cases there are in all. */
    total: z.number().int(),
    /** Those of these cases. */
    counts: TrialCounts,
    /** The policies that change, or cannot be decided; null for those who may not see cases. */
    rows: z.array(TrialRow).nullable(),
    next: z.string().nullable(),
  }),
});
export const exportTrial = operation({
  id: "terms.exportTrial",
  method: "GET",
  path: "/terms-drafts/:draftId/trial.csv",
  who: { staff: "claims.read" },
  summary: { zh: "试算结果（CSV）", en: "A trial as CSV" },
  params,
  query: z.object(period),
  output: "download",
});
