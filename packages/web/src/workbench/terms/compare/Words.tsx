import { useTranslation } from "react-i18next";
import css from "./Compare.module.css";
import type { WordRun } from "./clauses.ts";

/** Two texts in one: what was taken out is struck through, what was put in is underlined; a reader hears which. */
export const Words = ({ runs }: { readonly runs: readonly WordRun[] }) => {
  const { t } = useTranslation();
  return (
    <>
      {runs.map(({ from, text, kind }) =>
        kind === "same" ? (
          <span key={from}>{text}</span>
        ) : kind === "in" ? (
          <ins key={from} className={css.in}>
            <span className="visually-hidden">{t("compare.in")}</span>
            {text}
          </ins>
        ) : (
          <del key={from} className={css.out}>
            <span className="visually-hidden">{t("compare.out")}</span>
            {text}
          </del>
        ),
      )}
    </>
  );
};

/** One side alone: what only the other has is left out. */
export const Side = ({ runs, side }: { readonly runs: readonly WordRun[]; readonly side: "out" | "in" }) => (
  <Words runs={runs.filter(({ kind }) => kind === "same" || kind === side)} />
);
