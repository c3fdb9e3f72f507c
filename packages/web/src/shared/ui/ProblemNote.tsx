import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem.ts";
import { useLanguage } from "../format/use-format.ts";
import css from "./parts.module.css";

const asProblem = (error: unknown): Problem | null => (error instanceof Problem ? error : null);

/** What happened and, where the server says so, what to do, in the page's language. */
export const useProblemWords = () => {
  const language = useLanguage();
  const { t } = useTranslation();
  return (error: unknown): { title: string; detail: string | null } => {
    const problem = asProblem(error);
    if (!problem)
      return { title: t("common.crashed"), detail: error instanceof Error ? error.message : null };
    const { title, titleEn, detail, detailEn } = problem.body;
    const said = language === "en" ? { title: titleEn, detail: detailEn } : { title, detail };
    return { title: said.title, detail: said.detail === said.title ? null : said.detail };
  };
};

interface ProblemNoteProps {
  readonly error: unknown;
  readonly kept?: boolean;
  readonly actions?: ReactNode;
}

/** A problem shown where it happened: the words, that nothing is lost, and what can be done. */
export const ProblemNote = ({ error, kept, actions }: ProblemNoteProps) => {
  const { t } = useTranslation();
  const { title, detail } = useProblemWords()(error);
  return (
    <div className={css.problem} role="alert">
      <b>{title}</b>
      {detail ? <p>{detail}</p> : null}
      {kept ? <p className="soft small">{t("common.problemKept")}</p> : null}
      {actions ? <div className={css.problemActions}>{actions}</div> : null}
    </div>
  );
};
