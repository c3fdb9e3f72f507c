/** The language's functions of time in SQL, on days since 1970 and seconds since 1970 (UTC), at +08:00. */
import { num } from "../feel/value.ts";
import type { Unit } from "../ir/node.ts";
import { inCalendar, nthWorkingDay, onDay } from "./calendar.ts";
import { type Cell, isOpen } from "./cell.ts";
import { floorDivision } from "./decimal.ts";
import { FIRST_DAY, LAST_DAY } from "./factValue.ts";
import type { Plan } from "./plan.ts";
import { FALSE, raw, type Sql, some, sql } from "./text.ts";

export interface Timed extends Cell {
  readonly unit: Unit | null;
}

const OFFSET = raw("28800", true);
const DAY = num(86_400);
const SECONDS = raw("86400", true);

/** The day on the clock of terms. */
export const dayOf = (t: Timed, plan: Plan): Sql =>
  t.unit === "date" ? t.value : plan.atom(floorDivision(sql`${t.value} + ${OFFSET}`, DAY, plan));

/** Seconds since the day's midnight. */
const clock = (t: Timed, plan: Plan): Sql =>
  t.unit === "date" ? raw("0", true) : sql`(${t.value} + ${OFFSET} - ${dayOf(t, plan)} * ${SECONDS})`;

const asDate = (day: Sql): Sql => sql`(DATE '1970-01-01' + ${day}::int)`;
const inYears = (day: Sql): Sql => sql`${day} BETWEEN ${raw(String(FIRST_DAY))} AND ${raw(String(LAST_DAY))}`;

export const statutoryOrOff = (kind: "statutory" | "off", [t]: readonly Timed[], plan: Plan): Cell | null => {
  if (t === undefined) return null;
  const day = plan.atom(dayOf(t, plan));
  return { value: sql`CASE WHEN ${inCalendar(day)} THEN ${onDay(kind, day)} END`, open: isOpen(t) };
};

export function workingDaysBetween([a, b]: readonly Timed[], plan: Plan): Cell | null {
  if (a === undefined || b === undefined) return null;
  const [from, to] = [plan.atom(dayOf(a, plan)), plan.atom(dayOf(b, plan))];
  const known = sql`${inCalendar(from)} AND ${inCalendar(to)}`;
  const count = sql`greatest(0, ${onDay("worked", to)} - ${onDay("worked", from)})::numeric`;
  return { value: sql`CASE WHEN ${known} THEN ${count} END`, open: either(a, b) };
}

/** Past the calendar's ends, and for a count that is not whole, null. */
export function addWorkingDays([d, n]: readonly Timed[], plan: Plan): Cell | null {
  if (d === undefined || n === undefined) return null;
  const [day, count] = [plan.atom(dayOf(d, plan)), plan.atom(n.value)];
  const before = sql`${onDay("worked", day)} - ${onDay("working", day)}::int + 1 + ${count}`;
  const after = sql`${onDay("worked", day)} + ${count}`;
  const known = sql`${inCalendar(day)} AND ${count} = trunc(${count}) AND abs(${count}) < 100000`;
  const found = sql`CASE WHEN ${count} = 0 THEN ${day} WHEN ${count} < 0 THEN ${nthWorkingDay(before)} ELSE ${nthWorkingDay(after)} END`;
  const later = plan.atom(sql`CASE WHEN ${known} THEN ${found} END`);
  const value = d.unit === "date" ? later : sql`${d.value} + (${later} - ${day}) * ${SECONDS}`;
  return { value, open: either(d, n) };
}

/** `count` months after a day; where that month has no such day, its last. Far from our years the engine decides. */
export function addMonths(t: Timed, months: Cell, sign: 1 | -1, plan: Plan): Cell {
  const [day, count] = [plan.atom(dayOf(t, plan)), plan.atom(months.value)];
  const near = sql`${inYears(day)} AND abs(${count}) <= 48000`;
  const by = sign === 1 ? sql`${count}::int` : sql`-(${count}::int)`;
  const moved = plan.atom(sql`CASE WHEN ${near} THEN ${monthsLater(asDate(day), by)} END`);
  const value = t.unit === "date" ? moved : sql`${t.value} + (${moved} - ${day}) * ${SECONDS}`;
  const far = sql`(${near}) IS FALSE`;
  return { value, open: plan.atom(some([either(t, months), far])) };
}

const monthsLater = (date: Sql, months: Sql): Sql =>
  sql`((${date} + make_interval(months => ${months}))::date - DATE '1970-01-01')::numeric`;

/** The largest n for which a + n years (or months) is not after b; null where one is a date and one a time. */
export function fullBetween(
  unit: "year" | "month",
  [a, b]: readonly Timed[],
  days: boolean,
  plan: Plan,
): Cell | null {
  if (a === undefined || b === undefined) return null;
  if (!days && a.unit !== b.unit) return { value: raw("NULL::numeric", true), open: FALSE };
  const [x, y] = [plan.atom(dayOf(a, plan)), plan.atom(dayOf(b, plan))];
  const near = sql`${inYears(x)} AND ${inYears(y)}`;
  const field = (f: "year" | "month"): Sql =>
    sql`(extract(${raw(f)} FROM ${asDate(y)}) - extract(${raw(f)} FROM ${asDate(x)}))::int`;
  const months =
    unit === "year" ? sql`${field("year")} * 12` : sql`${field("year")} * 12 + ${field("month")}`;
  const n = plan.atom(sql`CASE WHEN ${near} THEN ${months} END`);
  const then = plan.atom(sql`CASE WHEN ${near} THEN ${monthsLater(asDate(x), n)} END`);
  const [p, q] = days ? [raw("0", true), raw("0", true)] : [clock(a, plan), clock(b, plan)];
  const per = raw(unit === "year" ? "12" : "1", true);
  const value = sql`(${n} / ${per} - CASE WHEN ${then} > ${y} OR (${then} = ${y} AND ${p} > ${q}) THEN 1 ELSE 0 END)::numeric`;
  const far = sql`(${near}) IS FALSE`;
  return { value, open: plan.atom(some([either(a, b), far])) };
}

/** A duration after (or before) a date or a time: whole days only, rounded to the earlier day, for a date. */
export function addDuration(t: Timed, by: Cell, sign: 1 | -1, plan: Plan): Cell {
  const length = sign === 1 ? by.value : sql`-(${by.value})`;
  const value =
    t.unit === "date" ? sql`${t.value} + ${floorDivision(length, DAY, plan)}` : sql`${t.value} + ${length}`;
  return { value, open: either(t, by) };
}

export const either = (a: Cell, b: Cell): Sql => some([isOpen(a), isOpen(b)]);
