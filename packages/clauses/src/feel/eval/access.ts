/** Filters, paths and `instance of`. */
import type { Filter, InstanceOf, Path } from "../ast.ts";
import { conforms } from "../conform.ts";
import { type Meter, spend } from "../limits.ts";
import { property } from "../properties.ts";
import { type FeelList, isList, isNumber, type Num, toInteger, type Value } from "../value.ts";
import type { Code, Compiling, Surroundings } from "./env.ts";
import { withLocal } from "./env.ts";

/** `list[n]` is an item, `list[condition]` the items where it is true. A single value is a list of one. */
export function compileFilter(expr: Filter, around: Surroundings, c: Compiling): Code {
  const source = c.expr(expr.list, around);
  const condition = c.expr(expr.condition, { bound: around.bound, open: true });
  return (env) => {
    const value = source(env);
    if (value === null) return null;
    const list: FeelList = isList(value) ? value : [value];
    spend(env.meter, list.length);
    const kept: Value[] = [];
    for (const item of list) {
      const result = condition(withLocal(env, null, item));
      if (isNumber(result)) return itemAt(list, result);
      if (result === true) kept.push(item);
    }
    if (list.length === 0 && isNumber(condition(env))) return null;
    return kept;
  };
}

/** Counted from 1, or from the end with -1; null where there is no such item. */
function itemAt(list: FeelList, position: Num): Value {
  const at = toInteger(position);
  if (at === null || at === 0) return null;
  return list[at > 0 ? at - 1 : list.length + at] ?? null;
}

export function compilePath(expr: Path, around: Surroundings, c: Compiling): Code {
  const object = c.expr(expr.object, around);
  const { name } = expr;
  return (env) => select(object(env), name, env.meter);
}

/** The entry or property `name`; of a list, the list of its items' ones. */
function select(value: Value, name: string, meter: Meter): Value {
  if (isList(value)) {
    spend(meter, value.length);
    return value.map((item) => select(item, name, meter));
  }
  return property(value, name);
}

export function compileInstanceOf(expr: InstanceOf, around: Surroundings, c: Compiling): Code {
  const value = c.expr(expr.value, around);
  const { type } = expr;
  return (env) => conforms(value(env), type, env.meter);
}
