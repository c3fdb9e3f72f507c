/** A whole decision as a code. */
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Resolved } from "../../terms/resolve.ts";
import type { Ask, Decision, Outcome } from "../decision.ts";
import { all, type Code, call1, constant } from "./code.ts";
import { explanationOf } from "./explanation.ts";
import { beyond } from "./frame.ts";
import { Kept } from "./kept.ts";
import { same } from "./logic.ts";
import { partsOf } from "./outputs.ts";
import type { Printer } from "./printer.ts";
import type { Program } from "./program.ts";

type Exactly = Omit<Decision, "explanation">;
type Fields = { readonly [K in keyof Exactly]: Code<Exactly[K]> };

const NO_ASKS: readonly Ask[] = Object.freeze([]);

export function decisionCode(
  resolved: Resolved,
  graph: DecisionGraph,
  program: Program,
  explained: boolean,
): Code<Decision> {
  const { doc } = resolved;
  const { benefits: each, ...parts } = partsOf(graph, program);
  const outcome = new Kept(call1(outcomeOf, program.value(graph.outcome)), program.frame);
  const benefits = new Kept(all(each), program.frame);
  const fields: Fields = {
    terms: constant(doc.id),
    digest: constant(doc.digest),
    outcome: outcome.read(),
    settled: constant(true),
    tight: constant(true),
    payable: parts.payable,
    benefits: benefits.read(),
    reasons: parts.reasons,
    values: parts.values,
    promises: parts.promises,
    flags: parts.flags,
    points: parts.points,
    steps: parts.steps,
    asks: constant(NO_ASKS),
  };
  const decision: Code<Exactly> = { run: () => exactly(fields), print: (p) => `({ ${texts(fields, p)} })` };
  if (!explained) return decision;
  const declined = same(outcome.read(), constant("decline"));
  const explanation = explanationOf(resolved, graph, program, { declined, benefits: benefits.read() });
  return {
    run: () => ({ ...exactly(fields), explanation: explanation.run() }),
    print: (p) => `({ ${texts(fields, p)}, explanation: ${explanation.print(p)} })`,
  };
}

/** In the order in which decisions are written. */
const exactly = (f: Fields): Exactly => ({
  terms: f.terms.run(),
  digest: f.digest.run(),
  outcome: f.outcome.run(),
  settled: f.settled.run(),
  tight: f.tight.run(),
  payable: f.payable.run(),
  benefits: f.benefits.run(),
  reasons: f.reasons.run(),
  values: f.values.run(),
  promises: f.promises.run(),
  flags: f.flags.run(),
  points: f.points.run(),
  steps: f.steps.run(),
  asks: f.asks.run(),
});

const texts = (fields: Fields, p: Printer): string =>
  Object.entries(fields)
    .map(([name, code]) => `${name}: ${code.print(p)}`)
    .join(", ");

const OUTCOMES: ReadonlySet<unknown> = new Set<Outcome>(["decline", "refer", "pay", "nothing", "accept"]);
const isOutcome = (v: unknown): v is Outcome => OUTCOMES.has(v);
const outcomeOf = (v: unknown): Outcome => (isOutcome(v) ? v : beyond());
