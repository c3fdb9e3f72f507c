import type { ClaimView } from "@goodfaith/platform/contract";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";
import { useMay } from "../../../shared/session/use-session.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useClose, useReopen } from "./use-end.ts";

/** 结案 by hand: what keeps the case open is said before one tries; a claimant may take an undecided claim back. */
export const CloseButton = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [withdrew, setWithdrew] = useState(false);
  const close = useClose(claim);
  const { cannotClose } = claim.life;
  return (
    <>
      <Button type="text" block onClick={() => setOpen(true)}>
        {t("end.close")}
      </Button>
      {open ? (
        <ReasonDialog
          title={t("end.closeTitle")}
          why={cannotClose && !withdrew ? line(cannotClose) : t("end.closeWhy")}
          ok={t("end.close")}
          busy={close.isPending}
          error={close.error}
          onClose={() => setOpen(false)}
          onOk={(reason) =>
            close.mutate(
              { reason, claimantWithdrew: withdrew },
              {
                onSuccess: () => {
                  void message.success(t("end.closedNow"));
                  setOpen(false);
                },
              },
            )
          }
        >
          <Checkbox
            checked={withdrew}
            onChange={(event) => setWithdrew(event.target.checked)}
            style={{ marginBottom: 14 }}
          >
            {t("end.withdrew")}
          </Checkbox>
        </ReasonDialog>
      ) : null}
    </>
  );
};

/** 已结案: when, by whom and why; and the way back when new evidence comes. */
export const Closed = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMay();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const reopen = useReopen(claim);
  const { closed } = claim.life;
  if (!closed) return null;
  return (
    <>
      <p>
        <b>{t(`end.ground.${closed.ground}`)}</b>
      </p>
      {closed.reason ? <p>{closed.reason}</p> : null}
      <p className="soft small">
        {closed.reason ? `${closed.by} · ` : ""}
        {when(closed.at)}
      </p>
      {may("claims.handle") ? (
        <Button style={{ marginTop: 12 }} block onClick={() => setOpen(true)}>
          {t("end.reopen")}
        </Button>
      ) : null}
      {open ? (
        <ReasonDialog
          title={t("end.reopenTitle")}
          why={t("end.reopenWhy")}
          ok={t("end.reopen")}
          busy={reopen.isPending}
          error={reopen.error}
          onClose={() => setOpen(false)}
          onOk={(reason) =>
            reopen.mutate(reason, {
              onSuccess: () => {
                void message.success(t("end.reopened"));
                setOpen(false);
              },
            })
          }
        />
      ) : null}
    </>
  );
};
