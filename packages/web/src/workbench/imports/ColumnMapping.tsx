import { type ImportKind, mapColumn, readColumns } from "@goodfaith/platform/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Imports.module.css";

interface ColumnMappingProps {
  readonly kind: ImportKind;
  /** Headers of the file that no column is known by. */
  readonly unknown: readonly string[];
  /** Checks the file again with what was said. */
  readonly recheck: (() => void) | null;
}

/** Which of our columns each unknown header is; what is chosen is remembered at once. */
export const ColumnMapping = ({ kind, unknown, recheck }: ColumnMappingProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const { data } = useRead(readColumns, { params: { kind } });
  const say = async (header: string, column: string | null): Promise<void> => {
    setError(null);
    try {
      await call(mapColumn, { params: { kind }, body: { header, column } });
      setSaid(({ [header]: _, ...rest }) => (column === null ? rest : { ...rest, [header]: column }));
      await client.invalidateQueries({ queryKey: ["imports.columns"] });
    } catch (problem) {
      setError(problem);
    }
  };
  const options = [
    { value: "", label: t("imports.map.ignore") },
    ...(data?.columns ?? []).map(({ name, required }) => ({
      value: name,
      label: required ? `${name} *` : name,
    })),
  ];
  return (
    <section className={css.mapping} aria-label={t("imports.map.title")}>
      <p>{t("imports.map.say")}</p>
      {error ? <ProblemNote error={error} /> : null}
      {unknown.map((header) => (
        <div key={header} className={css.pair}>
          <span>{header}</span>
          <Select
            aria-label={t("imports.map.means", { header })}
            showSearch={{ optionFilterProp: "label" }}
            value={said[header] ?? ""}
            options={options}
            onChange={(column) => void say(header, column === "" ? null : column)}
          />
        </div>
      ))}
      {recheck && Object.keys(said).length > 0 ? (
        <Button type="primary" onClick={recheck}>
          {t("imports.map.recheck")}
        </Button>
      ) : null}
    </section>
  );
};
