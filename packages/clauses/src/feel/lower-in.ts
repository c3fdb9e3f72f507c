/**
 * `value in test`. The grammar lets the test run on over `and` and `or`, so that `x in [1..5] and y` would be one
 * test, `[1..5] and y`. As a comparison `in` binds closer than they do (DMN 1.5 §10.3.1.2): the test ends before them.
 */
import type { Expr, Span, Test } from "./ast.ts";
import type { Node } from "./grammar.ts";
import { lowerTest } from "./lower-tests.ts";
import { type Lowering, partsOf } from "./lowering.ts";

/** @throws LoweringError */
export function lowerIn(value: Expr, rest: readonly Node[], span: Span, l: Lowering, depth: number): Expr {
  const group = rest.find((child) => child.name === "PositiveUnaryTests");
  const nodes = group === undefined ? rest.filter((c) => c.name === "PositiveUnaryTest") : partsOf(group);
  const tests = nodes.map((node) => lowerTest(node, l, depth + 1));
  const [only] = tests;
  return group === undefined && tests.length === 1 && only !== undefined
    ? bound(value, only, span, l)
    : { kind: "in", value, tests, ...span };
}

/** Only the first operand of an `and` or `or` that no bracket encloses belongs to the test. */
function bound(value: Expr, test: Test, span: Span, l: Lowering): Expr {
  const expr = test.kind === "compare test" ? test.operand : test.expr;
  const [first, ...others] = expr.kind === "logic" ? expr.operands : [];
  if (expr.kind !== "logic" || first === undefined || /\(\s*$/u.test(l.source.slice(0, expr.from)))
    return { kind: "in", value, tests: [test], from: span.from, to: test.to };
  const own = { from: test.from, to: first.to };
  const inner: Test =
    test.kind === "compare test" ? { ...test, operand: first, ...own } : { ...test, expr: first, ...own };
  const left = bound(value, inner, { from: span.from, to: first.to }, l);
  return { kind: "logic", op: expr.op, operands: [left, ...others], ...span };
}
