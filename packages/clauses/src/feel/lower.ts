/** From lezer-feel's concrete tree to the abstract syntax of `ast.ts`: operators, and dispatch to the rest. */
import type { ArithmeticOp, CompareOp, Expr, LogicOp } from "./ast.ts";
import type { Node } from "./grammar.ts";
import { lowerCall, lowerContext, lowerFunction, lowerType } from "./lower-compound.ts";
import { lowerIn } from "./lower-in.ts";
import { lowerFor, lowerQuantified } from "./lower-iteration.ts";
import { lowerAt, lowerNumber, lowerString } from "./lower-literal.ts";
import { childrenOf, type Lowering, part, partsOf, unreadable } from "./lowering.ts";

/** The expression at `node`, which is `depth` levels down. @throws LoweringError */
export function lowerExpr(node: Node, l: Lowering, depth: number): Expr {
  const span = { from: node.from, to: node.to };
  const lower = (child: Node): Expr => l.expr(child, depth + 1);
  switch (node.name) {
    case "NumericLiteral":
      return lowerNumber(node, l);
    case "StringLiteral":
      return { kind: "literal", value: lowerString(l.text(node)), ...span };
    case "BooleanLiteral":
      return { kind: "literal", value: l.text(node) === "true", ...span };
    case "null":
      return { kind: "literal", value: null, ...span };
    case "?":
      return { kind: "name", name: "?", ...span };
    case "VariableName":
    case "DateTimeConstructor":
    case "SpecialFunctionName":
      return { kind: "name", name: l.name(node), ...span };
    case "ParenthesizedExpression":
      return l.expr(part(node, 0, l), depth + 1);
    case "ArithmeticExpression":
      return lowerArithmetic(node, l, depth);
    case "Comparison":
      return lowerComparison(node, l, depth);
    case "Conjunction":
      return lowerLogic(node, "and", l, depth);
    case "Disjunction":
      return lowerLogic(node, "or", l, depth);
    case "SimplePositiveUnaryTest":
      return lowerSimpleTest(node, l, depth);
    case "IfExpression": {
      const condition = lower(part(node, 0, l));
      return {
        kind: "if",
        condition,
        consequent: lower(part(node, 1, l)),
        alternative: lower(part(node, 2, l)),
        ...span,
      };
    }
    case "ForExpression":
      return lowerFor(node, l, depth);
    case "QuantifiedExpression":
      return lowerQuantified(node, l, depth);
    case "FilterExpression":
      return { kind: "filter", list: lower(part(node, 0, l)), condition: lower(part(node, 1, l)), ...span };
    case "PathExpression":
      return { kind: "path", object: lower(part(node, 0, l)), name: l.name(part(node, 1, l)), ...span };
    case "List":
      return { kind: "list", items: partsOf(node).map(lower), ...span };
    case "InstanceOfExpression":
      return {
        kind: "instance of",
        value: lower(part(node, 0, l)),
        type: lowerType(part(node, 1, l), l),
        ...span,
      };
    case "Context":
      return lowerContext(node, l, depth);
    case "FunctionDefinition":
      return lowerFunction(node, l, depth);
    case "FunctionInvocation":
      return lowerCall(node, l, depth);
    case "DateTimeLiteral": {
      const at = partsOf(node)[0];
      return at?.name === "AtLiteral" ? lowerAt(at, l) : lowerCall(node, l, depth);
    }
    default:
      throw unreadable(node, l);
  }
}

function lowerArithmetic(node: Node, l: Lowering, depth: number): Expr {
  const span = { from: node.from, to: node.to };
  const parts = partsOf(node);
  const [first, second, third] = parts;
  if (first?.name === "ArithOp" && second !== undefined) {
    return { kind: "negate", operand: l.expr(second, depth + 1), ...span };
  }
  if (first === undefined || second === undefined || third === undefined) throw unreadable(node, l);
  const left = l.expr(first, depth + 1);
  const right = l.expr(third, depth + 1);
  return { kind: "arithmetic", op: l.text(second) as ArithmeticOp, left, right, ...span };
}

/** `a and b and c` is left-nested in the grammar; its operands come out in a row, however many. */
function lowerLogic(node: Node, op: LogicOp, l: Lowering, depth: number): Expr {
  const operands: Expr[] = [];
  let current = node;
  for (;;) {
    const parts = partsOf(current);
    const [left, right] = parts;
    if (left === undefined || right === undefined) throw unreadable(node, l);
    operands.push(l.expr(right, depth + 1));
    if (left.name !== node.name) {
      operands.push(l.expr(left, depth + 1));
      return joined(op, operands.reverse(), partsOf(node)[1]?.name === "Comparison", node);
    }
    current = left;
  }
}

/** `a and x in t or b`: what the test of `in` gave back belongs to the whole, not to its last operand. */
function joined(op: LogicOp, operands: readonly Expr[], open: boolean, { from, to }: Node): Expr {
  const last = operands.at(-1);
  if (op === "or" || !open || last?.kind !== "logic" || last.op === "and")
    return { kind: "logic", op, operands, from, to };
  const [first, ...rest] = last.operands;
  const own = first === undefined ? operands : [...operands.slice(0, -1), first];
  return {
    kind: "logic",
    op: "or",
    operands: [{ kind: "logic", op, operands: own, from, to: first?.to ?? to }, ...rest],
    from,
    to,
  };
}

function lowerComparison(node: Node, l: Lowering, depth: number): Expr {
  const span = { from: node.from, to: node.to };
  const children = childrenOf(node);
  const [left, operator, ...rest] = children;
  if (left === undefined || operator === undefined) throw unreadable(node, l);
  const value = l.expr(left, depth + 1);
  if (operator.name === "between") {
    const [low, high] = partsOf(node).slice(1);
    if (low === undefined || high === undefined) throw unreadable(node, l);
    return { kind: "between", value, low: l.expr(low, depth + 1), high: l.expr(high, depth + 1), ...span };
  }
  if (operator.name === "in") return lowerIn(value, rest, span, l, depth);
  const right = rest[0];
  if (right === undefined) throw unreadable(node, l);
  if (right.name === "SimplePositiveUnaryTest" && !"([]".includes(l.text(right).charAt(0)))
    throw doubled(operator, right, l);
  return {
    kind: "compare",
    op: l.text(operator) as CompareOp,
    left: value,
    right: l.expr(right, depth + 1),
    ...span,
  };
}

/** `a == b`: the grammar reads it as a comparison with the range `= b`. */
function doubled(operator: Node, right: Node, l: Lowering): Error {
  const text = l.text(operator) + l.text(right).slice(0, 1);
  return l.error(operator, {
    message: `“${text}” is no operator`,
    hint: "write = for equal, != for different",
    zh: { message: `没有“${text}”这个运算符`, hint: "相等写 `=`，不等写 `!=`" },
  });
}

/** `< 5` or `[1..5]` as a value: a range. */
function lowerSimpleTest(node: Node, l: Lowering, depth: number): Expr {
  const span = { from: node.from, to: node.to };
  const [first, second] = partsOf(node);
  if (first?.name === "Interval") {
    const text = l.text(first);
    const [low, high] = partsOf(first).map((end) => l.expr(end, depth + 1));
    if (low === undefined || high === undefined) throw unreadable(node, l);
    const lowIncluded = text.startsWith("[");
    return { kind: "range", low, high, lowIncluded, highIncluded: text.endsWith("]"), ...span };
  }
  if (first === undefined || second === undefined) throw unreadable(node, l);
  const end = l.expr(second, depth + 1);
  const none = {
    kind: "range",
    low: null,
    high: null,
    lowIncluded: false,
    highIncluded: false,
    ...span,
  } as const;
  switch (l.text(first)) {
    case "<":
      return { ...none, high: end };
    case "<=":
      return { ...none, high: end, highIncluded: true };
    case ">":
      return { ...none, low: end };
    case ">=":
      return { ...none, low: end, lowIncluded: true };
    case "=":
      return { ...none, low: end, high: end, lowIncluded: true, highIncluded: true };
    default:
      throw unreadable(node, l);
  }
}
