import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem.ts";
import { useLanguage } from "../format/use-format.ts";
import css from "./parts.module.css";

interface Words {
  /** One sentence, or a few: what happened and what would be right. */
  readonly title: string;
  readonly fields: readonly string[];
}

/** What happened and what to do, in the page's language. */
export const useProblemWords = () => {
  const language = useLanguage();
  const { t } = useTranslation();
  return (error: unknown): Words => {
    if (!(error instanceof Problem)) return { title: t("common.crashed"), fields: [] };
    const { title, titleEn, detail, detailEn, fields } = error.body;
    const english = language === "en";
    return {
      title: (english ? (detailEn ?? titleEn) : (detail ?? title)).trim(),
      fields: fields.map((field) => (english ? field.en : field.zh)),
    };
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
  const { title, fields } = useProblemWords()(error);
  return (
    <div className={css.problem} role="alert">
      <b>{title}</b>
      {fields.length > 0 ? (
        <ul>
          {fields.map((field) => (
            <li key={field}>{field}</li>
          ))}
        </ul>
      ) : null}
      {kept ? <p className="soft small">{t("common.problemKept")}</p> : null}
      {actions ? <div className={css.problemActions}>{actions}</div> : null}
    </div>
  );
};
