import { parse } from "yaml";
import { type Decide, type Decision, FactsError } from "./engine.ts";

export interface Example {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

export interface ExampleRun {
  readonly example: Example;
  /** What the document's `then` says and the decision does not; empty where they agree. */
  readonly differs: readonly { readonly key: string; readonly expected: unknown; readonly actual: unknown }[];
  readonly decision: Decision | null;
  /** Why it could not be decided; null where it was. */
  readonly error: FactsError | null;
}

/** True where all that the example expects is so. */
export const passes = ({ differs, error }: ExampleRun): boolean => differs.length === 0 && error === null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The examples as the document writes them. */
export const readExamples = (text: string): Example[] => {
  const document: unknown = parse(text);
  const list = isRecord(document) && Array.isArray(document.examples) ? document.examples : [];
  return list.filter(isRecord).map((example) => ({
    name: String(example.name ?? ""),
    given: isRecord(example.given) ? example.given : {},
    expected: isRecord(example.then) ? example.then : {},
  }));
};

const names = (
  items: readonly { fact?: string; text?: string; clause?: string; lane?: string; name?: string }[],
  key: "fact" | "text" | "lane" | "name",
): unknown[] => items.map((item) => item[key]);

/** A decision's part in the short form that examples use: `payable: "45000.00"`, `asks: [出险时间]`. */
const short = (decision: Decision, key: string): unknown => {
  switch (key) {
    case "payable":
      return decision.payable.least === decision.payable.most ? decision.payable.least : decision.payable;
    case "reasons":
      return names(decision.reasons, "text");
    case "asks":
      return names(decision.asks, "fact");
    default:
      return (decision as unknown as Record<string, unknown>)[key];
  }
};

/** `4989.00` and `4989` are one number. */
const plain = (value: unknown): string => {
  const text = String(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, "") : text;
};

/** True where every part that `expected` gives is in `actual`. */
const holds = (expected: unknown, actual: unknown): boolean => {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((item, at) => holds(item, actual[at]))
    );
  if (isRecord(expected))
    return isRecord(actual) && Object.entries(expected).every(([key, value]) => holds(value, actual[key]));
  return plain(expected) === plain(actual);
};

/** Runs one example; a fact it gets wrong shows as an undecided run. */
export const runExample = (decide: Decide, example: Example): ExampleRun => {
  try {
    const decision = decide(example.given);
    const differs = Object.entries(example.expected)
      .filter(([key, expected]) => {
        const full = (decision as unknown as Record<string, unknown>)[key];
        return !holds(expected, short(decision, key)) && !holds(expected, full);
      })
      .map(([key, expected]) => ({ key, expected, actual: short(decision, key) }));
    return { example, differs, decision, error: null };
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return { example, differs: [], decision: null, error };
  }
};
