/** `between`, `in`, and the unary tests of decision tables. */
import type { Between, CompareOp, Expr, In, Test } from "../ast.ts";
import { compare, equal, inRange } from "../compare.ts";
import { newMeter } from "../limits.ts";
import { isList, isNumber, type Value } from "../value.ts";
import { freeNames } from "../walk.ts";
import { type Bound, bind, type Code, type Compiling, type Env, withLocal } from "./env.ts";

/** Both ends included: `value >= low and value <= high`. */
export function compileBetween(expr: Between, bound: Bound, c: Compiling): Code {
  const [value, low, high] = [c.expr(expr.value, bound), c.expr(expr.low, bound), c.expr(expr.high, bound)];
  return (env) => {
    const v = value(env);
    const [above, below] = [holds(">=", v, low(env)), holds("<=", v, high(env))];
    if (above === false || below === false) return false;
    return above === null || below === null ? null : true;
  };
}

/** `value in (tests)`: true where one holds, else null where one is unknown, else false. */
export function compileIn(expr: In, bound: Bound, c: Compiling): Code {
  const value = c.expr(expr.value, bound);
  const inner = bind(bound, "?");
  const tests = expr.tests.map((test) => compileTest(test, inner, c));
  return (env) => {
    const input = value(env);
    return anyHolds(tests, input, withLocal(env, "?", input));
  };
}

export type TestCode = (input: Value, env: Env) => boolean | null;

/** True where one test holds, else null where one is unknown, else false. */
export function anyHolds(tests: readonly TestCode[], input: Value, env: Env): boolean | null {
  let open = false;
  for (const test of tests) {
    const result = test(input, env);
    if (result === true) return true;
    if (result === null) open = true;
  }
  return open ? null : false;
}

/** One test, of the input that `?` also names. */
export function compileTest(test: Test, bound: Bound, c: Compiling): TestCode {
  if (test.kind === "compare test") {
    const operand = c.expr(test.operand, bound);
    return (input, env) => holds(test.op, input, operand(env));
  }
  const code = c.expr(test.expr, bound);
  const asks = asksInput(test.expr);
  return (input, env) => {
    const value = code(env);
    if (asks && (typeof value === "boolean" || value === null)) return value;
    return satisfies(input, value);
  };
}

/** Whether `input` passes a test whose value is `value`: a condition, a range, a list, or the value itself. */
function satisfies(input: Value, value: Value): boolean | null {
  if (typeof value === "boolean" && typeof input !== "boolean" && input !== null) return value;
  if (isList(value)) {
    if (isList(input) && equal(input, value) === true) return true;
    return anyHolds(
      value.map((item) => () => satisfiesOne(input, item)),
      input,
      NOWHERE,
    );
  }
  return satisfiesOne(input, value);
}

const NOWHERE = { scope: new Map<string, Value>(), locals: null, meter: newMeter() };

function satisfiesOne(input: Value, value: Value): boolean | null {
  const isRange =
    value !== null &&
    typeof value === "object" &&
    !isNumber(value) &&
    !isList(value) &&
    value.kind === "range";
  if (!isRange) return equal(input, value);
  const inputIsRange =
    input !== null &&
    typeof input === "object" &&
    !isNumber(input) &&
    !isList(input) &&
    input.kind === "range";
  return inputIsRange ? equal(input, value) : inRange(input, value);
}

/** Whether an expression reads the input of the test around it. */
const asksInput = (expr: Expr): boolean => freeNames(expr).has("?");

/** `a op b` for values. */
export function holds(op: CompareOp, a: Value, b: Value): boolean | null {
  if (op === "=" || op === "!=") {
    const same = equal(a, b);
    return same === null ? null : same === (op === "=");
  }
  const d = compare(a, b);
  if (d === null) return null;
  return op === "<" ? d < 0 : op === "<=" ? d <= 0 : op === ">" ? d > 0 : d >= 0;
}
