import type { ClaimView, ExtensionView } from "@goodfaith/platform/contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";
import { useStaff } from "../../../shared/session/use-session.ts";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";
import { ReasonDialog } from "../end/ReasonDialog.tsx";
import { useMayOn } from "../use-claim.ts";
import css from "./Clocks.module.css";
import type { Clock } from "./progress.ts";
import { useApproveExtension, useAskToExtend, useRefuseExtension } from "./use-extensions.ts";

interface AskToExtendProps {
  readonly claim: ClaimView;
  readonly clock: Clock;
  readonly requests: readonly ExtensionView[];
}

/** 申请延长: offered where the terms allow it and nobody has asked yet. */
export const AskToExtend = ({ claim, clock, requests }: AskToExtendProps) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { when } = useFormat();
  const may = useMayOn(claim);
  const [open, setOpen] = useState(false);
  const ask = useAskToExtend(claim, clock);
  const waits = requests.some(({ status }) => status === "requested" || status === "approved");
  const runs = clock.state === "running" || clock.state === "warning" || clock.state === "paused";
  if (clock.extendsTo === null || !runs || waits || !may("claims.handle")) return null;
  return (
    <div className={css.acts}>
      <Button onClick={() => setOpen(true)}>{t("clocks.ask")}</Button>
      {open ? (
        <ReasonDialog
          title={t("clocks.askTitle", { name: clock.name })}
          why={t("clocks.askWhy", { day: when(clock.extendsTo) })}
          label={t("clocks.askReason")}
          help={t("clocks.askHelp")}
          ok={t("clocks.askOk")}
          least={4}
          busy={ask.isPending}
          error={ask.error}
          onClose={() => setOpen(false)}
          onOk={(reason) =>
            ask.mutate(reason, {
              onSuccess: () => {
                void message.success(t("clocks.asked"));
                setOpen(false);
              },
            })
          }
        />
      ) : null}
    </div>
  );
};

/** A second person's decision; the one who asked sees that it waits. */
const Decide = ({ claim, request }: { readonly claim: ClaimView; readonly request: ExtensionView }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const staff = useStaff();
  const may = useMayOn(claim);
  const [refusing, setRefusing] = useState(false);
  const approve = useApproveExtension(claim);
  const refuse = useRefuseExtension(claim);
  if (!may("claims.approve") || staff?.staff.staffId === request.requester)
    return <small>{t("clocks.waitsForOther")}</small>;
  return (
    <div className={css.acts}>
      <Button
        type="primary"
        loading={approve.isPending}
        onClick={() =>
          approve.mutate(request.extensionId, { onSuccess: () => void message.success(t("clocks.approved")) })
        }
      >
        {t("clocks.approve")}
      </Button>
      <Button onClick={() => setRefusing(true)}>{t("clocks.refuse")}</Button>
      {approve.error ? <ProblemNote error={approve.error} kept /> : null}
      {refusing ? (
        <ReasonDialog
          title={t("clocks.refuseTitle")}
          why={t("clocks.refuseWhy")}
          ok={t("clocks.refuse")}
          busy={refuse.isPending}
          error={refuse.error}
          onClose={() => setRefusing(false)}
          onOk={(reason) =>
            refuse.mutate(
              { extensionId: request.extensionId, reason },
              { onSuccess: () => setRefusing(false) },
            )
          }
        />
      ) : null}
    </div>
  );
};

/** 延期申请: who asked for what and why, what became of it, and whether the claimant has been told. */
export const Request = ({
  claim,
  request,
}: {
  readonly claim: ClaimView;
  readonly request: ExtensionView;
}) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const { status, requestedBy, decidedBy, refusedWhy, message, toldAt } = request;
  return (
    <div className={`${css.request} ${status === "requested" || status === "approved" ? "" : css.done}`}>
      <b>{t(`clocks.request.${status}`)}</b>
      <small>
        {t("clocks.requestBy", { name: requestedBy, due: when(request.due), until: when(request.until) })}
      </small>
      <small>{request.reason}</small>
      {decidedBy ? <small>{t("clocks.decidedBy", { name: decidedBy })}</small> : null}
      {refusedWhy ? <small>{refusedWhy}</small> : null}
      {message && toldAt ? <small>{t("clocks.told", { to: message.to, at: when(toldAt) })}</small> : null}
      {status === "requested" ? <Decide claim={claim} request={request} /> : null}
    </div>
  );
};
