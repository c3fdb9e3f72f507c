import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Problem } from "../../shared/api/problem.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";

interface FoundProps<T> {
  readonly of: {
    readonly data: T | undefined;
    readonly error: Problem | null;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
}

/** A thing of the library, or a page that says there is none and where to look. */
export const Found = <T,>({ of, children }: FoundProps<T>) => {
  const { t } = useTranslation();
  if (of.data === undefined && of.error && (of.error.status === 404 || of.error.status === 400))
    return (
      <Empty title={t("terms.missing")} whole>
        <div>
          <Link to="/terms">{t("terms.toLibrary")}</Link>
        </div>
      </Empty>
    );
  return (
    <Reading of={of} lines={10}>
      {children}
    </Reading>
  );
};
