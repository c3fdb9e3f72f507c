import { compile, type Decision, describeFacts, FactsError, readTerms } from "../engine.ts";
import { readExamples } from "../examples.ts";
import { timeless } from "../timeless.ts";

/** What one edition makes of an example. */
export interface Answer {
  readonly decision: Decision | null;
  /** Why it cannot decide; null where it did. */
  readonly error: FactsError | null;
  /** Facts of the example that this edition does not read. */
  readonly unread: readonly string[];
}
export interface ExampleDiff {
  readonly name: string;
  /** The edition it comes from. */
  readonly from: "a" | "b";
  readonly a: Answer;
  readonly b: Answer;
  readonly differs: boolean;
}

type Given = Readonly<Record<string, unknown>>;

const answering = (source: string): ((given: Given) => Answer) => {
  const terms = readTerms(timeless(source));
  const decide = compile(terms, { explain: false });
  const reads = new Set(describeFacts(terms).map(({ name }) => name));
  return (given) => {
    const unread = Object.keys(given).filter((name) => !reads.has(name));
    const known = Object.fromEntries(Object.entries(given).filter(([name]) => reads.has(name)));
    try {
      return { decision: decide(known), error: null, unread };
    } catch (error) {
      if (error instanceof FactsError) return { decision: null, error, unread };
      throw error;
    }
  };
};

const shown = ({ decision }: Answer): string =>
  decision === null
    ? ""
    : JSON.stringify([decision.outcome, decision.payable, decision.reasons.map((r) => r.text)]);

/** Every example of both editions, decided by both; where they differ comes first. */
export const exampleDiffs = (before: string, after: string): ExampleDiff[] => {
  const [a, b] = [answering(before), answering(after)];
  const of = (source: string, from: "a" | "b"): ExampleDiff[] =>
    readExamples(source).map(({ name, given }) => {
      const answers = { a: a(given), b: b(given) };
      return { name, from, ...answers, differs: shown(answers.a) !== shown(answers.b) };
    });
  const all = [...of(before, "a"), ...of(after, "b")];
  return [...all.filter(({ differs }) => differs), ...all.filter(({ differs }) => !differs)];
};
