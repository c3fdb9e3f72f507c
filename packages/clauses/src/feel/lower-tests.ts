/** Unary tests: the cells of decision tables, and what stands after `in`. */
import type { CompareOp, Test, UnaryTests } from "./ast.ts";
import type { Node } from "./grammar.ts";
import { childrenOf, type Lowering, partsOf } from "./lowering.ts";

/** A whole cell. @throws LoweringError */
export function lowerTests(top: Node, l: Lowering): UnaryTests {
  const children = childrenOf(top);
  const tests = children.find((child) => child.name === "PositiveUnaryTests");
  return {
    kind: "unary tests",
    negated: children.some((child) => child.name === "not"),
    tests: tests === undefined ? [] : partsOf(tests).map((test) => lowerTest(test, l, 0)),
    from: top.from,
    to: top.to,
  };
}

/** One test. @throws LoweringError */
export function lowerTest(node: Node, l: Lowering, depth: number): Test {
  const span = { from: node.from, to: node.to };
  const inner = partsOf(node)[0] ?? node;
  const [op, operand] = partsOf(inner);
  if (inner.name === "SimplePositiveUnaryTest" && op?.name === "CompareOp" && operand !== undefined) {
    return {
      kind: "compare test",
      op: l.text(op) as CompareOp,
      operand: l.expr(operand, depth + 1),
      ...span,
    };
  }
  return { kind: "value test", expr: l.expr(inner, depth + 1), ...span };
}
