/** `for`, `some` and `every`. */
import type { For, Iterator, Quantified } from "../ast.ts";
import { checkItems, spend } from "../limits.ts";
import { date, isList, isNumber, num, toInteger, type Value } from "../value.ts";
import { freeNames } from "../walk.ts";
import { type Bound, bind, type Code, type Compiling, type Env, withLocal } from "./env.ts";

interface Loop {
  readonly name: string;
  /** The values to take in turn; null where they cannot be told. */
  readonly values: (env: Env) => Iterable<Value> | null;
}

/** The loops, innermost last, and the names bound inside them. */
function compileLoops(iterators: readonly Iterator[], bound: Bound, c: Compiling): [Loop[], Bound] {
  let inner = bound;
  const loops: Loop[] = [];
  for (const { name, source, until } of iterators) {
    const first = c.expr(source, inner);
    const last = until === null ? null : c.expr(until, inner);
    const values = (env: Env): Iterable<Value> | null =>
      last === null ? valuesOf(first(env)) : between(first(env), last(env));
    loops.push({ name, values });
    inner = bind(inner, name);
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

export function compileFor(expr: For, bound: Bound, c: Compiling): Code {
  const [loops, inner] = compileLoops(expr.iterators, bound, c);
  const body = c.expr(expr.body, bind(inner, "partial"));
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
export function compileQuantified(expr: Quantified, bound: Bound, c: Compiling): Code {
  const [loops, inner] = compileLoops(expr.iterators, bound, c);
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
  if (typeof source !== "object" || isNumber(source) || source.kind !== "range") return [source];
  const { low, high, lowIncluded, highIncluded } = source;
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
    const at = toInteger(value);
    return at === null ? null : { at, isDay: false };
  }
  if (value === null || typeof value !== "object" || isList(value)) return null;
  return value.kind === "date" ? { at: value.day, isDay: true } : null;
}

function count(from: number, to: number, isDay: boolean): Iterable<Value> {
  checkItems(Math.abs(to - from) + 1);
  const step = to < from ? -1 : 1;
  return (function* () {
    for (let i = from; step > 0 ? i <= to : i >= to; i += step) yield isDay ? date(i) : num(i);
  })();
}
