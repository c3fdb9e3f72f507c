import { type ClaimView, recordFinding } from "@goodfaith/platform/contract";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { idempotencyKey } from "../../shared/api/request.ts";
import { useClaimAction } from "./use-claim.ts";
import { useUndo } from "./use-undo.tsx";

export interface Finding {
  readonly fact: string;
  readonly kind: "value" | "not-before" | "not-after";
  readonly value: unknown;
  readonly source: string;
  readonly evidenceId: string | null;
  readonly policyId: string | null;
}

const added = (before: ClaimView, after: ClaimView) => {
  const had = new Set<string>(before.findings.map(({ findingId }) => findingId));
  return after.findings.find(({ findingId }) => !had.has(findingId));
};

/** Records a finding; for a while it can be undone where it is announced. */
export const useRecordFinding = (claim: ClaimView, onDone: () => void) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const undo = useUndo(claim.caseId);
  const [key] = useState(idempotencyKey);
  const action = useClaimAction(claim.caseId, ({ evidenceId, policyId, ...finding }: Finding) =>
    call(
      recordFinding,
      {
        params: { caseId: claim.caseId },
        body: {
          version: claim.version,
          ...finding,
          ...(evidenceId === null ? {} : { evidenceId }),
          ...(policyId === null ? {} : { policyId }),
        },
      },
      { key: `${key}-${claim.version}` },
    ),
  );
  return {
    ...action,
    mutate: (finding: Finding): void =>
      action.mutate(finding, {
        onSuccess: (after) => {
          const made = added(claim, after);
          if (made)
            undo(after, { kind: "finding", id: made.findingId, shows: `${made.fact}：${made.shows}` });
          else void message.success(t("claim.recorded"));
          onDone();
        },
      }),
  };
};
