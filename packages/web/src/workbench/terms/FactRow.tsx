import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { FactField } from "../fields/FactField.tsx";
import type { FactDescription } from "./engine.ts";
import { canBeBounded, EMPTY, type Entries, type Entry, fieldsOf, type Mode } from "./sandbox.ts";
import css from "./Terms.module.css";

export interface FactRowProps {
  readonly fact: FactDescription;
  /** What the fact is called from outside: `列表[2].字段` for a field of a list. */
  readonly path: string;
  readonly entry: Entry;
  readonly asked: ReadonlySet<string>;
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
const Modes = ({ fact, path, entry, onChange }: FactRowProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={css.modes} style={{ margin: 0, padding: 0 }}>
      <legend className="visually-hidden">{t("terms.howKnown", { fact: path })}</legend>
      {modesOf(fact).map((mode) => (
        <label key={mode} data-mode={mode} title={t(`terms.mode.${mode}`)}>
          <input
            type="radio"
            name={`mode-${path}`}
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
  path,
  entry,
  part,
  onChange,
}: FactRowProps & { readonly part: "draft" | "low" | "high" }) => {
  const { t } = useTranslation();
  const label = part === "draft" ? path : `${path} ${t(`terms.${part}`)}`;
  return (
    <FactField
      id={`fact-${path}-${part}`}
      label={label}
      type={fact.type}
      options={fact.options}
      draft={entry[part]}
      onDraft={(text) => onChange({ [part]: text })}
    />
  );
};

/** A list's elements: each with its fields, to be added and taken out. */
const Items = ({ fact, path, entry: { items }, asked, onChange }: FactRowProps) => {
  const { t } = useTranslation();
  const put = (at: number, item: Entries): void =>
    onChange({ items: items.map((one, index) => (index === at ? item : one)) });
  return (
    <div className={css.items}>
      {items.length === 0 ? <p className="soft small">{t("terms.list.none")}</p> : null}
      {items.map((item, at) => {
        const name = `${path}[${at + 1}]`;
        return (
          <fieldset key={name} className={css.item}>
            <legend>{t("terms.list.item", { number: at + 1 })}</legend>
            {fieldsOf(fact).map((field) => (
              <FactRow
                key={field.name}
                fact={field}
                path={`${name}.${field.name}`}
                entry={item[field.name] ?? EMPTY}
                asked={asked}
                problem={null}
                onChange={(change) =>
                  put(at, { ...item, [field.name]: { ...(item[field.name] ?? EMPTY), ...change } })
                }
              />
            ))}
            <Button
              size="small"
              type="text"
              onClick={() => onChange({ items: items.filter((_, index) => index !== at) })}
            >
              {t("terms.list.remove", { number: at + 1 })}
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button size="small" onClick={() => onChange({ items: [...items, {}] })}>
          {t("terms.list.add")}
        </Button>
      </div>
    </div>
  );
};

const Inputs = (props: FactRowProps) => {
  const { fact, path, entry, onChange } = props;
  if (entry.mode === "known")
    return fact.type === "list" ? <Items {...props} /> : <Field {...props} part="draft" />;
  if (entry.mode !== "bounded") return null;
  if (fact.options)
    return (
      <Checkbox.Group
        aria-label={path}
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

/** One fact of the sandbox: how it is known, and the value, the bounds or the elements. */
export const FactRow = (props: FactRowProps) => {
  const { fact, path, entry, asked, problem } = props;
  const shown = entry.mode === "known" || entry.mode === "bounded";
  return (
    <div className={css.fact}>
      <span className={asked.has(path) ? css.asked : css.name} title={fact.ask ?? undefined}>
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
