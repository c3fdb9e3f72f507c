/** What compiled expressions run in, and what compiling them needs to know. */
import type { Expr } from "../ast.ts";
import { type Bound, bind, binds } from "../bound.ts";
import type { Meter } from "../limits.ts";
import type { Mode } from "../mode.ts";
import { tagged, type Value } from "../value.ts";

/** The variables of an evaluation by name, spelled as in the `names` given to the parser. */
export type Scope = ReadonlyMap<string, Value>;

export interface Env {
  readonly scope: Scope;
  readonly locals: Local | null;
  readonly meter: Meter;
}

/** A variable bound inside the expression; with `name` null, the element that a filter looks at. */
export interface Local {
  readonly name: string | null;
  readonly value: Value;
  readonly next: Local | null;
}

export type Code = (env: Env) => Value;

/** Which names an expression's surroundings bind; `open` inside a filter, where an element's fields join in. */
export interface Surroundings {
  readonly bound: Bound | null;
  readonly open: boolean;
}

export const OUTSIDE: Surroundings = { bound: null, open: false };

/** The surroundings with more names bound. */
export const binding = ({ bound, open }: Surroundings, ...names: readonly string[]): Surroundings => ({
  bound: bind(bound, ...names),
  open,
});

/** Whether `name` may be a local, and so has to be looked for among them. */
export const mayBind = ({ bound, open }: Surroundings, name: string): boolean => open || binds(bound, name);

export interface Compiling {
  readonly mode: Mode;
  /** The clock of `now()` and `today()`: nanoseconds since 1970 in UTC. */
  readonly now: (() => bigint) | null;
  readonly expr: (expr: Expr, around: Surroundings) => Code;
}

/** `env` with one more variable. */
export const withLocal = (env: Env, name: string | null, value: Value): Env => ({
  scope: env.scope,
  locals: { name, value, next: env.locals },
  meter: env.meter,
});

/** The value of `name` among the locals; undefined where none binds it. */
export function findLocal(locals: Local | null, name: string): Value | undefined {
  for (let at = locals; at !== null; at = at.next) {
    if (at.name === name) return at.value;
    if (at.name !== null) continue;
    const element = tagged(at.value);
    const field = element?.kind === "context" ? element.entries.get(name) : undefined;
    if (field !== undefined) return field;
    if (name === "item") return at.value;
  }
  return undefined;
}
