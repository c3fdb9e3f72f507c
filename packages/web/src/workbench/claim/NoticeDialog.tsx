import { type ClaimView, sendNotice } from "@goodfaith/platform/contract";
import { App, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { idempotencyKey } from "../../shared/api/request.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Claim.module.css";
import { useClaimAction } from "./use-claim.ts";

interface NoticeDialogProps {
  readonly claim: ClaimView;
  readonly onClose: () => void;
}

const Asked = ({
  items,
}: {
  readonly items: readonly { fact: string; ask: string | null; from: string | null }[];
}) => (
  <ol className={css.dialogLines}>
    {items.map(({ fact, ask, from }, at) => (
      <li key={fact} className={css.line}>
        <span>
          {at + 1}. {ask ?? fact}
          {from ? <small>{from}</small> : null}
        </span>
      </li>
    ))}
  </ol>
);

/** What the one-time notice will ask, before it goes out; there is no second one. */
export const NoticeDialog = ({ claim, onClose }: NoticeDialogProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [key] = useState(idempotencyKey);
  const send = useClaimAction(claim.caseId, () =>
    call(sendNotice, { params: { caseId: claim.caseId }, body: { version: claim.version } }, { key }),
  );
  const { decision, payment } = claim.needs;
  return (
    <Modal
      open
      title={t("claim.noticeTitle")}
      okText={t("claim.noticeSend")}
      okButtonProps={{ loading: send.isPending }}
      onCancel={onClose}
      onOk={() =>
        send.mutate(undefined, {
          onSuccess: () => {
            void message.success(t("claim.noticeGone"));
            onClose();
          },
        })
      }
    >
      <p className="soft">{t("claim.noticeWhy")}</p>
      {decision.length > 0 ? <h3 className={css.subtitle}>{t("claim.noticeDecision")}</h3> : null}
      {decision.length > 0 ? <Asked items={decision} /> : null}
      {payment.length > 0 ? <h3 className={css.subtitle}>{t("claim.paymentNeeds")}</h3> : null}
      {payment.length > 0 ? <Asked items={payment} /> : null}
      {send.error ? <ProblemNote error={send.error} kept /> : null}
    </Modal>
  );
};
