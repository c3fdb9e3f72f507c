/** This engine, with the terms as they are published. */
import { compile, type Decision, type Terms } from "@goodfaith/clauses";
import type { ClaimOutcome } from "../claim.ts";
import { type Engine, engine } from "./engine.ts";

export const ours = (terms: Terms, explain: boolean): Engine =>
  engine(
    explain ? "@goodfaith/clauses, explained" : "@goodfaith/clauses",
    explain ? 50_000 : 100_000,
    compile(terms, { explain }),
    ({ outcome, payable }) => ({ outcome: closed(outcome), payable: payable.least }),
  );

function closed(outcome: Decision["outcome"]): ClaimOutcome {
  if (outcome === "pay" || outcome === "nothing" || outcome === "decline") return outcome;
  throw new Error(`a claim of which everything is known is ${outcome}`);
}
