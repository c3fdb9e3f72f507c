/** `between`, `in`, and the unary tests of decision tables. */
import type { Between, CompareOp, Expr, In, Test } from "../ast.ts";
import { compare, equal, inRange } from "../compare.ts";
import { type Meter, spend } from "../limits.ts";
import { isList, tagged, type Value } from "../value.ts";
import { freeNames } from "../walk.ts";
import { binding, type Code, type Compiling, type Env, type Surroundings, withLocal } from "./env.ts";

/** Both ends included: `value >= low and value <= high`. */
export function compileBetween(expr: Between, around: Surroundings, c: Compiling): Code {
  const [value, low, high] = [
    c.expr(expr.value, around),
    c.expr(expr.low, around),
    c.expr(expr.high, around),
  ];
  return (env) => {
    const v = value(env);
    const [above, below] = [holds(">=", v, low(env)), holds("<=", v, high(env))];
    if (above === false || below === false) return false;
    return above === null || below === null ? null : true;
  };
}

/** `value in (tests)`: true where one holds, else null where one is unknown, else false. */
export function compileIn(expr: In, around: Surroundings, c: Compiling): Code {
  const value = c.expr(expr.value, around);
  const inner = binding(around, "?");
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
export function compileTest(test: Test, around: Surroundings, c: Compiling): TestCode {
  if (test.kind === "compare test") {
    const operand = c.expr(test.operand, around);
    return (input, env) => holds(test.op, input, operand(env), env.meter);
  }
  const code = c.expr(test.expr, around);
  const asks = asksInput(test.expr);
  return (input, env) => {
    const value = code(env);
    if (asks && (typeof value === "boolean" || value === null)) return value;
    return satisfies(input, value, env.meter);
  };
}

/** Whether `input` passes a test whose value is `value`: a condition, a range, a list, or the value itself. */
function satisfies(input: Value, value: Value, meter: Meter): boolean | null {
  if (typeof value === "boolean" && typeof input !== "boolean" && input !== null) return value;
  if (!isList(value)) return satisfiesOne(input, value, meter);
  if (isList(input) && equal(input, value, meter) === true) return true;
  let open = false;
  for (const item of value) {
    spend(meter, 1);
    const result = satisfiesOne(input, item, meter);
    if (result === true) return true;
    // As `list contains` has it: an item of another kind is not the input; whether a range holds it is not known.
    if (result === null && tagged(item)?.kind === "range") open = true;
  }
  return open ? null : false;
}

function satisfiesOne(input: Value, value: Value, meter: Meter): boolean | null {
  const range = tagged(value);
  if (range?.kind !== "range" || tagged(input)?.kind === "range") return equal(input, value, meter);
  return inRange(input, range);
}

/** Whether an expression reads the input of the test around it. */
const asksInput = (expr: Expr): boolean => freeNames(expr).has("?");

/** `a op b` for values. */
function holds(op: CompareOp, a: Value, b: Value, meter?: Meter): boolean | null {
  if (op === "=" || op === "!=") {
    const same = equal(a, b, meter);
    return same === null ? null : same === (op === "=");
  }
  const d = compare(a, b);
  if (d === null) return null;
  return op === "<" ? d < 0 : op === "<=" ? d <= 0 : op === ">" ? d > 0 : d >= 0;
}
