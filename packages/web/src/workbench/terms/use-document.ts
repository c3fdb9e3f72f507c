import { useDeferredValue, useMemo, useState } from "react";
import {
  compile,
  type Decision,
  describeClauses,
  describeFacts,
  describeTables,
  FactsError,
  readTerms,
  type Segment,
  whatIf,
} from "./engine.ts";
import { type ExampleRun, readExamples, runExample } from "./examples.ts";
import { codeOf } from "./lines.ts";
import { EMPTY, type Entries, type Entry, entriesOf, factsOf } from "./sandbox.ts";

/** A document read and compiled once: its facts, its clauses, its decision function, its examples run. */
const useCompiled = (source: string) =>
  useMemo(() => {
    const terms = readTerms(source);
    const decide = compile(terms);
    const runs: ExampleRun[] = readExamples(source).map((example) => runExample(decide, example));
    return {
      terms,
      decide,
      facts: describeFacts(terms),
      clauses: describeClauses(terms),
      code: codeOf(source),
      tables: describeTables(terms),
      runs,
    };
  }, [source]);

export type Compiled = ReturnType<typeof useCompiled>;

export interface WhatChanges {
  readonly fact: string;
  readonly type: string;
  readonly segments: readonly Segment[];
}

/** For each fact still asked: how the decision changes along it. At most three, so that the page stays quick. */
const changesOf = (
  { terms, facts }: Compiled,
  given: Record<string, unknown>,
  decision: Decision,
): WhatChanges[] =>
  decision.asks.slice(0, 3).flatMap(({ fact: name }) => {
    const fact = facts.find((each) => each.name === name);
    if (!fact) return [];
    const segments = whatIf(terms, given, name);
    return segments.length > 1 ? [{ fact: name, type: fact.type, segments }] : [];
  });

export interface Outcome {
  readonly decision: Decision | null;
  readonly problems: FactsError["problems"];
  readonly changes: readonly WhatChanges[];
}

const outcomeOf = (compiled: Compiled, entries: Entries): Outcome => {
  const given = factsOf(compiled.facts, entries);
  try {
    const decision = compiled.decide(given);
    return { decision, problems: [], changes: changesOf(compiled, given, decision) };
  } catch (error) {
    if (error instanceof FactsError) return { decision: null, problems: error.problems, changes: [] };
    throw error;
  }
};

/** The document with a sandbox of facts, decided anew at each change. */
export const useDocument = (source: string) => {
  const compiled = useCompiled(source);
  const [loaded, setLoaded] = useState<string | null>(compiled.runs[0]?.example.name ?? null);
  const [entries, setEntries] = useState<Entries>(() =>
    entriesOf(compiled.facts, compiled.runs[0]?.example.given ?? {}),
  );
  const settled = useDeferredValue(entries);
  const outcome = useMemo(() => outcomeOf(compiled, settled), [compiled, settled]);
  return {
    compiled,
    entries,
    outcome,
    loaded,
    change: (name: string, entry: Partial<Entry>): void => {
      setLoaded(null);
      setEntries((now) => ({ ...now, [name]: { ...(now[name] ?? EMPTY), ...entry } }));
    },
    load: (run: ExampleRun): void => {
      setLoaded(run.example.name);
      setEntries(entriesOf(compiled.facts, run.example.given));
    },
    clear: (): void => {
      setLoaded(null);
      setEntries({});
    },
  };
};

export type Sandbox = ReturnType<typeof useDocument>;
