import { forgetImport, type ImportView, listUnderWay, startAgain } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import css from "./Imports.module.css";

const LOOK_EVERY_MS = 3_000;

interface OneProps {
  readonly view: ImportView;
  readonly act: (work: () => Promise<unknown>) => void;
}

const One = ({ view, act }: OneProps) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const { importId, status } = view;
  return (
    <li className={css.item}>
      <div className={css.grow}>
        {view.filename}
        <small>
          {t(`imports.kind.${view.kind}`)} · {t(view.dryRun ? "imports.checking" : "imports.importing")} ·{" "}
          {view.by} · {when(view.at)}
        </small>
        {status === "interrupted" ? (
          <>
            <p>{t("imports.interruptedSay")}</p>
            <div className={css.actions}>
              <Button
                type="primary"
                onClick={() => act(() => call(startAgain, { params: { importId }, body: {} }))}
              >
                {t("imports.again")}
              </Button>
              <Button onClick={() => act(() => call(forgetImport, { params: { importId } }))}>
                {t("imports.forget")}
              </Button>
            </div>
          </>
        ) : (
          <ImportProgress view={view} />
        )}
      </div>
      <Chip tone={status === "interrupted" ? "amber" : "plain"}>{t(`imports.status.${status}`)}</Chip>
    </li>
  );
};

/** What runs, waits, or was interrupted at this institution, whoever began it; nothing is shown where there is none. */
export const UnderWay = ({ except }: { readonly except: string | null }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const { data } = useRead(listUnderWay, {}, { every_ms: LOOK_EVERY_MS });
  const items = data?.items.filter(({ importId }) => importId !== except) ?? [];
  if (items.length === 0) return null;
  const act = (work: () => Promise<unknown>): void => {
    setError(null);
    work()
      .catch(setError)
      .finally(() => void client.invalidateQueries({ queryKey: ["imports.under-way"] }));
  };
  return (
    <Card title={t("imports.underWay")}>
      {error ? <ProblemNote error={error} /> : null}
      <ul>
        {items.map((view) => (
          <One key={view.importId} view={view} act={act} />
        ))}
      </ul>
    </Card>
  );
};
