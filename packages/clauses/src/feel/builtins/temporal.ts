/** Functions of dates, and those that read the clock (DMN 1.5 Tables 79 and 82). */
import { civil, dayOfYear, NANOS_PER_DAY, weekday, weekOfYear } from "../time/civil.ts";
import { UTC } from "../time/zone.ts";
import { date, type FeelDateTime, num, type Value } from "../value.ts";
import { type Context, of, type Signature, signature } from "./signature.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const ofDay = (run: (day: number) => Value): readonly Signature[] => [
  signature([of("date", "date", "date and time")], ([{ day }]) => run(day)),
];

/** The clock's reading in UTC; null where there is none. */
function current({ now }: Context): FeelDateTime | null {
  if (now === null) return null;
  const nanos = now();
  const perDay = BigInt(NANOS_PER_DAY);
  const rest = ((nanos % perDay) + perDay) % perDay;
  return { kind: "date and time", day: Number((nanos - rest) / perDay), nanos: Number(rest), zone: UTC };
}

export const TEMPORAL_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  "day of year": ofDay((day) => num(dayOfYear(day))),
  "day of week": ofDay((day) => DAYS[weekday(day) - 1] ?? null),
  "month of year": ofDay((day) => MONTHS[civil(day).month - 1] ?? null),
  "week of year": ofDay((day) => num(weekOfYear(day))),
  now: [signature([], (_, context) => current(context))],
  today: [
    signature([], (_, context) => {
      const at = current(context);
      return at === null ? null : date(at.day);
    }),
  ],
};
