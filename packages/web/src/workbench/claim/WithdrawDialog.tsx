import { type ClaimView, withdrawFile, withdrawFinding } from "@goodfaith/platform/contract";
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
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
  const [reason, setReason] = useState("");
  const withdraw = useWithdraw(claim);
  const submit = (): void => {
    withdraw.mutate(
      { what, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t("claim.withdrawn"));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t(what.kind === "file" ? "claim.withdrawFileTitle" : "claim.withdrawTitle")}
      okText={t("claim.withdraw")}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2, loading: withdraw.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <p>
        <b>{what.shows}</b>
      </p>
      <p className="soft" style={{ margin: "4px 0 14px" }}>
        {t("claim.withdrawWhy")}
      </p>
      <Form layout="vertical">
        <Form.Item label={t("common.reason")} htmlFor="withdraw-reason" required>
          <Input.TextArea
            id="withdraw-reason"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {withdraw.error ? <ProblemNote error={withdraw.error} kept /> : null}
    </Modal>
  );
};
