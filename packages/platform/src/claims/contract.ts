import { z } from "zod";
import {
  CaseId,
  EvidenceId,
  FindingId,
  PartyId,
  PaymentId,
  PolicyId,
  StaffId,
  TermsId,
} from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

const Range = z.object({ least: Yuan, most: Yuan.nullable() });
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
  clocks: z.array(
    z.object({
      name: z.string(),
      due: z.string().nullable(),
      daysLeft: z.number().int().nullable(),
      law: z.string().nullable(),
      state: z.enum(["running", "paused", "met", "breached", "waiting"]),
    }),
  ),
  payments: z.array(
    z.object({
      paymentId: PaymentId,
      amount: Yuan,
      payee: z.string(),
      status: z.string(),
      preparedBy: z.string(),
      approvedBy: z.string().nullable(),
    }),
  ),
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
      "nothing",
    ]),
    zh: z.string(),
    en: z.string(),
    fact: z.string().nullable(),
  }),
});
export type ClaimView = z.infer<typeof ClaimView>;
export type ClaimSummary = z.infer<typeof ClaimSummary>;

const CaseParams = z.object({ caseId: CaseId });
/** The version the page was showing: a change made since is a conflict, not an overwrite. */
const expected = { version: z.number().int().min(1) };

export const listClaims = operation({
  id: "claims.list",
  method: "GET",
  path: "/claims",
  who: { staff: "claims.read" },
  summary: { zh: "理赔案件列表", en: "Claims" },
  query: PageQuery.extend({
    status: ClaimStatus.optional(),
    q: z.string().trim().max(100).optional(),
    mine: z.enum(["true", "false"]).optional(),
  }),
  output: pageOf(ClaimSummary),
});
export const exportClaims = operation({
  id: "claims.export",
  method: "GET",
  path: "/claims.xlsx",
  who: { staff: "claims.read" },
  summary: { zh: "导出理赔案件", en: "Export claims" },
  query: z.object({ status: ClaimStatus.optional(), q: z.string().trim().max(100).optional() }),
  output: "download",
});
export const readClaim = operation({
  id: "claims.read",
  method: "GET",
  path: "/claims/:caseId",
  who: { staff: "claims.read" },
  summary: { zh: "案件详情", en: "One claim" },
  params: CaseParams,
  output: ClaimView,
});
/** 报案: opens a case over the insured's policies that answer to the event. */
export const reportClaim = operation({
  id: "claims.report",
  method: "POST",
  path: "/claims",
  who: { staff: "claims.handle" },
  creates: true,
  summary: { zh: "登记报案", en: "Report a claim" },
  body: z.object({
    partyId: PartyId,
    eventKind: z.enum(["death", "illness", "accident"]),
    reportedAt: z.string(),
    policies: z.array(PolicyId).min(1),
    facts: z.record(z.string(), z.unknown()).default({}),
    source: z.string().trim().min(1).max(200),
  }),
  output: ClaimView,
});
/** Drop a file as it is. A statement is read into findings; any other document is kept as evidence. */
export const addFile = operation({
  id: "claims.addFile",
  method: "POST",
  path: "/claims/:caseId/files",
  who: { staff: "claims.handle" },
  summary: { zh: "把文件放进案件", en: "Drop a file on a case" },
  params: CaseParams,
  /** `owner`: "insured" confirms that a bill whose owner the file does not name is the insured's. */
  body: z.object({ version: z.coerce.number().int().min(1), owner: z.enum(["insured"]).optional() }),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({
    claim: ClaimView,
    read: z.object({ kind: z.string(), rows: z.number().int(), zh: z.string(), en: z.string() }),
  }),
});
export const readFile = operation({
  id: "claims.readFile",
  method: "GET",
  path: "/claims/:caseId/files/:evidenceId",
  who: { staff: "claims.read" },
  summary: { zh: "下载证据原件", en: "Download evidence" },
  params: CaseParams.extend({ evidenceId: EvidenceId }),
  output: "download",
});
export const withdrawFile = operation({
  id: "claims.withdrawFile",
  method: "POST",
  path: "/claims/:caseId/files/:evidenceId/withdraw",
  who: { staff: "claims.handle" },
  summary: { zh: "撤回证据及其认定", en: "Withdraw evidence and what it proved" },
  params: CaseParams.extend({ evidenceId: EvidenceId }),
  body: z.object({ ...expected, reason: z.string().trim().min(2).max(500) }),
  output: ClaimView,
});
/** 认定: a value or a bound entered by a person, with what shows it. */
export const recordFinding = operation({
  id: "claims.recordFinding",
  method: "POST",
  path: "/claims/:caseId/findings",
  who: { staff: "claims.handle" },
  creates: true,
  summary: { zh: "录入认定", en: "Record a finding" },
  params: CaseParams,
  body: z.object({
    ...expected,
    fact: z.string(),
    kind: z.enum(["value", "not-before", "not-after"]),
    value: z.unknown(),
    source: z.string().trim().min(2).max(300),
    evidenceId: EvidenceId.optional(),
    /** For a fact of one policy alone (its debts, say); otherwise it is true of the case. */
    policyId: PolicyId.optional(),
  }),
  output: ClaimView,
});
export const withdrawFinding = operation({
  id: "claims.withdrawFinding",
  method: "POST",
  path: "/claims/:caseId/findings/:findingId/withdraw",
  who: { staff: "claims.handle" },
  summary: { zh: "撤回认定", en: "Withdraw a finding" },
  params: CaseParams.extend({ findingId: FindingId }),
  body: z.object({ ...expected, reason: z.string().trim().min(2).max(500) }),
  output: ClaimView,
});
/** 一次性补正通知 (保险法 22): everything the decision and the payment still need, once. */
export const sendNotice = operation({
  id: "claims.sendNotice",
  method: "POST",
  path: "/claims/:caseId/notice",
  who: { staff: "claims.handle" },
  creates: true,
  summary: { zh: "发出一次性补正通知", en: "Send the one-time notice" },
  params: CaseParams,
  body: z.object({ ...expected }),
  output: ClaimView,
});
/** Prepares payment of what is certain and not yet ordered (保险法 23, 25). A second person approves. */
export const preparePayment = operation({
  id: "claims.preparePayment",
  method: "POST",
  path: "/claims/:caseId/payments",
  who: { staff: "payments.prepare" },
  creates: true,
  summary: { zh: "提交给付", en: "Prepare payment of what is certain" },
  params: CaseParams,
  body: z.object({ ...expected, amount: Yuan }),
  output: ClaimView,
});
/** Decides an old case again with the terms and the facts known then: the same bytes, or an error that says what differs. */
export const replayClaim = operation({
  id: "claims.replay",
  method: "GET",
  path: "/claims/:caseId/replay",
  who: { staff: "claims.read" },
  summary: { zh: "按当时的条款与事实重算", en: "Replay every decision of the case" },
  params: CaseParams,
  output: z.object({
    decisions: z.number().int(),
    same: z.boolean(),
    differs: z.array(z.object({ version: z.number().int(), policy: z.string() })),
  }),
});
export const claimHandlers = z.array(z.object({ staffId: StaffId, name: z.string() }));
