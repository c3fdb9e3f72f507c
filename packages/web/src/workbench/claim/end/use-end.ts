import {
  approveRefusal,
  type ClaimView,
  closeClaim,
  proposeRefusal,
  recordAgreement,
  reopenClaim,
  returnRefusal,
} from "@goodfaith/platform/contract";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { idempotencyKey } from "../../../shared/api/request.ts";
import { useClaimAction } from "../use-claim.ts";

const at = ({ caseId, version }: ClaimView) => ({ params: { caseId }, version });

/** 提出拒赔 */
export const usePropose = (claim: ClaimView) => {
  const [key] = useState(idempotencyKey);
  const { params, version } = at(claim);
  return useClaimAction(claim.caseId, (words: string) =>
    call(proposeRefusal, { params, body: { version, words } }, { key: `${key}-${version}` }),
  );
};

/** 复核同意 */
export const useApprove = (claim: ClaimView) => {
  const { params, version } = at(claim);
  return useClaimAction(claim.caseId, (refusalId: string) =>
    call(approveRefusal, { params: { ...params, refusalId }, body: { version } }),
  );
};

/** 退回 */
export const useReturn = (claim: ClaimView) => {
  const { params, version } = at(claim);
  return useClaimAction(claim.caseId, (given: { refusalId: string; reason: string }) =>
    call(returnRefusal, {
      params: { ...params, refusalId: given.refusalId },
      body: { version, reason: given.reason },
    }),
  );
};

/** 登记给付协议 */
export const useAgree = (claim: ClaimView) => {
  const { params, version } = at(claim);
  return useClaimAction(claim.caseId, (given: { on: string; with: string; source: string }) =>
    call(recordAgreement, { params, body: { version, ...given } }),
  );
};

/** 结案 */
export const useClose = (claim: ClaimView) => {
  const { params, version } = at(claim);
  return useClaimAction(claim.caseId, (given: { reason: string; claimantWithdrew: boolean }) =>
    call(closeClaim, { params, body: { version, ...given } }),
  );
};

/** 重开 */
export const useReopen = (claim: ClaimView) => {
  const { params, version } = at(claim);
  return useClaimAction(claim.caseId, (reason: string) =>
    call(reopenClaim, { params, body: { version, reason } }),
  );
};
