import type { ImportView } from "@goodfaith/platform/contract";
import { Progress } from "antd";
import { useTranslation } from "react-i18next";

/** How far an import is: the share of its rows where the file tells how many there are, and always the rows read. */
export const ImportProgress = ({ view }: { readonly view: ImportView }) => {
  const { t } = useTranslation();
  const { rows = 0, expected = null } = view.progress ?? {};
  const percent = expected ? Math.min(99, Math.floor((rows / expected) * 100)) : 0;
  const count = (n: number): string => n.toLocaleString("en");
  const said =
    view.status === "waiting"
      ? t("imports.waitingTurn")
      : expected === null
        ? t("imports.progress", { rows: count(rows) })
        : t("imports.progressOf", { rows: count(rows), expected: count(expected) });
  return (
    <>
      {expected === null ? null : (
        <Progress
          percent={percent}
          showInfo={false}
          aria-label={t(view.dryRun ? "imports.checking" : "imports.importing")}
        />
      )}
      <p className="num" role="status">
        {said}
      </p>
    </>
  );
};
