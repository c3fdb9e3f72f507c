import { type ClaimView, withdrawFile, withdrawFinding } from "@goodfaith/platform/contract";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ReasonDialog } from "./end/ReasonDialog.tsx";
import { useClaimAction } from "./use-claim.ts";

export interface Withdrawing {
  readonly kind: "finding" | "file";
  readonly id: string;
  readonly shows: string;
}

/** Takes back a finding or a file with all it proved; the reason stays on record. */
export const useWithdraw = (claim: ClaimView) =>
  useClaimAction(claim.caseId, ({ what, reason }: { what: Withdrawing; reason: string }) =>
    what.kind === "finding"
      ? call(withdrawFinding, {
          params: { caseId: claim.caseId, findingId: what.id },
          body: { version: claim.version, reason },
        })
      : call(withdrawFile, {
          params: { caseId: claim.caseId, evidenceId: what.id },
          body: { version: claim.version, reason },
        }),
  );

interface WithdrawDialogProps {
  readonly claim: ClaimView;
  readonly what: Withdrawing;
  readonly onClose: () => void;
}

/** Asks why before taking something back. */
export const WithdrawDialog = ({ claim, what, onClose }: WithdrawDialogProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const withdraw = useWithdraw(claim);
  return (
    <ReasonDialog
      danger
      title={t(what.kind === "file" ? "claim.withdrawFileTitle" : "claim.withdrawTitle")}
      why={
        <>
          <p>
            <b>{what.shows}</b>
          </p>
          {t("claim.withdrawWhy")}
        </>
      }
      ok={t("claim.withdraw")}
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onOk={(reason) =>
        withdraw.mutate(
          { what, reason },
          {
            onSuccess: () => {
              void message.success(t("claim.withdrawn"));
              onClose();
            },
          },
        )
      }
    />
  );
};
