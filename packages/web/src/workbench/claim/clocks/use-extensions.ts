import {
  approveExtension,
  type ClaimView,
  refuseExtension,
  requestExtension,
} from "@goodfaith/platform/contract";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { idempotencyKey } from "../../../shared/api/request.ts";
import { useClaimAction } from "../use-claim.ts";
import type { Clock } from "./progress.ts";

/** 申请延长 */
export const useAskToExtend = (claim: ClaimView, { family, clause }: Clock) => {
  const [key] = useState(idempotencyKey);
  const { caseId, version } = claim;
  return useClaimAction(caseId, (reason: string) =>
    call(
      requestExtension,
      { params: { caseId }, body: { version, family, clause, reason } },
      { key: `${key}-${version}` },
    ),
  );
};

/** 批准延长 */
export const useApproveExtension = ({ caseId, version }: ClaimView) =>
  useClaimAction(caseId, (extensionId: string) =>
    call(approveExtension, { params: { caseId, extensionId }, body: { version } }),
  );

/** 不同意延长 */
export const useRefuseExtension = ({ caseId, version }: ClaimView) =>
  useClaimAction(caseId, (given: { extensionId: string; reason: string }) =>
    call(refuseExtension, {
      params: { caseId, extensionId: given.extensionId },
      body: { version, reason: given.reason },
    }),
  );
