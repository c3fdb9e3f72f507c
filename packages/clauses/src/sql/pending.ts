/** Promises whose `from` may still be unknown: what the engine says of their due date then. */
import { between } from "../decide/render.ts";
import { wholeDomain } from "../facts/domain.ts";
import { Num } from "../feel/value.ts";
import { apply } from "../ir/apply.ts";
import type { DecisionGraph } from "../ir/decisionGraph.ts";
import type { Node, Val } from "../ir/node.ts";
import type { Slot } from "../ir/slots.ts";

/** By clause, the due date as JSON while the one fact it hangs on is unknown. */
export type Pending = ReadonlyMap<string, unknown>;

/**
 * Where a due date is one fact and constants, it is undetermined exactly while that fact is unknown, and then lies
 * between what the fact's own limits make it. Without such limits nothing is said: null.
 */
export function pendingDue(graph: DecisionGraph, governs: string | null): Pending {
  const found = graph.promises.flatMap((p) => {
    const slot = oneFact(p.due, graph);
    if (slot === null || p.due.nullable || slot.path === governs || slot.decl.optional) return [];
    return [[p.clause, range(p.due, slot)] as const];
  });
  return new Map(found.filter(([, json]) => json !== undefined));
}

function oneFact(due: Node, graph: DecisionGraph): Slot | null {
  const facts = new Set<number>();
  const plain = (node: Node): boolean => {
    if (node.data.op === "fact") facts.add(node.data.index);
    return ["const", "fact", "add", "sub"].includes(node.data.op) && node.args.every(plain);
  };
  if (!plain(due) || facts.size !== 1) return null;
  const [only] = facts;
  return only === undefined ? null : (graph.slots[only] ?? null);
}

function range(due: Node, slot: Slot): unknown {
  const domain = wholeDomain(slot.decl);
  if (domain.kind !== "range") return undefined;
  const ends = [domain.low, domain.high].map((end) => valueAt(due, end));
  const [a, b] = ends;
  if (!(a instanceof Num) || !(b instanceof Num)) return undefined;
  if (!a.isFinite() && !b.isFinite()) return null;
  return between(Num.min(a, b), Num.max(a, b), due.unit);
}

function valueAt(node: Node, fact: Num): Val {
  if (node.data.op === "fact") return fact;
  if (node.data.op === "const") return node.data.value;
  return apply(
    node,
    node.args.map((a) => valueAt(a, fact)),
  );
}
