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
}

export type Entries = Readonly<Record<string, Entry>>;

export const EMPTY: Entry = { mode: "unknown", draft: "", low: "", high: "", open: [] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a fact can be given by bounds, or by some of its members. */
export const canBeBounded = (fact: FactDescription): boolean => isOrdered(fact.type) || fact.options !== null;

const entryOf = (type: string, value: unknown): Entry => {
  if (value === null || value === undefined) return EMPTY;
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
): Entries => Object.fromEntries(facts.map((fact) => [fact.name, entryOf(fact.type, given[fact.name])]));

const optionOf = (fact: FactDescription, text: string): string | number | undefined =>
  fact.options?.find((option) => String(option) === text);

const known = (fact: FactDescription, draft: string): unknown =>
  fact.options ? optionOf(fact, draft) : readDraft(fact.type, draft);

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
      return known(fact, entry.draft);
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
