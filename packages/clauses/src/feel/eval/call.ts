/** Function definitions, and calls of built-in and user-defined functions. */
import type { Call, FunctionDefinition } from "../ast.ts";
import { type Builtin, bindArguments, builtin, callBuiltin } from "../builtins/index.ts";
import { asArgument } from "../conform.ts";
import { CALL_DEPTH_MAX, limitError, type Meter, newMeter, spend } from "../limits.ts";
import { type FeelFunction, tagged, type Value } from "../value.ts";
import { depthOf } from "../walk.ts";
import {
  binding,
  type Code,
  type Compiling,
  type Env,
  mayBind,
  type Surroundings,
  withLocal,
} from "./env.ts";

/** A closure over its surroundings. An external function has no value here: calling it gives null. */
export function compileFunction(expr: FunctionDefinition, around: Surroundings, c: Compiling): Code {
  const names = expr.parameters.map((parameter) => parameter.name);
  const types = expr.parameters.map((parameter) => parameter.type);
  if (expr.external)
    return () => ({ kind: "function", name: null, parameters: names, types, call: () => null });
  const body = c.expr(expr.body, binding(around, ...names));
  const depth = depthOf(expr.body);
  return (env) => ({
    kind: "function",
    name: null,
    parameters: names,
    types,
    call: (args, meter) => {
      if (args.length !== names.length) return null;
      let inner: Env = { ...env, meter };
      for (const [i, name] of names.entries()) {
        const value = asArgument(args[i] ?? null, types[i] ?? null, meter);
        if (value === undefined) return null;
        inner = withLocal(inner, name, value);
      }
      return deeper(meter, depth, () => body(inner));
    },
  });
}

/** Runs a body `depth` levels deep. @throws FeelLimitError where calls inside calls go too deep */
function deeper(meter: Meter, depth: number, run: () => Value): Value {
  spend(meter, 1);
  meter.depth += depth + 1;
  if (meter.depth > CALL_DEPTH_MAX) throw limitError("too many calls inside calls", "调用层数过多");
  const value = run();
  meter.depth -= depth + 1;
  return value;
}

/** A function of the scope or of the surroundings, else the built-in of that name, else null. */
export function compileCall(expr: Call, around: Surroundings, c: Compiling): Code {
  const callee = c.expr(expr.callee, around);
  const own = expr.callee.kind === "name" ? builtin(expr.callee.name, c.mode) : null;
  const args = expr.args.map((arg) => c.expr(arg, around));
  const named = expr.named.map(({ name, value }) => ({ name, code: c.expr(value, around) }));
  const shadowed = expr.callee.kind === "name" && mayBind(around, expr.callee.name);
  const name = expr.callee.kind === "name" ? expr.callee.name : "";
  const constant = constantOf(expr, own, c);
  return (env) => {
    const mayBeOther = own === null || shadowed || env.scope.has(name);
    const fn = mayBeOther ? asFunction(callee(env)) : null;
    if (fn === null && constant !== undefined) return constant;
    const values = named.length > 0 ? null : args.map((arg) => arg(env));
    if (fn !== null) return callFunction(fn, values ?? reorder(fn, named, env), env.meter);
    if (own === null) return null;
    const positional = values ?? bindArguments(own, new Map(named.map((n) => [n.name, n.code(env)])));
    return positional === null
      ? null
      : callBuiltin(own, positional, { mode: c.mode, now: c.now, meter: env.meter });
  };
}

/** Functions whose value for a literal is worked out once, when the expression is compiled. */
const FOLDED: ReadonlySet<string> = new Set(["date", "time", "date and time", "duration"]);

function constantOf({ args, named }: Call, own: Builtin | null, c: Compiling): Value | undefined {
  if (own === null || !FOLDED.has(own.name) || named.length > 0) return undefined;
  const values: Value[] = [];
  for (const arg of args) {
    if (arg.kind !== "literal") return undefined;
    values.push(arg.value);
  }
  return callBuiltin(own, values, { mode: c.mode, now: c.now, meter: newMeter(c.mode) });
}

const callFunction = (fn: FeelFunction, args: readonly Value[] | null, meter: Meter): Value =>
  args === null ? null : fn.call(args, meter);

function asFunction(value: Value): FeelFunction | null {
  const found = tagged(value);
  return found?.kind === "function" ? found : null;
}

/** Named arguments in the order of the parameters; what is not given is null; null where a name is unknown. */
function reorder(
  fn: FeelFunction,
  named: readonly { readonly name: string; readonly code: Code }[],
  env: Env,
): Value[] | null {
  const given = new Map(named.map(({ name, code }) => [name, code(env)]));
  for (const name of given.keys()) if (!fn.parameters.includes(name)) return null;
  return fn.parameters.map((parameter) => given.get(parameter) ?? null);
}
