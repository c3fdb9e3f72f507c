import type { ConsumerOverview } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../shared/format/use-format.ts";
import css from "./Consumer.module.css";
import elderCss from "./Elder.module.css";

/** The large layout: three big doors; the covers are one tap further, one after another. */
export const ElderHome = ({ overview }: { readonly overview: ConsumerOverview }) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  return (
    <>
      {overview.claims.map((claim) => (
        <Link key={claim.caseId} to={`/my/claims/${claim.caseId}`} className={elderCss.big}>
          <span>
            {t("consumer.seeClaim")}
            <small>{claim.title}</small>
          </span>
          <span className={elderCss.arrow} aria-hidden="true">
            ›
          </span>
        </Link>
      ))}
      <Link to="/my/rights" className={elderCss.big}>
        <span>{t("consumer.tab.rights")}</span>
        <span className={elderCss.arrow} aria-hidden="true">
          ›
        </span>
      </Link>
      <details className={`${css.sheet} ${css.fold}`}>
        <summary>
          <b>{t("consumer.covers", { count: overview.covers.length })}</b>
        </summary>
        {overview.covers.map((cover) => (
          <div key={`${cover.number} ${cover.role}`} className={css.clause}>
            <b>{cover.product}</b>
            <p>{line(cover.plain)}</p>
          </div>
        ))}
      </details>
    </>
  );
};
