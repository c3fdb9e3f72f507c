import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, weekday } from "../feel/time/civil.ts";
import {
  addWorkingDays,
  calendarChanges,
  calendarSpan,
  HOLIDAY_YEARS,
  isDayOff,
  isMakeUp,
  isStatutory,
  isWorkingDay,
  workingDaysBetween,
  workingDaysOf,
} from "./index.ts";

const day = (text: string): number => {
  const [y = 0, m = 0, d = 0] = text.split("-").map(Number);
  return dayNumber(y, m, d);
};

describe("the years we have", () => {
  test.each([
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("%i has %i working days", (year, expected) => {
    expect(workingDaysOf(year)).toBe(expected);
  });

  test.each([
    [2020, 10],
    [2021, 11],
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ])("%i has %i statutory dates (2020: two of eleven coincide)", (year, expected) => {
    let count = 0;
    for (let d = dayNumber(year, 1, 1); d <= dayNumber(year, 12, 31); d++) if (isStatutory(d)) count++;
    expect(count).toBe(expected);
  });

  test("every statutory day is a day off, every make-up day is a weekend day and no day off", () => {
    for (let d = calendarSpan.from; d <= calendarSpan.to; d++) {
      if (isStatutory(d)) expect(isDayOff(d)).toBe(true);
      if (isMakeUp(d)) expect([weekday(d) > 5, isDayOff(d)]).toEqual([true, false]);
    }
  });

  test("each year names its sources, and the years are without a gap", () => {
    expect(HOLIDAY_YEARS.every(({ sources }) => sources.length > 0)).toBe(true);
    expect(HOLIDAY_YEARS.map(({ year }) => year)).toEqual(HOLIDAY_YEARS.map((_, i) => 2020 + i));
  });
});

describe("single days", () => {
  test.each([
    ["2024-10-01", true, true, false, false],
    ["2024-10-04", false, true, false, false],
    ["2024-10-12", false, false, true, true],
    ["2024-10-13", false, false, false, false],
    ["2024-10-14", false, false, false, true],
    ["2022-12-31", false, true, false, false],
  ] as const)("%s", (text, statutory, off, makeUp, working) => {
    const d = day(text);
    expect([isStatutory(d), isDayOff(d), isMakeUp(d), isWorkingDay(d)]).toEqual([
      statutory,
      off,
      makeUp,
      working,
    ]);
  });

  test("beyond the data nothing is known", () => {
    for (const d of [calendarSpan.from - 1, calendarSpan.to + 1]) {
      expect([isStatutory(d), isDayOff(d), isMakeUp(d), isWorkingDay(d)]).toEqual([null, null, null, null]);
      expect([workingDaysBetween(d, d), addWorkingDays(d, 1)]).toEqual([null, null]);
    }
    expect(addWorkingDays(calendarSpan.to, 1)).toBeNull();
    expect(workingDaysOf(2027)).toBeNull();
  });
});

describe("counting", () => {
  test("after a, up to b", () => {
    expect(workingDaysBetween(day("2024-09-30"), day("2024-10-12"))).toBe(5);
    expect(workingDaysBetween(day("2024-10-12"), day("2024-09-30"))).toBe(0);
    expect(addWorkingDays(day("2024-09-30"), 1)).toBe(day("2024-10-08"));
    expect(addWorkingDays(day("2024-10-08"), -1)).toBe(day("2024-09-30"));
    expect(addWorkingDays(day("2024-10-05"), 0)).toBe(day("2024-10-05"));
  });

  const anyDay = fc.integer({ min: calendarSpan.from, max: calendarSpan.to });

  test("counting agrees with walking", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const to = Math.min(from + length, calendarSpan.to);
        let walked = 0;
        for (let d = from + 1; d <= to; d++) if (isWorkingDay(d)) walked++;
        expect(workingDaysBetween(from, to)).toBe(walked);
      }),
    );
  });

  test("adding n working days passes exactly n of them and ends on one", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (from, n) => {
        const to = addWorkingDays(from, n);
        if (to === null) return;
        expect([workingDaysBetween(from, to), isWorkingDay(to)]).toEqual([n, true]);
      }),
    );
  });

  test("changes are exactly where the flag changes", () => {
    const [from, to] = [calendarSpan.from - 5, calendarSpan.to + 5];
    for (const [kind, flag] of [
      ["statutory", isStatutory],
      ["dayOff", isDayOff],
    ] as const) {
      const expected: number[] = [];
      for (let d = from + 1; d <= to; d++) if (flag(d) !== flag(d - 1)) expected.push(d);
      expect(calendarChanges(kind, from, to)).toEqual(expected);
    }
    expect(calendarChanges("statutory", day("2024-09-30"), day("2024-10-04"))).toEqual([
      day("2024-10-01"),
      day("2024-10-04"),
    ]);
    expect(calendarChanges("statutory", -4e11, -3e11)).toEqual([]);
  });
});

const shared = fileURLToPath(new URL("../../../../../shared/data/holidays/", import.meta.url));

interface Published {
  readonly year: number;
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

describe.skipIf(!existsSync(shared))(`the published schedules (skipped without ${shared})`, () => {
  const files = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith(".json")) : [];
  const years = files
    .map((name): Published => JSON.parse(readFileSync(shared + name, "utf8")))
    .filter(({ year }) => year >= 2020);

  test("there are some", () => {
    expect(years.length).toBeGreaterThan(0);
  });

  test.each(years)("$year", ({ year, days }) => {
    const published = new Map(days.map(({ date, isOffDay }) => [day(date), isOffDay]));
    for (let d = dayNumber(year, 1, 1); d <= dayNumber(year, 12, 31); d++) {
      const off = published.get(d) === true;
      // A day off that the next year's notice publishes is in the next file.
      if (!(year === 2022 && d === dayNumber(2022, 12, 31))) expect(isDayOff(d), String(d)).toBe(off);
      // 2020-02-03 is listed as worked, and an ordinary Monday.
      expect(isMakeUp(d), String(d)).toBe(published.get(d) === false && weekday(d) > 5);
    }
  });
});
