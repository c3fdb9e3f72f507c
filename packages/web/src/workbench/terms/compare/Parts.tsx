import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../../shared/ui/Chip.tsx";
import css from "./Compare.module.css";
import { type Change, type ClauseDiff, clauseDiffs, factDiffs, headDiffs } from "./clauses.ts";
import { Side, Words } from "./Words.tsx";

export interface Pair {
  readonly a: string;
  readonly b: string;
}
export interface Names {
  readonly a: string;
  readonly b: string;
}

const TONES: Record<Change, Tone> = { added: "pine", removed: "cinnabar", changed: "amber", same: "plain" };

const Mark = ({ change }: { readonly change: Change }) => {
  const { t } = useTranslation();
  return <Chip tone={TONES[change]}>{t(`compare.change.${change}`)}</Chip>;
};

const Clause = ({ diff, names }: { readonly diff: ClauseDiff; readonly names: Names }) => {
  const { t } = useTranslation();
  const sides = [
    { name: names.a, side: "out", there: diff.change !== "added" },
    { name: names.b, side: "in", there: diff.change !== "removed" },
  ] as const;
  return (
    <article className={css.clause}>
      <h3>
        {diff.id} <Mark change={diff.change} />
      </h3>
      <div className={css.sides}>
        {sides.map(({ name, side, there }) => (
          <div key={side} className={css.side}>
            <p className={css.name}>{name}</p>
            {there ? (
              <>
                <p className="quote">
                  <Side runs={diff.wording} side={side} />
                </p>
                <p className={css.effect}>
                  <Side runs={diff.effect} side={side} />
                </p>
              </>
            ) : (
              <p className="soft">{t("compare.absent")}</p>
            )}
          </div>
        ))}
      </div>
    </article>
  );
};

/** Clauses beside each other; those that are the same are folded away. */
export const Clauses = ({ pair, names }: { readonly pair: Pair; readonly names: Names }) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const diffs = clauseDiffs(pair.a, pair.b);
  const same = diffs.filter(({ change }) => change === "same").length;
  return (
    <Card title={t("compare.clauses")}>
      {same === diffs.length ? <p>{t("compare.sameClauses")}</p> : null}
      {diffs
        .filter(({ change }) => all || change !== "same")
        .map((diff) => (
          <Clause key={diff.id} diff={diff} names={names} />
        ))}
      {same > 0 ? (
        <label className={css.check}>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          {t("compare.showSame", { count: same })}
        </label>
      ) : null}
    </Card>
  );
};

/** Title, period and governing fact, and the facts that are declared otherwise. */
export const Declared = ({ pair }: { readonly pair: Pair }) => {
  const { t } = useTranslation();
  const head = headDiffs(pair.a, pair.b);
  const facts = factDiffs(pair.a, pair.b);
  return (
    <Card title={t("compare.declared")}>
      {head.length === 0 && facts.length === 0 ? <p>{t("compare.sameFacts")}</p> : null}
      <dl className={css.list}>
        {head.map(({ key, words }) => (
          <div key={key}>
            <dt>{t(`compare.head.${key}`)}</dt>
            <dd>
              <Words runs={words} />
            </dd>
          </div>
        ))}
        {facts.map(({ name, change, before, after }) => (
          <div key={name}>
            <dt>
              {name} <Mark change={change} />
            </dt>
            <dd>
              {before === null ? null : <del className={css.out}>{before}</del>}{" "}
              {after === null ? null : <ins className={css.in}>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};
