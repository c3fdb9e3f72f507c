/**
 * Deciding where every fact that is read is known: the graph as functions of whole numbers, no search. It says
 * exactly what the full engine says, or nothing; a property test holds the two together.
 */
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Resolved } from "../../terms/resolve.ts";
import type { Decision, Outcome } from "../decision.ts";
import { explainer } from "./explanation.ts";
import { Beyond, beyond } from "./frame.ts";
import { type FrameReader, frameReader, isEntries } from "./input.ts";
import { partsOf } from "./outputs.ts";
import { Program } from "./program.ts";

/** A decision, or null where the full engine must decide. */
export type Exact = (facts: unknown) => Decision | null;

/** The exact path of a document whose graph (for some lengths of its lists) is given. */
export function exactOf(resolved: Resolved, graph: DecisionGraph, explained: boolean): Exact {
  try {
    return make(resolved, graph, explained);
  } catch (e) {
    if (e instanceof Beyond) return () => null;
    throw e;
  }
}

function make(resolved: Resolved, graph: DecisionGraph, explained: boolean): Exact {
  const { doc } = resolved;
  const program = new Program(graph, explained);
  const { frame } = program;
  const read: FrameReader = frameReader(doc, graph.slots, program.scales);
  const outcome = program.value(graph.outcome);
  const parts = partsOf(graph, program);
  const explain = explained ? explainer(resolved, graph, program) : null;
  const decide = (): Decision => {
    const value = outcome();
    const own = parts();
    const decision: Decision = {
      terms: doc.id,
      digest: doc.digest,
      outcome: isOutcome(value) ? value : beyond(),
      settled: true,
      tight: true,
      payable: own.payable,
      benefits: own.benefits,
      reasons: own.reasons,
      values: own.values,
      promises: own.promises,
      flags: own.flags,
      points: own.points,
      steps: own.steps,
      asks: [],
    };
    return explain === null ? decision : { ...decision, explanation: explain(decision) };
  };
  return (facts) => {
    if (!isEntries(facts)) return null;
    const unread = read(facts, frame);
    // An explanation shows what is not known too, which only the full engine can.
    if (unread < 0 || (unread > 0 && explain !== null)) return null;
    frame.run++;
    try {
      return decide();
    } catch (e) {
      if (e instanceof Beyond) return null;
      throw e;
    }
  };
}

const OUTCOMES: ReadonlySet<unknown> = new Set<Outcome>(["decline", "refer", "pay", "nothing", "accept"]);
const isOutcome = (v: unknown): v is Outcome => OUTCOMES.has(v);
