import { type HoldView, liftHold } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { refreshPayments } from "./refresh.ts";

/** 解除止付, by another person than the one who placed it. */
export const LiftButton = ({ hold }: { readonly hold: HoldView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const lift = useMutation({
    mutationFn: (reason: string) => call(liftHold, { params: { holdId: hold.holdId }, body: { reason } }),
    onSuccess: () => {
      refreshPayments(client);
      setAsking(false);
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("payments.lift")}</Button>
      {asking ? (
        <ReasonDialog
          title={t("payments.liftTitle", { name: hold.name })}
          help={t("payments.liftHelp")}
          okText={t("payments.lift")}
          busy={lift.isPending}
          error={lift.error}
          onOk={(reason) => lift.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
