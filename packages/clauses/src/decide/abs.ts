/** Sets of values that a node may take over a region: never too small, sometimes too large. */
import { Num, num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import { alike, higher, lower } from "../ir/order.ts";

/** Exactly one value. */
export interface One {
  readonly kind: "one";
  readonly value: Val;
}

/** Two or three of true, false and null. */
export interface Bools {
  readonly kind: "bools";
  readonly mayTrue: boolean;
  readonly mayFalse: boolean;
  readonly mayNull: boolean;
}

/** Numbers from `low` to `high`, both included where finite; and perhaps null. */
export interface Span {
  readonly kind: "span";
  readonly low: Num;
  readonly high: Num;
  readonly mayNull: boolean;
}

/** Some texts; `open`: or any other. */
export interface Texts {
  readonly kind: "texts";
  readonly values: readonly string[];
  readonly open: boolean;
  readonly mayNull: boolean;
}

/** Anything at all. */
export interface Top {
  readonly kind: "top";
}

export type Abs = One | Bools | Span | Texts | Top;

export const FAR = num("Infinity");
export const NEAR = FAR.neg();
export const TOP: Top = { kind: "top" };

export const one = (value: Val): One => ({ kind: "one", value });
export const TRUE = one(true);
export const FALSE = one(false);
export const NULL = one(null);

export function bools(mayTrue: boolean, mayFalse: boolean, mayNull: boolean): Abs {
  const count = Number(mayTrue) + Number(mayFalse) + Number(mayNull);
  if (count === 1) return mayTrue ? TRUE : mayFalse ? FALSE : NULL;
  return { kind: "bools", mayTrue, mayFalse, mayNull };
}

export function span(low: Num, high: Num, mayNull: boolean): Abs {
  if (!mayNull && alike(low, high) && low.isFinite()) return one(low);
  return { kind: "span", low, high, mayNull };
}

export const mayBeTrue = (a: Abs): boolean =>
  a.kind === "one" ? a.value === true : a.kind === "bools" ? a.mayTrue : a.kind === "top";

export const mayBeFalse = (a: Abs): boolean =>
  a.kind === "one" ? a.value === false : a.kind === "bools" ? a.mayFalse : a.kind === "top";

export const mayBeNull = (a: Abs): boolean =>
  a.kind === "one" ? a.value === null : a.kind === "top" ? true : a.mayNull;

/** The ends of a set of numbers; null where it holds no number. */
export function ends(a: Abs): readonly [Num, Num] | null {
  if (a.kind === "span") return [a.low, a.high];
  if (a.kind === "one") return a.value instanceof Num ? [a.value, a.value] : null;
  return a.kind === "top" ? [NEAR, FAR] : null;
}

/** The smallest set that holds both. */
export function union(a: Abs, b: Abs, node: Node): Abs {
  if (a === b) return a;
  if (a.kind === "top" || b.kind === "top") return anything(node);
  const mayNull = mayBeNull(a) || mayBeNull(b);
  switch (node.sort) {
    case "boolean":
      return bools(mayBeTrue(a) || mayBeTrue(b), mayBeFalse(a) || mayBeFalse(b), mayNull);
    case "ordered":
      return unionOfNumbers(a, b, mayNull);
    case "text":
      return unionOfTexts(a, b, mayNull);
    case "other":
      return a.kind === "one" && b.kind === "one" && a.value === b.value ? a : TOP;
  }
}

function unionOfNumbers(a: Abs, b: Abs, mayNull: boolean): Abs {
  const [x, y] = [ends(a), ends(b)];
  if (x === null || y === null) {
    const only = x ?? y;
    return only === null ? NULL : span(only[0], only[1], mayNull);
  }
  return span(lower(x[0], y[0]), higher(x[1], y[1]), mayNull);
}

function unionOfTexts(a: Abs, b: Abs, mayNull: boolean): Abs {
  const values = [...new Set([...textsOf(a), ...textsOf(b)])];
  const open = isOpen(a) || isOpen(b);
  return texts(values, open, mayNull);
}

export function texts(values: readonly string[], open: boolean, mayNull: boolean): Abs {
  const [only, second] = values;
  if (!open && !mayNull && only !== undefined && second === undefined) return one(only);
  if (!open && mayNull && only === undefined) return NULL;
  return { kind: "texts", values, open, mayNull };
}

export const textsOf = (a: Abs): readonly string[] =>
  a.kind === "texts" ? a.values : a.kind === "one" && typeof a.value === "string" ? [a.value] : [];

export const isOpen = (a: Abs): boolean => a.kind === "top" || (a.kind === "texts" && a.open);

/** Whatever a node of this sort may be. */
export function anything(node: Node): Abs {
  switch (node.sort) {
    case "boolean":
      return bools(true, true, node.nullable);
    case "ordered":
      return span(NEAR, FAR, node.nullable);
    case "text":
      return texts([], true, node.nullable);
    case "other":
      return TOP;
  }
}

export const isOne = (a: Abs): a is One => a.kind === "one";
