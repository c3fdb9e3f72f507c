import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { type ExampleRun, passes } from "./examples.ts";
import css from "./Terms.module.css";
import { useWrongFacts } from "./use-amount.ts";
import { useCoverage } from "./use-coverage.ts";
import type { Sandbox } from "./use-document.ts";

/** What the example expects beside what is decided. */
const Differs = ({ run }: { readonly run: ExampleRun }) => {
  const { t } = useTranslation();
  const said = useWrongFacts();
  return (
    <dl className={css.differs}>
      {run.error ? (
        <div>
          <dt>{t("terms.cannotDecide")}</dt>
          <dd>{said(run.error)}</dd>
        </div>
      ) : null}
      {run.differs.map(({ key, expected, actual }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{t("terms.expected", { value: JSON.stringify(expected) })}</dd>
          <dd>{t("terms.actual", { value: JSON.stringify(actual) })}</dd>
        </div>
      ))}
    </dl>
  );
};

/** 覆盖: how many of the document's ways of coming out an example reaches, and which none does. */
const Reach = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const { language } = useFormat();
  const coverage = useCoverage(text);
  if (coverage === null || coverage.total === 0) return null;
  const { reached, total, points } = coverage;
  const missed = points.filter(({ by }) => by === null);
  return (
    <div className={css.reach}>
      <p className="soft small">{t("terms.reach", { reached, total })}</p>
      {missed.length > 0 ? (
        <ul>
          {missed.map((point) => (
            <li key={`${point.line} ${point.text}`}>
              {t("terms.unreached")} {language === "en" ? point.text : point.zh}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};

/** 例子: the document's own golden cases, run here; each can be put into the sandbox. */
export const Examples = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t } = useTranslation();
  const { runs } = sandbox.compiled;
  const failed = runs.filter((run) => !passes(run)).length;
  if (runs.length === 0) return null;
  return (
    <Card
      title={t("terms.examples", { count: runs.length })}
      aside={
        <Chip tone={failed === 0 ? "pine" : "cinnabar"}>
          {failed === 0 ? t("terms.allPass") : t("terms.someFail", { count: failed })}
        </Chip>
      }
    >
      <Reach text={sandbox.compiled.terms.text} />
      <ul className={css.examples}>
        {runs.map((run) => {
          const passed = passes(run);
          return (
            <li key={run.example.name}>
              <button
                type="button"
                className={css.example}
                aria-pressed={sandbox.loaded === run.example.name}
                onClick={() => sandbox.load(run)}
              >
                <span>{run.example.name}</span>
                <span
                  className={`${css.mark} ${passed ? "" : css.failed}`}
                  role="img"
                  aria-label={passed ? t("terms.passes") : t("terms.fails")}
                >
                  {passed ? "✓" : "×"}
                </span>
              </button>
              {passed ? null : <Differs run={run} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
