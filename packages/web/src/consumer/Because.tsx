import type { ConsumerClaim } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../shared/format/use-format.ts";
import css from "./Consumer.module.css";

/** Why this amount: policy by policy, the clauses as signed, with the figures beneath. */
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
          {policy.clauses.map((clause) => (
            <div key={clause.id} className={css.clause}>
              <p className="quote">
                <b>{clause.id}</b>
                {clause.text}
              </p>
              {clause.shows ? <div className={css.shows}>{clause.shows}</div> : null}
            </div>
          ))}
          <p className="soft" title={policy.digest} style={{ padding: "6px 0 12px" }}>
            {policy.terms}
          </p>
        </details>
      ))}
    </section>
  );
};
