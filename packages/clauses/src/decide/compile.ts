/** The decision function of a document. */
import { explain } from "../explain/explain.ts";
import type { Resolved } from "../terms/resolve.ts";
import { assemble } from "./assemble.ts";
import { boxesOf } from "./boxes/index.ts";
import type { Decide, Decision, FactsInput } from "./decision.ts";
import { Engine } from "./engine.ts";
import { type Exact, exactOf } from "./exact/index.ts";
import { byShape } from "./shapes.ts";

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

/** Where every fact that is read is known; null elsewhere. */
export function exactly(
  engine: Engine,
  explained: boolean,
  options: { readonly generateAfter?: number } = {},
): Exact {
  const { resolved } = engine;
  return byShape(
    resolved,
    (lengths) => exactOf(resolved, engine.space(lengths).graph, { explained, ...options }),
    false,
  );
}

/** Where some facts are bounded or unknown; null where only the full engine can tell. Without its explanation. */
export function byBoxes(engine: Engine): Exact {
  const { resolved } = engine;
  return byShape(resolved, (lengths) => boxesOf(resolved, engine.space(lengths).graph), true);
}
