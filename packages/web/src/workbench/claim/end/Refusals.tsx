import type { CaseLife, ClaimView } from "@goodfaith/platform/contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../shared/format/use-format.ts";
import { useStaff } from "../../../shared/session/use-session.ts";
import { Chip, type Tone } from "../../../shared/ui/Chip.tsx";
import { ProblemNote } from "../../../shared/ui/ProblemNote.tsx";
import css from "../Claim.module.css";
import { useMayOn } from "../use-claim.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { useApprove, usePropose, useReturn } from "./use-end.ts";

type Refusal = CaseLife["refusals"][number];

const TONES: Record<Refusal["status"], Tone> = {
  proposed: "amber",
  approved: "plain",
  returned: "outline",
  lapsed: "outline",
};

/** Under which policies nothing is owed, and by which clauses. */
const Grounds = ({ policies }: { readonly policies: Refusal["policies"] }) => (
  <ul className={css.dialogLines}>
    {policies.map(({ policyId, number, product, reasons }) => (
      <li key={policyId} className={css.line}>
        <span>
          {product}
          <small>{number}</small>
          {reasons.map(({ clause, text }) => (
            <small key={`${clause} ${text}`}>
              {clause}：{text}
            </small>
          ))}
        </span>
      </li>
    ))}
  </ul>
);

/** A named person says that nothing is owed, and why; another decides on it. */
export const Propose = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const propose = usePropose(claim);
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        {t("end.propose")}
      </Button>
      {open ? (
        <ReasonDialog
          title={t("end.proposeTitle")}
          why={t("end.proposeWhy")}
          label={t("end.words")}
          help={t("end.wordsHelp")}
          ok={t("end.proposeOk")}
          least={5}
          busy={propose.isPending}
          error={propose.error}
          onClose={() => setOpen(false)}
          onOk={(words) =>
            propose.mutate(words, {
              onSuccess: () => {
                void message.success(t("end.proposed"));
                setOpen(false);
              },
            })
          }
        >
          <Grounds policies={claim.life.refusable} />
        </ReasonDialog>
      ) : null}
    </>
  );
};

/** The second person's decision: agree, and the notice goes out at once; or send it back with a reason. */
const Deciding = ({ claim, refusal }: { readonly claim: ClaimView; readonly refusal: Refusal }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const staff = useStaff();
  const approve = useApprove(claim);
  const back = useReturn(claim);
  const [returning, setReturning] = useState(false);
  if (staff?.staff.staffId === refusal.proposer)
    return <p className="soft small">{t("end.anotherPerson")}</p>;
  return (
    <div className={css.choices}>
      <Button
        type="primary"
        loading={approve.isPending}
        onClick={() =>
          approve.mutate(refusal.refusalId, { onSuccess: () => void message.success(t("end.approved")) })
        }
      >
        {t("end.approve")}
      </Button>
      <Button onClick={() => setReturning(true)}>{t("end.return")}</Button>
      {approve.error ? <ProblemNote error={approve.error} kept /> : null}
      {returning ? (
        <ReasonDialog
          title={t("end.returnTitle")}
          why={t("end.returnWhy")}
          ok={t("end.return")}
          busy={back.isPending}
          error={back.error}
          onClose={() => setReturning(false)}
          onOk={(reason) =>
            back.mutate({ refusalId: refusal.refusalId, reason }, { onSuccess: () => setReturning(false) })
          }
        />
      ) : null}
    </div>
  );
};

/** 拒赔: each proposal with its clauses and words, who proposed and who approved, and the notice as it went out. */
export const Refusals = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const may = useMayOn(claim);
  return claim.life.refusals.map((refusal) => (
    <article key={refusal.refusalId} className={css.refusal}>
      <div className={css.askLine}>
        <b>{t("end.refusal")}</b>
        <Chip tone={TONES[refusal.status]}>{t(`end.status.${refusal.status}`)}</Chip>
      </div>
      <Grounds policies={refusal.policies} />
      <p>{refusal.words}</p>
      <p className="soft small">
        {t("end.proposedBy", { name: refusal.proposedBy, at: when(refusal.proposedAt) })}
        {refusal.approvedBy && refusal.approvedAt
          ? ` · ${t("end.approvedBy", { name: refusal.approvedBy, at: when(refusal.approvedAt) })}`
          : ""}
        {refusal.returnedReason ? ` · ${t("end.returnedWith", { reason: refusal.returnedReason })}` : ""}
      </p>
      {refusal.status === "proposed" && may("claims.approve") ? (
        <Deciding claim={claim} refusal={refusal} />
      ) : null}
      {refusal.notice ? (
        <details>
          <summary>
            {t(refusal.notice.deliveredAt ? "end.noticeArrived" : "end.noticeSent", {
              to: refusal.notice.to,
              at: when(refusal.notice.sentAt),
            })}
          </summary>
          <p className={css.notice}>{refusal.notice.text}</p>
        </details>
      ) : null}
    </article>
  ));
};
