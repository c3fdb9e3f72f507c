const DAY_MS = 86_400_000;

/** The day of a time in China, or the day itself. */
export const dayOf = (at: string): string => at.slice(0, 10);

/** Days from 1970-01-01. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${dayOf(day)}T00:00:00Z`) / DAY_MS);

export const dayText = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day to another, both ISO 8601. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
