import { downloadTemplate, ImportKind } from "@goodfaith/platform/contract";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem.ts";
import { useStaff } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { DropZone } from "../../shared/ui/DropZone.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { ColumnMapping } from "./ColumnMapping.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import { ImportResult } from "./ImportResult.tsx";
import css from "./Imports.module.css";
import { RememberedColumns } from "./RememberedColumns.tsx";
import { UnderWay } from "./UnderWay.tsx";
import { useImport } from "./use-import.ts";

const Choose = ({
  kind,
  onKind,
}: {
  readonly kind: ImportKind;
  readonly onKind: (kind: ImportKind) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={css.kinds}>
      <Segmented
        aria-label={t("imports.what")}
        value={kind}
        onChange={onKind}
        options={ImportKind.options.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
      />
      <DownloadLink op={downloadTemplate} params={{ kind }}>
        {t("imports.template")}
      </DownloadLink>
    </div>
  );
};

/** Where a required column is missing, the file's own headers that may be it. */
const unknownHeaders = (error: unknown): readonly string[] => {
  const headers =
    error instanceof Problem && error.code === "imports.columns" ? error.body.facts.unknown : [];
  return Array.isArray(headers) ? headers.filter((header) => typeof header === "string") : [];
};

/** 导入: try first, see each bad row with its reason, then apply all or nothing. */
export default function ImportsPage() {
  const { t } = useTranslation();
  const staff = useStaff();
  const [kind, setKind] = useState<ImportKind>("parties");
  const work = useImport(kind);
  const unknown = unknownHeaders(work.error);
  return (
    <>
      <PageHead
        eyebrow={<SampleBadge shown={staff?.institution.sample} />}
        title={t("imports.title")}
        say={t("imports.say")}
      />
      <div className={css.grid}>
        <div className={css.stack}>
          <Card title={t("imports.what")}>
            <Choose
              kind={kind}
              onKind={(next) => {
                setKind(next);
                work.clear();
              }}
            />
            <DropZone
              title={t("imports.drop")}
              say={t("imports.dropSay")}
              accept=".csv,.xlsx"
              busy={work.busy}
              onFiles={([file]) => file && work.check(file)}
            />
          </Card>
          {work.error ? <ProblemNote error={work.error} kept /> : null}
          {unknown.length > 0 ? (
            <Card title={t("imports.map.title")}>
              <ColumnMapping kind={kind} unknown={unknown} recheck={work.recheck} />
            </Card>
          ) : null}
          {work.result ? <ImportResult result={work.result} work={work} /> : null}
        </div>
        <div className={css.stack}>
          <UnderWay except={work.result?.importId ?? null} />
          <ImportHistory />
          <RememberedColumns kind={kind} />
        </div>
      </div>
    </>
  );
}
