import {
  downloadDifferences,
  downloadProblems,
  type ImportProblem,
  type ImportView,
  isUnderWay,
} from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { type Column, DataTable } from "../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { ColumnMapping } from "./ColumnMapping.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import css from "./Imports.module.css";
import type { ImportWork } from "./use-import.ts";

const Figures = ({ result }: { readonly result: ImportView }) => {
  const { t } = useTranslation();
  const figures = [
    ["rows", result.rows],
    ["created", result.created],
    ["updated", result.updated],
    ["unchanged", result.unchanged],
    ["bad", result.bad],
  ] as const;
  return (
    <dl className={css.figures}>
      {figures.map(([name, count]) => (
        <div key={name} className={name === "bad" && count > 0 ? css.bad : undefined}>
          <dt>{t(`imports.${name}`)}</dt>
          <dd className="num">{count.toLocaleString("en")}</dd>
        </div>
      ))}
    </dl>
  );
};

const Troubles = ({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ImportProblem[];
}) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  const columns: Column<ImportProblem>[] = [
    {
      key: "row",
      name: t("imports.row"),
      show: (row) => <b className="num">{t("imports.rowNumber", { row: row.row })}</b>,
    },
    { key: "column", name: t("imports.column"), show: (row) => <span>{row.column}</span> },
    { key: "value", name: t("imports.value"), show: (row) => <span>{row.value || t("imports.blank")}</span> },
    { key: "why", name: t("imports.why"), show: (row) => <span>{line(row)}</span> },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.row} ${row.column} ${row.zh}`}
      empty={null}
    />
  );
};

interface ImportResultProps {
  readonly result: ImportView;
  readonly work: ImportWork;
}

/** What a file would do, or has done; its bad rows by row and column. While it is under way, how far it is. */
export const ImportResult = ({ result, work }: ImportResultProps) => {
  const { t } = useTranslation();
  const { line } = useFormat();
  if (isUnderWay(result))
    return (
      <Card title={result.filename}>
        <ImportProgress view={result} />
        <p className="soft small">
          {t(result.status === "interrupted" ? "imports.interruptedSay" : "imports.progressSay")}
        </p>
      </Card>
    );
  if (result.failure)
    return (
      <Card title={result.filename}>
        <p role="alert">{line(result.failure)}</p>
      </Card>
    );
  return <Finished result={result} work={work} />;
};

const Finished = ({ result, work }: ImportResultProps) => {
  const { t } = useTranslation();
  const said = result.status === "applied" ? "applied" : result.bad > 0 ? "hasBad" : "clean";
  const pairs = result.mapped.map(({ header, column }) => `${header} → ${column}`).join("、");
  return (
    <Card title={result.filename}>
      <p className={css.say} role="status">
        {t(`imports.said.${said}`, { bad: result.bad, rows: result.rows })}
      </p>
      <Figures result={result} />
      {result.problems.length > 0 ? <Troubles caption={t("imports.bad")} rows={result.problems} /> : null}
      {result.warnings.length > 0 ? (
        <>
          <h3 className={css.subtitle}>{t("imports.warnings")}</h3>
          <Troubles caption={t("imports.warnings")} rows={result.warnings} />
        </>
      ) : null}
      {pairs === "" ? null : <p className={`${css.subtitle} soft`}>{t("imports.map.used", { pairs })}</p>}
      {result.ignoredColumns.length > 0 ? (
        <>
          <p className={`${css.subtitle} soft`}>
            {t("imports.ignored", { columns: result.ignoredColumns.join("、") })}
          </p>
          {result.dryRun ? (
            <ColumnMapping kind={result.kind} unknown={result.ignoredColumns} recheck={work.recheck} />
          ) : null}
        </>
      ) : null}
      <div className={css.actions}>
        {work.apply ? (
          <Button type="primary" size="large" loading={work.busy !== null} onClick={work.apply}>
            {t("imports.apply", { rows: result.rows })}
          </Button>
        ) : null}
        {result.hasDifferences ? (
          <DownloadLink op={downloadDifferences} params={{ importId: result.importId }}>
            {t("imports.differences")}
          </DownloadLink>
        ) : null}
        {result.hasWorkbook ? (
          <DownloadLink op={downloadProblems} params={{ importId: result.importId }}>
            {t("imports.workbook")}
          </DownloadLink>
        ) : null}
      </div>
    </Card>
  );
};
