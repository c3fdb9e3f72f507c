/** The arithmetic operators (DMN 1.5 Tables 56 to 60 and 62). Null outside their domains. */
import type { ArithmeticOp } from "./ast.ts";
import { checkText } from "./limits.ts";
import {
  addMonths,
  addToDate,
  addToDateTime,
  addToTime,
  atMidnight,
  subtractDateTimes,
  subtractTimes,
} from "./time/moment.ts";
import {
  type DayDuration,
  days,
  finite,
  isNumber,
  type MonthDuration,
  months,
  Num,
  tagged,
  type Value,
  ZERO,
} from "./value.ts";

/** @throws FeelLimitError where strings joined grow too long */
export function arithmetic(op: ArithmeticOp, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return onNumbers(op, a, b);
  switch (op) {
    case "+":
      return add(a, b);
    case "-":
      return subtract(a, b);
    case "*":
      return isNumber(a) ? multiply(b, a) : isNumber(b) ? multiply(a, b) : null;
    case "/":
      return divide(a, b);
    case "**":
      return null;
  }
}

const EXPONENT_MAX = 999_999_999;

function onNumbers(op: ArithmeticOp, a: Num, b: Num): Num | null {
  switch (op) {
    case "+":
      return finite(a.plus(b));
    case "-":
      return finite(a.minus(b));
    case "*":
      return finite(a.times(b));
    case "/":
      return b.isZero() ? null : finite(a.dividedBy(b));
    case "**":
      return b.abs().greaterThan(EXPONENT_MAX) ? null : finite(a.pow(b));
  }
}

/** `-e`, which is `0 - e` for numbers and, as every engine has it, the same backwards for durations. */
export function negate(a: Value): Value {
  if (isNumber(a)) return finite(ZERO.minus(a));
  if (!isDuration(a)) return null;
  return a.kind === "days and time duration" ? days(-a.nanos) : months(a.months === 0 ? 0 : -a.months);
}

type Duration = DayDuration | MonthDuration;

function isDuration(value: Value): value is Duration {
  const kind = tagged(value)?.kind;
  return kind === "days and time duration" || kind === "years and months duration";
}

function add(a: Value, b: Value): Value {
  if (typeof a === "string" && typeof b === "string") {
    checkText(a.length + b.length);
    return a + b;
  }
  if (isDuration(b)) return later(a, b);
  return isDuration(a) ? later(b, a) : null;
}

/** `value + duration`. */
function later(base: Value, by: Duration): Value {
  const value = tagged(base);
  if (value === null) return null;
  if (by.kind === "years and months duration") {
    if (value.kind === "date" || value.kind === "date and time") return addMonths(value, by.months);
    return value.kind === by.kind ? monthsIfSafe(value.months + by.months) : null;
  }
  switch (value.kind) {
    case "date":
      return addToDate(value, by.nanos);
    case "date and time":
      return addToDateTime(value, by.nanos);
    case "time":
      return addToTime(value, by.nanos);
    case "days and time duration":
      return days(value.nanos + by.nanos);
    default:
      return null;
  }
}

function subtract(left: Value, right: Value): Value {
  if (isDuration(right)) {
    const back = negate(right);
    return isDuration(back) ? later(left, back) : null;
  }
  const [a, b] = [tagged(left), tagged(right)];
  if (a === null || b === null) return null;
  if (a.kind === "time" && b.kind === "time") return durationOf(subtractTimes(a, b));
  const [x, y] = [a.kind === "date" ? atMidnight(a) : a, b.kind === "date" ? atMidnight(b) : b];
  if (x.kind !== "date and time" || y.kind !== "date and time") return null;
  return durationOf(subtractDateTimes(x, y));
}

const durationOf = (nanos: bigint | null): DayDuration | null => (nanos === null ? null : days(nanos));

function monthsIfSafe(count: number): MonthDuration | null {
  return Number.isSafeInteger(count) ? months(count) : null;
}

/** Whole nanoseconds and whole months: a part of one is dropped. */
function fromParts(kind: Duration["kind"], amount: Num): Value {
  if (!amount.isFinite()) return null;
  const whole = amount.truncated();
  if (kind === "years and months duration") return monthsIfSafe(whole.toNumber() + 0);
  return whole.e > 40 ? null : days(BigInt(whole.toFixed(0)));
}

const partsOf = (d: Duration): Num =>
  new Num(d.kind === "years and months duration" ? d.months : d.nanos.toString());

function multiply(a: Value, by: Num): Value {
  return isDuration(a) ? fromParts(a.kind, partsOf(a).times(by)) : null;
}

function divide(a: Value, b: Value): Value {
  if (!isDuration(a)) return null;
  if (isNumber(b)) return b.isZero() ? null : fromParts(a.kind, partsOf(a).dividedBy(b));
  if (!isDuration(b) || a.kind !== b.kind) return null;
  const parts = partsOf(b);
  return parts.isZero() ? null : finite(partsOf(a).dividedBy(parts));
}
