import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../shared/ui/Card.tsx";
import { Chip } from "../../../shared/ui/Chip.tsx";
import { DataTable } from "../../../shared/ui/DataTable.tsx";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { useSaid, useWrongFacts } from "../use-amount.ts";
import type { Answer, ExampleDiff } from "./examples.ts";
import { exampleDiffs } from "./examples.ts";
import type { Names, Pair } from "./Parts.tsx";

const Said = ({ answer }: { readonly answer: Answer }) => {
  const { t } = useTranslation();
  const said = useSaid();
  const wrong = useWrongFacts();
  const { decision, error, unread } = answer;
  return (
    <div>
      {decision ? said(decision) : null}
      {error ? (
        <span className="soft">
          {t("compare.cannot")} {wrong(error)}
        </span>
      ) : null}
      {decision?.reasons.map(({ clause, text }) => (
        <span key={`${clause} ${text}`} className="soft small">
          {" "}
          {text}
        </span>
      ))}
      {unread.length > 0 ? (
        <details className="soft small">
          <summary>{t("compare.unread", { count: unread.length })}</summary>
          {unread.join("、")}
        </details>
      ) : null}
    </div>
  );
};

/** On which examples of either edition the two differ: outcome and amounts beside each other. */
export const Examples = ({ pair, names }: { readonly pair: Pair; readonly names: Names }) => {
  const { t } = useTranslation();
  const diffs = useMemo(() => exampleDiffs(pair.a, pair.b), [pair.a, pair.b]);
  const count = diffs.filter(({ differs }) => differs).length;
  return (
    <Card
      title={t("compare.examples")}
      aside={
        <Chip tone={count === 0 ? "pine" : "amber"}>{t("compare.differ", { count, all: diffs.length })}</Chip>
      }
    >
      <p className="soft small">{t("compare.timeless")}</p>
      <DataTable<ExampleDiff>
        caption={t("compare.examples")}
        rows={diffs}
        rowKey={({ from, name }) => `${from} ${name}`}
        empty={<Empty title={t("compare.noExamples")} />}
        columns={[
          {
            key: "name",
            name: t("compare.example"),
            show: ({ name, from, differs }) => (
              <div>
                <span aria-hidden="true">{differs ? "≠ " : "= "}</span>
                <span className="visually-hidden">
                  {differs ? t("compare.differs") : t("compare.agrees")}
                </span>
                {name} <span className="soft small">{names[from]}</span>
              </div>
            ),
          },
          { key: "a", name: names.a, show: ({ a }) => <Said answer={a} /> },
          { key: "b", name: names.b, show: ({ b }) => <Said answer={b} /> },
        ]}
      />
    </Card>
  );
};
