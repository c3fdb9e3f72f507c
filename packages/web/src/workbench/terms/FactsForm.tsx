import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { Card } from "../../shared/ui/Card.tsx";
import { FactField } from "../fields/FactField.tsx";
import type { FactDescription } from "./engine.ts";
import { canBeBounded, EMPTY, type Entry, type Mode } from "./sandbox.ts";
import css from "./Terms.module.css";
import type { Sandbox } from "./use-document.ts";

interface RowProps {
  readonly fact: FactDescription;
  readonly entry: Entry;
  readonly asked: boolean;
  readonly problem: string | null;
  readonly onChange: (entry: Partial<Entry>) => void;
}

const modesOf = (fact: FactDescription): Mode[] => [
  "known",
  ...(canBeBounded(fact) ? (["bounded"] as const) : []),
  ...(fact.optional ? (["none"] as const) : []),
  "unknown",
];

/** 知 约 无 ？: radio buttons that look like a small switch. */
const Modes = ({ fact, entry, onChange }: Pick<RowProps, "fact" | "entry" | "onChange">) => {
  const { t } = useTranslation();
  return (
    <fieldset className={css.modes} style={{ margin: 0, padding: 0 }}>
      <legend className="visually-hidden">{t("terms.howKnown", { fact: fact.name })}</legend>
      {modesOf(fact).map((mode) => (
        <label key={mode} data-mode={mode} title={t(`terms.mode.${mode}`)}>
          <input
            type="radio"
            name={`mode-${fact.name}`}
            aria-label={t(`terms.mode.${mode}`)}
            checked={entry.mode === mode}
            onChange={() => onChange({ mode })}
          />
          {t(`terms.modeShort.${mode}`)}
        </label>
      ))}
    </fieldset>
  );
};

const Field = ({
  fact,
  entry,
  part,
  onChange,
}: Pick<RowProps, "fact" | "entry" | "onChange"> & { readonly part: "draft" | "low" | "high" }) => {
  const { t } = useTranslation();
  const label = part === "draft" ? fact.name : `${fact.name} ${t(`terms.${part}`)}`;
  return (
    <FactField
      id={`fact-${fact.name}-${part}`}
      label={label}
      type={fact.type}
      options={fact.options}
      draft={entry[part]}
      onDraft={(text) => onChange({ [part]: text })}
    />
  );
};

const Inputs = (props: RowProps) => {
  const { fact, entry, onChange } = props;
  if (entry.mode === "known") return <Field {...props} part="draft" />;
  if (entry.mode !== "bounded") return null;
  if (fact.options)
    return (
      <Checkbox.Group
        aria-label={fact.name}
        value={[...entry.open]}
        options={fact.options.map((option) => ({ value: String(option), label: String(option) }))}
        onChange={(open) => onChange({ open: open.map(String) })}
      />
    );
  return (
    <div className={css.bounds}>
      <Field {...props} part="low" />
      <Field {...props} part="high" />
    </div>
  );
};

const Row = (props: RowProps) => {
  const { fact, entry, asked, problem } = props;
  const shown = entry.mode === "known" || entry.mode === "bounded";
  return (
    <div className={css.fact}>
      <span className={asked ? css.asked : css.name} title={fact.ask ?? undefined}>
        {fact.name}
      </span>
      <Modes {...props} />
      {shown ? (
        <div className={css.input}>
          <Inputs {...props} />
        </div>
      ) : null}
      {problem ? (
        <p className={`${css.input} small`} style={{ color: "var(--cinnabar-deep)" }} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
};

/** 试一试: each fact known, bounded or unknown; the decision follows at once. */
export const FactsForm = ({ sandbox }: { readonly sandbox: Sandbox }) => {
  const { t, i18n } = useTranslation();
  const { compiled, entries, outcome } = sandbox;
  const asked = new Set((outcome.decision?.asks ?? []).map(({ fact }) => fact));
  const problem = (name: string): string | null => {
    const found = outcome.problems.find(({ fact }) => fact === name);
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
        <Row
          key={fact.name}
          fact={fact}
          entry={entries[fact.name] ?? EMPTY}
          asked={asked.has(fact.name)}
          problem={problem(fact.name)}
          onChange={(entry) => sandbox.change(fact.name, entry)}
        />
      ))}
    </Card>
  );
};
