/** The parts of a decision as functions, made once a document: what `assemble` says where all is known. */
import type { BenefitNodes } from "../../ir/benefits.ts";
import type { DecisionGraph, PromiseNode, ReasonNode, StepNode } from "../../ir/decisionGraph.ts";
import type { Node } from "../../ir/node.ts";
import type {
  BenefitDecision,
  Decision,
  FlagDecision,
  JsonValue,
  MoneyRange,
  PromiseDecision,
  Reason,
  StepDecision,
} from "../decision.ts";
import { jsonOf } from "../render.ts";
import type { NumberOf } from "./arithmetic.ts";
import { beyond } from "./frame.ts";
import type { TruthOf } from "./logic.ts";
import type { Program } from "./program.ts";
import { centsText, orderedJson } from "./texts.ts";

type Parts = Omit<Decision, "terms" | "digest" | "outcome" | "settled" | "tight" | "asks" | "explanation">;

const NONE: readonly never[] = Object.freeze([]);
const NO_VALUES: { readonly [name: string]: JsonValue } = Object.freeze({});

/** Everything but the outcome and the explanation. */
export function partsOf(graph: DecisionGraph, program: Program): () => Parts {
  const payable = moneyRange(graph.least, graph.most, program);
  const benefits = graph.benefits.map((b) => benefitOf(b, graph, program));
  const reasons = reasonsOf([...graph.declines, ...graph.refers], program);
  const values = valuesOf(graph, program);
  const promises = certain(
    graph.promises.map((p) => promiseOf(p, program)),
    graph.promises.map((p) => program.truth(p.applies)),
  );
  const flags = certain(
    graph.flags.map((f) => flagOf(f.clause, f.name, f.points, program)),
    graph.flags.map((f) => program.truth(f.holds)),
  );
  const points = pointsOf(graph.points, program);
  const steps = certain(
    graph.steps.map((s) => stepOf(s, program)),
    graph.steps.map((s) => program.truth(s.applies)),
  );
  return () => ({
    payable: payable(),
    benefits: benefits.length === 0 ? NONE : benefits.map((b) => b()),
    reasons: reasons(),
    values: values(),
    promises: promises(),
    flags: flags(),
    points: points(),
    steps: steps(),
  });
}

function moneyRange(least: Node, most: Node, program: Program): () => MoneyRange {
  const low = program.number(least, 2);
  if (least === most) {
    return () => range(centsText(low()));
  }
  const high = program.number(most, 2);
  return () => ({ least: centsText(low()) ?? "0.00", most: centsText(high()) });
}

const range = (amount: string | null): MoneyRange => ({ least: amount ?? "0.00", most: amount });

/** Those of which the condition holds. */
function certain<T>(made: readonly (() => T)[], conditions: readonly TruthOf[]): () => readonly T[] {
  if (made.length === 0) return () => NONE;
  return () => {
    const out: T[] = [];
    for (let i = 0; i < made.length; i++) {
      const f = made[i];
      if (f !== undefined && conditions[i]?.() === true) out.push(f());
    }
    return out;
  };
}

interface Holding {
  readonly reason: Reason;
  readonly holds: TruthOf;
}

/** Each reason once, however many conditions give it. */
function reasonsOf(reasons: readonly ReasonNode[], program: Program): () => readonly Reason[] {
  const all: readonly Holding[] = reasons.map((r) => ({
    reason: { clause: r.clause, text: r.text },
    holds: program.truth(r.holds),
  }));
  return () => {
    let out: Reason[] | null = null;
    for (const { reason, holds } of all) {
      if (holds() !== true) continue;
      out ??= [];
      if (!out.some((r) => r.clause === reason.clause && r.text === reason.text)) out.push({ ...reason });
    }
    return out ?? NONE;
  };
}

function benefitOf(b: BenefitNodes, graph: DecisionGraph, program: Program): () => BenefitDecision {
  const amount = moneyRange(b.least, b.most, program);
  const reasons = reasonsOf(
    graph.ofBenefits.filter((r) => r.over?.includes(b.root)),
    program,
  );
  const usual = b.payers.find((p) => p.clause === b.root) ?? b.payers[0];
  const several = b.payers.length > 1 ? b.payers : [];
  const active = several.map((p) => program.truth(p.active));
  return () => {
    const index = active.findIndex((f) => f() === true);
    const named = several[index] ?? usual;
    const { least, most } = amount();
    return {
      clause: named?.clause.id ?? b.root.id,
      name: named?.name ?? b.root.id,
      least,
      most,
      reasons: reasons(),
    };
  };
}

function valuesOf(graph: DecisionGraph, program: Program): () => { readonly [name: string]: JsonValue } {
  if (graph.values.size === 0) return () => NO_VALUES;
  const all = [...graph.values].map(([name, node]) => [name, jsonFunction(node, program)] as const);
  return () => {
    const out: Record<string, JsonValue> = {};
    for (const [name, f] of all) out[name] = f();
    return out;
  };
}

/** A node as decisions write it. */
export function jsonFunction(node: Node, program: Program): () => JsonValue {
  const scale = program.scales.of(node);
  if (scale === null || node.sort !== "ordered") {
    const f = program.value(node);
    return () => jsonOf(f(), node.unit);
  }
  const f = program.number(node, scale);
  return () => {
    const x = f();
    return Number.isNaN(x) ? null : orderedJson(x, scale, node.unit);
  };
}

/** What is counted without a value has no ends: the engine's way of saying so. */
function pointsOf(node: Node, program: Program): () => FlagDecision["points"] {
  const f = jsonFunction(node, program);
  const scale = program.scales.of(node);
  const infinite: NumberOf = scale === null ? () => 0 : program.number(node, scale);
  return () => {
    const json = f();
    if (json === null || !Number.isFinite(infinite())) return beyond();
    return String(json);
  };
}

function flagOf(clause: string, name: string, node: Node, program: Program): () => FlagDecision {
  const points = pointsOf(node, program);
  return () => ({ clause, name, points: points() });
}

function promiseOf(p: PromiseNode, program: Program): () => PromiseDecision {
  const due = jsonFunction(p.due, program);
  return () => {
    const json = due();
    return { clause: p.clause, lane: p.lane, due: json === null ? null : String(json) };
  };
}

function stepOf(s: StepNode, program: Program): () => StepDecision {
  const { clause, channel } = s;
  if (s.after === null) return () => ({ clause, channel, after: null });
  const after = jsonFunction(s.after, program);
  return () => {
    const json = after();
    return { clause, channel, after: json === null ? null : String(json) };
  };
}
