/** Equality and order (DMN 1.5 Tables 52 to 54). */
import { type Meter, newMeter, spend } from "./limits.ts";
import { compareDateTimes, compareTimes } from "./time/moment.ts";
import {
  type FeelContext,
  type FeelRange,
  isList,
  isNumber,
  type Tagged,
  tagged,
  type Value,
} from "./value.ts";

/**
 * `a = b`: null where the two are of different kinds, save that nothing but null equals null. What lists and
 * contexts cost goes to `meter`. @throws FeelLimitError
 */
export function equal(a: Value, b: Value, meter?: Meter): boolean | null {
  if (a === null || b === null) return a === b;
  if (isNumber(a)) return isNumber(b) ? a.equals(b) : null;
  if (typeof a === "string" || typeof a === "boolean") return typeof a === typeof b ? a === b : null;
  if (isList(a)) return isList(b) ? equalLists(a, b, meter ?? newMeter()) : null;
  const other = tagged(b);
  return other === null ? null : equalTagged(a, other, meter);
}

function equalTagged(a: Tagged, b: Tagged, meter?: Meter): boolean | null {
  switch (a.kind) {
    case "date":
      return b.kind === a.kind ? a.day === b.day : null;
    case "time":
      return b.kind === a.kind ? compareTimes(a, b) === 0 : null;
    case "date and time":
      return b.kind === a.kind ? compareDateTimes(a, b) === 0 : null;
    case "days and time duration":
      return b.kind === a.kind ? a.nanos === b.nanos : null;
    case "years and months duration":
      return b.kind === a.kind ? a.months === b.months : null;
    case "range":
      return b.kind === a.kind ? equalRanges(a, b) : null;
    case "context":
      return b.kind === a.kind ? equalContexts(a, b, meter ?? newMeter()) : null;
    case "function":
      return b.kind === a.kind ? a === b : null;
  }
}

/** False where any pair differs, null where none does but some cannot be compared. */
function allEqual(pairs: Iterable<readonly [Value, Value]>, meter: Meter): boolean | null {
  let result: boolean | null = true;
  for (const [x, y] of pairs) {
    spend(meter, 1);
    const same = equal(x, y, meter);
    if (same === false) return false;
    if (same === null) result = null;
  }
  return result;
}

function equalLists(a: readonly Value[], b: readonly Value[], meter: Meter): boolean | null {
  if (a.length !== b.length) return false;
  return allEqual(
    a.map((item, i) => [item, b[i] ?? null] as const),
    meter,
  );
}

function equalContexts(a: FeelContext, b: FeelContext, meter: Meter): boolean | null {
  if (a.entries.size !== b.entries.size) return false;
  for (const key of a.entries.keys()) if (!b.entries.has(key)) return false;
  return allEqual(
    [...a.entries].map(([key, item]) => [item, b.entries.get(key) ?? null] as const),
    meter,
  );
}

function equalRanges(a: FeelRange, b: FeelRange): boolean | null {
  if (a.lowIncluded !== b.lowIncluded || a.highIncluded !== b.highIncluded) return false;
  const [low, high] = [equal(a.low, b.low), equal(a.high, b.high)];
  if (low === false || high === false) return false;
  return low === null || high === null ? null : true;
}

/** Below 0, 0 or above 0 as `a` comes before, with or after `b`; null where they have no order. */
export function compare(a: Value, b: Value): number | null {
  if (a === null || b === null) return null;
  if (isNumber(a)) return isNumber(b) ? a.comparedTo(b) : null;
  if (typeof a === "string") return typeof b === "string" ? compareText(a, b) : null;
  const [x, y] = [tagged(a), tagged(b)];
  return x === null || y === null ? null : compareTagged(x, y);
}

function compareTagged(a: Tagged, b: Tagged): number | null {
  switch (a.kind) {
    case "date":
      return b.kind === a.kind ? a.day - b.day : null;
    case "time":
      return b.kind === a.kind ? compareTimes(a, b) : null;
    case "date and time":
      return b.kind === a.kind ? compareDateTimes(a, b) : null;
    case "days and time duration":
      return b.kind === a.kind ? sign(a.nanos - b.nanos) : null;
    case "years and months duration":
      return b.kind === a.kind ? a.months - b.months : null;
    case "range":
    case "context":
    case "function":
      return null;
  }
}

const sign = (n: bigint): number => (n < 0n ? -1 : n > 0n ? 1 : 0);

const SURROGATE = /[\ud800-\udfff]/u;

/** By code points, which UTF-16 order is not once surrogates come in. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE.test(a) && !SURROGATE.test(b) && !/[\u{10000}-\u{10ffff}]/u.test(a + b))
    return a < b ? -1 : 1;
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const d = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (d !== 0) return d;
  }
  return x.length - y.length;
}

/** Whether `point` lies in `range`; null where they cannot be compared. */
export function inRange(point: Value, range: FeelRange): boolean | null {
  const low = range.low === null ? 1 : compare(point, range.low);
  const high = range.high === null ? -1 : compare(point, range.high);
  if (low === null || high === null || (range.low === null && range.high === null)) return null;
  const above = low > 0 || (low === 0 && range.lowIncluded);
  const below = high < 0 || (high === 0 && range.highIncluded);
  return above && below;
}
