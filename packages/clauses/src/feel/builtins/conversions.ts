/** Conversion functions, `not`, and `is` (DMN 1.5 Tables 72, 73 and 77). */
import { equal } from "../compare.ts";
import { type Meter, spend } from "../limits.ts";
import type { Mode } from "../mode.ts";
import { show } from "../show.ts";
import { civil, dayIfValid, NANOS_PER_SECOND } from "../time/civil.ts";
import { onClock, parseDate, parseDateTime, parseDuration, parseTime } from "../time/iso.ts";
import { OFFSET_MAX, UTC, zoneAtLocal } from "../time/zone.ts";
import {
  type DayDuration,
  date,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
  isList,
  kindOf,
  months,
  type Num,
  parseNumber,
  tagged,
  type Value,
  type Zone,
} from "../value.ts";
import { any, number, of, optional, type Signature, signature, string } from "./signature.ts";

const DATES = ["date", "date and time"] as const;

const dateFunction: readonly Signature[] = [
  signature([string("from")], ([from]) => parseDate(from)),
  signature([of("from", ...DATES)], ([from]) => date(from.day)),
  signature([number("year"), number("month"), number("day")], ([y, m, d]) => {
    const day = dayIfValid(y.toNumber(), m.toNumber(), d.toNumber());
    return day === null ? null : date(day);
  }),
];

/** The day of the one with the time of the other, whose named zone is looked up for that day. */
function join(day: number, time: FeelTime): FeelDateTime | null {
  const id = time.zone?.id ?? null;
  const zone = id === null ? time.zone : zoneAtLocal(id, day, time.nanos);
  if (id !== null && zone === null) return null;
  return { kind: "date and time", day, nanos: time.nanos, zone };
}

const dateTimeFunction: readonly Signature[] = [
  signature([string("from")], ([from], { mode }) => parseDateTime(from, mode)),
  signature([of("from", ...DATES)], ([from], { mode }) =>
    from.kind === "date" ? midnight(from, mode) : from,
  ),
  signature([of("date", ...DATES), of("time", "time")], ([{ day }, time]) => join(day, time)),
];

/** A date's midnight: in UTC by DMN 1.5 §10.3.2.3.5, at +08:00 in terms. */
const midnight = (from: FeelDate, mode: Mode): FeelDateTime => {
  const zone: Zone | null = mode === "feel" ? UTC : null;
  return onClock({ kind: "date and time", day: from.day, nanos: 0, zone }, mode);
};

function timeOf(hour: Num, minute: Num, second: Num, offset: DayDuration | null, mode: Mode): Value {
  const [h, m] = [hour.toNumber(), minute.toNumber()];
  const whole = hour.isInteger() && minute.isInteger() && h >= 0 && h < 24 && m >= 0 && m < 60;
  if (!whole || second.isNegative() || second.greaterThanOrEqualTo(60)) return null;
  const seconds = offset === null ? 0 : Number(offset.nanos / BigInt(NANOS_PER_SECOND));
  if (Math.abs(seconds) > OFFSET_MAX) return null;
  const nanos = (h * 60 + m) * 60 * NANOS_PER_SECOND + second.times(NANOS_PER_SECOND).truncated().toNumber();
  return onClock({ kind: "time", nanos, zone: offset === null ? null : { offset: seconds, id: null } }, mode);
}

const timeFunction: readonly Signature[] = [
  signature([string("from")], ([from], { mode }) => parseTime(from, mode)),
  signature([of("from", "time", ...DATES)], ([from], { mode }) => {
    if (from.kind === "time") return from;
    const { nanos, zone } = from.kind === "date" ? midnight(from, mode) : from;
    return { kind: "time", nanos, zone };
  }),
  signature(
    [number("hour"), number("minute"), number("second"), optional(of("offset", "days and time duration"))],
    ([hour, minute, second, offset], { mode }) => timeOf(hour, minute, second, offset, mode),
  ),
];

const DIGITS = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/u;

/** Grouping separators dropped, the decimal separator made a point: what remains has to be a plain number. */
function numberFrom(text: string, grouping: string | null, decimal: string | null): Num | null {
  if (grouping !== null && !/^[ ,.]$/u.test(grouping)) return null;
  if (decimal !== null && !/^[,.]$/u.test(decimal)) return null;
  if (grouping !== null && grouping === decimal) return null;
  const ungrouped = grouping === null ? text : text.replaceAll(grouping, "");
  const plain = decimal === null ? ungrouped : ungrouped.replaceAll(decimal, ".");
  if (decimal === "," && ungrouped.includes(".")) return null;
  return DIGITS.test(plain) ? parseNumber(plain) : null;
}

/** Whole months between two days, towards zero, the days of the month counted (as XPath and Java do). */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [civil(from), civil(to)];
  const count = (b.year - a.year) * 12 + (b.month - a.month);
  if (count > 0 && b.day < a.day) return count - 1;
  return count < 0 && b.day > a.day ? count + 1 : count;
}

/** The same element of the domain: unlike `=`, it tells one clock from another. @throws FeelLimitError */
export function isSame(a: Value, b: Value, meter: Meter): boolean {
  spend(meter, 1);
  if (kindOf(a) !== kindOf(b)) return false;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((x, i) => isSame(x, b[i] ?? null, meter));
  }
  const [x, y] = [clockOf(a), clockOf(b)];
  if (equal(a, b, meter) !== true) return false;
  return x === null || y === null || (x.nanos === y.nanos && x.zone?.offset === y.zone?.offset);
}

function clockOf(value: Value): FeelTime | FeelDateTime | null {
  const timed = tagged(value);
  return timed?.kind === "time" || timed?.kind === "date and time" ? timed : null;
}

export const CONVERSIONS: Readonly<Record<string, readonly Signature[]>> = {
  date: dateFunction,
  "date and time": dateTimeFunction,
  time: timeFunction,
  number: [
    signature(
      [string("from"), optional(string("grouping separator")), optional(string("decimal separator"))],
      ([text, grouping, decimal]) => numberFrom(text, grouping, decimal),
    ),
  ],
  string: [signature([any("from")], ([from]) => (from === null ? null : show(from)))],
  duration: [
    signature([string("from")], ([from]) => parseDuration(from)),
    signature([of("from", "days and time duration", "years and months duration")], ([from]) => from),
  ],
  "years and months duration": [
    signature([of("from", ...DATES), of("to", ...DATES)], ([from, to]) =>
      months(monthsBetween(from.day, to.day)),
    ),
  ],
  not: [signature([any("negand")], ([negand]) => (typeof negand === "boolean" ? !negand : null))],
  is: [signature([any("value1"), any("value2")], ([a, b], { meter }) => isSame(a, b, meter))],
};
