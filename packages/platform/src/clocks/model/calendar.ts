import { isWorkingDay } from "@goodfaith/clauses/calendar";
import { dayNumber, dayText } from "./days.ts";

/** Which days people work. */
export interface WorkCalendar {
  /** @param day ISO 8601 */
  isWorking(day: string): boolean;
}

const isWeekday = (number: number): boolean => {
  const weekday = new Date(number * 86_400_000).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/**
 * The State Council's schedules: statutory days, days off and make-up working days. Beyond the years that are published, by
 * the weekday alone.
 */
export const chinaCalendar: WorkCalendar = {
  isWorking: (day) => isWorkingDay(dayNumber(day)) ?? isWeekday(dayNumber(day)),
};

/** The last working day that is not after `day`. */
export const lastWorkingDay = (calendar: WorkCalendar, day: string): string => {
  let at = dayNumber(day);
  while (!calendar.isWorking(dayText(at))) at -= 1;
  return dayText(at);
};

/** The `count`-th working day before `day`; for 0 the day itself. */
export const workingDaysBefore = (calendar: WorkCalendar, day: string, count: number): string => {
  let at = dayNumber(day);
  for (let left = count; left > 0; ) {
    at -= 1;
    if (calendar.isWorking(dayText(at))) left -= 1;
  }
  return dayText(at);
};
