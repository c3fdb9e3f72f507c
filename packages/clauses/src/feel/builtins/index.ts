/** The built-in functions by name, and how they are called. */

import type { Mode } from "../mode.ts";
import type { FeelFunction, Value } from "../value.ts";
import { AGGREGATES } from "./aggregates.ts";
import { CONTEXT_FUNCTIONS } from "./contexts.ts";
import { CONVERSIONS } from "./conversions.ts";
import { LIST_FUNCTIONS } from "./lists.ts";
import { builtinNames } from "./names.ts";
import { NUMERIC_FUNCTIONS } from "./numbers.ts";
import { RANGE_FUNCTIONS } from "./ranges.ts";
import type { Around, Context, Signature } from "./signature.ts";
import { STRING_FUNCTIONS } from "./strings.ts";
import { TEMPORAL_FUNCTIONS } from "./temporal.ts";
import { TERMS_FUNCTIONS } from "./terms.ts";

export interface Builtin {
  readonly name: string;
  readonly signatures: readonly Signature[];
}

const TABLE: ReadonlyMap<string, readonly Signature[]> = new Map(
  Object.entries({
    ...CONVERSIONS,
    ...STRING_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...AGGREGATES,
    ...NUMERIC_FUNCTIONS,
    ...RANGE_FUNCTIONS,
    ...TEMPORAL_FUNCTIONS,
    ...CONTEXT_FUNCTIONS,
    ...TERMS_FUNCTIONS,
  }),
);

/** The built-in `name`, if `mode` has one. */
export function builtin(name: string, mode: Mode): Builtin | null {
  const signatures = TABLE.get(name);
  return signatures !== undefined && builtinNames(mode).has(name) ? { name, signatures } : null;
}

/** The result by the first signature that the arguments fit; null where none does. @throws FeelLimitError */
export function callBuiltin(fn: Builtin, args: readonly Value[], context: Context): Value {
  for (const signature of fn.signatures) {
    if (args.length < signature.least || args.length > signature.most) continue;
    const result = signature.call(args, context);
    if (result !== undefined) return result;
  }
  return null;
}

/** Named arguments put in the order of the first signature that has all these names; null where none has. */
export function bindArguments(fn: Builtin, given: ReadonlyMap<string, Value>): readonly Value[] | null {
  for (const { names, least } of fn.signatures) {
    if (![...given.keys()].every((name) => names.includes(name))) continue;
    if (!names.slice(0, least).every((name) => given.has(name))) continue;
    const last = names.findLastIndex((name) => given.has(name));
    return names.slice(0, last + 1).map((name) => given.get(name) ?? null);
  }
  return null;
}

/** The built-in as a value, as in `sort(list, before)`. */
export function builtinFunction(name: string, around: Around): FeelFunction | null {
  const fn = builtin(name, around.mode);
  if (fn === null) return null;
  const parameters = fn.signatures[0]?.names ?? [];
  return {
    kind: "function",
    name,
    parameters,
    types: parameters.map(() => null),
    call: (args, meter) => callBuiltin(fn, args, { mode: around.mode, now: around.now, meter }),
  };
}
