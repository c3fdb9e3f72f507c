/** `for`, `some` and `every`. */
import type { Expr, Iterator } from "./ast.ts";
import type { Node } from "./grammar.ts";
import { childrenOf, type Lowering, part, partsOf } from "./lowering.ts";

export function lowerFor(node: Node, l: Lowering, depth: number): Expr {
  const body = l.expr(part(node, 1, l), depth + 1);
  return { kind: "for", iterators: iterators(node, l, depth), body, from: node.from, to: node.to };
}

export function lowerQuantified(node: Node, l: Lowering, depth: number): Expr {
  const some = childrenOf(node).some((child) => child.name === "some");
  return {
    kind: "quantified",
    quantifier: some ? "some" : "every",
    iterators: iterators(node, l, depth),
    condition: l.expr(part(node, 1, l), depth + 1),
    from: node.from,
    to: node.to,
  };
}

function iterators(node: Node, l: Lowering, depth: number): Iterator[] {
  return partsOf(part(node, 0, l)).map((inExpression) => {
    const context = part(inExpression, 1, l);
    const [source, until] = partsOf(context);
    return {
      name: l.name(part(inExpression, 0, l)),
      source: l.expr(source ?? context, depth + 1),
      until: until === undefined ? null : l.expr(until, depth + 1),
      from: inExpression.from,
      to: inExpression.to,
    };
  });
}
