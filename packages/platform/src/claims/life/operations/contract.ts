import { z } from "zod";
import { CaseId, RefusalId } from "../../../kernel/ids.ts";
import { operation } from "../../../kernel/operation.ts";
import { ClaimView } from "../../shape/contract.ts";

const CaseParams = z.object({ caseId: CaseId });
const RefusalParams = CaseParams.extend({ refusalId: RefusalId });
const version = z.number().int().min(1);
const reason = z.string().trim().min(2).max(500);

/** 提出拒赔: a named person, only where nothing is owed whatever turns out; another person approves. */
export const proposeRefusal = operation({
  id: "claims.proposeRefusal",
  method: "POST",
  path: "/claims/:caseId/refusals",
  who: { staff: "claims.handle" },
  creates: true,
  summary: { zh: "提出拒赔意见", en: "Propose to refuse" },
  params: CaseParams,
  body: z.object({ version, words: z.string().trim().min(5).max(1000) }),
  output: ClaimView,
});
/** 复核同意: by another than the one who proposed; the notice goes to the claimant in the same step (保险法 24). */
export const approveRefusal = operation({
  id: "claims.approveRefusal",
  method: "POST",
  path: "/claims/:caseId/refusals/:refusalId/approve",
  who: { staff: "claims.approve" },
  summary: { zh: "复核同意拒赔并发出通知书", en: "Approve a refusal and send the notice" },
  params: RefusalParams,
  body: z.object({ version }),
  output: ClaimView,
});
export const returnRefusal = operation({
  id: "claims.returnRefusal",
  method: "POST",
  path: "/claims/:caseId/refusals/:refusalId/return",
  who: { staff: "claims.approve" },
  summary: { zh: "退回拒赔意见", en: "Return a proposed refusal" },
  params: RefusalParams,
  body: z.object({ version, reason }),
  output: ClaimView,
});
/** 达成给付协议 (保险法 23): the ten days for payment run from this day. */
export const recordAgreement = operation({
  id: "claims.agree",
  method: "POST",
  path: "/claims/:caseId/agreement",
  who: { staff: "claims.handle" },
  summary: { zh: "登记给付协议", en: "Record an agreement" },
  params: CaseParams,
  body: z.object({ version, on: z.iso.date(), with: z.string().trim().min(1).max(100), source: reason }),
  output: ClaimView,
});
/** 结案, by hand and with a reason, where nothing is due; or where the claimant took an undecided claim back. */
export const closeClaim = operation({
  id: "claims.close",
  method: "POST",
  path: "/claims/:caseId/close",
  who: { staff: "claims.handle" },
  summary: { zh: "结案", en: "Close a case" },
  params: CaseParams,
  body: z.object({ version, reason, claimantWithdrew: z.boolean().default(false) }),
  output: ClaimView,
});
/** 重开 a closed case, with a reason, when new evidence comes. */
export const reopenClaim = operation({
  id: "claims.reopen",
  method: "POST",
  path: "/claims/:caseId/reopen",
  who: { staff: "claims.handle" },
  summary: { zh: "重开案件", en: "Reopen a case" },
  params: CaseParams,
  body: z.object({ version, reason }),
  output: ClaimView,
});
