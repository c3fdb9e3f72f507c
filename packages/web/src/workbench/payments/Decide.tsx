import { approvePayment, rejectPayment } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { answered, Checks, overridesOf, type Reasons } from "./Checks.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { refreshPayments } from "./refresh.ts";

const Reject = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const reject = useMutation({
    mutationFn: (reason: string) =>
      call(rejectPayment, { params: { paymentId: order.paymentId }, body: { reason } }),
    onSuccess: () => {
      refreshPayments(client);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("payments.rejectTitle")}
      help={t("payments.rejectHelp")}
      okText={t("payments.reject")}
      danger
      busy={reject.isPending}
      error={reject.error}
      onOk={(reason) => reject.mutate(reason)}
      onClose={onClose}
    />
  );
};

/** 第二人审批: what was checked, the buttons for the one who may, and for others the reason why not. */
export const Decide = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { line, yuan } = useFormat();
  const { message } = App.useApp();
  const may = useMay();
  const client = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const [reasons, setReasons] = useState<Reasons>({});
  const approve = useMutation({
    mutationFn: () =>
      call(approvePayment, {
        params: { paymentId: order.paymentId },
        body: { overrides: overridesOf(order, reasons) },
      }),
    onSuccess: () => {
      void message.success(t("payments.approved"));
      refreshPayments(client);
    },
  });
  if (order.status !== "pending") return null;
  const allowed = order.cannotApprove === null && may("payments.approve");
  return (
    <Card title={t("payments.second")} tone="amber">
      <div className={css.decide}>
        <p className="soft">{order.cannotApprove ? line(order.cannotApprove) : t("payments.secondWhy")}</p>
        <Checks
          order={order}
          reasons={reasons}
          onReason={allowed ? (check, reason) => setReasons({ ...reasons, [check]: reason }) : null}
        />
        {allowed ? (
          <Button
            disabled={!answered(order, reasons)}
            type="primary"
            size="large"
            block
            loading={approve.isPending}
            onClick={() => approve.mutate()}
          >
            {t("payments.approve", { amount: yuan(order.amount) })}
          </Button>
        ) : null}
        {may("payments.approve") ? (
          <Button danger block onClick={() => setRejecting(true)}>
            {t("payments.reject")}
          </Button>
        ) : null}
        {approve.error ? <ProblemNote error={approve.error} kept /> : null}
      </div>
      {rejecting ? <Reject order={order} onClose={() => setRejecting(false)} /> : null}
    </Card>
  );
};
