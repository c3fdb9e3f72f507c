/** Exceptions, or definitions of one name, that hold at once and do not agree. */
import type { Clause, Effect } from "../terms/model.ts";
import { definedNames, type Resolved } from "../terms/resolve.ts";
import type { ClauseNodes } from "./clauseNodes.ts";
import type { ReasonNode } from "./decisionGraph.ts";
import { concerns, type Families } from "./families.ts";
import type { Node } from "./node.ts";

const CONFLICT = "条款冲突";

/** Two clauses that may not hold at once unless they agree. */
export interface Pair {
  readonly first: Clause;
  readonly second: Clause;
  /** Both apply and disagree. */
  readonly node: Node;
}

export function conflictPairs(resolved: Resolved, nodes: ClauseNodes): readonly Pair[] {
  const pairs: Pair[] = [];
  const add = (first: Clause, second: Clause, name: string | null): void => {
    const g = nodes.graph;
    const both = g.and(g.isTrue(nodes.active(first)), g.isTrue(nodes.active(second)));
    const node = g.and(both, g.not(g.isTrue(agree(first, second, name, nodes))));
    if (node !== g.no) pairs.push({ first, second, node });
  };
  for (const exceptions of resolved.exceptions.values())
    everyPair(exceptions, (a, b) => {
      add(a, b, null);
    });
  for (const [name, definers] of resolved.definers)
    everyPair(definers, (a, b) => {
      const siblings = a.insteadOf !== null && a.insteadOf === b.insteadOf;
      if (!siblings) add(a, b, name);
    });
  return pairs;
}

export const conflicts = (
  resolved: Resolved,
  nodes: ClauseNodes,
  families: Families,
): readonly ReasonNode[] =>
  conflictPairs(resolved, nodes).map(({ first, node }) => ({
    clause: first.id,
    text: CONFLICT,
    holds: node,
    over: concerns(first, resolved, families),
  }));

function everyPair(clauses: readonly Clause[], visit: (a: Clause, b: Clause) => void): void {
  clauses.forEach((a, i) => {
    for (const b of clauses.slice(i + 1)) visit(a, b);
  });
}

/** Equal values, names and reasons. With `name`, only that value is compared. */
function agree(a: Clause, b: Clause, name: string | null, nodes: ClauseNodes): Node {
  const g = nodes.graph;
  const same = (x: Node | undefined, y: Node | undefined): Node =>
    x === undefined || y === undefined ? (x === y ? g.yes : g.no) : g.equal(x, y);
  if (name !== null) return same(nodes.defined(a).get(name), nodes.defined(b).get(name));
  if (wording(a.effect) !== wording(b.effect)) return g.no;
  const names = definedNames(a);
  if (names.length > 0) {
    const others = definedNames(b);
    if (names.length !== others.length || names.some((n) => !others.includes(n))) return g.no;
    return g.and(...names.map((n) => same(nodes.defined(a).get(n), nodes.defined(b).get(n))));
  }
  return g.and(...pairedValues(a.effect, b.effect, nodes).map(([x, y]) => same(x, y)));
}

/** All that is fixed text in an effect. */
function wording(e: Effect): string {
  switch (e.kind) {
    case "require":
    case "exclude":
    case "refer":
      return `${e.kind}\u0000${e.reason}`;
    case "pay":
    case "flag":
      return `${e.kind}\u0000${e.name}`;
    case "promise":
      return `${e.kind}\u0000${e.lane}\u0000${e.within.kind}`;
    case "step":
      return `${e.kind}\u0000${e.channel}`;
    case "gives":
      return `${e.kind}\u0000${e.names.join("\u0000")}`;
    case "define":
    case "table":
      return "value";
    case "cap":
    case "none":
      return e.kind;
  }
}

function pairedValues(
  a: Effect,
  b: Effect,
  nodes: ClauseNodes,
): readonly (readonly [Node | undefined, Node | undefined])[] {
  const x = values(a, nodes);
  const y = values(b, nodes);
  return Array.from({ length: Math.max(x.length, y.length) }, (_, i) => [x[i], y[i]] as const);
}

function values(e: Effect, nodes: ClauseNodes): readonly (Node | undefined)[] {
  switch (e.kind) {
    case "require":
    case "exclude":
    case "refer":
    case "cap":
      return [nodes.expr(e.value.expr)];
    case "pay":
      return [nodes.expr(e.value.expr), e.upTo === null ? undefined : nodes.expr(e.upTo.expr)];
    case "promise":
      return [nodes.expr(e.within.value.expr), nodes.expr(e.from.expr)];
    case "flag":
      return [nodes.expr(e.value.expr), e.points === null ? undefined : nodes.expr(e.points.expr)];
    case "step":
      return [e.after === null ? undefined : nodes.expr(e.after.expr)];
    case "define":
    case "table":
    case "gives":
    case "none":
      return [];
  }
}
