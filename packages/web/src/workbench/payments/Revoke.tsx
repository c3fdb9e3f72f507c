import { revokePayment } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useMay } from "../../shared/session/use-session.ts";
import type { Order } from "./PaymentPage.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { refreshPayments } from "./refresh.ts";

/** 撤销批准, until the money leaves. */
export const Revoke = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: (reason: string) =>
      call(revokePayment, { params: { paymentId: order.paymentId }, body: { reason } }),
    onSuccess: () => {
      refreshPayments(client);
      setAsking(false);
    },
  });
  if (order.status !== "approved" || !may("payments.approve")) return null;
  return (
    <>
      <Button danger block onClick={() => setAsking(true)}>
        {t("payments.revoke")}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t("payments.revokeTitle")}
          help={t("payments.revokeHelp")}
          okText={t("payments.revoke")}
          danger
          busy={revoke.isPending}
          error={revoke.error}
          onOk={(reason) => revoke.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
