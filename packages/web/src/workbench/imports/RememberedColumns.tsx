import { type ImportKind, mapColumn, readColumns } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Imports.module.css";

/** What this institution's own headers mean, who said so, and a way to forget it. */
export const RememberedColumns = ({ kind }: { readonly kind: ImportKind }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const { data } = useRead(readColumns, { params: { kind } });
  const forget = (header: string): void => {
    setError(null);
    call(mapColumn, { params: { kind }, body: { header, column: null } })
      .catch(setError)
      .finally(() => void client.invalidateQueries({ queryKey: ["imports.columns"] }));
  };
  return (
    <Card title={t("imports.map.remembered")}>
      {error ? <ProblemNote error={error} /> : null}
      {data?.mappings.length === 0 ? <p className="soft">{t("imports.map.none")}</p> : null}
      <ul>
        {data?.mappings.map(({ header, column, at, by }) => (
          <li key={header} className={css.item}>
            <span>
              {header} → {column}
              <small>{t("imports.map.by", { by, at: when(at) })}</small>
            </span>
            <Button
              size="small"
              aria-label={t("imports.map.forgetLabel", { header })}
              onClick={() => forget(header)}
            >
              {t("imports.map.forget")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
};
