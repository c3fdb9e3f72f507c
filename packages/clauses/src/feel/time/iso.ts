/** Dates, times and durations from their ISO 8601 (XML Schema) texts. Null where the text is not one. */
import type { Mode } from "../mode.ts";
import { TERMS_OFFSET } from "../mode.ts";
import {
  type DayDuration,
  days,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
  type MonthDuration,
  months,
  type Value,
  type Zone,
} from "../value.ts";
import { dayIfValid, isDayInRange, NANOS_PER_DAY, NANOS_PER_SECOND } from "./civil.ts";
import { carry, OFFSET_MAX, UTC, zoneAtLocal } from "./zone.ts";

const DATE = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/u;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/u;

export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const day = dayIfValid(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : { kind: "date", day };
}

/** In `terms` the time is put on the +08:00 clock; without an offset it is already there. */
export function parseTime(text: string, mode: Mode = "feel"): FeelTime | null {
  const read = clock(text, null);
  if (read === null) return null;
  return onClock({ kind: "time", nanos: read.nanos % NANOS_PER_DAY, zone: read.zone }, mode);
}

/** A day alone is its midnight. See `parseTime` for `mode`. */
export function parseDateTime(text: string, mode: Mode = "feel"): FeelDateTime | null {
  const at = text.indexOf("T");
  const date = parseDate(at < 0 ? text : text.slice(0, at));
  if (date === null) return null;
  if (at < 0) return onClock({ kind: "date and time", day: date.day, nanos: 0, zone: null }, mode);
  const read = clock(text.slice(at + 1), date.day);
  if (read === null) return null;
  const { day, nanos } = carry(date.day, read.nanos);
  if (!isDayInRange(day)) return null;
  return onClock({ kind: "date and time", day, nanos, zone: read.zone }, mode);
}

/** Time of day in nanoseconds (24:00:00 is a whole day) and zone. */
function clock(text: string, day: number | null): { nanos: number; zone: Zone | null } | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const fraction = Number((match[4] ?? "").padEnd(9, "0").slice(0, 9));
  const nanos = ((hour * 60 + minute) * 60 + second) * NANOS_PER_SECOND + fraction;
  if (minute > 59 || second > 59 || nanos > NANOS_PER_DAY) return null;
  if (match[5] === undefined) return { nanos, zone: null };
  const zone = zoneOf(match[5], day, nanos % NANOS_PER_DAY);
  return zone === null ? null : { nanos, zone };
}

function zoneOf(text: string, day: number | null, nanos: number): Zone | null {
  if (text === "Z" || text === "z") return UTC;
  if (text.startsWith("@")) return zoneAtLocal(text.slice(1), day, nanos);
  const [hour, minute, second] = text.slice(1).split(":").map(Number);
  const offset = ((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0);
  if ((minute ?? 0) > 59 || (second ?? 0) > 59 || offset > OFFSET_MAX) return null;
  return { offset: text.startsWith("-") && offset > 0 ? -offset : offset, id: null };
}

const TERMS_ZONE: Zone = { offset: TERMS_OFFSET, id: null };

/** In `terms`: the same moment on the +08:00 clock, or the same reading where there was no zone. */
export function onClock<T extends FeelTime | FeelDateTime>(value: T, mode: Mode): T {
  if (mode === "feel") return value;
  if (value.zone === null) return { ...value, zone: TERMS_ZONE };
  const shifted = value.nanos + (TERMS_OFFSET - value.zone.offset) * NANOS_PER_SECOND;
  const { day, nanos } = carry(value.kind === "time" ? 0 : value.day, shifted);
  return value.kind === "time"
    ? { ...value, nanos, zone: TERMS_ZONE }
    : { ...value, day, nanos, zone: TERMS_ZONE };
}

const DAYS =
  /^(-?)P(?:(\d{1,15})D)?(?:T(?=\d)(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d+))?S)?)?$/u;
const MONTHS = /^(-?)P(?:(\d{1,12})Y)?(?:(\d{1,13})M)?$/u;

/** `P30D`, `PT1H30M` … or `P1Y6M` … */
export function parseDuration(text: string): DayDuration | MonthDuration | null {
  if (/P$|T$/u.test(text)) return null;
  const ym = MONTHS.exec(text);
  if (ym !== null) {
    const count = Number(ym[2] ?? 0) * 12 + Number(ym[3] ?? 0);
    return months(ym[1] === "-" && count > 0 ? -count : count);
  }
  const dt = DAYS.exec(text);
  if (dt === null) return null;
  const [hours, minutes, seconds] = [BigInt(dt[3] ?? 0), BigInt(dt[4] ?? 0), BigInt(dt[5] ?? 0)];
  const total = ((BigInt(dt[2] ?? 0) * 24n + hours) * 60n + minutes) * 60n + seconds;
  const nanos = total * 1_000_000_000n + BigInt((dt[6] ?? "").padEnd(9, "0").slice(0, 9));
  return days(dt[1] === "-" ? -nanos : nanos);
}

/** Whatever an @-literal may hold. */
export function parseTemporal(text: string, mode: Mode = "feel"): Value {
  if (/^-?P/u.test(text)) return parseDuration(text);
  if (text.includes("T")) return parseDateTime(text, mode);
  return parseDate(text) ?? parseTime(text, mode);
}
