import { type ClaimView, explainClaim } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Changes } from "../../shared/ui/Changes.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import css from "./Explained.module.css";
import type { Policy } from "./facts-of.ts";

interface ExplainedProps {
  readonly claim: ClaimView;
  readonly policy: Policy;
}

/** The decision as the customer may be told it: why in a sentence, what would change it, and each clause in words. */
export const Explained = ({ claim, policy }: ExplainedProps) => {
  const { t } = useTranslation();
  const { language } = useFormat();
  const explained = useRead(explainClaim, { params: { caseId: claim.caseId } });
  return (
    <Reading of={explained}>
      {({ items }) => {
        const found = items.find(({ policyId }) => policyId === policy.policyId)?.explained;
        const told = language === "en" ? found?.en : found?.zh;
        if (!told) return null;
        return (
          <section className={css.explained}>
            <p className={css.headline}>{told.headline}</p>
            <Changes told={told} />
            <details>
              <summary>{t("claim.inWords", { count: told.clauses.length })}</summary>
              {told.clauses.map(({ clause, says }) => (
                <p key={`${clause} ${says}`}>
                  <b>{clause}</b> {says}
                </p>
              ))}
            </details>
          </section>
        );
      }}
    </Reading>
  );
};
