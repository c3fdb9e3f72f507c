import type { ClaimView } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import css from "./Claim.module.css";
import { NoticeDialog } from "./NoticeDialog.tsx";
import { useMayOn } from "./use-claim.ts";

interface AsksCardProps {
  readonly claim: ClaimView;
  readonly onEnter: (fact: string) => void;
}

const DecisionAsks = ({ claim, onEnter }: AsksCardProps) => {
  const { t } = useTranslation();
  const may = useMayOn(claim);
  return claim.needs.decision.map((ask) => (
    <div key={ask.fact} className={css.ask}>
      <b>{ask.ask ?? ask.fact}</b>
      <p>
        {ask.settles ? t("claim.oneAnswer") : t("claim.partAnswer")}
        {ask.from ? ` ${t("claim.usually", { from: ask.from })}` : ""}
      </p>
      {may("claims.handle") ? (
        <Button size="small" onClick={() => onEnter(ask.fact)}>
          {t("claim.enterFact", { fact: ask.fact })}
        </Button>
      ) : null}
    </div>
  ));
};

const PaymentAsks = ({ claim, onEnter }: AsksCardProps) => {
  const { t } = useTranslation();
  const may = useMayOn(claim);
  if (claim.needs.payment.length === 0) return null;
  return (
    <>
      {claim.needs.decision.length > 0 ? <h3 className={css.subtitle}>{t("claim.paymentNeeds")}</h3> : null}
      {claim.needs.payment.map((ask) => (
        <div key={ask.fact} className={css.askLine}>
          <span>{ask.ask ?? ask.fact}</span>
          {may("claims.handle") ? (
            <Button
              size="small"
              type="text"
              onClick={() => onEnter(ask.fact)}
              aria-label={t("claim.enterFact", { fact: ask.fact })}
            >
              {t("claim.enter")}
            </Button>
          ) : null}
        </div>
      ))}
    </>
  );
};

const Sent = ({ claim }: { readonly claim: ClaimView }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  if (!claim.notice) return null;
  return (
    <details>
      <summary style={{ cursor: "pointer", paddingTop: 10 }}>
        <Chip tone="pine">{t("claim.noticeSent")}</Chip>{" "}
        <span className="soft small">
          {when(claim.notice.sentAt)} · {claim.notice.to}
        </span>
      </summary>
      <div className={css.notice}>{claim.notice.text}</div>
    </details>
  );
};

/** 只差一件: exactly what would change the answer, and what payment needs; asked once (保险法 22). */
export const AsksCard = ({ claim, onEnter }: AsksCardProps) => {
  const { t } = useTranslation();
  const may = useMayOn(claim);
  const [writing, setWriting] = useState(false);
  const { decision, payment } = claim.needs;
  if (decision.length + payment.length === 0 && !claim.notice) return null;
  const open = decision.length + payment.length > 0;
  const title =
    decision.length === 1
      ? t("claim.oneThing")
      : decision.length > 1
        ? t("claim.someThings", { count: decision.length })
        : t("claim.forPayment");
  return (
    <Card title={open ? title : t("claim.asked")} {...(open ? { tone: "amber" as const } : {})}>
      <div>
        <DecisionAsks claim={claim} onEnter={onEnter} />
      </div>
      <PaymentAsks claim={claim} onEnter={onEnter} />
      {claim.notice === null && open && may("claims.handle") ? (
        <Button style={{ marginTop: 12 }} onClick={() => setWriting(true)}>
          {t("claim.sendNotice")}
        </Button>
      ) : null}
      <Sent claim={claim} />
      {writing ? <NoticeDialog claim={claim} onClose={() => setWriting(false)} /> : null}
    </Card>
  );
};
