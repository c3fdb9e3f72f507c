/** What compiled expressions run in, and what compiling them needs to know. */
import type { Expr } from "../ast.ts";
import type { Meter } from "../limits.ts";
import type { Mode } from "../mode.ts";
import type { Value } from "../value.ts";

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
export interface Bound {
  readonly names: ReadonlySet<string>;
  readonly open: boolean;
}

export const UNBOUND: Bound = { names: new Set(), open: false };

export const bind = (bound: Bound, ...names: readonly string[]): Bound => ({
  names: new Set([...bound.names, ...names]),
  open: bound.open,
});

export interface Compiling {
  readonly mode: Mode;
  /** The clock of `now()` and `today()`: nanoseconds since 1970 in UTC. */
  readonly now: (() => bigint) | null;
  readonly expr: (expr: Expr, bound: Bound) => Code;
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
    const element = at.value;
    if (element !== null && typeof element === "object" && "entries" in element && "kind" in element) {
      const field = element.entries.get(name);
      if (field !== undefined) return field;
    }
    if (name === "item") return element;
  }
  return undefined;
}
