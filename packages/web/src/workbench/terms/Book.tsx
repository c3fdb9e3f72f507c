import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Figures } from "../../shared/ui/Figures.tsx";
import { Lamp } from "../../shared/ui/Lamp.tsx";
import type { ClauseDescription } from "./engine.ts";
import { type Lit, litBy } from "./lamps.ts";
import css from "./Terms.module.css";
import type { Sandbox } from "./use-document.ts";

/** What runs: the clause's guard, what it stands in for, and its effect, as FEEL writes it. */
const Code = ({ clause }: { readonly clause: ClauseDescription }) => {
  const { t } = useTranslation();
  if (clause.kind === "none" && clause.when === null && clause.insteadOf === null) return null;
  return (
    <div className={css.code}>
      {clause.insteadOf ? <i>{t("terms.insteadOf", { clause: clause.insteadOf })}</i> : null}
      {clause.when ? (
        <i>
          {t("terms.when")} {clause.when}
        </i>
      ) : null}
      {clause.effect}
      {clause.over ? <i>{t("terms.over", { clauses: clause.over.join("、") })}</i> : null}
    </div>
  );
};

const Article = ({ clause, lit }: { readonly clause: ClauseDescription; readonly lit: Lit }) => {
  const { t } = useTranslation();
  return (
    <article className={css.article} id={clause.id}>
      <Lamp state={lit.lamp} label={t(`terms.lamp.${lit.lamp}`)} />
      <div>
        <p className={`quote ${css.wording}`}>
          <b>{clause.id}</b>
          {clause.text}
          {clause.law.length > 0 ? (
            <span className={css.laws}>
              {clause.law.map((law) => (
                <Chip key={law}>{law}</Chip>
              ))}
            </span>
          ) : null}
        </p>
        <Code clause={clause} />
        {lit.shows ? (
          <p className={css.shows}>
            <Figures text={lit.shows} />
          </p>
        ) : null}
      </div>
    </article>
  );
};

/** The wording as a book, each clause lit by the facts of the sandbox. */
export const Book = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const lit = litBy(sandbox.outcome.decision, sandbox.compiled.clauses);
  return (
    <Card className={css.book} label={sandbox.compiled.terms.title}>
      {sandbox.compiled.clauses.map((clause) => (
        <Article key={clause.id} clause={clause} lit={lit(clause)} />
      ))}
    </Card>
  );
};
