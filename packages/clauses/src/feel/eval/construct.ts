/** Lists, contexts and ranges. */
import type { Context, List, Range } from "../ast.ts";
import { compare } from "../compare.ts";
import { spend } from "../limits.ts";
import type { FeelRange, Value } from "../value.ts";
import { binding, type Code, type Compiling, type Env, type Surroundings, withLocal } from "./env.ts";

export function compileList({ items }: List, around: Surroundings, c: Compiling): Code {
  const codes = items.map((item) => c.expr(item, around));
  return (env) => codes.map((code) => code(env));
}

/** Later entries see the earlier ones. A key given twice makes the whole null. */
export function compileContext({ entries }: Context, around: Surroundings, c: Compiling): Code {
  const keys = entries.map((entry) => entry.key);
  if (new Set(keys).size !== keys.length) return () => null;
  let inside = around;
  const codes = entries.map(({ key, value }) => {
    const code = c.expr(value, inside);
    inside = binding(inside, key);
    return code;
  });
  return (env) => {
    const made = new Map<string, Value>();
    let inner: Env = env;
    codes.forEach((code, i) => {
      const key = keys[i] ?? "";
      const value = code(inner);
      made.set(key, value);
      inner = withLocal(inner, key, value);
    });
    spend(env.meter, codes.length);
    return { kind: "context", entries: made };
  };
}

export function compileRange(expr: Range, around: Surroundings, c: Compiling): Code {
  const low = expr.low === null ? null : c.expr(expr.low, around);
  const high = expr.high === null ? null : c.expr(expr.high, around);
  const { lowIncluded, highIncluded } = expr;
  return (env) => {
    const [from, to] = [low?.(env) ?? null, high?.(env) ?? null];
    if ((low !== null && from === null) || (high !== null && to === null)) return null;
    return range({ kind: "range", low: from, high: to, lowIncluded, highIncluded });
  };
}

/** Null unless the ends have an order and the low one is not above the high one. */
export function range(made: FeelRange): FeelRange | null {
  const { low, high } = made;
  if (low === null || high === null) return compare(low ?? high, low ?? high) === null ? null : made;
  const order = compare(low, high);
  return order === null || order > 0 ? null : made;
}
