import type { ConsumerClaim } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../shared/format/use-format.ts";
import { Changes } from "../shared/ui/Changes.tsx";
import css from "./Consumer.module.css";

type Policy = ConsumerClaim["because"][number];

/** One policy in words: what it comes to, the clauses as signed with the figures beneath, and what would change it. */
const Told = ({ policy }: { readonly policy: Policy }) => {
  const { language } = useFormat();
  const told = language === "en" ? policy.explained.en : policy.explained.zh;
  return (
    <>
      <p className={css.headline}>{told.headline}</p>
      {told.clauses.map((clause) => (
        <div key={`${clause.clause} ${clause.says}`} className={css.clause}>
          <p className="quote" lang="zh-CN">
            <b>{clause.clause}</b>
            {clause.text}
          </p>
          <div className={css.shows}>{clause.says}</div>
        </div>
      ))}
      <Changes told={told} />
      <p className="soft" title={policy.digest} style={{ padding: "6px 0 12px" }}>
        {policy.terms}
      </p>
    </>
  );
};

/** Why this amount, or why none: policy by policy. */
export const Because = ({ claim }: { readonly claim: ConsumerClaim }) => {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  return (
    <section className={css.sheet}>
      <h2>{t("consumer.why")}</h2>
      {claim.because.map((policy) => (
        <details key={policy.number} className={css.fold} open={claim.because.length === 1}>
          <summary>
            <span>
              <b>{policy.product}</b>
              <small>{policy.number}</small>
            </span>
            <b className="num">
              {policy.payable.least === policy.payable.most || policy.payable.most === null
                ? yuan(policy.payable.least)
                : `${yuan(policy.payable.least)} – ${yuan(policy.payable.most)}`}
            </b>
          </summary>
          <Told policy={policy} />
        </details>
      ))}
    </section>
  );
};
