/** `for`, `some` and `every`. */
import type { For, Iterator, Quantified } from "../ast.ts";
import { checkItems, limitError, spend } from "../limits.ts";
import { date, isList, isNumber, num, tagged, toInteger, type Value } from "../value.ts";
import { freeNames } from "../walk.ts";
import { binding, type Code, type Compiling, type Env, type Surroundings, withLocal } from "./env.ts";

interface Loop {
  readonly name: string;
  /** The values to take in turn; null where they cannot be told. */
  readonly values: (env: Env) => Iterable<Value> | null;
}

/** The loops, innermost last, and the names bound inside them. */
function compileLoops(
  iterators: readonly Iterator[],
  around: Surroundings,
  c: Compiling,
): [Loop[], Surroundings] {
  let inner = around;
  const loops: Loop[] = [];
  for (const { name, source, until } of iterators) {
    const first = c.expr(source, inner);
    const last = until === null ? null : c.expr(until, inner);
    const values = (env: Env): Iterable<Value> | null =>
      last === null ? valuesOf(first(env)) : between(first(env), last(env));
    loops.push({ name, values });
    inner = binding(inner, name);
  }
  return [loops, inner];
}

/** Runs `body` for every combination of the loops' values until it says stop. False where one is null. */
function run(
  loops: readonly Loop[],
  at: number,
  env: Env,
  body: (env: Env) => "stop" | "go on",
): boolean | "stop" {
  const loop = loops[at];
  if (loop === undefined) return body(env) === "stop" ? "stop" : true;
  const values = loop.values(env);
  if (values === null) return false;
  for (const value of values) {
    spend(env.meter, 1);
    const result = run(loops, at + 1, withLocal(env, loop.name, value), body);
    if (result !== true) return result;
  }
  return true;
}

/** How many items of `partial` are copied for one step. */
const COPIED_PER_STEP = 64;

export function compileFor(expr: For, around: Surroundings, c: Compiling): Code {
  const [loops, inner] = compileLoops(expr.iterators, around, c);
  const body = c.expr(expr.body, binding(inner, "partial"));
  const readsPartial = freeNames(expr.body).has("partial");
  return (env) => {
    const results: Value[] = [];
    const done = run(loops, 0, env, (at) => {
      checkItems(results.length + 1);
      if (readsPartial) spend(env.meter, Math.ceil(results.length / COPIED_PER_STEP));
      results.push(body(readsPartial ? withLocal(at, "partial", [...results]) : at));
      return "go on";
    });
    return done === false ? null : results;
  };
}

/** `some`: ternary or; `every`: ternary and. */
export function compileQuantified(expr: Quantified, around: Surroundings, c: Compiling): Code {
  const [loops, inner] = compileLoops(expr.iterators, around, c);
  const condition = c.expr(expr.condition, inner);
  const decisive = expr.quantifier === "some";
  return (env) => {
    let open = false;
    const done = run(loops, 0, env, (at) => {
      const value = condition(at);
      if (value === decisive) return "stop";
      if (value !== !decisive) open = true;
      return "go on";
    });
    if (done === "stop") return decisive;
    return done === false || open ? null : !decisive;
  };
}

/** A list's items, a range's whole numbers or days, or a single value by itself. */
function valuesOf(source: Value): Iterable<Value> | null {
  if (source === null) return null;
  if (isList(source)) return source;
  const range = tagged(source);
  if (range?.kind !== "range") return [source];
  const { low, high, lowIncluded, highIncluded } = range;
  const [from, to] = [ordinal(low), ordinal(high)];
  if (from === null || to === null || from.isDay !== to.isDay) return null;
  const [first, last] = [from.at + (lowIncluded ? 0 : 1), to.at - (highIncluded ? 0 : 1)];
  return first > last ? [] : count(first, last, from.isDay);
}

/** `a..b`: whole numbers or days, upwards or downwards, both ends included. */
function between(a: Value, b: Value): Iterable<Value> | null {
  const [from, to] = [ordinal(a), ordinal(b)];
  if (from === null || to === null || from.isDay !== to.isDay) return null;
  return count(from.at, to.at, from.isDay);
}

function ordinal(value: Value): { readonly at: number; readonly isDay: boolean } | null {
  if (isNumber(value)) {
    if (!value.isInteger()) return null;
    const at = toInteger(value);
    if (at === null) throw limitError("to count past 2 ** 53", "数到 2 ** 53 以上");
    return { at, isDay: false };
  }
  const day = tagged(value);
  return day?.kind === "date" ? { at: day.day, isDay: true } : null;
}

function count(from: number, to: number, isDay: boolean): Iterable<Value> {
  checkItems(Math.abs(to - from) + 1);
  const step = to < from ? -1 : 1;
  return (function* () {
    for (let i = from; step > 0 ? i <= to : i >= to; i += step) yield isDay ? date(i) : num(i);
  })();
}
