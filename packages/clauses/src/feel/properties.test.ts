/** Laws that hold for all values, and a naive oracle beside each calculation of days. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arithmetic } from "./arithmetic.ts";
import { fullMonthsBetween, fullYearsBetween } from "./builtins/terms.ts";
import { compare, equal } from "./compare.ts";
import { fromJson, type Json, JsonError, parseJson, printJson, toJson } from "./json.ts";
import { newMeter } from "./limits.ts";
import { matches } from "./regex/index.ts";
import {
  addMonthsToDay,
  civil,
  dayNumber,
  dayOfYear,
  monthLength,
  weekday,
  weekOfYear,
} from "./time/civil.ts";
import { parseDateTime, parseDuration, parseTemporal } from "./time/iso.ts";
import { addToDateTime, instantNanos } from "./time/moment.ts";
import { showDateTime, showDays, showMonths } from "./time/show.ts";
import { date, days, isNumber, months, Num, num, type Value, ZERO } from "./value.ts";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => num(digits).dividedBy(new Num(10).pow(scale)));
/** Few enough digits that sums and products of three are exact. */
const small = fc
  .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 2 }))
  .map(([digits, scale]) => num(digits).dividedBy(new Num(10).pow(scale)));
/** The years 1600 to 2400. */
const day = fc.integer({ min: -135_140, max: 157_053 });

const asNumber = (value: Value): Num => (isNumber(value) ? value : ZERO.plus(Number.NaN));

describe("decimals", () => {
  test("addition and multiplication commute", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        for (const op of ["+", "*"] as const) {
          expect(equal(arithmetic(op, a, b), arithmetic(op, b, a))).toBe(true);
        }
      }),
    );
  });

  test("where nothing is rounded they associate and distribute, and subtraction undoes addition", () => {
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        const add = (x: Value, y: Value): Value => arithmetic("+", x, y);
        const times = (x: Value, y: Value): Value => arithmetic("*", x, y);
        expect(equal(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(equal(times(a, add(b, c)), add(times(a, b), times(a, c)))).toBe(true);
        expect(equal(arithmetic("-", add(a, b), b), a)).toBe(true);
      }),
    );
  });

  test("a result has at most 34 digits and is off by at most half of the last", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(!b.isZero());
        const quotient = asNumber(arithmetic("/", a, b));
        expect(quotient.precision()).toBeLessThanOrEqual(34);
        const exact = Num.clone({ precision: 80 });
        const error = new exact(a.toFixed()).dividedBy(b.toFixed()).minus(quotient.toFixed()).abs();
        const half = new exact(10).pow(quotient.e - 33).times("0.5");
        expect(error.lessThanOrEqualTo(quotient.isZero() ? 0 : half)).toBe(true);
      }),
    );
  });

  test("a number and its text are one", () => {
    fc.assert(
      fc.property(decimal, (a) => {
        const text = printJson(toJson(a));
        expect(equal(fromJson(parseJson(text)), a)).toBe(true);
      }),
    );
  });
});

describe("days", () => {
  /** JavaScript's own calendar, which reaches far enough for these. */
  const oracle = (n: number): Date => new Date(n * 86_400_000);

  test("day numbers agree with JavaScript's calendar", () => {
    fc.assert(
      fc.property(day, (n) => {
        const { year, month, day: of } = civil(n);
        const other = oracle(n);
        expect([year, month, of]).toEqual([
          other.getUTCFullYear(),
          other.getUTCMonth() + 1,
          other.getUTCDate(),
        ]);
        expect(dayNumber(year, month, of)).toBe(n);
        expect(weekday(n) % 7).toBe(other.getUTCDay());
        expect(dayOfYear(n)).toBe((n * 86_400_000 - Date.UTC(year, 0, 1)) / 86_400_000 + 1);
      }),
    );
  });

  test("far years keep the cycle of 400", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2_000_000, max: 2_000_000 }), (n, cycles) => {
        const [near, far] = [civil(n), civil(n + cycles * 146_097)];
        expect(far).toEqual({ ...near, year: near.year + cycles * 400 });
      }),
    );
  });

  test("a week's number is the same from Monday to Sunday, and counts Thursdays", () => {
    fc.assert(
      fc.property(day, (n) => {
        const monday = n - weekday(n) + 1;
        const thursday = monday + 3;
        let count = 0;
        for (let d = thursday; civil(d).year === civil(thursday).year; d -= 7) count++;
        expect([weekOfYear(monday), weekOfYear(monday + 6)]).toEqual([count, count]);
      }),
    );
  });

  test("adding months keeps the day of the month where there is one, and else takes the last", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (n, count) => {
        const from = civil(n);
        const then = addMonthsToDay(n, count);
        const to = civil(then ?? Number.NaN);
        expect((to.year - from.year) * 12 + (to.month - from.month)).toBe(count);
        expect(to.day).toBe(Math.min(from.day, monthLength(to.year, to.month)));
      }),
    );
  });

  test("date + duration - date is the duration, and order follows", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (n, count) => {
        const later = arithmetic("+", date(n), days(BigInt(count) * 86_400_000_000_000n));
        expect(equal(arithmetic("-", later, date(n)), days(BigInt(count) * 86_400_000_000_000n))).toBe(true);
        expect(Math.sign(compare(later, date(n)) ?? Number.NaN)).toBe(Math.sign(count));
      }),
    );
  });
});

describe("whole years and months between", () => {
  const units = [
    ["years", fullYearsBetween, 12],
    ["months", fullMonthsBetween, 1],
  ] as const;

  test.each(units)("%s: the largest n that does not pass b", (_, between, size) => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 40_000 }), (a, length) => {
        const b = a + length;
        const n = between(date(a), date(b)) ?? Number.NaN;
        expect(addMonthsToDay(a, n * size)).toBeLessThanOrEqual(b);
        expect(addMonthsToDay(a, (n + 1) * size)).toBeGreaterThan(b);
      }),
    );
  });

  test.each(units)("%s grow with b and shrink with a", (_, between) => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (a, length) => {
        const n = between(date(a), date(a + length)) ?? Number.NaN;
        expect(between(date(a), date(a + length + 1))).toBeGreaterThanOrEqual(n);
        expect(between(date(a + 1), date(a + length))).toBeLessThanOrEqual(n);
      }),
    );
  });
});

describe("texts of time", () => {
  const duration = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

  test("durations and their texts are one", () => {
    fc.assert(
      fc.property(duration, fc.integer(), (nanos, count) => {
        expect(parseDuration(showDays(days(nanos)))).toEqual(days(nanos));
        expect(parseDuration(showMonths(months(count)))).toEqual(months(count));
      }),
    );
  });

  const moment = fc
    .tuple(
      day,
      fc.integer({ min: 0, max: 86_399 }),
      fc.constantFrom("", "Z", "+08:00", "-03:30", "@Asia/Shanghai", "@America/New_York"),
    )
    .map(([n, second, zone]) => {
      const two = (x: number): string => String(x).padStart(2, "0");
      const { year, month, day: of } = civil(n);
      const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(":");
      return `${String(year).padStart(4, "0")}-${two(month)}-${two(of)}T${clock}${zone}`;
    });

  test("date-times and their texts are one; in terms they are the same instant at +08:00", () => {
    fc.assert(
      fc.property(moment, (text) => {
        const read = parseDateTime(text);
        if (read === null) throw new Error(text);
        expect(showDateTime(read)).toBe(text);
        const local = parseDateTime(text, "terms");
        if (local === null) throw new Error(text);
        expect(showDateTime(local).endsWith("+08:00")).toBe(true);
        if (read.zone !== null) expect(instantNanos(local)).toBe(instantNanos(read));
      }),
    );
  });

  test("adding a duration moves the instant by just as much", () => {
    fc.assert(
      fc.property(moment, fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (text, nanos) => {
        const from = parseDateTime(text);
        const to = from === null ? null : addToDateTime(from, nanos);
        if (from === null || to === null) throw new Error(text);
        const moved = instantNanos(to) - instantNanos(from);
        expect(from.zone?.id == null ? moved === nanos : moved - nanos < 1_000_000_000n).toBe(true);
      }),
    );
  });

  test("nothing that is no date makes the reader throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+P0-9TZ:.@DHMSY]{0,30}$/u)), (text) => {
        const value = parseTemporal(text);
        expect(value === null || typeof value === "object").toBe(true);
      }),
    );
  });
});

function readOrRefused(text: string): Json | "refused" {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError && /stands twice|too large/u.test(error.message)) return "refused";
    throw error;
  }
}

describe("JSON and patterns", () => {
  test("JSON text is read as JSON.parse reads it, and written so that it is", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readOrRefused(text);
        // A key that stands twice, or a number past decimal128: refused, where JavaScript takes it.
        if (read === "refused") return;
        expect(JSON.parse(printJson(read))).toEqual(JSON.parse(text));
      }),
    );
  });

  test("patterns agree with JavaScript's where both know them", () => {
    const piece = fc.constantFrom(
      "a",
      "b",
      ".",
      "[ab]",
      "(a|b)",
      "(?:ab)",
      "a*",
      "b+",
      "a?",
      "(ab)*",
      "(a*)b",
      "a{1,2}",
      "^",
      "$",
      "(a|ab)(b|c)*?",
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abc]{0,12}$/u), (source, text) => {
        expect(matches(text, source, "", newMeter())).toBe(new RegExp(source, "u").test(text));
      }),
      { numRuns: 1000 },
    );
  });
});
