/** The decision function of a document. */
import { explain } from "../explain/explain.ts";
import type { Resolved } from "../terms/resolve.ts";
import { assemble } from "./assemble.ts";
import type { Decide, Decision } from "./decision.ts";
import { Engine } from "./engine.ts";

export interface CompileOptions {
  /** False leaves `explanation` out, for bulk work. */
  readonly explain?: boolean;
}

/** A pure function from facts to a decision; it throws `FactsError` on wrong facts. */
export function compileResolved(resolved: Resolved, options: CompileOptions = {}): Decide {
  const engine = new Engine(resolved);
  return (facts): Decision => {
    const study = engine.study(engine.facts(facts));
    const decision = assemble(study, resolved);
    return options.explain === false
      ? decision
      : { ...decision, explanation: explain(study, resolved, decision) };
  };
}
