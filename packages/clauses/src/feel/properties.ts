/** Entries of contexts, and the properties of dates, times, durations and ranges (DMN 1.5 Tables 64 to 67). */
import { civil, NANOS_PER_SECOND, weekday } from "./time/civil.ts";
import {
  type DayDuration,
  days,
  type FeelRange,
  Num,
  num,
  type Tagged,
  tagged,
  type Value,
  type Zone,
} from "./value.ts";

/** `value.name`; null where it has no such entry or property. */
export function property(value: Value, name: string): Value {
  const of = tagged(value);
  return of === null ? null : propertyOf(of, name);
}

function propertyOf(value: Tagged, name: string): Value {
  switch (value.kind) {
    case "context":
      return value.entries.get(name) ?? null;
    case "date":
      return dayPart(value.day, name);
    case "date and time":
      return dayPart(value.day, name) ?? clockPart(value.nanos, value.zone, name);
    case "time":
      return clockPart(value.nanos, value.zone, name);
    case "days and time duration":
      return daysPart(value, name);
    case "years and months duration":
      if (name === "years") return num(Math.trunc(value.months / 12) + 0);
      return name === "months" ? num((value.months % 12) + 0) : null;
    case "range":
      return rangePart(value, name);
    case "function":
      return null;
  }
}

function dayPart(day: number, name: string): Value {
  switch (name) {
    case "year":
      return num(civil(day).year);
    case "month":
      return num(civil(day).month);
    case "day":
      return num(civil(day).day);
    case "weekday":
      return num(weekday(day));
    default:
      return null;
  }
}

function clockPart(nanos: number, zone: Zone | null, name: string): Value {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  switch (name) {
    case "hour":
      return num(Math.floor(seconds / 3600));
    case "minute":
      return num(Math.floor(seconds / 60) % 60);
    case "second":
      return new Num(nanos % (60 * NANOS_PER_SECOND)).dividedBy(NANOS_PER_SECOND);
    case "time offset":
      return zone === null ? null : days(BigInt(zone.offset) * BigInt(NANOS_PER_SECOND));
    case "timezone":
      return zone?.id ?? null;
    default:
      return null;
  }
}

function daysPart({ nanos }: DayDuration, name: string): Value {
  const seconds = nanos / BigInt(NANOS_PER_SECOND);
  switch (name) {
    case "days":
      return num(seconds / 86_400n);
    case "hours":
      return num((seconds / 3600n) % 24n);
    case "minutes":
      return num((seconds / 60n) % 60n);
    case "seconds":
      return num(nanos % (60n * BigInt(NANOS_PER_SECOND))).dividedBy(NANOS_PER_SECOND);
    default:
      return null;
  }
}

function rangePart(range: FeelRange, name: string): Value {
  switch (name) {
    case "start":
      return range.low;
    case "end":
      return range.high;
    case "start included":
      return range.lowIncluded;
    case "end included":
      return range.highIncluded;
    default:
      return null;
  }
}
