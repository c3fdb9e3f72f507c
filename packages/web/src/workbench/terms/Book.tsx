import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Figures } from "../../shared/ui/Figures.tsx";
import { Lamp } from "../../shared/ui/Lamp.tsx";
import { ClauseCode } from "./ClauseCode.tsx";
import type { ClauseDescription } from "./engine.ts";
import { type Lit, litBy } from "./lamps.ts";
import type { ClauseCode as Code } from "./lines.ts";
import css from "./Terms.module.css";
import type { Sandbox } from "./use-document.ts";

interface ArticleProps {
  readonly clause: ClauseDescription;
  readonly code: Code | undefined;
  readonly lit: Lit;
}

const Article = ({ clause, code, lit }: ArticleProps) => {
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
        <ClauseCode id={clause.id} code={code} />
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
        <Article
          key={clause.id}
          clause={clause}
          code={sandbox.compiled.code.get(clause.id)}
          lit={lit(clause)}
        />
      ))}
    </Card>
  );
};
