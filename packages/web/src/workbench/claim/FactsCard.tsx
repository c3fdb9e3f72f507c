import type { ClaimView } from "@goodfaith/platform/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { baseLabel, FactRow } from "./FactRow.tsx";
import css from "./Facts.module.css";
import { type Fact, inOrder } from "./facts-of.ts";
import { WithdrawDialog, type Withdrawing } from "./WithdrawDialog.tsx";

interface FactsCardProps {
  readonly claim: ClaimView;
  /** The fact that a link from elsewhere points at. */
  readonly marked: string | null;
  readonly onEnter: (fact: string) => void;
}

const worthShowing = (fact: Fact): boolean => fact.asked || fact.state !== "unknown";

/** 事实: what is known, between which bounds, and who or what says so. */
export const FactsCard = ({ claim, marked, onEnter }: FactsCardProps) => {
  const { t } = useTranslation();
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null);
  const row = (fact: Fact, before: readonly Fact[]) => (
    <FactRow
      key={fact.name}
      claim={claim}
      fact={fact}
      marked={fact.name === marked}
      seen={new Set(before.flatMap(({ sources }) => sources.map(({ label }) => baseLabel(label))))}
      onEnter={onEnter}
      onWithdraw={setWithdrawing}
    />
  );
  const facts = inOrder(claim.facts);
  const shown = facts.filter(worthShowing);
  const silent = facts.filter((fact) => !worthShowing(fact));
  return (
    <Card title={t("claim.facts")}>
      <div>{shown.map((fact, at) => row(fact, shown.slice(0, at)))}</div>
      {silent.length > 0 ? (
        <details className={css.fold}>
          <summary>{t("claim.factsSilent", { count: silent.length })}</summary>
          {silent.map((fact) => row(fact, []))}
        </details>
      ) : null}
      {claim.paymentFacts.length > 0 ? (
        <details className={css.fold} open={claim.needs.payment.length > 0 && claim.settled}>
          <summary>{t("claim.paymentFacts", { count: claim.paymentFacts.length })}</summary>
          {claim.paymentFacts.map((fact) => row(fact, []))}
        </details>
      ) : null}
      {withdrawing ? (
        <WithdrawDialog claim={claim} what={withdrawing} onClose={() => setWithdrawing(null)} />
      ) : null}
    </Card>
  );
};
