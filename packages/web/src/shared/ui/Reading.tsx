import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { ProblemNote } from "./ProblemNote.tsx";
import css from "./parts.module.css";
import { Skeleton } from "./Skeleton.tsx";

interface Answer<T> {
  readonly data: T | undefined;
  readonly error: Problem | null;
  readonly refetch: () => unknown;
}

interface ReadingProps<T> {
  readonly of: Answer<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Bones while it loads, the problem with a way to try again, then the thing itself. */
export const Reading = <T,>({ of, lines = 6, children }: ReadingProps<T>): ReactNode => {
  const { t } = useTranslation();
  if (of.data !== undefined) return children(of.data);
  if (of.error)
    return (
      <ProblemNote
        error={of.error}
        actions={
          <button type="button" className={css.linkButton} onClick={() => of.refetch()}>
            {t("common.retry")}
          </button>
        }
      />
    );
  return <Skeleton lines={lines} />;
};
