import { z } from "zod";
import { ClockView, ExtensionView } from "../../clocks/contract.ts";
import { CaseId, EvidenceId, FindingId, PartyId, PaymentId, PolicyId, TermsId } from "../../kernel/ids.ts";
import { Yuan } from "../../kernel/money.ts";
import { CaseLife } from "../life/contract.ts";

export const Range = z.object({ least: Yuan, most: Yuan.nullable() });
const Reason = z.object({ clause: z.string(), text: z.string() });
export const Ask = z.object({
  fact: z.string(),
  ask: z.string().nullable(),
  from: z.string().nullable(),
  clauses: z.array(z.string()),
});

/** A decision as the language prints it (terms language §3). */
export const DecisionView = z.object({
  terms: z.string(),
  digest: z.string(),
  outcome: z.enum(["decline", "refer", "pay", "nothing", "accept", "open"]),
  settled: z.boolean(),
  tight: z.boolean(),
  payable: Range,
  benefits: z.array(
    z.object({
      clause: z.string(),
      name: z.string(),
      least: Yuan,
      most: Yuan.nullable(),
      reasons: z.array(Reason),
    }),
  ),
  reasons: z.array(Reason),
  values: z.record(z.string(), z.unknown()),
  promises: z.array(z.object({ clause: z.string(), lane: z.string(), due: z.unknown() })),
  flags: z.array(z.unknown()),
  points: z.unknown(),
  steps: z.array(z.unknown()),
  asks: z.array(Ask),
  explanation: z.array(z.object({ clause: z.string(), text: z.string(), shows: z.string() })),
});

/** One clause as the page lights it: `certain` green, `depends` amber, `off` grey (does not apply, with why). */
export const ClauseView = z.object({
  id: z.string(),
  text: z.string(),
  lamp: z.enum(["certain", "depends", "off"]),
  shows: z.string(),
});

/** Pieces of a bounded time or amount and what each would pay: the picture under a clause. */
export const WhatIf = z.object({
  fact: z.string(),
  type: z.string(),
  segments: z.array(
    z.object({ from: z.string(), to: z.string(), label: z.string(), payable: Range, outcome: z.string() }),
  ),
});

/** Where a fact's value comes from. */
export const Source = z.object({
  kind: z.enum(["policy", "statement", "record", "evidence", "staff"]),
  label: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  evidenceId: EvidenceId.nullable(),
  findingId: FindingId.nullable(),
  /** Where in the file: sheet, row and the words found there. */
  locator: z.string().nullable(),
});

export const FactView = z.object({
  name: z.string(),
  type: z.string(),
  ask: z.string().nullable(),
  /** The language's JSON: a plain value, `{between}`, `{oneOf}`, or null while unknown. */
  value: z.unknown(),
  shows: z.string(),
  state: z.enum(["known", "bounded", "unknown"]),
  /** Allowed choices, for a fact of `one of`. */
  options: z.array(z.string()).nullable(),
  sources: z.array(Source),
  /** True where the decision of some policy depends on it. */
  asked: z.boolean(),
});

export const EvidenceView = z.object({
  evidenceId: EvidenceId,
  filename: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  kind: z.enum(["wechat-bill", "alipay-bill", "call-records", "document"]),
  addedAt: z.string(),
  addedBy: z.string(),
  summary: z.string(),
  findings: z.array(FindingId),
  withdrawn: z.boolean(),
});

/** A lower or upper bound, or a value, that something proves. 认定 */
export const FindingView = z.object({
  findingId: FindingId,
  fact: z.string(),
  shows: z.string(),
  kind: z.enum(["value", "not-before", "not-after"]),
  value: z.unknown(),
  /** Null: true of the case, and so of every policy that asks. */
  policyId: PolicyId.nullable(),
  source: Source,
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});

export const ClaimStatus = z.enum(["open", "decided", "paid", "closed"]);

export const ClaimSummary = z.object({
  caseId: CaseId,
  number: z.string(),
  title: z.string(),
  status: ClaimStatus,
  insuredName: z.string(),
  partyId: PartyId,
  openedAt: z.string(),
  handler: z.string().nullable(),
  payable: Range,
  ordered: Yuan,
  settled: z.boolean(),
  asks: z.array(z.string()),
  nextDue: z.object({ name: z.string(), due: z.string() }).nullable(),
});

export const ClaimView = ClaimSummary.extend({
  sample: z.boolean(),
  version: z.number().int(),
  eventKind: z.string(),
  facts: z.array(FactView),
  policies: z.array(
    z.object({
      policyId: PolicyId,
      number: z.string(),
      product: z.string(),
      terms: TermsId,
      facts: z.array(FactView),
      decision: DecisionView,
      clauses: z.array(ClauseView),
      whatIfs: z.array(WhatIf),
    }),
  ),
  /** Asks of every policy and of payment together: the one-time notice. `settles` where one answer can close the decision. */
  needs: z.object({
    decision: z.array(Ask.extend({ settles: z.boolean(), policies: z.array(z.string()) })),
    payment: z.array(Ask),
  }),
  paymentFacts: z.array(FactView),
  notice: z.object({ sentAt: z.string(), to: z.string(), text: z.string() }).nullable(),
  evidence: z.array(EvidenceView),
  findings: z.array(FindingView),
  /** `available` = certain and not yet ordered: what can be prepared for payment now. */
  money: z.object({ least: Yuan, most: Yuan.nullable(), ordered: Yuan, available: Yuan }),
  clocks: z.array(ClockView),
  /** 延期申请, oldest first. */
  extensions: z.array(ExtensionView),
  payments: z.array(
    z.object({
      paymentId: PaymentId,
      amount: Yuan,
      payee: z.string(),
      status: z.string(),
      preparedBy: z.string(),
      approvedBy: z.string().nullable(),
      /** True where the core system paid it: there is no order of it here. */
      elsewhere: z.boolean(),
    }),
  ),
  life: CaseLife,
  history: z.array(
    z.object({
      version: z.number().int(),
      type: z.string(),
      at: z.string(),
      by: z.string(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  /** The one next thing to do. */
  next: z.object({
    do: z.enum([
      "answer-ask",
      "send-notice",
      "prepare-payment",
      "complete-payment-needs",
      "await-approval",
      "send-batch",
      "await-bank",
      "refer",
      "propose-refusal",
      "approve-refusal",
      "close",
      "nothing",
    ]),
    zh: z.string(),
    en: z.string(),
    fact: z.string().nullable(),
  }),
});
export type ClaimView = z.infer<typeof ClaimView>;
export type ClaimSummary = z.infer<typeof ClaimSummary>;
