import { approveWriteOff, proposeWriteOff } from "@goodfaith/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import type { Order } from "./PaymentPage.tsx";
import css from "./Payments.module.css";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { AskBack, PromiseBack, Receive } from "./RecoveryForms.tsx";
import { refreshPayments } from "./refresh.ts";

type Asked = NonNullable<Order["recovery"]>;
type Open = "ask" | "promise" | "receive" | "propose" | null;

const Story = ({ recovery }: { readonly recovery: Asked }) => {
  const { t } = useTranslation();
  const { yuan, when } = useFormat();
  const lines: readonly { readonly say: ReactNode; readonly by: string; readonly at: string }[] = [
    { say: recovery.reason, by: recovery.by, at: recovery.at },
    ...(recovery.promise
      ? [{ say: t("payments.recovery.promised", recovery.promise), ...recovery.promise }]
      : []),
    ...recovery.receipts.map((one) => ({
      say: t("payments.recovery.receipt", { amount: yuan(one.amount), reference: one.reference }),
      by: one.by,
      at: one.at,
    })),
    ...(recovery.proposal
      ? [{ say: t("payments.recovery.proposed", recovery.proposal), ...recovery.proposal }]
      : []),
    ...(recovery.writtenOff
      ? [
          {
            say: t("payments.recovery.writtenOff", { amount: yuan(recovery.writtenOff.amount) }),
            by: recovery.writtenOff.by,
            at: recovery.writtenOff.at,
          },
        ]
      : []),
  ];
  return (
    <ul className={css.checks}>
      {lines.map(({ say, by, at }) => (
        <li key={`${at} ${String(say)}`}>
          <span>{say}</span>
          <small className="soft">
            {by} · {when(at)}
          </small>
        </li>
      ))}
    </ul>
  );
};

const Sums = ({ recovery }: { readonly recovery: Asked }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  return (
    <dl className={css.pairs}>
      <dt>{t("payments.recovery.asked")}</dt>
      <dd className="num">{yuan(recovery.amount)}</dd>
      <dt>{t("payments.recovery.back")}</dt>
      <dd className="num">{yuan(recovery.received)}</dd>
      <dt>{t("payments.recovery.left")}</dt>
      <dd className="num">{yuan(recovery.outstanding)}</dd>
    </dl>
  );
};

const Propose = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const propose = useMutation({
    mutationFn: (reason: string) =>
      call(proposeWriteOff, { params: { paymentId: order.paymentId }, body: { reason } }),
    onSuccess: () => {
      refreshPayments(client);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("payments.recovery.propose")}
      help={t("payments.recovery.proposeReason")}
      okText={t("payments.recovery.propose")}
      busy={propose.isPending}
      error={propose.error}
      onOk={(reason) => propose.mutate(reason)}
      onClose={onClose}
    />
  );
};

const WriteOff = ({ order, amount }: { readonly order: Order; readonly amount: string }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const client = useQueryClient();
  const approve = useMutation({
    mutationFn: () => call(approveWriteOff, { params: { paymentId: order.paymentId }, body: {} }),
    onSuccess: () => refreshPayments(client),
  });
  return (
    <>
      <Button block danger loading={approve.isPending} onClick={() => approve.mutate()}>
        {t("payments.recovery.writeOff", { amount: yuan(amount) })}
      </Button>
      {approve.error ? <ProblemNote error={approve.error} kept /> : null}
    </>
  );
};

/** 追回: what was paid too much, how far it has come back, and the one thing to do next for each who may. */
export const Recovery = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Open>(null);
  const { recovery } = order;
  if (order.status !== "settled" || (!recovery && !may("payments.prepare"))) return null;
  const owed = recovery !== null && !/^0\.00$/.test(recovery.outstanding);
  const close = () => setOpen(null);
  return (
    <Card title={t("payments.recovery.title")} {...(owed ? { tone: "amber" as const } : {})}>
      <div className={css.decide}>
        {recovery ? (
          <>
            <Sums recovery={recovery} />
            <Story recovery={recovery} />
          </>
        ) : (
          <>
            <p className="soft small">{t("payments.recovery.none")}</p>
            <Button block onClick={() => setOpen("ask")}>
              {t("payments.recovery.ask")}
            </Button>
          </>
        )}
        {owed && may("payments.send") ? (
          <Button block onClick={() => setOpen("receive")}>
            {t("payments.recovery.receive")}
          </Button>
        ) : null}
        {owed && may("payments.prepare") ? (
          <div className={css.links}>
            <Button onClick={() => setOpen("promise")}>{t("payments.recovery.promise")}</Button>
            <Button onClick={() => setOpen("propose")}>{t("payments.recovery.propose")}</Button>
          </div>
        ) : null}
        {owed && recovery?.proposal && may("payments.approve") ? (
          <WriteOff order={order} amount={recovery.outstanding} />
        ) : null}
      </div>
      {open === "ask" ? <AskBack order={order} onClose={close} /> : null}
      {open === "promise" ? <PromiseBack order={order} onClose={close} /> : null}
      {open === "receive" ? <Receive order={order} onClose={close} /> : null}
      {open === "propose" ? <Propose order={order} onClose={close} /> : null}
    </Card>
  );
};
