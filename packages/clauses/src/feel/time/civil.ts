/** Days of the proleptic Gregorian calendar as counts from 1970-01-01, exactly, for all of FEEL's years. */

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const YEAR_MAX = 999_999_999;
export const NANOS_PER_DAY = 86_400_000_000_000;
export const NANOS_PER_SECOND = 1_000_000_000;

const DAYS_PER_400_YEARS = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** Days from 1970-01-01 to a valid day. Years begin in March here, so that the leap day comes last. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_400_YEARS + dayOfEra - EPOCH_SHIFT;
}

/** The inverse of `dayNumber`. */
export function civil(dayCount: number): Civil {
  const z = dayCount + EPOCH_SHIFT;
  const era = Math.floor(z / DAYS_PER_400_YEARS);
  const doe = z - era * DAYS_PER_400_YEARS;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** The day number of a day that may not exist: null then, or where the year is out of FEEL's range. */
export function dayIfValid(year: number, month: number, day: number): number | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || Math.abs(year) > YEAR_MAX || month < 1 || month > 12) return null;
  if (day < 1 || day > monthLength(year, month)) return null;
  return dayNumber(year, month, day);
}

const FIRST_DAY = dayNumber(-YEAR_MAX, 1, 1);
const LAST_DAY = dayNumber(YEAR_MAX, 12, 31);

export const isDayInRange = (day: number): boolean => day >= FIRST_DAY && day <= LAST_DAY;

/** The same day of the month `count` months later, or the last of that month where there is no such day. */
export function addMonthsToDay(day: number, count: number): number | null {
  const from = civil(day);
  const index = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (Math.abs(year) > YEAR_MAX) return null;
  return dayNumber(year, month, Math.min(from.day, monthLength(year, month)));
}

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const dayOfYear = (day: number): number => day - dayNumber(civil(day).year, 1, 1) + 1;

/** The week's number by ISO 8601: the week of the year's first Thursday is the first. */
export function weekOfYear(day: number): number {
  const thursday = day - weekday(day) + 4;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
