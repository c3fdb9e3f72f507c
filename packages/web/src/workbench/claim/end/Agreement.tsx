import type { ClaimView } from "@goodfaith/platform/contract";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";
import { useMayOn } from "../use-claim.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useAgree } from "./use-end.ts";

const AgreeDialog = ({ claim, onClose }: { readonly claim: ClaimView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const agree = useAgree(claim);
  const [on, setOn] = useState("");
  const [who, setWho] = useState("");
  return (
    <ReasonDialog
      title={t("end.agreeTitle")}
      why={t("end.agreeWhy")}
      label={t("end.agreeSource")}
      ok={t("common.save")}
      busy={agree.isPending}
      error={agree.error}
      onClose={onClose}
      onOk={(source) =>
        agree.mutate(
          { on, with: who.trim(), source },
          {
            onSuccess: () => {
              void message.success(t("end.agreed"));
              onClose();
            },
          },
        )
      }
    >
      <Form layout="vertical">
        <Form.Item label={t("end.agreeOn")} htmlFor="agreed-on" required>
          <Input id="agreed-on" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        </Form.Item>
        <Form.Item label={t("end.agreeWith")} htmlFor="agreed-with" required>
          <Input
            id="agreed-with"
            maxLength={100}
            value={who}
            onChange={(event) => setWho(event.target.value)}
          />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
};

/** 给付协议: the day from which the ten days for payment run. */
export const Agreement = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  const may = useMayOn(claim);
  const [open, setOpen] = useState(false);
  const { agreement, mayAgree } = claim.life;
  return (
    <>
      {agreement ? (
        <p>
          {t("end.agreedOn", { day: longDay(agreement.on), with: agreement.with })}{" "}
          <span className="soft small">{agreement.source}</span>
        </p>
      ) : null}
      {mayAgree && may("claims.handle") ? (
        <Button type="text" block onClick={() => setOpen(true)}>
          {t(agreement ? "end.agreeAgain" : "end.agree")}
        </Button>
      ) : null}
      {open ? <AgreeDialog claim={claim} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
