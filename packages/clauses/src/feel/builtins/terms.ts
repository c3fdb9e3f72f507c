/** The language's own functions of time (terms-language §1, "Time"): calendar and whole years and months. */
import { addWorkingDays, isDayOff, isStatutory, workingDaysBetween } from "../../calendar/index.ts";
import { civil } from "../time/civil.ts";
import { addMonths, compareDateTimes } from "../time/moment.ts";
import { type FeelDate, type FeelDateTime, num, toInteger, type Value } from "../value.ts";
import { number, of, type Param, type Signature, signature } from "./signature.ts";

type Day = FeelDate | FeelDateTime;

const day = (name: string): Param<Day> => of(name, "date", "date and time") as Param<Day>;

const onDay = (flag: (day: number) => boolean | null): readonly Signature[] => [
  signature([day("t")], ([t]) => flag(t.day)),
];

/** The `count`-th working day after (before, where negative) the day of `from`; its time of day stays. */
function laterWorkingDay(from: Day, count: number | null): Value {
  const at = count === null ? null : addWorkingDays(from.day, count);
  return at === null ? null : { ...from, day: at };
}

/**
 * The largest n for which `a` + n months is not after `b` (n is negative where `b` is before `a`). Where a
 * month has no such day, its last day counts. Null where one is a date and the other a date and time.
 */
export function fullMonthsBetween(a: Day, b: Day): number | null {
  if (a.kind !== b.kind) return null;
  const [x, y] = [civil(a.day), civil(b.day)];
  const n = (y.year - x.year) * 12 + (y.month - x.month);
  const then = addMonths(a, n);
  if (then === null) return null;
  return isAfter(then, b) ? n - 1 : n;
}

/** The largest n for which `a` + n years is not after `b`; as `fullMonthsBetween`. */
export function fullYearsBetween(a: Day, b: Day): number | null {
  if (a.kind !== b.kind) return null;
  const n = civil(b.day).year - civil(a.day).year;
  const then = addMonths(a, n * 12);
  if (then === null) return null;
  return isAfter(then, b) ? n - 1 : n;
}

function isAfter(a: Day, b: Day): boolean {
  if (a.kind === "date and time" && b.kind === "date and time") return compareDateTimes(a, b) > 0;
  return a.day > b.day;
}

const orNull = (n: number | null): Value => (n === null ? null : num(n));

const asDate = ({ day }: Day): FeelDate => ({ kind: "date", day });

export const TERMS_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  "statutory holiday": onDay(isStatutory),
  "day off": onDay(isDayOff),
  "working days between": [
    signature([day("a"), day("b")], ([a, b]) => orNull(workingDaysBetween(a.day, b.day))),
  ],
  "add working days": [signature([day("d"), number("n")], ([d, n]) => laterWorkingDay(d, toInteger(n)))],
  "full years between": [signature([day("a"), day("b")], ([a, b]) => orNull(fullYearsBetween(a, b)))],
  "full months between": [signature([day("a"), day("b")], ([a, b]) => orNull(fullMonthsBetween(a, b)))],
  age: [
    signature([day("born"), day("on")], ([born, on]) => orNull(fullYearsBetween(asDate(born), asDate(on)))),
  ],
};
