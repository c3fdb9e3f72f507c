/** The business calendar inside a statement: its published days as rows, made once into arrays by day. */
import { calendarSpan, HOLIDAY_YEARS } from "../calendar/index.ts";
import { raw, type Sql, sql } from "./text.ts";

const NAME = '"#calendar"';
export const FROM_DAY = raw(String(calendarSpan.from), true);
export const TO_DAY = raw(String(calendarSpan.to), true);

/** Arrays by day (1 is the calendar's first): `statutory`, `off`, `worked` up to and with the day; `nth` by count. */
const array = (name: "statutory" | "off" | "working" | "worked" | "nth"): Sql =>
  raw(`(SELECT "${name}" FROM ${NAME})`);

const index = (day: Sql): Sql => sql`(${day} - ${FROM_DAY} + 1)::int`;

export const inCalendar = (day: Sql): Sql => sql`${day} BETWEEN ${FROM_DAY} AND ${TO_DAY}`;

/** The entry for a day inside the calendar. */
export const onDay = (name: "statutory" | "off" | "working" | "worked", day: Sql): Sql =>
  sql`(${array(name)})[${index(day)}]`;

/** The n-th working day of the calendar, counted from 1; null before its first and after its last. */
export const nthWorkingDay = (n: Sql): Sql => sql`(${array("nth")})[(${n})::int]`;

/** The common tables that the functions above read. */
export function calendarTables(): readonly string[] {
  const rows = HOLIDAY_YEARS.flatMap(({ year, statutory, off, work }) => [
    ...entries(year, statutory, "statutory"),
    ...entries(year, off, "off"),
    ...entries(year, work, "work"),
  ]);
  return [
    `"#days" ("first", "last", "kind") AS (VALUES\n    ${rows.join(",\n    ")})`,
    `${NAME} AS MATERIALIZED (
  SELECT array_agg("statutory" ORDER BY "day") AS "statutory", array_agg("off" ORDER BY "day") AS "off",
    array_agg("working" ORDER BY "day") AS "working", array_agg("worked" ORDER BY "day") AS "worked",
    array_agg("day" ORDER BY "day") FILTER (WHERE "working") AS "nth"
  FROM (SELECT *, (sum("working"::int) OVER (ORDER BY "day"))::int AS "worked"
  FROM (SELECT "day", "statutory", "off", "work" OR (NOT "off" AND extract(isodow FROM "date") <= 5) AS "working"
  FROM (SELECT "day", DATE '1970-01-01' + "day" AS "date", ${has("statutory")}, ${has("off")}, ${has("work")}
  FROM generate_series(${calendarSpan.from}, ${calendarSpan.to}) AS "series" ("day")) AS "1") AS "2") AS "3")`,
  ];
}

const has = (kind: string): string =>
  `EXISTS (SELECT FROM "#days" WHERE "kind" = '${kind}' AND DATE '1970-01-01' + "day" BETWEEN "first" AND "last") AS "${kind}"`;

function entries(
  year: number,
  days: readonly (string | readonly [string, string])[],
  kind: string,
): readonly string[] {
  return days.map((entry) => {
    const [first, last] = typeof entry === "string" ? [entry, entry] : entry;
    return `(DATE '${year}-${first}', DATE '${year}-${last}', '${kind}')`;
  });
}
