import { consumerOverview } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useRead } from "../shared/api/hooks.ts";
import { useFormat } from "../shared/format/use-format.ts";
import { Reading } from "../shared/ui/Reading.tsx";
import { useTitle } from "../shared/ui/title.ts";
import css from "./Consumer.module.css";
import { Road } from "./Progress.tsx";

/** 进度: every claim that concerns me, and how far each has come. */
export default function ClaimsPage() {
  const { t } = useTranslation();
  const { yuan } = useFormat();
  const overview = useRead(consumerOverview, {});
  useTitle(t("consumer.tab.progress"));
  return (
    <Reading of={overview}>
      {({ claims }) => (
        <>
          <h1 className={css.title}>{t("consumer.tab.progress")}</h1>
          {claims.length === 0 ? <p className="soft">{t("consumer.noClaims")}</p> : null}
          {claims.map((claim) => (
            <section key={claim.caseId} className={css.sheet}>
              <Link to={`/my/claims/${claim.caseId}`} className={css.row}>
                <b>{claim.title}</b>
                <div className="soft">{claim.institution}</div>
                <p data-amount style={{ fontSize: 24, fontWeight: 680 }} className="num">
                  {claim.least === claim.most || claim.most === null
                    ? yuan(claim.least)
                    : `${yuan(claim.least)} – ${yuan(claim.most)}`}{" "}
                  <small className="soft">{t("common.yuan")}</small>
                </p>
              </Link>
              <div className={css.steps}>
                <Road progress={claim.progress} />
              </div>
              <Link to={`/my/claims/${claim.caseId}`} className={css.secondary} style={{ marginTop: 16 }}>
                {t("consumer.whyThis")}
              </Link>
            </section>
          ))}
        </>
      )}
    </Reading>
  );
}
