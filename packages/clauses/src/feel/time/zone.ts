/** Offsets of IANA time zones: the one place that asks the time zone database. */
import { Temporal } from "temporal-polyfill";
import type { Zone } from "../value.ts";
import { civil, NANOS_PER_DAY, NANOS_PER_SECOND } from "./civil.ts";

export const UTC: Zone = { offset: 0, id: null };

/** XML Schema's limit on offsets: 14 hours. */
export const OFFSET_MAX = 14 * 3600;

/** A time of day alone has no day to look its offset up by; zones are read as of this one. */
const REFERENCE_DAY = 18_262; // 2020-01-01

const IANA = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/u;

/** `id` on the local clock `day`, `nanos`; null where there is no such zone. */
export function zoneAtLocal(id: string, day: number | null, nanos: number): Zone | null {
  if (!IANA.test(id)) return null;
  const { year, month, day: dayOfMonth } = civil(withinReach(day ?? REFERENCE_DAY));
  const second = Math.floor(nanos / NANOS_PER_SECOND);
  const local = {
    year,
    month,
    day: dayOfMonth,
    hour: Math.floor(second / 3600),
    minute: Math.floor(second / 60) % 60,
  };
  try {
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(id);
    return { offset: Math.round(zoned.offsetNanoseconds / NANOS_PER_SECOND), id };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A zone at an instant in UTC. A mere offset stays what it is. */
export function zoneAtInstant(zone: Zone, day: number, nanos: number): Zone {
  if (zone.id === null) return zone;
  const seconds = withinReach(day) * 86_400 + Math.floor(nanos / NANOS_PER_SECOND);
  const zoned = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone.id);
  return { offset: Math.round(zoned.offsetNanoseconds / NANOS_PER_SECOND), id: zone.id };
}

/** Beyond the years 1…9999 the calendar repeats every 400 years, and zone rules are taken to repeat with it. */
function withinReach(day: number): number {
  const cycle = 146_097;
  const [first, last] = [-719_162, 2_932_896];
  if (day > last) return last - cycle + ((day - last) % cycle);
  if (day < first) return first + cycle - ((first - day) % cycle);
  return day;
}

/** A day and a time of day that may run over either end of the day, put in order. */
export function carry(day: number, nanos: number): { readonly day: number; readonly nanos: number } {
  const over = Math.floor(nanos / NANOS_PER_DAY);
  return { day: day + over, nanos: nanos - over * NANOS_PER_DAY };
}
