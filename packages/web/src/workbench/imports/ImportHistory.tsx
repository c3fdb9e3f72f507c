import {
  downloadDifferences,
  downloadProblems,
  type ImportView,
  listImports,
} from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { PagedList } from "../../shared/ui/PagedList.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Imports.module.css";

const LIMIT = 10;
const TONES: Record<ImportView["status"], Tone> = {
  waiting: "plain",
  running: "plain",
  interrupted: "amber",
  checked: "plain",
  applied: "pine",
  refused: "cinnabar",
  failed: "cinnabar",
};

/** What was imported, tried or refused, by whom and when. */
export const ImportHistory = () => {
  const { t } = useTranslation();
  const { line, when } = useFormat();
  const pages = usePages(LIMIT);
  const list = useRead(listImports, { query: pages.query }, { keep: true });
  return (
    <Card title={t("imports.history")}>
      <PagedList of={list} pages={pages} lines={4}>
        {({ items, foot }) => (
          <>
            {items.length === 0 ? <p className="soft">{t("imports.historyNone")}</p> : null}
            <ul>
              {items.map((item) => (
                <li key={item.importId} className={css.item}>
                  <span>
                    {item.filename}
                    <small>
                      {t(`imports.kind.${item.kind}`)} · {t("imports.rowsCount", { count: item.rows })} ·{" "}
                      {item.by} · {when(item.at)}
                    </small>
                    {item.failure ? <small>{line(item.failure)}</small> : null}
                    {item.hasDifferences ? (
                      <small>
                        <DownloadLink op={downloadDifferences} params={{ importId: item.importId }} plain>
                          {t("imports.differences")}
                        </DownloadLink>
                      </small>
                    ) : null}
                    {item.hasWorkbook ? (
                      <small>
                        <DownloadLink op={downloadProblems} params={{ importId: item.importId }} plain>
                          {t("imports.workbook")}
                        </DownloadLink>
                      </small>
                    ) : null}
                  </span>
                  <Chip tone={TONES[item.status]}>{t(`imports.status.${item.status}`)}</Chip>
                </li>
              ))}
            </ul>
            {foot}
          </>
        )}
      </PagedList>
    </Card>
  );
};
