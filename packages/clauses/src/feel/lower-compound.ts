/** Contexts, functions, calls, and types. */
import type { ContextEntry, Expr, NamedArgument, Parameter, TypeExpr } from "./ast.ts";
import type { Node } from "./grammar.ts";
import { lowerString } from "./lower-literal.ts";
import { childrenOf, type Lowering, part, partsOf } from "./lowering.ts";

export function lowerContext(node: Node, l: Lowering, depth: number): Expr {
  const entries = partsOf(node).map((entry): ContextEntry => {
    const key = part(entry, 0, l);
    const text = partsOf(key)[0];
    return {
      key: text?.name === "StringLiteral" ? lowerString(l.text(text)) : l.name(key),
      value: l.expr(part(entry, 1, l), depth + 1),
      from: entry.from,
      to: entry.to,
    };
  });
  return { kind: "context", entries, from: node.from, to: node.to };
}

export function lowerFunction(node: Node, l: Lowering, depth: number): Expr {
  const children = childrenOf(node);
  const formal = children.find((child) => child.name === "FormalParameters");
  const body = children.find((child) => child.name === "FunctionBody") ?? node;
  const parameters = (formal === undefined ? [] : partsOf(formal)).map((parameter): Parameter => {
    const type = partsOf(parameter)[1];
    return {
      name: l.name(part(parameter, 0, l)),
      type: type === undefined ? null : lowerType(type, l),
      from: parameter.from,
      to: parameter.to,
    };
  });
  return {
    kind: "function",
    parameters,
    body: l.expr(part(body, 0, l), depth + 1),
    external: children.some((child) => child.name === "external"),
    from: node.from,
    to: node.to,
  };
}

export function lowerCall(node: Node, l: Lowering, depth: number): Expr {
  const [callee, given] = [part(node, 0, l), partsOf(node)[1]];
  const named =
    given?.name === "NamedParameters" ? partsOf(given).map((child) => lowerNamed(child, l, depth)) : [];
  const positional = given?.name === "PositionalParameters" ? partsOf(given) : [];
  return {
    kind: "call",
    callee: l.expr(callee, depth + 1),
    args: positional.map((child) => l.expr(child, depth + 1)),
    named,
    from: node.from,
    to: node.to,
  };
}

function lowerNamed(node: Node, l: Lowering, depth: number): NamedArgument {
  const name = l.name(part(node, 0, l));
  return { name, value: l.expr(part(node, 1, l), depth + 1), from: node.from, to: node.to };
}

/** A type after `instance of` or a parameter. `range<T>` was parsed as `list<T>` (see `standIn`). */
export function lowerType(node: Node, l: Lowering): TypeExpr {
  const span = { from: node.from, to: node.to };
  const inner = partsOf(node)[0] ?? node;
  switch (inner.name) {
    case "ListType":
      return {
        kind: l.text(inner).startsWith("range") ? "range" : "list",
        of: lowerType(part(inner, 0, l), l),
        ...span,
      };
    case "ContextType": {
      const entries = partsOf(inner).flatMap(partsOf);
      const fields = entries.map((entry) => ({
        name: l.name(part(entry, 0, l)),
        type: lowerType(part(entry, 1, l), l),
      }));
      return { kind: "context", fields, ...span };
    }
    case "FunctionType": {
      const types = partsOf(inner);
      const parameters = types.filter((child) => child.name === "ArgumentTypes").flatMap(partsOf);
      const result = types.find((child) => child.name === "Type") ?? inner;
      return {
        kind: "function",
        parameters: parameters.map((child) => lowerType(part(child, 0, l), l)),
        result: lowerType(result, l),
        ...span,
      };
    }
    default:
      return { kind: "named", name: l.name(inner), ...span };
  }
}
