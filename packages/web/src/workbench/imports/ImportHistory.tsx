import { downloadProblems, listImports } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import { Pager } from "../../shared/ui/DataTable.tsx";
import { DownloadLink } from "../../shared/ui/DownloadLink.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { usePages } from "../../shared/ui/use-pages.ts";
import css from "./Imports.module.css";

const LIMIT = 10;
const TONES: Record<"checked" | "applied" | "refused", Tone> = {
  checked: "plain",
  applied: "pine",
  refused: "cinnabar",
};

/** What was imported, tried or refused, by whom and when. */
export const ImportHistory = () => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const pages = usePages("");
  const query = { limit: LIMIT, ...(pages.cursor ? { cursor: pages.cursor } : {}) };
  const list = useRead(listImports, { query }, { keep: true });
  return (
    <Card title={t("imports.history")}>
      <Reading of={list} lines={4}>
        {({ items, next, total }) => (
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
            {pages.back || next ? (
              <Pager
                from={pages.from(LIMIT)}
                count={items.length}
                total={total}
                onBack={pages.back}
                onNext={pages.forward(next)}
              />
            ) : null}
          </>
        )}
      </Reading>
    </Card>
  );
};
