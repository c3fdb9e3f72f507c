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

/** One value as a person reads it: exact, or from least to most. */
const shown = (value: unknown): string => {
  if (typeof value === "object" && value !== null && "between" in value && Array.isArray(value.between))
    return value.between.map((end: unknown) => (end === null ? "…" : String(end))).join(" – ");
  return value === null ? "?" : typeof value === "string" ? value : JSON.stringify(value);
};

/** What else the decision hands out: values, promises with their day, warning signs. */
const Given = ({ decision }: { readonly decision: Decision }) => {
  const { t } = useTranslation();
  const { values, promises, flags } = decision;
  const rows = [
    ...Object.entries(values).map(([name, value]) => [name, shown(value)] as const),
    ...promises.map(({ lane, due }) => [t("terms.promised", { lane }), shown(due)] as const),
    ...flags.map(({ name, points }) => [t("terms.flagged", { name }), shown(points)] as const),
  ];
  if (rows.length === 0) return null;
  return (
    <dl className={css.given}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What follows from the facts of the sandbox. */
export const Result = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t } = useTranslation();
  const { decision } = sandbox.outcome;
  const pays = sandbox.compiled.clauses.some(({ kind }) => kind === "pay");
  return (
    <div className={css.result}>
      <Card
        title={t(pays ? "claim.payable" : "terms.result")}
        aside={
          decision ? (
            <Chip tone={TONES[decision.outcome]}>{t(`claim.outcome.${decision.outcome}`)}</Chip>
          ) : null
        }
      >
        {decision ? (
          <div aria-live="polite">
            {pays ? (
              <MoneyBar key={sandbox.loaded} least={decision.payable.least} most={decision.payable.most} />
            ) : null}
            <Why decision={decision} />
            <Given decision={decision} />
          </div>
        ) : (
          <p className="soft">{t("terms.wrongFacts")}</p>
        )}
      </Card>
    </div>
  );
};
