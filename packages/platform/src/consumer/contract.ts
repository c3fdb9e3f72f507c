import { z } from "zod";
import { Explained } from "../claims/contract.ts";
import { CaseId } from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";

const Line = z.object({ zh: z.string(), en: z.string() });
/** 进度: reported → decided → approved → sent to the bank → arrived. */
const Progress = z.array(
  z.object({
    step: z.enum(["reported", "decided", "approved", "sent", "settled"]),
    at: z.string().nullable(),
  }),
);

export const ConsumerClaimSummary = z.object({
  caseId: CaseId,
  title: z.string(),
  institution: z.string(),
  role: z.enum(["insured", "beneficiary"]),
  least: Yuan,
  most: Yuan.nullable(),
  settled: z.boolean(),
  /** Ordered for you and not returned. */
  forYou: Yuan,
  progress: Progress,
});
export const ConsumerOverview = z.object({
  name: z.string(),
  sample: z.boolean(),
  onTheWay: z.object({ amount: Yuan, caseId: CaseId, title: z.string(), progress: Progress }).nullable(),
  covers: z.array(
    z.object({
      number: z.string(),
      product: z.string(),
      institution: z.string(),
      status: z.string(),
      role: z.enum(["insured", "beneficiary"]),
      ofWhom: z.string(),
      plain: Line,
    }),
  ),
  claims: z.array(ConsumerClaimSummary),
});
export type ConsumerOverview = z.infer<typeof ConsumerOverview>;

export const ConsumerClaim = ConsumerClaimSummary.extend({
  payments: z.array(
    z.object({
      amount: Yuan,
      status: z.string(),
      accountMasked: z.string(),
      bank: z.string(),
      at: z.string(),
    }),
  ),
  /** Why this amount, clause by clause, policy by policy. */
  because: z.array(
    z.object({
      product: z.string(),
      number: z.string(),
      terms: z.string(),
      digest: z.string(),
      payable: z.object({ least: Yuan, most: Yuan.nullable() }),
      /** What is owed or not is computed; whether nothing is paid, two named persons say, in writing. */
      refused: z.boolean(),
      explained: Explained,
    }),
  ),
  facts: z.array(z.object({ name: Line, shows: Line, source: z.string() })),
  stillNeeded: z.array(z.object({ ask: Line, from: z.string().nullable() })),
  /** Who looked at this case, and when. */
  looked: z.array(z.object({ at: z.string(), who: Line, what: Line })),
  rights: z.array(Line),
});
export type ConsumerClaim = z.infer<typeof ConsumerClaim>;

export const consumerOverview = operation({
  id: "consumer.overview",
  method: "GET",
  path: "/consumer/overview",
  who: { consumer: true },
  summary: { zh: "我的保障", en: "My covers" },
  output: ConsumerOverview,
});
export const consumerCopy = operation({
  id: "consumer.copy",
  method: "GET",
  path: "/consumer/copy.xlsx",
  who: { consumer: true },
  summary: { zh: "我的信息副本", en: "A copy of my data" },
  output: "download",
});
export const consumerClaim = operation({
  id: "consumer.claim",
  method: "GET",
  path: "/consumer/claims/:caseId",
  who: { consumer: true },
  summary: { zh: "我的理赔", en: "My claim" },
  params: z.object({ caseId: CaseId }),
  output: ConsumerClaim,
});
