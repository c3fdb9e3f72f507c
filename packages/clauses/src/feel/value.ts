/**
 * The values of FEEL (DMN 1.5 §10.3.2). Immutable. `null` is FEEL's null; there is no `undefined`.
 *
 * Numbers are `Num`; strings, booleans and lists are JavaScript's; every other value is an object with a
 * `kind`. Ask `kindOf` and switch on it.
 */
import { Decimal } from "decimal.js";
import type { TypeExpr } from "./ast.ts";
import type { Meter } from "./limits.ts";

/** Decimal128: 34 significant digits, half-even, exponents −6143…6144. Never NaN or infinite in a `Value`. */
export const Num = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
  toExpPos: 6200,
  toExpNeg: -6200,
});
export type Num = Decimal;

/** A calendar day. `day` counts days from 1970-01-01 (proleptic Gregorian). */
export interface FeelDate {
  readonly kind: "date";
  readonly day: number;
}

/** Where a clock stands: an offset from UTC in seconds, and the IANA zone it comes from, if one was named. */
export interface Zone {
  readonly offset: number;
  readonly id: string | null;
}

/** A time of day. `nanos` counts nanoseconds from its midnight; `zone` is null for a local time. */
export interface FeelTime {
  readonly kind: "time";
  readonly nanos: number;
  readonly zone: Zone | null;
}

/** A day and a time of day on the clock of `zone` (null: local, which compares as UTC). */
export interface FeelDateTime {
  readonly kind: "date and time";
  readonly day: number;
  readonly nanos: number;
  readonly zone: Zone | null;
}

/** A days and time duration in nanoseconds, negative backwards. */
export interface DayDuration {
  readonly kind: "days and time duration";
  readonly nanos: bigint;
}

/** A years and months duration in whole months, negative backwards. */
export interface MonthDuration {
  readonly kind: "years and months duration";
  readonly months: number;
}

/** An interval of comparable values. An end that is null is open to infinity. */
export interface FeelRange {
  readonly kind: "range";
  readonly low: Value;
  readonly high: Value;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** Keys in the order written, normalised to single spaces. */
export interface FeelContext {
  readonly kind: "context";
  readonly entries: ReadonlyMap<string, Value>;
}

export interface FeelFunction {
  readonly kind: "function";
  readonly name: string | null;
  readonly parameters: readonly string[];
  /** The declared type of each parameter; null: any. */
  readonly types: readonly (TypeExpr | null)[];
  /** Positional call. Wrong arguments give null, as FEEL has it. @throws FeelLimitError */
  readonly call: (args: readonly Value[], meter: Meter) => Value;
}

export type FeelList = readonly Value[];

export type Value =
  | null
  | boolean
  | string
  | Num
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DayDuration
  | MonthDuration
  | FeelRange
  | FeelList
  | FeelContext
  | FeelFunction;

export type ValueKind =
  | "null"
  | "boolean"
  | "string"
  | "number"
  | "date"
  | "time"
  | "date and time"
  | "days and time duration"
  | "years and months duration"
  | "range"
  | "list"
  | "context"
  | "function";

/** The FEEL type of a value, by the name FEEL gives it. */
export function kindOf(value: Value): ValueKind {
  if (value === null) return "null";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (value instanceof Num) return "number";
  if (isList(value)) return "list";
  return value.kind;
}

export const isNumber = (value: Value): value is Num => value instanceof Num;
export const isList = (value: Value): value is FeelList => Array.isArray(value);

export type Tagged = Extract<Value, { readonly kind: string }>;

/** The value itself where it is one of the kinds that carry their `kind`; else null. */
export function tagged(value: Value): Tagged | null {
  if (value === null || typeof value !== "object" || isNumber(value) || isList(value)) return null;
  return value;
}

/** A number from its exact text, a bigint, or a JavaScript number by its shortest decimal. */
export const num = (n: string | number | bigint | Num): Num =>
  new Num(typeof n === "bigint" ? n.toString() : n);

export const date = (day: number): FeelDate => ({ kind: "date", day });
export const days = (nanos: bigint): DayDuration => ({ kind: "days and time duration", nanos });
export const months = (count: number): MonthDuration => ({
  kind: "years and months duration",
  months: count,
});

/** A context from pairs, in their order. */
export const context = (pairs: Iterable<readonly [string, Value]>): FeelContext => ({
  kind: "context",
  entries: new Map(pairs),
});

/** The number a text of digits writes, rounded to 34 digits; null where it is too large. */
export function parseNumber(text: string): Num | null {
  const exact = new Num(text);
  return finite(exact.precision() > 34 ? exact.toSignificantDigits(34) : exact);
}

/** A result of arithmetic: null in place of NaN and the infinities, and no negative zero. */
export function finite(n: Num): Num | null {
  if (!n.isFinite()) return null;
  return n.isZero() && n.isNegative() ? ZERO : n;
}

export const ZERO: Num = new Num(0);
export const ONE: Num = new Num(1);

/** A number that is whole and small enough to count with, as a JavaScript number; else null. */
export function toInteger(n: Num): number | null {
  return n.isInteger() && n.abs().lessThanOrEqualTo(Number.MAX_SAFE_INTEGER) ? n.toNumber() : null;
}
