import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../shared/format/use-format.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { Chip } from "../../../shared/ui/Chip.tsx";
import css from "./Drafts.module.css";
import type { Checked } from "./use-check.ts";

interface ProblemsProps {
  readonly checked: Checked;
  readonly onLine: (line: number) => void;
}

/** What `check` says of the text as it stands: by line, each with what would be right. */
export const Problems = ({ checked, onLine }: ProblemsProps) => {
  const { t } = useTranslation();
  const english = useLanguage() === "en";
  const errors = checked.problems.filter(({ severity }) => severity === "error").length;
  const warnings = checked.problems.length - errors;
  return (
    <Card
      title={t("drafts.check")}
      aside={
        <Chip tone={checked.state === "done" && errors === 0 ? "pine" : errors > 0 ? "cinnabar" : "plain"}>
          {checked.state === "checking" ? t("drafts.checking") : t("drafts.errors", { count: errors })}
        </Chip>
      }
    >
      <div aria-live="polite">
        {checked.state === "slow" ? <p>{t("drafts.slow")}</p> : null}
        {checked.state === "done" && errors === 0 ? (
          <p>{warnings === 0 ? t("drafts.clean") : t("drafts.cleanButWarnings", { count: warnings })}</p>
        ) : null}
      </div>
      <ul className={css.problems}>
        {checked.problems.map((problem) => {
          const said = english ? problem : problem.zh;
          return (
            <li key={`${problem.line} ${problem.column} ${problem.message}`} data-severity={problem.severity}>
              <button type="button" onClick={() => onLine(problem.line)}>
                <b>
                  {t(`drafts.severity.${problem.severity}`)} · {t("drafts.line", { line: problem.line })}
                </b>
                <span>{said.message}</span>
                <span className="soft">{said.hint}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
