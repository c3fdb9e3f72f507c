/** Arithmetic and order of dates, times and date-times (DMN 1.5 §10.3.2.3, Tables 54 and 57). */
import { date, type FeelDate, type FeelDateTime, type FeelTime } from "../value.ts";
import { addMonthsToDay, isDayInRange, NANOS_PER_DAY, NANOS_PER_SECOND } from "./civil.ts";
import { carry, UTC, zoneAtInstant, zoneAtLocal } from "./zone.ts";

const DAY = BigInt(NANOS_PER_DAY);

/** A date counts as its midnight in UTC (§10.3.2.3.5). */
export const atMidnight = (value: FeelDate): FeelDateTime => ({
  kind: "date and time",
  day: value.day,
  nanos: 0,
  zone: UTC,
});

/** Nanoseconds from 1970-01-01T00:00:00 on the clock of UTC, or on its own clock where it has no zone. */
export function instantNanos(value: FeelDateTime): bigint {
  const local = BigInt(value.day) * DAY + BigInt(value.nanos);
  return local - BigInt(value.zone?.offset ?? 0) * BigInt(NANOS_PER_SECOND);
}

/** Less than, equal to or greater than 0. Where one has no zone, it is on the other's clock. */
export function compareDateTimes(a: FeelDateTime, b: FeelDateTime): number {
  const oneClock = a.zone === null || b.zone === null || a.zone.offset === b.zone.offset;
  if (oneClock) return a.day === b.day ? a.nanos - b.nanos : a.day - b.day;
  const x = carry(a.day, a.nanos - (a.zone?.offset ?? 0) * NANOS_PER_SECOND);
  const y = carry(b.day, b.nanos - (b.zone?.offset ?? 0) * NANOS_PER_SECOND);
  return x.day === y.day ? x.nanos - y.nanos : x.day - y.day;
}

/** As `compareDateTimes`. */
export function compareTimes(a: FeelTime, b: FeelTime): number {
  if (a.zone === null || b.zone === null) return a.nanos - b.nanos;
  return a.nanos - b.nanos - (a.zone.offset - b.zone.offset) * NANOS_PER_SECOND;
}

/** Null where only one of the two has a zone. */
export function subtractDateTimes(a: FeelDateTime, b: FeelDateTime): bigint | null {
  return (a.zone === null) === (b.zone === null) ? instantNanos(a) - instantNanos(b) : null;
}

/** Null where only one of the two has a zone. */
export function subtractTimes(a: FeelTime, b: FeelTime): bigint | null {
  return (a.zone === null) === (b.zone === null) ? BigInt(compareTimes(a, b)) : null;
}

/** `nanos` later on the line of instants; a named zone may have another offset there. */
export function addToDateTime(value: FeelDateTime, nanos: bigint): FeelDateTime | null {
  const zone = value.zone;
  const instant = instantNanos(value) + nanos;
  const [day, rest] = floorDivide(instant);
  if (!isDayInRange(day)) return null;
  if (zone === null) return { ...value, day, nanos: rest };
  const at = zoneAtInstant(zone, day, rest);
  const local = carry(day, rest + at.offset * NANOS_PER_SECOND);
  return isDayInRange(local.day) ? { kind: "date and time", ...local, zone: at } : null;
}

function floorDivide(nanos: bigint): [number, number] {
  const rest = ((nanos % DAY) + DAY) % DAY;
  return [Number((nanos - rest) / DAY), Number(rest)];
}

export function addToDate(value: FeelDate, nanos: bigint): FeelDate | null {
  const [days] = floorDivide(nanos);
  return isDayInRange(value.day + days) ? date(value.day + days) : null;
}

/** Around the clock. */
export function addToTime(value: FeelTime, nanos: bigint): FeelTime {
  const [, rest] = floorDivide(BigInt(value.nanos) + nanos);
  return { ...value, nanos: rest };
}

/** `count` months later; where that month has no such day, its last. */
export function addMonths<T extends FeelDate | FeelDateTime>(value: T, count: number): T | null {
  const day = addMonthsToDay(value.day, count);
  if (day === null) return null;
  if (value.kind === "date" || value.zone === null || value.zone.id === null) return { ...value, day };
  const zone = zoneAtLocal(value.zone.id, day, value.nanos);
  return zone === null ? null : { ...value, day, zone };
}
