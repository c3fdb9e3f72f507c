/** Where a node by itself asks for its box to be cut, and on which of its parts it still hangs. */
import type { Node } from "../../ir/node.ts";
import { type Cell, NO, NONE, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import { floorOf, searchedTurn, solved, solvedTurn } from "./turning.ts";

export type Split =
  /** Up to and including `at`, and after it. */
  | { readonly kind: "at"; readonly fact: Fact; readonly at: number }
  /** One part for each value, no value apart. */
  | { readonly kind: "each"; readonly fact: Fact }
  /** A few values: what is found there is found, what is not may still be elsewhere. */
  | { readonly kind: "samples"; readonly fact: Fact; readonly values: readonly number[] };

/** The parts on which the value still hangs. */
export function relevant(node: Node, cells: Cells): readonly Node[] {
  const { args } = node;
  const [a, b, c] = args;
  switch (node.data.op) {
    case "if": {
      if (a === undefined || b === undefined || c === undefined) return args;
      const { mask } = cells.judged(a);
      if (mask === YES) return [b];
      return (mask & YES) === 0 ? [c] : args;
    }
    case "or else":
      return a !== undefined && (cells.judged(a).mask & NONE) === 0 ? [a] : args;
    case "max":
    case "min": {
      const kink = cells.graph.nodes.graph.kink(node);
      if (kink === undefined || a === undefined || b === undefined) return args;
      const { mask } = cells.judged(kink);
      if (mask !== YES && mask !== NO) return args;
      return [(mask === YES) === (node.data.op === "max") ? b : a];
    }
    case "round":
      // The days of a time: the quotient itself is not looked into.
      return a?.data.op === "div" && cells.scales.of(a) === null ? a.args.slice(0, 1) : args;
    default:
      return args;
  }
}

/** The cut that a node by itself asks for. */
export function own(node: Node, keep: number, cells: Cells): Split | null {
  const { data } = node;
  switch (data.op) {
    case "fact":
      return ofFact(cells.box.facts[data.index], keep);
    case "lt":
    case "le":
    case "eq":
      return ofComparison(node, keep, cells);
    case "max":
    case "min":
    case "abs": {
      const kink = cells.graph.nodes.graph.kink(node);
      return kink === undefined || cells.judged(kink).known ? null : ofComparison(kink, keep, cells);
    }
    case "foreign":
      return ofDays(node, keep, cells);
    default:
      return null;
  }
}

/** Numbers are left to the conditions that read them, unless they may have no value. */
function ofFact(fact: Fact | undefined, keep: number): Split | null {
  if (fact === undefined || (fact.bit & keep) !== 0 || fact.fixed) return null;
  return fact.kind === "number" && (fact.mask & NONE) === 0 ? null : { kind: "each", fact };
}

/** The only fact that a judged cell hangs on. */
function only(cell: Cell, cells: Cells): Fact | null {
  const bits = cell.up | cell.down;
  return (bits & (bits - 1)) === 0 ? (cells.box.free.find((f) => f.bit === bits) ?? null) : null;
}

function ofComparison(node: Node, keep: number, cells: Cells): Split | null {
  const [a, b] = node.args;
  if (a === undefined || b === undefined || a.sort !== "ordered") return null;
  const form = cells.difference(a, b);
  const cell = cells.judged(node);
  if (form === null) {
    const fact = only(cell, cells);
    if (fact === null || (fact.bit & keep) !== 0 || (fact.mask & NONE) !== 0) return null;
    const cut = node.data.op === "eq" ? null : cutAt(fact, solvedTurn(node, cells));
    if (cut !== null || (cell.up & cell.down) !== 0) return cut;
    return cutAt(
      fact,
      searchedTurn(`${node.id}`, fact, () => cells.judged(node).mask === YES, cells),
    );
  }
  const place = form.slopes.findIndex((s) => s !== 0);
  const fact = cells.box.free[place];
  const slope = form.slopes[place] ?? 0;
  if (fact === undefined || (fact.bit & keep) !== 0) return null;
  if (form.slopes.some((s, i) => s !== 0 && i !== place)) return null;
  return threshold(fact, form.base, slope, node.data.op === "le");
}

/** Where `base + slope · x` turns from below zero (at most zero, if `upTo`) to above, or the other way. */
function threshold(fact: Fact, base: number, slope: number, upTo: boolean): Split | null {
  const under =
    slope > 0 ? floorOf(upTo ? -base : -base - 1, slope) : floorOf(upTo ? base - 1 : base, -slope);
  const over = slope > 0 ? floorOf(-base, slope) : floorOf(base, -slope);
  return cutAt(fact, under) ?? cutAt(fact, over);
}

/** Up to a value and after it, where both are in the box. */
function cutAt(fact: Fact, x: number | null): Split | null {
  const at = x === null ? Number.NaN : fact.floor(x);
  return at < fact.hi ? { kind: "at", fact, at } : null;
}

/** A function of days: where its day passes the next of its changes. */
function ofDays(node: Node, keep: number, cells: Cells): Split | null {
  const [day] = node.args;
  const changes = node.data.op === "foreign" ? node.data.foreign.changes : null;
  if (day === undefined || changes === null) return null;
  const cell = cells.judged(day);
  const fact = only(cell, cells);
  const [next] = changes(cell.lo, cell.hi);
  if (fact === null || (fact.bit & keep) !== 0 || next === undefined || (cell.up & cell.down) !== 0)
    return null;
  return (
    cutAt(fact, solved(day, next - 1, cells)) ??
    cutAt(
      fact,
      searchedTurn(`${day.id}≥${next}`, fact, () => cells.judged(day).lo >= next, cells),
    )
  );
}
