import { isOrdered, readDraft, toDraft } from "../fields/draft.ts";
import type { FactDescription } from "./engine.ts";

/** How a fact stands in the sandbox: 知 known, 约 bounded, ？ unknown, 无 known to have no value. */
export type Mode = "known" | "bounded" | "unknown" | "none";

export interface Entry {
  readonly mode: Mode;
  readonly draft: string;
  readonly low: string;
  readonly high: string;
  /** The members left open, of a `one of`. */
  readonly open: readonly string[];
  /** The elements of a list, each with its fields. */
  readonly items: readonly Entries[];
}

export type Entries = Readonly<Record<string, Entry>>;

export const EMPTY: Entry = { mode: "unknown", draft: "", low: "", high: "", open: [], items: [] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a fact can be given by bounds, or by some of its members. */
export const canBeBounded = (fact: FactDescription): boolean => isOrdered(fact.type) || fact.options !== null;

/** The fields of an element; a list of plain values has one, without a name of its own. */
export const fieldsOf = (fact: FactDescription): readonly FactDescription[] => fact.elements ?? [];
const isPlain = (fact: FactDescription): boolean =>
  fact.elements?.length === 1 && fact.elements[0]?.name === fact.name;

const itemOf = (fact: FactDescription, value: unknown): Entries => {
  const given = isPlain(fact) ? { [fact.name]: value } : isRecord(value) ? value : {};
  return entriesOf(fieldsOf(fact), given);
};

const entryOf = (fact: FactDescription, value: unknown): Entry => {
  const { type } = fact;
  if (value === null || value === undefined) return EMPTY;
  if (type === "list" && Array.isArray(value))
    return { ...EMPTY, mode: "known", items: value.map((item) => itemOf(fact, item)) };
  if (isRecord(value)) {
    if (value.none === true) return { ...EMPTY, mode: "none" };
    if (Array.isArray(value.between)) {
      const [low, high]: unknown[] = value.between;
      return { ...EMPTY, mode: "bounded", low: toDraft(type, low), high: toDraft(type, high) };
    }
    if (Array.isArray(value.oneOf)) return { ...EMPTY, mode: "bounded", open: value.oneOf.map(String) };
  }
  return { ...EMPTY, mode: "known", draft: toDraft(type, value) };
};

/** The entries of an example's facts. */
export const entriesOf = (
  facts: readonly FactDescription[],
  given: Readonly<Record<string, unknown>>,
): Entries => Object.fromEntries(facts.map((fact) => [fact.name, entryOf(fact, given[fact.name])]));

const optionOf = (fact: FactDescription, text: string): string | number | undefined =>
  fact.options?.find((option) => String(option) === text);

/** A list's elements as JSON; one of plain values is not complete while one of them is missing. */
const listed = (fact: FactDescription, items: readonly Entries[]): unknown => {
  const records = items.map((item) => factsOf(fieldsOf(fact), item));
  if (!isPlain(fact)) return records;
  const values = records.map((record) => record[fact.name]);
  return values.includes(undefined) ? undefined : values;
};

const known = (fact: FactDescription, { draft, items }: Entry): unknown => {
  if (fact.type === "list") return listed(fact, items);
  return fact.options ? optionOf(fact, draft) : readDraft(fact.type, draft);
};

const bounded = (fact: FactDescription, entry: Entry): unknown => {
  if (fact.options) {
    const members = entry.open.flatMap((text) => optionOf(fact, text) ?? []);
    return members.length > 0 ? { oneOf: members } : undefined;
  }
  const low = readDraft(fact.type, entry.low);
  const high = readDraft(fact.type, entry.high);
  return low === undefined || high === undefined ? undefined : { between: [low, high] };
};

/** One entry as the language's JSON; undefined while it is unknown or not yet complete. */
export const valueIn = (fact: FactDescription, entry: Entry): unknown => {
  switch (entry.mode) {
    case "unknown":
      return undefined;
    case "none":
      return { none: true };
    case "known":
      return known(fact, entry);
    case "bounded":
      return bounded(fact, entry);
    default:
      return entry.mode satisfies never;
  }
};

/** The facts that the entries give. */
export const factsOf = (facts: readonly FactDescription[], entries: Entries): Record<string, unknown> =>
  Object.fromEntries(
    facts.flatMap((fact) => {
      const value = valueIn(fact, entries[fact.name] ?? EMPTY);
      return value === undefined ? [] : [[fact.name, value]];
    }),
  );
