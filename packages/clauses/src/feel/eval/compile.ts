/**
 * From a syntax tree to a function of the scope. Compiling costs about as much as one evaluation and is done
 * once; what comes out runs without looking at the tree again. This is the reference semantics of one
 * completion: ordinary FEEL, where what cannot be computed is null.
 */
import { arithmetic, negate } from "../arithmetic.ts";
import type { Compare, Expr, Logic, Name } from "../ast.ts";
import { builtinFunction } from "../builtins/index.ts";
import { compare, equal } from "../compare.ts";
import { limitError, located, newMeter } from "../limits.ts";
import type { Mode } from "../mode.ts";
import { FeelLimitError } from "../problem.ts";
import type { Value } from "../value.ts";
import { compileFilter, compileInstanceOf, compilePath } from "./access.ts";
import { compileCall, compileFunction } from "./call.ts";
import { compileContext, compileList, compileRange } from "./construct.ts";
import {
  type Code,
  type Compiling,
  findLocal,
  mayBind,
  OUTSIDE,
  type Scope,
  type Surroundings,
} from "./env.ts";
import { compileFor, compileQuantified } from "./iterate.ts";
import { compileBetween, compileIn } from "./test.ts";

export interface EvaluateOptions {
  readonly mode?: Mode;
  /** The clock of `now()` and `today()` (nanoseconds since 1970 in UTC); without it they are null. */
  readonly now?: () => bigint;
}

/** Runs an expression in a scope. @throws FeelLimitError past a limit of `limits.ts`, and nothing else */
export type Compiled = (scope: Scope) => Value;

/** Makes `expr` runnable. */
export function compileExpr(expr: Expr, options: EvaluateOptions = {}): Compiled {
  const code = compiling(options).expr(expr, OUTSIDE);
  return (scope) => guarded(expr, () => code({ scope, locals: null, meter: newMeter(options.mode) }));
}

/** The value of `expr` in `scope`: `compileExpr` for one use. @throws FeelLimitError */
export function evaluate(expr: Expr, scope: Scope, options: EvaluateOptions = {}): Value {
  return compileExpr(expr, options)(scope);
}

export function compiling(options: EvaluateOptions): Compiling {
  const c: Compiling = {
    mode: options.mode ?? "feel",
    now: options.now ?? null,
    expr: (expr, around) => compileNode(expr, around, c),
  };
  return c;
}

/** Limits reached inside get their place; running out of stack is one of them. */
export function guarded<T>(expr: { readonly from: number; readonly to: number }, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof FeelLimitError) throw located(error, expr);
    if (error instanceof RangeError && /stack/iu.test(error.message)) {
      throw located(limitError("too many calls inside calls", "调用层数过多"), expr);
    }
    throw error;
  }
}

function compileNode(expr: Expr, around: Surroundings, c: Compiling): Code {
  switch (expr.kind) {
    case "literal": {
      const { value } = expr;
      return () => value;
    }
    case "name":
      return compileName(expr, around, c);
    case "negate": {
      const operand = c.expr(expr.operand, around);
      return (env) => negate(operand(env));
    }
    case "arithmetic": {
      const { op } = expr;
      const [left, right] = [c.expr(expr.left, around), c.expr(expr.right, around)];
      return (env) => arithmetic(op, left(env), right(env));
    }
    case "compare":
      return compileCompare(expr, around, c);
    case "logic":
      return compileLogic(expr, around, c);
    case "if": {
      const condition = c.expr(expr.condition, around);
      const [yes, no] = [c.expr(expr.consequent, around), c.expr(expr.alternative, around)];
      return (env) => (condition(env) === true ? yes(env) : no(env));
    }
    case "between":
      return compileBetween(expr, around, c);
    case "in":
      return compileIn(expr, around, c);
    case "for":
      return compileFor(expr, around, c);
    case "quantified":
      return compileQuantified(expr, around, c);
    case "filter":
      return compileFilter(expr, around, c);
    case "path":
      return compilePath(expr, around, c);
    case "list":
      return compileList(expr, around, c);
    case "context":
      return compileContext(expr, around, c);
    case "range":
      return compileRange(expr, around, c);
    case "function":
      return compileFunction(expr, around, c);
    case "call":
      return compileCall(expr, around, c);
    case "instance of":
      return compileInstanceOf(expr, around, c);
  }
}

/** A local, else a variable of the scope, else a built-in function, else null. */
function compileName({ name }: Name, around: Surroundings, c: Compiling): Code {
  const fallback = builtinFunction(name, c);
  const outer: Code = (env) => {
    const value = env.scope.get(name);
    return value === undefined ? fallback : value;
  };
  if (!mayBind(around, name)) return outer;
  return (env) => {
    const value = findLocal(env.locals, name);
    return value === undefined ? outer(env) : value;
  };
}

function compileCompare({ op, left, right }: Compare, around: Surroundings, c: Compiling): Code {
  const [a, b] = [c.expr(left, around), c.expr(right, around)];
  switch (op) {
    case "=":
      return (env) => equal(a(env), b(env), env.meter);
    case "!=":
      return (env) => {
        const same = equal(a(env), b(env), env.meter);
        return same === null ? null : !same;
      };
    case "<":
      return (env) => ordered(compare(a(env), b(env)), (d) => d < 0);
    case "<=":
      return (env) => ordered(compare(a(env), b(env)), (d) => d <= 0);
    case ">":
      return (env) => ordered(compare(a(env), b(env)), (d) => d > 0);
    case ">=":
      return (env) => ordered(compare(a(env), b(env)), (d) => d >= 0);
  }
}

const ordered = (difference: number | null, holds: (d: number) => boolean): boolean | null =>
  difference === null ? null : holds(difference);

/** Three-valued: whatever is neither true nor false counts as unknown (Table 50). */
function compileLogic({ op, operands }: Logic, around: Surroundings, c: Compiling): Code {
  const codes = operands.map((operand) => c.expr(operand, around));
  const decisive = op === "or";
  return (env) => {
    let open = false;
    for (const code of codes) {
      const value = code(env);
      if (value === decisive) return decisive;
      if (value !== !decisive) open = true;
    }
    return open ? null : !decisive;
  };
}
