import { type ClaimView, preparePayment } from "@goodfaith/platform/contract";
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { idempotencyKey } from "../../shared/api/request.ts";
import { fromCents, toCents } from "../../shared/format/money.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Claim.module.css";
import { useClaimAction } from "./use-claim.ts";

interface PaymentDialogProps {
  readonly claim: ClaimView;
  readonly onClose: () => void;
}

const clean = (text: string): string => text.replaceAll(",", "").trim();

/** What each policy makes certain: the ground of the amount. */
const Grounds = ({ claim }: { readonly claim: ClaimView }) => {
  const { yuan } = useFormat();
  const certain = claim.policies.flatMap((policy) =>
    policy.decision.benefits
      .filter(({ least }) => (toCents(least) ?? 0n) > 0n)
      .map((benefit) => ({ policy, benefit })),
  );
  return (
    <ul className={css.dialogLines}>
      {certain.map(({ policy, benefit }) => (
        <li key={`${policy.policyId} ${benefit.clause} ${benefit.name}`} className={css.line}>
          <span>
            {benefit.name}
            <small>
              {policy.product} · {benefit.clause}
            </small>
          </span>
          <b className="num">{yuan(benefit.least)}</b>
        </li>
      ))}
    </ul>
  );
};

/** Prepares payment of what is certain, in whole or in part; a second person approves. */
export const PaymentDialog = ({ claim, onClose }: PaymentDialogProps) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const { message } = App.useApp();
  const [key] = useState(idempotencyKey);
  const [amount, setAmount] = useState(claim.money.available);
  const available = toCents(claim.money.available) ?? 0n;
  const cents = toCents(clean(amount));
  const wrong = cents === null || cents <= 0n || cents > available;
  const pay = useClaimAction(claim.caseId, (yuanToPay: string) =>
    call(
      preparePayment,
      { params: { caseId: claim.caseId }, body: { version: claim.version, amount: yuanToPay } },
      { key: `${key}-${yuanToPay}` },
    ),
  );
  const submit = (): void => {
    if (wrong || cents === null) return;
    pay.mutate(fromCents(cents), {
      onSuccess: () => {
        void message.success(t("claim.prepared"));
        onClose();
      },
    });
  };
  return (
    <Modal
      open
      title={claim.settled ? t("claim.payTitle") : t("claim.advanceTitle")}
      okText={
        cents === null ? t("claim.submit") : t("claim.submitAmount", { amount: yuan(fromCents(cents)) })
      }
      okButtonProps={{ disabled: wrong, loading: pay.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="soft">{claim.settled ? t("claim.payWhy") : t("claim.advanceWhy")}</p>
      <Grounds claim={claim} />
      <Form layout="vertical">
        <Form.Item
          label={t("claim.amount")}
          htmlFor="pay-amount"
          {...(wrong ? { validateStatus: "error" as const } : {})}
          help={t("claim.amountHelp", { most: yuan(claim.money.available) })}
        >
          <Input
            id="pay-amount"
            inputMode="decimal"
            suffix={t("common.yuan")}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            onPressEnter={submit}
          />
        </Form.Item>
      </Form>
      {pay.error ? <ProblemNote error={pay.error} kept /> : null}
    </Modal>
  );
};
