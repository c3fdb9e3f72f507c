import { compile, type Decide, type JsonValue, readTerms, type Terms } from "@goodfaith/clauses";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { remembering } from "./memo.ts";

const Effect = z.record(z.string(), z.unknown());
const Document = z.looseObject({ clauses: z.array(z.looseObject({ id: z.string() })) });
const Table = z.looseObject({ define: z.union([z.string(), z.array(z.string())]) });

/** What one clause turns on, as far as the facts go; null where it is open. */
export interface Probed {
  /** The clause's own guard (`when`); true where it has none. */
  readonly guard: boolean | null;
  /** The condition of a `require`, `exclude` or `refer`; null too where the clause has none. */
  readonly condition: boolean | null;
  /** Values that the clause names. */
  readonly names: Readonly<Record<string, JsonValue>>;
  /** Every expression of the clause, as written. */
  readonly reads: string;
}
export type Probe = (facts: Readonly<Record<string, unknown>>) => ReadonlyMap<string, Probed>;

interface Part {
  readonly id: string;
  readonly guard: string | null;
  readonly condition: string | null;
  readonly names: readonly string[];
  readonly reads: string;
}

const text = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;

const namesOf = (clause: z.infer<typeof Effect>): string[] => {
  const defined = Effect.safeParse(clause.define);
  if (defined.success) return Object.keys(defined.data);
  const table = Table.safeParse(clause.table);
  return table.success ? [table.data.define].flat() : [];
};

const WORDS = [
  "when",
  "require",
  "exclude",
  "refer",
  "pay",
  "upTo",
  "cap",
  "define",
  "table",
  "flag",
  "points",
  "promise",
];

const partOf = (clause: z.infer<typeof Effect> & { id: string }): Part => ({
  id: clause.id,
  guard: clause["for each"] === undefined ? text(clause.when) : null,
  condition: text(clause.require) ?? text(clause.exclude) ?? text(clause.refer),
  names: namesOf(clause),
  reads: JSON.stringify(WORDS.map((word) => clause[word])),
});

/**
 * The same facts and definitions, without the effects, and with every guard and condition as a value that is handed out:
 * so the language itself says which clauses apply, whatever the explanation has room for.
 */
const probeDocument = (document: z.infer<typeof Document>, parts: readonly Part[]): string => {
  const kept = document.clauses.filter((clause) => namesOf(clause).length > 0);
  const asked = parts.flatMap((part, at) => [
    ...(part.guard === null ? [] : [{ name: `本页条件${at}甲`, value: part.guard }]),
    ...(part.condition === null ? [] : [{ name: `本页条件${at}乙`, value: part.condition }]),
  ]);
  const define = asked.map(({ name, value }) => ({ id: name, text: name, define: { [name]: value } }));
  const names = [...asked.map(({ name }) => name), ...parts.flatMap((part) => part.names)];
  const gives = names.length === 0 ? [] : [{ id: "本页所示", text: "本页所示", gives: names }];
  const { examples: _examples, ...rest } = document;
  return stringify({ ...rest, clauses: [...kept, ...define, ...gives] });
};

const truth = (value: JsonValue | undefined): boolean | null => (typeof value === "boolean" ? value : null);

const probing = (terms: Terms, document: string): Decide => {
  const decide = compile(readTerms(document, { file: `${terms.id} (probe)` }), { explain: false });
  return remembering(`${terms.digest} probe`, decide);
};

/** Makes the probe of a document, once; it answers for any facts that the document can decide on. */
export const probeOf = (terms: Terms): Probe => {
  const document = Document.parse(parse(terms.text));
  const parts = document.clauses.map(partOf);
  let decide: Decide | undefined;
  return (facts) => {
    decide ??= probing(terms, probeDocument(document, parts));
    const { values } = decide(facts);
    return new Map(
      parts.map((part, at): [string, Probed] => [
        part.id,
        {
          guard: part.guard === null ? true : truth(values[`本页条件${at}甲`]),
          condition: part.condition === null ? null : truth(values[`本页条件${at}乙`]),
          names: Object.fromEntries(part.names.map((name) => [name, values[name] ?? null])),
          reads: part.reads,
        },
      ]),
    );
  };
};
