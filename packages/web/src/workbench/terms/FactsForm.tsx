import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { FactRow } from "./FactRow.tsx";
import { EMPTY } from "./sandbox.ts";
import type { Sandbox } from "./use-document.ts";

/** 试一试: each fact known, bounded or unknown; the decision follows at once. */
export const FactsForm = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t, i18n } = useTranslation();
  const { compiled, entries, outcome } = sandbox;
  const asked = new Set((outcome.decision?.asks ?? []).map(({ fact }) => fact));
  const problem = (name: string): string | null => {
    const found = outcome.problems.find(({ fact }) => fact === name || fact.startsWith(`${name}[`));
    if (!found) return null;
    const said = i18n.language === "en" ? found : found.zh;
    return `${said.message}；${said.hint}`;
  };
  return (
    <Card
      title={t("terms.try")}
      aside={
        <Button size="small" type="text" onClick={sandbox.clear}>
          {t("terms.forget")}
        </Button>
      }
    >
      {compiled.facts.map((fact) => (
        <FactRow
          key={fact.name}
          fact={fact}
          path={fact.name}
          entry={entries[fact.name] ?? EMPTY}
          asked={asked}
          problem={problem(fact.name)}
          onChange={(entry) => sandbox.change(fact.name, entry)}
        />
      ))}
    </Card>
  );
};
