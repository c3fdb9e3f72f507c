/** The static checker of terms documents: every expression has a type before anything is decided. */
import type { Expr, UnaryTests } from "../ast.ts";
import { builtin } from "../builtins/index.ts";
import { nearestName } from "../names.ts";
import type { Problem } from "../problem.ts";
import type { Type } from "../types.ts";
import { isNumber, kindOf, type Value } from "../value.ts";
import { typeOfCall } from "./calls.ts";
import { type Checker, type Types, want, wrong } from "./checker.ts";
import { checkComparison, typeOfArithmetic, typeOfCompare, typeOfNegate } from "./operators.ts";
import { BOOLEAN, join, LITERAL, typeName, UNKNOWN } from "./relations.ts";
import {
  checkTest,
  typeOfContext,
  typeOfFilter,
  typeOfFor,
  typeOfFunction,
  typeOfIn,
  typeOfList,
  typeOfPath,
  typeOfQuantified,
  typeOfRange,
} from "./structures.ts";
import { typeNameZh } from "./zh.ts";

export { fits, join, typeName } from "./relations.ts";
export { typeNameZh } from "./zh.ts";

export interface TypingOptions {
  /** Told of every expression and its type, the inner ones first. */
  readonly record?: (expr: Expr, type: Type) => void;
}

/** The type of `expr` with the names of `types` in scope; everything wrong is reported, not the first only. */
export function typeOf(
  expr: Expr,
  types: ReadonlyMap<string, Type>,
  report: (problem: Problem) => void,
  options: TypingOptions = {},
): Type {
  return checker(report, options).type(expr, types);
}

/** Checks a cell of a decision table whose column has the type `input`. */
export function typeOfTests(
  cell: UnaryTests,
  input: Type,
  types: ReadonlyMap<string, Type>,
  report: (problem: Problem) => void,
  options: TypingOptions = {},
): void {
  const c = checker(report, options);
  for (const test of cell.tests) checkTest(test, input, types, c);
}

function checker(report: (problem: Problem) => void, options: TypingOptions): Checker {
  const c: Checker = {
    report,
    type: (expr, types) => {
      const type = typeOfNode(expr, types, c);
      options.record?.(expr, type);
      return type;
    },
  };
  return c;
}

function typeOfNode(expr: Expr, types: Types, c: Checker): Type {
  switch (expr.kind) {
    case "literal":
      return typeOfValue(expr.value);
    case "name":
      return typeOfName(expr, types, c);
    case "negate":
      return typeOfNegate(expr, types, c);
    case "arithmetic":
      return typeOfArithmetic(expr, types, c);
    case "compare":
      return typeOfCompare(expr, types, c);
    case "logic":
      for (const operand of expr.operands)
        want(c, operand, types, BOOLEAN, [`a side of “${expr.op}”`, `“${expr.op}”的一边`]);
      return BOOLEAN;
    case "between":
      return typeOfBetween(expr, types, c);
    case "in":
      return typeOfIn(expr, types, c);
    case "if":
      return typeOfIf(expr, types, c);
    case "for":
      return typeOfFor(expr, types, c);
    case "quantified":
      return typeOfQuantified(expr, types, c);
    case "filter":
      return typeOfFilter(expr, types, c);
    case "path":
      return typeOfPath(expr, types, c);
    case "list":
      return typeOfList(expr, types, c);
    case "context":
      return typeOfContext(expr, types, c);
    case "range":
      return typeOfRange(expr, types, c);
    case "function":
      return typeOfFunction(expr, types, c);
    case "call":
      return typeOfCall(expr, types, c);
    case "instance of":
      c.type(expr.value, types);
      return BOOLEAN;
  }
}

/** A string literal is the set of itself, so that comparing it with a set it is not in can be told. */
function typeOfValue(value: Value): Type {
  if (value === null) return { kind: "null" };
  if (typeof value === "boolean") return BOOLEAN;
  if (typeof value === "string") return { kind: "enum", values: [value] };
  if (isNumber(value)) return LITERAL;
  const kind = kindOf(value);
  switch (kind) {
    case "date":
    case "time":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return { kind };
    default:
      return UNKNOWN;
  }
}

function typeOfName(expr: Extract<Expr, { kind: "name" }>, types: Types, c: Checker): Type {
  const found = types.get(expr.name);
  if (found !== undefined) return found;
  if (builtin(expr.name, "terms") !== null) return { kind: "function", parameters: [], result: UNKNOWN };
  const near = nearestName(expr.name, types.keys());
  return wrong(
    c,
    expr,
    {
      message: `there is no fact or definition “${expr.name}”`,
      hint: near === null ? "declare it under facts, or define it" : `did you mean ${near}?`,
    },
    {
      message: `没有事实或定义“${expr.name}”`,
      hint: near === null ? "请在 `facts` 中声明，或用 `define` 定义" : `是否应为“${near}”？`,
    },
  );
}

function typeOfBetween(expr: Extract<Expr, { kind: "between" }>, types: Types, c: Checker): Type {
  const value = c.type(expr.value, types);
  checkComparison(">=", value, c.type(expr.low, types), expr.low, c);
  checkComparison("<=", value, c.type(expr.high, types), expr.high, c);
  return BOOLEAN;
}

function typeOfIf(expr: Extract<Expr, { kind: "if" }>, types: Types, c: Checker): Type {
  want(c, expr.condition, types, BOOLEAN, ["the condition", "条件"]);
  const [yes, no] = [c.type(expr.consequent, types), c.type(expr.alternative, types)];
  const both = join(yes, no);
  if (both !== null) return both;
  return wrong(
    c,
    expr,
    { message: `then gives ${typeName(yes)}, else gives ${typeName(no)}`, hint: "both must be of one type" },
    { message: `“then”之后是${typeNameZh(yes)}，“else”之后是${typeNameZh(no)}`, hint: "两者应为同一类型" },
  );
}
