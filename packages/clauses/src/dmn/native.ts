/** Pieces of syntax trees made here rather than read, and functions of this program inside them. */
import type { Expr, Parameter } from "../feel/ast.ts";
import type { Meter } from "../feel/limits.ts";
import { type FeelFunction, type FeelList, isList, tagged, type Value } from "../feel/value.ts";

/** What is made here stands nowhere in a text. */
export const NOWHERE = { from: 0, to: 0 };

export const literal = (value: Value): Expr => ({ kind: "literal", value, ...NOWHERE });
export const NULL: Expr = literal(null);
export const name = (text: string): Expr => ({ kind: "name", name: text, ...NOWHERE });
export const list = (items: readonly Expr[]): Expr => ({ kind: "list", items, ...NOWHERE });

/** A call of `run` with the values of the arguments. */
export function native(run: (args: readonly Value[], meter: Meter) => Value, args: readonly Expr[]): Expr {
  const parameters = args.map((_, i) => `${i + 1}`);
  const fn: FeelFunction = {
    kind: "function",
    name: null,
    parameters,
    types: args.map(() => null),
    call: run,
  };
  return { kind: "call", callee: literal(fn), args, named: [], ...NOWHERE };
}

/** A function of the given parameters whose body sees what is around it. */
export const lambda = (parameters: readonly string[], body: Expr): Expr => ({
  kind: "function",
  parameters: parameters.map((text): Parameter => ({ name: text, type: null, ...NOWHERE })),
  body,
  external: false,
  ...NOWHERE,
});

/** A value known to be a function, as a lambda's is; null for what else stands in its place. */
export function asFunction(value: Value | undefined): FeelFunction | null {
  const found = tagged(value ?? null);
  return found?.kind === "function" ? found : null;
}

/** A value known to be a list. */
export const asList = (value: Value | undefined): FeelList =>
  value !== undefined && isList(value) ? value : [];
