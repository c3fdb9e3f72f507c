/** The decision function of a document. */
import { explain } from "../explain/explain.ts";
import type { Resolved } from "../terms/resolve.ts";
import { assemble } from "./assemble.ts";
import { byBoxes } from "./byBoxes.ts";
import type { Decide, Decision, FactsInput } from "./decision.ts";
import { Engine } from "./engine.ts";
import { type Exact, exactOf } from "./exact/index.ts";
import { isEntries } from "./exact/input.ts";

export interface CompileOptions {
  /** False leaves `explanation` out, for bulk work. */
  readonly explain?: boolean;
}

/** A pure function from facts to a decision; it throws `FactsError` on wrong facts. */
export function compileResolved(resolved: Resolved, options: CompileOptions = {}): Decide {
  const engine = new Engine(resolved);
  const explained = options.explain !== false;
  const thorough = thoroughly(engine, explained);
  const exact = exactly(engine, explained);
  const boxes = byBoxes(engine);
  return (facts): Decision => {
    const known = exact(facts);
    if (known !== null) return known;
    const decision = boxes(facts);
    if (decision === null) return thorough(facts);
    return explained ? withExplanation(engine, facts, decision) : decision;
  };
}

/** Explained or not, a decision is the same: only the words are found in the regions of the full engine. */
function withExplanation(engine: Engine, facts: FactsInput, decision: Decision): Decision {
  const study = engine.study(engine.facts(facts));
  return { ...decision, explanation: explain(study, engine.resolved, decision) };
}

/** By regions of completions, whatever is known. Used by itself only to test the exact path against it. */
export function thoroughly(engine: Engine, explained: boolean): Decide {
  const { resolved } = engine;
  return (facts): Decision => {
    const study = engine.study(engine.facts(facts));
    const decision = assemble(study, resolved);
    return explained ? { ...decision, explanation: explain(study, resolved, decision) } : decision;
  };
}

/** Where every fact that is read is known; null elsewhere. One program for each shape of the lists. */
export function exactly(
  engine: Engine,
  explained: boolean,
  options: { readonly generateAfter?: number } = {},
): Exact {
  const { resolved } = engine;
  const lists = [...resolved.doc.facts.values()].flatMap((f) =>
    f.type.kind === "list" || f.type.kind === "records" ? [f.name] : [],
  );
  const programs = new Map<string, Exact>();
  const program = (lengths: ReadonlyMap<string, number>): Exact => {
    const key = [...lengths.values()].join(",");
    const found = programs.get(key);
    if (found !== undefined) return found;
    const made = exactOf(resolved, engine.space(lengths).graph, { explained, ...options });
    if (programs.size < MAX_PROGRAMS) programs.set(key, made);
    return made;
  };
  const [first] = lists;
  if (first === undefined) {
    let own: Exact | null = null;
    return (facts) => {
      own ??= program(NO_LISTS);
      return own(facts);
    };
  }
  return (facts) => {
    const lengths = lengthsOf(facts, lists);
    return lengths === null ? null : program(lengths)(facts);
  };
}

/** Programs of more lists than this are made anew each time. */
const MAX_PROGRAMS = 16;
/** Longer lists are left to the full engine, which says where they are too long. */
const MAX_ELEMENTS = 200;
const NO_LISTS: ReadonlyMap<string, number> = new Map();

/** The lengths of all lists; null where one is unknown or none. */
function lengthsOf(facts: unknown, lists: readonly string[]): ReadonlyMap<string, number> | null {
  if (!isEntries(facts)) return null;
  const lengths = new Map<string, number>();
  for (const name of lists) {
    const raw = facts[name];
    if (!Array.isArray(raw) || raw.length > MAX_ELEMENTS) return null;
    lengths.set(name, raw.length);
  }
  return lengths;
}
