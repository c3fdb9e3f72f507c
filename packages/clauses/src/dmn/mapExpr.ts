/** A syntax tree with some of its nodes replaced. */
import type { Expr, Iterator, Test } from "../feel/ast.ts";

/** The tree with `change` applied to every node, the inner ones first. */
export function mapExpr(expr: Expr, change: (expr: Expr) => Expr): Expr {
  const map = (inner: Expr): Expr => mapExpr(inner, change);
  return change(withParts(expr, map));
}

const mapTest = (test: Test, map: (expr: Expr) => Expr): Test =>
  test.kind === "compare test" ? { ...test, operand: map(test.operand) } : { ...test, expr: map(test.expr) };

/** The tests with `change` applied to every node of every one. */
export const mapTests = (tests: readonly Test[], change: (expr: Expr) => Expr): readonly Test[] =>
  tests.map((test) => mapTest(test, (expr) => mapExpr(expr, change)));

const mapIterator = (iterator: Iterator, map: (expr: Expr) => Expr): Iterator => ({
  ...iterator,
  source: map(iterator.source),
  until: iterator.until === null ? null : map(iterator.until),
});

function withParts(expr: Expr, map: (expr: Expr) => Expr): Expr {
  switch (expr.kind) {
    case "literal":
    case "name":
      return expr;
    case "negate":
      return { ...expr, operand: map(expr.operand) };
    case "arithmetic":
    case "compare":
      return { ...expr, left: map(expr.left), right: map(expr.right) };
    case "logic":
      return { ...expr, operands: expr.operands.map(map) };
    case "between":
      return { ...expr, value: map(expr.value), low: map(expr.low), high: map(expr.high) };
    case "in":
      return { ...expr, value: map(expr.value), tests: expr.tests.map((test) => mapTest(test, map)) };
    case "if":
      return {
        ...expr,
        condition: map(expr.condition),
        consequent: map(expr.consequent),
        alternative: map(expr.alternative),
      };
    case "for":
      return { ...expr, iterators: expr.iterators.map((i) => mapIterator(i, map)), body: map(expr.body) };
    case "quantified": {
      const iterators = expr.iterators.map((iterator) => mapIterator(iterator, map));
      return { ...expr, iterators, condition: map(expr.condition) };
    }
    case "filter":
      return { ...expr, list: map(expr.list), condition: map(expr.condition) };
    case "path":
      return { ...expr, object: map(expr.object) };
    case "list":
      return { ...expr, items: expr.items.map(map) };
    case "context":
      return { ...expr, entries: expr.entries.map((entry) => ({ ...entry, value: map(entry.value) })) };
    case "range": {
      const [low, high] = [expr.low, expr.high].map((end) => (end === null ? null : map(end)));
      return { ...expr, low: low ?? null, high: high ?? null };
    }
    case "function":
      return { ...expr, body: map(expr.body) };
    case "call": {
      const named = expr.named.map((argument) => ({ ...argument, value: map(argument.value) }));
      return { ...expr, callee: map(expr.callee), args: expr.args.map(map), named };
    }
    case "instance of":
      return { ...expr, value: map(expr.value) };
  }
}
