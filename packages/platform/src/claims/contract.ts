import { z } from "zod";
import { CaseId, EvidenceId, FindingId, PartyId, PolicyId, StaffId } from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";
import { ClaimStatus, ClaimSummary, ClaimView } from "./shape/contract.ts";

export * from "./explained/contract.ts";
export * from "./extension/contract.ts";
export * from "./life/contract.ts";
export * from "./life/operations/contract.ts";
export * from "./past/contract.ts";
export * from "./shape/contract.ts";

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
  who: { staff: "claims.report" },
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
  who: { staff: "claims.collect" },
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
