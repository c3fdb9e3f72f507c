import { z } from "zod";
import { CaseId, ExtensionId } from "../../kernel/ids.ts";
import { operation } from "../../kernel/operation.ts";
import { ClaimView } from "../shape/contract.ts";

const CaseParams = z.object({ caseId: CaseId });
const ExtensionParams = CaseParams.extend({ extensionId: ExtensionId });
const version = z.number().int().min(1);

/** 申请延长: only a clock whose terms allow it, once at a time, and before it is over. */
export const requestExtension = operation({
  id: "claims.requestExtension",
  method: "POST",
  path: "/claims/:caseId/extensions",
  who: { staff: "claims.handle" },
  creates: true,
  summary: { zh: "申请延长时限", en: "Ask to extend a clock" },
  params: CaseParams,
  body: z.object({
    version,
    family: z.string().max(60),
    clause: z.string().max(60),
    reason: z.string().trim().min(4).max(200),
  }),
  output: ClaimView,
});
/** 批准延长: by another than the one who asked. The claimant is told in the same step; the clock moves once they have been. */
export const approveExtension = operation({
  id: "claims.approveExtension",
  method: "POST",
  path: "/claims/:caseId/extensions/:extensionId/approve",
  who: { staff: "claims.approve" },
  summary: { zh: "批准延长并告知申请人", en: "Approve an extension and tell the claimant" },
  params: ExtensionParams,
  body: z.object({ version }),
  output: ClaimView,
});
export const refuseExtension = operation({
  id: "claims.refuseExtension",
  method: "POST",
  path: "/claims/:caseId/extensions/:extensionId/refuse",
  who: { staff: "claims.approve" },
  summary: { zh: "不同意延长", en: "Refuse an extension" },
  params: ExtensionParams,
  body: z.object({ version, reason: z.string().trim().min(2).max(500) }),
  output: ClaimView,
});
