/** Lists opened into their elements, each with the condition under which it is there. */
import type { Expr, Filter } from "../feel/ast.ts";
import { bind, type Env } from "./env.ts";
import type { Foreign, Node } from "./node.ts";
import { OTHER, shapeOf } from "./value.ts";

export interface Element {
  readonly present: Node;
  readonly value: Node;
}

/** A graph of more nodes opens no further list: what is left is computed as FEEL, list by list. */
const NODES_MAX = 25_000;

/** The elements of a list expression, or null where its length or its elements cannot be opened. */
export function elementsOf(expr: Expr, env: Env): readonly Element[] | null {
  if (env.graph.nodes.length > NODES_MAX) return null;
  if (expr.kind === "for") return forElements(expr, env);
  if (expr.kind === "filter") return filterElements(expr, env);
  if (expr.kind === "path") {
    const inner = elementsOf(expr.object, env);
    return inner === null ? null : mapAll(inner, (value) => fieldOf(value, expr.name));
  }
  if (expr.kind === "name") {
    const node = env.lookup(expr.name);
    return node === undefined ? null : nodeElements(node, env);
  }
  if (expr.kind === "list") return nodeElements(env.translate(expr, env), env);
  return null;
}

export const nodeElements = (node: Node, env: Env): readonly Element[] | null => {
  if (node.data.op === "list") return node.args.map((value) => ({ present: env.graph.yes, value }));
  return node.data.op === "foreign" && SIEVES.has(node.data.foreign) ? pairs(node.args) : null;
};

/** Keeps those values before which the condition holds: arguments are a condition, a value, a condition, a value … */
const sieves = new Map<number, Foreign>();
const SIEVES = new WeakSet<Foreign>();
const sieve = (count: number): Foreign => {
  const found = sieves.get(count);
  if (found !== undefined) return found;
  const made: Foreign = {
    key: `those present of ${count}`,
    run: (args) => args.filter((_, i) => i % 2 === 1 && args[i - 1] === true),
    trend: Array.from({ length: 2 * count }, () => 0 as const),
    changes: null,
  };
  sieves.set(count, made);
  SIEVES.add(made);
  return made;
};

const pairs = (args: readonly Node[]): readonly Element[] =>
  args.flatMap((present, i) => {
    const value = args[i + 1];
    return i % 2 === 0 && value !== undefined ? [{ present, value }] : [];
  });

/** The elements as one node again; `nodeElements` opens it. */
export function listNode(elements: readonly Element[], env: Env): Node {
  const g = env.graph;
  const possible = elements.filter((e) => e.present !== g.no);
  if (possible.every((e) => e.present === g.yes)) return g.list(possible.map((e) => e.value));
  return g.foreign(
    sieve(possible.length),
    possible.flatMap((e) => [e.present, e.value]),
    OTHER,
  );
}

function mapAll(elements: readonly Element[], f: (value: Node) => Node | null): readonly Element[] | null {
  const out: Element[] = [];
  for (const e of elements) {
    const value = f(e.value);
    if (value === null) return null;
    out.push({ present: e.present, value });
  }
  return out;
}

const fieldOf = (value: Node, name: string): Node | null =>
  value.data.op === "record" ? (value.args[value.data.names.indexOf(name)] ?? null) : null;

function forElements(expr: Expr & { kind: "for" }, env: Env): readonly Element[] | null {
  const [iterator, second] = expr.iterators;
  if (iterator === undefined || second !== undefined || iterator.until !== null) return null;
  const inner = elementsOf(iterator.source, env);
  if (inner === null) return null;
  return mapAll(inner, (value) => env.translate(expr.body, bind(env, new Map([[iterator.name, value]]))));
}

/** Whether the condition is a position: no element is there to show it. */
export const selects = (expr: Filter, env: Env): boolean =>
  shapeOf(env.types.get(expr.condition)).unit === "number";

function filterElements(expr: Filter, env: Env): readonly Element[] | null {
  const inner = elementsOf(expr.list, env);
  if (inner === null || (inner.length === 0 && selects(expr, env))) return null;
  const out: Element[] = [];
  for (const e of inner) {
    const names = new Map<string, Node>([["item", e.value]]);
    if (e.value.data.op === "record")
      e.value.data.names.forEach((name, i) => {
        const field = e.value.args[i];
        if (field !== undefined) names.set(name, field);
      });
    const condition = env.translate(expr.condition, bind(env, names));
    // A number selects by position, which needs the whole list.
    if (condition.sort !== "boolean") return null;
    out.push({ present: env.graph.and(e.present, env.graph.isTrue(condition)), value: e.value });
  }
  return out;
}
