const DAY_MS = 86_400_000;

/** The day `n` days after `day` (before it where negative), ISO 8601. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

/** The same day in another year; 29 February becomes the 28th. */
export const addYears = (day: string, n: number): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  const moved = `${Number(year) + n}-${month}-${date}`;
  return new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved
    ? moved
    : `${Number(year) + n}-02-28`;
};

/** The last day of a term of `years` that begins on `day`. */
export const termEnd = (day: string, years: number): string => addDays(addYears(day, years), -1);
