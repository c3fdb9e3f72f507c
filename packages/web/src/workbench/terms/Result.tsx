import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import { MoneyBar } from "../../shared/ui/MoneyBar.tsx";
import type { Decision } from "./engine.ts";
import css from "./Terms.module.css";
import type { Sandbox } from "./use-document.ts";

const TONES: Record<Decision["outcome"], Tone> = {
  pay: "pine",
  accept: "pine",
  nothing: "plain",
  open: "amber",
  refer: "amber",
  decline: "cinnabar",
};

const Why = ({ decision }: { readonly decision: Decision }) => {
  const { t } = useTranslation();
  const [first] = decision.asks;
  return (
    <ul>
      {decision.reasons.map((reason) => (
        <li key={`${reason.clause} ${reason.text}`}>
          {reason.text} <span className="soft small">{reason.clause}</span>
        </li>
      ))}
      {first ? (
        <li>
          <b style={{ color: "var(--amber-ink)" }}>{decision.asks.map(({ fact }) => fact).join("、")}</b>{" "}
          <span className="soft">{t("terms.decides", { count: decision.asks.length })}</span>
        </li>
      ) : null}
      {decision.tight ? null : <li className="soft small">{t("terms.notTight")}</li>}
    </ul>
  );
};

/** What follows from the facts of the sandbox. */
export const Result = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t } = useTranslation();
  const { decision } = sandbox.outcome;
  return (
    <div className={css.result}>
      <Card
        title={t("claim.payable")}
        aside={
          decision ? (
            <Chip tone={TONES[decision.outcome]}>{t(`claim.outcome.${decision.outcome}`)}</Chip>
          ) : null
        }
      >
        {decision ? (
          <div aria-live="polite">
            <MoneyBar key={sandbox.loaded} least={decision.payable.least} most={decision.payable.most} />
            <Why decision={decision} />
          </div>
        ) : (
          <p className="soft">{t("terms.wrongFacts")}</p>
        )}
      </Card>
    </div>
  );
};
