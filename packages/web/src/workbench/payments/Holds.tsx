import { placeHold } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { LiftButton } from "./LiftButton.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { refreshPayments } from "./refresh.ts";

const Place = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const place = useMutation({
    mutationFn: (reason: string) => call(placeHold, { body: { partyId: order.payeePartyId, reason } }),
    onSuccess: ({ stopped, gone }) => {
      void message.success(
        gone.length === 0
          ? t("payments.holdDone", { count: stopped.length })
          : t("payments.holdGone", { count: stopped.length, gone: gone.join("、") }),
      );
      refreshPayments(client);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("payments.holdTitle", { name: order.payee })}
      help={t("payments.holdHelp")}
      okText={t("payments.hold")}
      danger
      busy={place.isPending}
      error={place.error}
      onOk={(reason) => place.mutate(reason)}
      onClose={onClose}
    />
  );
};

/** 止付: which stand on this payment's people, who placed them and why; placing one, and lifting one by another person. */
export const Holds = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMay();
  const [placing, setPlacing] = useState(false);
  const open = order.status === "pending" || order.status === "approved";
  const offer = open && order.holds.length === 0 && may("payments.hold");
  if (order.holds.length === 0 && !offer) return null;
  return (
    <Card title={t("payments.holds")} {...(order.holds.length > 0 ? { tone: "amber" as const } : {})}>
      <div className={css.decide}>
        {order.holds.length === 0 ? <p className="soft small">{t("payments.holdNone")}</p> : null}
        {order.holds.map((hold) => (
          <div key={hold.holdId} className={css.hold}>
            <div>
              <b>{hold.name}</b>
              <p>{hold.reason}</p>
              <small className="soft">
                {hold.by} · {when(hold.at)}
              </small>
            </div>
            {may("payments.approve") ? <LiftButton hold={hold} /> : null}
          </div>
        ))}
        {offer ? (
          <Button block onClick={() => setPlacing(true)}>
            {t("payments.holdPayee")}
          </Button>
        ) : null}
      </div>
      {placing ? <Place order={order} onClose={() => setPlacing(false)} /> : null}
    </Card>
  );
};
