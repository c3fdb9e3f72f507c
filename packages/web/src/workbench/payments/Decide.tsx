import { approvePayment, rejectPayment } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";
import { refreshPayments } from "./refresh.ts";

const RejectDialog = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const reject = useMutation({
    mutationFn: () =>
      call(rejectPayment, { params: { paymentId: order.paymentId }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      refreshPayments(client);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("payments.rejectTitle")}
      okText={t("payments.reject")}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2, loading: reject.isPending }}
      onOk={() => reject.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={t("common.reason")}
          htmlFor="reject-reason"
          required
          help={t("payments.rejectHelp")}
        >
          <Input.TextArea
            id="reject-reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {reject.error ? <ProblemNote error={reject.error} kept /> : null}
    </Modal>
  );
};

/** 第二人审批: the buttons for the one who may, and for others the reason why not. */
export const Decide = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { line, yuan } = useFormat();
  const { message } = App.useApp();
  const may = useMay();
  const client = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const approve = useMutation({
    mutationFn: () => call(approvePayment, { params: { paymentId: order.paymentId }, body: {} }),
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
        {allowed ? (
          <Button
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
      {rejecting ? <RejectDialog order={order} onClose={() => setRejecting(false)} /> : null}
    </Card>
  );
};
