/** How built-in functions declare their parameters, and how arguments are fitted to them. */
import type { Meter } from "../limits.ts";
import type { Mode } from "../mode.ts";
import { isList, kindOf, type Value, type ValueKind } from "../value.ts";

/** What a function may ask of its surroundings. */
export interface Around {
  readonly mode: Mode;
  /** Nanoseconds since 1970 in UTC; null where there is no clock. */
  readonly now: (() => bigint) | null;
}

export interface Context extends Around {
  readonly meter: Meter;
}

/** A parameter: `take` gives the argument as the function wants it, or undefined where it does not fit. */
export interface Param<T> {
  readonly name: string;
  readonly take: (value: Value) => T | undefined;
  /** May be left out, or null. */
  readonly optional: boolean;
}

type Taken<P extends readonly Param<unknown>[]> = {
  readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never;
};

/** One way to call a function. With `rest`, the last parameter takes all further arguments, at least one. */
export interface Signature {
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly call: (args: readonly Value[], context: Context) => Value | undefined;
}

/** A signature whose `run` gets its arguments in their own types. */
export function signature<const P extends readonly Param<unknown>[]>(
  params: P,
  run: (args: Taken<P>, context: Context) => Value,
): Signature {
  const least = params.filter((param) => !param.optional).length;
  return {
    names: params.map((param) => param.name),
    least,
    most: params.length,
    call: (args, context) => {
      const taken: unknown[] = [];
      for (const [i, param] of params.entries()) {
        const value = param.take(args[i] ?? null);
        if (value === undefined) return undefined;
        taken.push(value);
      }
      return run(taken as unknown as Taken<P>, context);
    },
  };
}

/** A signature of one or more arguments of one kind: `sum(n1, n2, …)`; after `first`, if that is given. */
export function variadic<F, T>(
  first: Param<F> | null,
  rest: Param<T>,
  run: (args: readonly T[], first: F | null, context: Context) => Value,
): Signature {
  const before = first === null ? 0 : 1;
  return {
    names: first === null ? [rest.name] : [first.name, rest.name],
    least: before + 1,
    most: Number.POSITIVE_INFINITY,
    call: (args, context) => {
      const head = first === null ? null : first.take(args[0] ?? null);
      if (head === undefined) return undefined;
      const taken: T[] = [];
      for (const arg of args.slice(before)) {
        const value = rest.take(arg);
        if (value === undefined) return undefined;
        taken.push(value);
      }
      return run(taken, head, context);
    },
  };
}

/** A parameter that `guard` tells; a list of one such value is taken out of its list (§10.3.2.9.4). */
export function param<T extends Value>(name: string, guard: (value: Value) => value is T): Param<T> {
  const take = (value: Value): T | undefined => {
    if (guard(value)) return value;
    const only = isList(value) && value.length === 1 ? value[0] : undefined;
    return only !== undefined && guard(only) ? only : undefined;
  };
  return { name, take, optional: false };
}

type OfKind<K extends ValueKind> = K extends "null"
  ? null
  : K extends "boolean"
    ? boolean
    : K extends "string"
      ? string
      : K extends "number"
        ? Extract<Value, { readonly d: number[] }>
        : K extends "list"
          ? readonly Value[]
          : Extract<Value, { readonly kind: K }>;

/** A parameter of one of the kinds. */
export function of<K extends ValueKind>(name: string, ...kinds: readonly K[]): Param<OfKind<K>> {
  const known: ReadonlySet<ValueKind> = new Set(kinds);
  return param(name, (value): value is OfKind<K> & Value => known.has(kindOf(value))) as Param<OfKind<K>>;
}

export const number = (name: string): Param<OfKind<"number">> => of(name, "number");
export const string = (name: string): Param<string> => of(name, "string");

/** A list; a single value counts as a list of one, null does not. */
export const list = (name: string): Param<readonly Value[]> => ({
  name,
  take: (value) => (isList(value) ? value : value === null ? undefined : [value]),
  optional: false,
});

/** A list and nothing else. */
export const onlyList = (name: string): Param<readonly Value[]> => ({
  name,
  take: (value) => (isList(value) ? value : undefined),
  optional: false,
});

/** Anything, null too. */
export const any = (name: string): Param<Value> => ({ name, take: (value) => value, optional: false });

/** May be left out or null; null then. */
export const optional = <T>(inner: Param<T>): Param<T | null> => ({
  name: inner.name,
  take: (value) => (value === null ? null : inner.take(value)),
  optional: true,
});
