/** Walking over syntax trees. */
import type { Expr, Iterator, Test } from "./ast.ts";
import { type Bound, bind, binds } from "./bound.ts";

const ofTest = (test: Test): Expr => (test.kind === "compare test" ? test.operand : test.expr);

const ofIterator = ({ source, until }: Iterator): Expr[] => (until === null ? [source] : [source, until]);

/** The expressions directly inside `expr`, in source order. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "literal":
    case "name":
      return [];
    case "negate":
      return [expr.operand];
    case "arithmetic":
    case "compare":
      return [expr.left, expr.right];
    case "logic":
      return expr.operands;
    case "between":
      return [expr.value, expr.low, expr.high];
    case "in":
      return [expr.value, ...expr.tests.map(ofTest)];
    case "if":
      return [expr.condition, expr.consequent, expr.alternative];
    case "for":
      return [...expr.iterators.flatMap(ofIterator), expr.body];
    case "quantified":
      return [...expr.iterators.flatMap(ofIterator), expr.condition];
    case "filter":
      return [expr.list, expr.condition];
    case "path":
      return [expr.object];
    case "list":
      return expr.items;
    case "context":
      return expr.entries.map((entry) => entry.value);
    case "range":
      return [expr.low, expr.high].filter((end) => end !== null);
    case "function":
      return [expr.body];
    case "call":
      return [expr.callee, ...expr.args, ...expr.named.map((named) => named.value)];
    case "instance of":
      return [expr.value];
  }
}

/** How many levels of expressions `expr` has; a literal has one. */
export function depthOf(expr: Expr): number {
  let depth = 0;
  for (const child of children(expr)) depth = Math.max(depth, depthOf(child));
  return depth + 1;
}

/**
 * The names that `expr` reads from its surroundings: variables, and built-in functions where they are not
 * called by name. Inside a filter every name counts, for it may be a variable's as well as a field's.
 */
export function freeNames(expr: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  collect(expr, null, found);
  return found;
}

function collect(expr: Expr, bound: Bound | null, found: Set<string>): void {
  switch (expr.kind) {
    case "name":
      if (!binds(bound, expr.name)) found.add(expr.name);
      return;
    case "for":
      collect(expr.body, bind(overIterators(expr.iterators, bound, found), "partial"), found);
      return;
    case "quantified":
      collect(expr.condition, overIterators(expr.iterators, bound, found), found);
      return;
    case "filter":
      collect(expr.list, bound, found);
      collect(expr.condition, bind(bound, "item"), found);
      return;
    case "context": {
      let inner = bound;
      for (const { key, value } of expr.entries) {
        collect(value, inner, found);
        inner = bind(inner, key);
      }
      return;
    }
    case "in":
      collect(expr.value, bound, found);
      for (const test of expr.tests) collect(ofTest(test), bind(bound, "?"), found);
      return;
    case "function":
      collect(expr.body, bind(bound, ...expr.parameters.map(({ name }) => name)), found);
      return;
    case "call":
      if (expr.callee.kind !== "name") collect(expr.callee, bound, found);
      for (const child of children(expr).slice(1)) collect(child, bound, found);
      return;
    default:
      for (const child of children(expr)) collect(child, bound, found);
  }
}

function overIterators(
  iterators: readonly Iterator[],
  bound: Bound | null,
  found: Set<string>,
): Bound | null {
  let inner = bound;
  for (const iterator of iterators) {
    for (const child of ofIterator(iterator)) collect(child, inner, found);
    inner = bind(inner, iterator.name);
  }
  return inner;
}
