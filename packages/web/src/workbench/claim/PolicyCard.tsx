import type { ClaimView } from "@goodfaith/platform/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Clause } from "./Clause.tsx";
import { Explained } from "./Explained.tsx";
import { FactRow } from "./FactRow.tsx";
import factsCss from "./Facts.module.css";
import { factKey, inOrder, type Policy } from "./facts-of.ts";
import css from "./Policy.module.css";
import { Strip } from "./Strip.tsx";
import { stripClause } from "./strip-place.ts";
import { WithdrawDialog, type Withdrawing } from "./WithdrawDialog.tsx";

interface PolicyProps {
  readonly claim: ClaimView;
  readonly policy: Policy;
  readonly onEnter: (fact: string) => void;
}

const Payable = ({ policy }: { readonly policy: Policy }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const { least, most } = policy.decision.payable;
  const text =
    least === most ? yuan(least) : `${yuan(least)} – ${most === null ? t("money.endless") : yuan(most)}`;
  return (
    <span className={css.pay}>
      <span className="num">{text}</span>
      <small>{t(`claim.outcome.${policy.decision.outcome}`)}</small>
    </span>
  );
};

const Folded = ({ says, clauses }: { readonly says: string; readonly clauses: Policy["clauses"] }) =>
  clauses.length === 0 ? null : (
    <details className={factsCss.fold}>
      <summary>{says}</summary>
      {clauses.map((clause) => (
        <Clause key={clause.id} clause={clause} />
      ))}
    </details>
  );

const isNothing = (amount: string | null): boolean => amount === "0.00";

/** The clauses that bear on it; those that do not are folded, never hidden. */
const Clauses = ({ claim, policy }: Omit<PolicyProps, "onEnter">) => {
  const { t } = useTranslation();
  const benefitsOf = (clause: string) =>
    policy.decision.benefits.filter((benefit) => benefit.clause === clause && !isNothing(benefit.most));
  const clauses = policy.clauses.map((clause) => {
    const pays = benefitsOf(clause.id).some(({ least }) => !isNothing(least));
    return pays && clause.lamp === "off" ? { ...clause, lamp: "certain" as const, shows: "" } : clause;
  });
  const reasons = new Set(policy.decision.reasons.map(({ clause }) => clause));
  const speaks = ({ id, lamp, shows }: (typeof clauses)[number]): boolean =>
    lamp === "depends" || reasons.has(id) || benefitsOf(id).length > 0 || /应付|\d{5,}/.test(shows);
  const lit = clauses.filter((clause) => clause.lamp !== "off" && speaks(clause));
  const met = clauses.filter((clause) => clause.lamp !== "off" && !speaks(clause));
  const off = clauses.filter(({ lamp }) => lamp === "off");
  const strips = (clause: string) =>
    policy.whatIfs
      .filter((whatIf) => stripClause(policy, whatIf) === clause)
      .map((whatIf) => <Strip key={whatIf.fact} claim={claim} policy={policy} whatIf={whatIf} />);
  return (
    <>
      <div className={css.clauses}>
        {lit.map((clause) => (
          <Clause key={clause.id} clause={clause} benefits={benefitsOf(clause.id)}>
            {strips(clause.id)}
          </Clause>
        ))}
      </div>
      {strips("")}
      <Folded says={t("claim.clausesMet", { count: met.length })} clauses={met} />
      <Folded says={t("claim.clausesOff", { count: off.length })} clauses={off} />
    </>
  );
};

const PolicyFacts = ({ claim, policy, onEnter }: PolicyProps) => {
  const { t } = useTranslation();
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null);
  if (policy.facts.length === 0) return null;
  return (
    <details className={factsCss.fold} open={policy.facts.some(({ asked }) => asked)}>
      <summary>{t("claim.policyFacts", { count: policy.facts.length })}</summary>
      {inOrder(policy.facts).map((fact) => (
        <FactRow
          key={fact.name}
          claim={claim}
          fact={fact}
          marked={false}
          onEnter={(name) => onEnter(factKey(name, policy.policyId))}
          onWithdraw={setWithdrawing}
        />
      ))}
      {withdrawing ? (
        <WithdrawDialog claim={claim} what={withdrawing} onClose={() => setWithdrawing(null)} />
      ) : null}
    </details>
  );
};

/** One policy's clauses, lit by what is known, with the figures in place. What is settled starts folded. */
export const PolicyCard = ({ claim, policy, onEnter }: PolicyProps) => {
  const { t } = useTranslation();
  const interesting = !policy.decision.settled || policy.whatIfs.length > 0 || claim.policies.length === 1;
  return (
    <Card>
      <details className={css.policy} open={interesting}>
        <summary>
          <h3>
            {policy.product}
            <small>{policy.number}</small>
          </h3>
          <Payable policy={policy} />
        </summary>
        <Explained claim={claim} policy={policy} />
        <Clauses claim={claim} policy={policy} />
        <PolicyFacts claim={claim} policy={policy} onEnter={onEnter} />
        <p className={css.foot}>
          <Link to={`/terms/${policy.terms}`}>{t("claim.readTerms")}</Link>
          <span title={policy.decision.digest}>
            {policy.terms} · {policy.decision.digest.slice(0, 15)}…
          </span>
        </p>
      </details>
    </Card>
  );
};
