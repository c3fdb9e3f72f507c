/**
 * The business calendar of mainland China: statutory days (法定节假日), days off (放假), make-up working days
 * (调休上班) and working days. Days are counts from 1970-01-01. Beyond the years of `data.ts` every answer is
 * null: nothing is guessed.
 */
import { civil, dayNumber, weekday } from "../feel/time/civil.ts";
import { HOLIDAY_YEARS, type HolidayYear } from "./data.ts";

export { HOLIDAY_YEARS, type HolidayYear } from "./data.ts";

const STATUTORY = 1;
const OFF = 2;
const MAKE_UP = 4;

const first = Math.min(...HOLIDAY_YEARS.map(({ year }) => year));
const last = Math.max(...HOLIDAY_YEARS.map(({ year }) => year));

/** The first and the last day that the data know, both included. */
export const calendarSpan: { readonly from: number; readonly to: number } = {
  from: dayNumber(first, 1, 1),
  to: dayNumber(last, 12, 31),
};

const flags = flagsOf(HOLIDAY_YEARS);
const worked = runningCount();

function flagsOf(years: readonly HolidayYear[]): Uint8Array {
  const made = new Uint8Array(calendarSpan.to - calendarSpan.from + 1);
  for (const { year, statutory, off, work } of years) {
    for (const [days, flag] of [
      [statutory, STATUTORY],
      [off, OFF],
      [work, MAKE_UP],
    ] as const) {
      for (const entry of days) {
        const [from, to] = typeof entry === "string" ? [entry, entry] : entry;
        const end = dayOf(year, to) - calendarSpan.from;
        for (let i = dayOf(year, from) - calendarSpan.from; i <= end; i++) made[i] = (made[i] ?? 0) | flag;
      }
    }
  }
  return made;
}

/** `MM-DD` of a year. */
function dayOf(year: number, text: string): number {
  return dayNumber(year, Number(text.slice(0, 2)), Number(text.slice(3)));
}

/** How many working days there are from the first day of the data up to each day, that day included. */
function runningCount(): Uint16Array {
  const counts = new Uint16Array(flags.length);
  let count = 0;
  for (let i = 0; i < flags.length; i++) {
    if (isWorking(calendarSpan.from + i, flags[i] ?? 0)) count++;
    counts[i] = count;
  }
  return counts;
}

function isWorking(day: number, flag: number): boolean {
  return (flag & MAKE_UP) !== 0 || ((flag & OFF) === 0 && weekday(day) <= 5);
}

const flagAt = (day: number): number | null => flags[day - calendarSpan.from] ?? null;

const has = (day: number, flag: number): boolean | null => {
  const found = flagAt(day);
  return found === null ? null : (found & flag) !== 0;
};

/** Whether `day` is one of the statutory days themselves (法定节假日), not a day moved to make a longer holiday. */
export const isStatutory = (day: number): boolean | null => has(day, STATUTORY);

/** Whether `day` lies in a published holiday (放假日). An ordinary weekend is not published, and not one. */
export const isDayOff = (day: number): boolean | null => has(day, OFF);

/** Whether `day` is a weekend day worked to make up for a day off (调休上班日). */
export const isMakeUp = (day: number): boolean | null => has(day, MAKE_UP);

/** Whether people work on `day`: no weekend and no day off, or a make-up day. */
export function isWorkingDay(day: number): boolean | null {
  const flag = flagAt(day);
  return flag === null ? null : isWorking(day, flag);
}

/** Working days after `a`, up to and including `b`; none where `b` is not after `a`. */
export function workingDaysBetween(a: number, b: number): number | null {
  const [from, to] = [worked[a - calendarSpan.from], worked[b - calendarSpan.from]];
  return from === undefined || to === undefined ? null : Math.max(0, to - from);
}

/** The `n`-th working day after `day`, or before it where `n` is negative; for 0 the day itself. */
export function addWorkingDays(day: number, n: number): number | null {
  if (flagAt(day) === null) return null;
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at += step;
    const working = isWorkingDay(at);
    if (working === null) return null;
    if (working) left--;
  }
  return at;
}

export type CalendarFlag = "statutory" | "dayOff";

/**
 * The days d with `from` < d ≤ `to` on which the answer of `isStatutory` (or `isDayOff`) differs from the day
 * before; where the data begin and end, the change from and to "not known" is one too. In order.
 */
export function calendarChanges(kind: CalendarFlag, from: number, to: number): readonly number[] {
  const flag = kind === "statutory" ? STATUTORY : OFF;
  const found: number[] = [];
  const end = Math.min(to, calendarSpan.to + 1);
  for (let day = Math.max(from + 1, calendarSpan.from); day <= end; day++) {
    if (has(day, flag) !== has(day - 1, flag)) found.push(day);
  }
  return found;
}

/** Working days of a calendar year; null where the data do not have it. */
export function workingDaysOf(year: number): number | null {
  let count = 0;
  for (let day = dayNumber(year, 1, 1); civil(day).year === year; day++) {
    const working = isWorkingDay(day);
    if (working === null) return null;
    if (working) count++;
  }
  return count;
}
