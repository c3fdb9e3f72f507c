import { type Redecided, redecideClaim } from "@goodfaith/platform/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../../shared/api/hooks.ts";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Chip, type Tone } from "../../../shared/ui/Chip.tsx";
import { Reading } from "../../../shared/ui/Reading.tsx";
import { FindingLine } from "./FindingLine.tsx";
import css from "./Past.module.css";
import { useRange } from "./use-range.ts";

type Policy = Redecided["policies"][number];
type Result = Policy["again"]["result"];

const TONES: Record<Result, Tone> = {
  same: "pine",
  "words-differ": "amber",
  differs: "cinnabar",
  "edition-missing": "cinnabar",
};

/** One thing before and after. */
const Pair = ({ name, before, after }: { name: ReactNode; before: ReactNode; after: ReactNode }) => (
  <li className={css.pair}>
    <b>{name}</b>
    <span className={css.before}>{before}</span>
    <span aria-hidden="true">→</span>
    <span>{after}</span>
  </li>
);

/** Made again by the edition and the facts of then: the same bytes, or what differs. */
const Again = ({ again }: { readonly again: Policy["again"] }) => {
  const { t } = useTranslation();
  return (
    <p>
      <Chip tone={TONES[again.result]}>{t(`past.again.${again.result}`)}</Chip>{" "}
      {again.digest ? <code className={css.digest}>{again.digest}</code> : null}
    </p>
  );
};

const isSame = ({ facts, outcome, payable, benefits, clauses }: NonNullable<Policy["change"]>): boolean =>
  facts.length + benefits.length + clauses.length === 0 &&
  outcome.before === outcome.after &&
  JSON.stringify(payable.before) === JSON.stringify(payable.after);

const Change = ({ change }: { readonly change: NonNullable<Policy["change"]> }) => {
  const { t } = useTranslation();
  const range = useRange();
  if (isSame(change)) return <p className="soft">{t("past.nothingDiffers")}</p>;
  const { facts, outcome, payable, benefits, clauses } = change;
  const none = t("past.none");
  // What does not apply says so itself, with why.
  const lit = ({ lamp, shows }: (typeof clauses)[number]["before"]): string =>
    lamp === "off" && shows !== "" ? shows : `${t(`claim.lamp.${lamp}`)}${shows ? `：${shows}` : ""}`;
  return (
    <ul>
      {outcome.before === outcome.after ? null : (
        <Pair
          name={t("past.outcome")}
          before={t(`claim.outcome.${outcome.before}`)}
          after={t(`claim.outcome.${outcome.after}`)}
        />
      )}
      {JSON.stringify(payable.before) === JSON.stringify(payable.after) ? null : (
        <Pair name={t("claim.payable")} before={range(payable.before)} after={range(payable.after)} />
      )}
      {facts.map(({ fact, before, after }) => (
        <Pair key={fact} name={fact} before={before} after={after} />
      ))}
      {benefits.map(({ clause, name, before, after }) => (
        <Pair
          key={`${clause} ${name}`}
          name={`${clause} ${name}`}
          before={before ? range(before) : none}
          after={after ? range(after) : none}
        />
      ))}
      {clauses.map(({ id, before, after }) => (
        <Pair key={id} name={id} before={lit(before)} after={lit(after)} />
      ))}
    </ul>
  );
};

const OnePolicy = ({ policy }: { readonly policy: Policy }) => (
  <section className={css.policy}>
    <h3>
      {policy.product} <span className="soft num">{policy.number}</span>
    </h3>
    <Again again={policy.again} />
    {policy.change ? <Change change={policy.change} /> : null}
  </section>
);

const Shown = ({ made }: { readonly made: Redecided }) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  return (
    <div className={css.compared}>
      {made.refused ? (
        <p role="note">{t("past.noNow", { why: line(made.refused).replace(/[。.]$/, "") })}</p>
      ) : null}
      {made.policies.map((policy) => (
        <OnePolicy key={policy.policyId} policy={policy} />
      ))}
      <section className={css.policy}>
        <h3>{t("past.payment")}</h3>
        <Again again={made.payment.again} />
      </section>
      {made.gone.length + made.since.length === 0 ? null : (
        <section className={css.policy}>
          <h3>{t("past.findingsSince")}</h3>
          <ul>
            {[...made.gone, ...made.since].map((finding) => (
              <FindingLine key={finding.findingId} finding={finding} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

/** One past decision made again as of then, and beside it what follows from what is known now. */
export const Compared = ({ caseId, version }: { readonly caseId: string; readonly version: number }) => {
  const made = useRead(redecideClaim, { params: { caseId, version } });
  return (
    <Reading of={made} lines={4}>
      {(view) => <Shown made={view} />}
    </Reading>
  );
};
