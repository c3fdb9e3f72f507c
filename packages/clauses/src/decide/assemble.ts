/** A study's answers as the JSON of a decision. */
import type { Num } from "../feel/value.ts";
import type { BenefitNodes } from "../ir/benefits.ts";
import type { FlagNode, PromiseNode, ReasonNode, StepNode } from "../ir/decisionGraph.ts";
import { readersOf } from "../ir/families.ts";
import type { Node } from "../ir/node.ts";
import type { Slot } from "../ir/slots.ts";
import { toFeel } from "../ir/value.ts";
import { namesRead, type Resolved } from "../terms/resolve.ts";
import { mayBeNull } from "./abs.ts";
import type {
  Ask,
  BenefitDecision,
  Decision,
  FlagDecision,
  JsonValue,
  MoneyRange,
  PromiseDecision,
  Reason,
  StepDecision,
} from "./decision.ts";
import type { Range, Study } from "./engine.ts";
import { between, jsonOf, money } from "./render.ts";

/** Everything but the explanation. `tight` is read last: every answer may loosen it. */
export function assemble(study: Study, resolved: Resolved): Decision {
  const { doc } = resolved;
  const { graph } = study;
  const payable = moneyRange(study.amount(graph.least, graph.most));
  const benefits = graph.benefits.map((b) => benefit(b, study));
  const reasons = [...study.certainReasons(graph.declines), ...study.certainReasons(graph.refers)];
  const flags = graph.flags.filter((f) => study.certain(f.holds));
  const parts = {
    reasons: unique(reasons),
    values: valuesOf(study),
    promises: graph.promises.filter((p) => study.certain(p.applies)).map((p) => promise(p, study)),
    flags: flags.map((f) => flag(f, study)),
    points: text(study, graph.points),
    steps: graph.steps.filter((s) => study.certain(s.applies)).map((s) => step(s, study)),
    asks: asksOf(study, resolved),
  };
  return {
    terms: doc.id,
    digest: doc.digest,
    outcome: study.outcome,
    settled: study.settled,
    tight: study.doubts.length === 0,
    payable,
    benefits,
    ...parts,
  };
}

const moneyRange = (r: Range): MoneyRange => ({ least: money(r.low) ?? "0.00", most: money(r.high) });

function unique(reasons: readonly ReasonNode[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.flatMap((r) => {
    const key = `${r.clause}\u0000${r.text}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ clause: r.clause, text: r.text }];
  });
}

/** Named by the clause that pays in every completion; by the base where that is not certain. */
function benefit(b: BenefitNodes, study: Study): BenefitDecision {
  const certain = b.payers.find((p) => b.payers.length > 1 && study.certain(p.active));
  const named = certain ?? b.payers.find((p) => p.clause === b.root) ?? b.payers[0];
  const own = study.graph.ofBenefits.filter((r) => r.over?.includes(b.root));
  return {
    clause: named?.clause.id ?? b.root.id,
    name: named?.name ?? b.root.id,
    ...moneyRange(study.amount(b.least, b.most)),
    reasons: unique(study.certainReasons(own)),
  };
}

/** A value that is certain, or the ends between which it lies, or null where it is neither. */
function valuesOf(study: Study): { readonly [name: string]: JsonValue } {
  const out: Record<string, JsonValue> = {};
  for (const [name, node] of study.graph.values) out[name] = value(node, study);
  return out;
}

function value(node: Node, study: Study): JsonValue {
  const abs = study.region.abs(node);
  if (abs.kind === "one") return jsonOf(abs.value, node.unit);
  const [first] = study.pool.completions;
  if (study.known && first !== undefined) return jsonOf(first.value(node), node.unit);
  if (node.sort !== "ordered") return possibleValues(node, study);
  const { low, high } = study.range(node);
  // Nothing is known of it, not even that it has a value.
  if (!low.isFinite() && !high.isFinite() && mayBeNull(abs)) return null;
  const json = between(low, high, node.unit);
  return typeof json === "object" && json !== null && "between" in json && !Array.isArray(json)
    ? { between: [...(json.between as readonly (string | null)[])] }
    : (json as JsonValue);
}

/** Without an order there are no ends: the value where every completion agrees, else null. */
function possibleValues(node: Node, study: Study): JsonValue {
  const abs = study.region.abs(node);
  if (abs.kind === "texts" && !abs.open && !abs.mayNull) return { oneOf: [...abs.values] };
  return null;
}

function text(study: Study, node: Node): FlagDecision["points"] {
  const { low, high } = study.range(node);
  return ends(low, high, node);
}

function ends(
  low: Num,
  high: Num,
  node: Node,
): string | { readonly between: readonly [string | null, string | null] } {
  const json = (n: Num): string | null => (n.isFinite() ? String(jsonOf(n, node.unit)) : null);
  return low.equals(high) ? (json(low) ?? "") : { between: [json(low), json(high)] };
}

function promise(p: PromiseNode, study: Study): PromiseDecision {
  const due = dueOf(p, study);
  return { clause: p.clause, lane: p.lane, due };
}

/** Null while nothing bounds it, or where it cannot be computed. */
function dueOf(p: PromiseNode, study: Study): PromiseDecision["due"] {
  const abs = study.region.abs(p.due);
  if (abs.kind === "one") return abs.value === null ? null : String(jsonOf(abs.value, p.due.unit));
  if (mayBeNull(abs) && !study.known) return nullable(p, study);
  const { low, high } = study.range(p.due);
  return low.isFinite() || high.isFinite() ? ends(low, high, p.due) : null;
}

function nullable(p: PromiseNode, study: Study): PromiseDecision["due"] {
  const g = study.graph.nodes.graph;
  if (study.mayHold(g.isNull(p.due))) return null;
  const { low, high } = study.range(p.due);
  return low.isFinite() || high.isFinite() ? ends(low, high, p.due) : null;
}

const flag = (f: FlagNode, study: Study): FlagDecision => ({
  clause: f.clause,
  name: f.name,
  points: text(study, f.points),
});

function step(s: StepNode, study: Study): StepDecision {
  if (s.after === null) return { clause: s.clause, channel: s.channel, after: null };
  const [first] = study.pool.completions;
  const abs = study.region.abs(s.after);
  const value = abs.kind === "one" ? abs.value : study.known ? (first?.value(s.after) ?? null) : null;
  const shown = value === null ? null : jsonOf(toFeel(value, null), s.after.unit);
  return { clause: s.clause, channel: s.channel, after: shown === null ? null : String(shown) };
}

function asksOf(study: Study, resolved: Resolved): readonly Ask[] {
  const { doc } = resolved;
  const order = study.asks();
  const governing = study.graph.slots.findIndex((s) => s.path === doc.governs);
  const all =
    study.governsOpen && governing >= 0 ? [governing, ...order.filter((i) => i !== governing)] : order;
  return all.flatMap((i) => {
    const slot = study.graph.slots[i];
    return slot === undefined ? [] : [askOf(slot, resolved)];
  });
}

/** The question that a fact of the decision is asked by. */
export function askOf({ path, decl }: Slot, resolved: Resolved): Ask {
  return { fact: path, ask: decl.ask, from: decl.from, clauses: clausesReading(path, resolved) };
}

/** Clauses that read a fact, directly or through values, in document order. */
function clausesReading(path: string, resolved: Resolved): readonly string[] {
  const name = path.replace(/\[\d+\].*$/, "");
  const direct = resolved.doc.clauses.filter((c) => namesRead(c).has(name));
  const all = new Set(direct);
  for (const c of direct) for (const r of readersOf(c, resolved)) all.add(r);
  return resolved.doc.clauses.filter((c) => all.has(c)).map((c) => c.id);
}

/** Outcome and payable alone. */
export function assembleShort(study: Study): Pick<Decision, "outcome" | "settled" | "payable"> {
  const payable = moneyRange(study.amount(study.graph.least, study.graph.most));
  return { outcome: study.outcome, settled: study.settled, payable };
}
