/** The texts of dates, times and durations, as FEEL's `string` gives them. */
import type { DayDuration, FeelDate, FeelDateTime, FeelTime, MonthDuration, Zone } from "../value.ts";
import { civil, NANOS_PER_SECOND } from "./civil.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** `2024-10-01`; years before 0 have a minus, years past 9999 have more digits. */
export function showDay(dayCount: number): string {
  const { year, month, day } = civil(dayCount);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(day)}`;
}

function showClock(nanos: number, zone: Zone | null): string {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  const fraction = nanos % NANOS_PER_SECOND;
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const point = fraction === 0 ? "" : `.${String(fraction).padStart(9, "0").replace(/0+$/u, "")}`;
  return `${two(h)}:${two(m)}:${two(s)}${point}${showZone(zone)}`;
}

function showZone(zone: Zone | null): string {
  if (zone === null) return "";
  if (zone.id !== null) return `@${zone.id}`;
  if (zone.offset === 0) return "Z";
  const size = Math.abs(zone.offset);
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${zone.offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

export const showDate = (value: FeelDate): string => showDay(value.day);
export const showTime = (value: FeelTime): string => showClock(value.nanos, value.zone);
export const showDateTime = (value: FeelDateTime): string =>
  `${showDay(value.day)}T${showClock(value.nanos, value.zone)}`;

/** `P1DT2H3M4.5S`; nothing at all is `PT0S`. */
export function showDays({ nanos }: DayDuration): string {
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / 1_000_000_000n;
  const fraction = String(size % 1_000_000_000n)
    .padStart(9, "0")
    .replace(/0+$/u, "");
  const [d, h, m, s] = [seconds / 86_400n, (seconds / 3600n) % 24n, (seconds / 60n) % 60n, seconds % 60n];
  const second = s === 0n && fraction === "" ? "" : `${s}${fraction === "" ? "" : `.${fraction}`}S`;
  const time = `${h === 0n ? "" : `${h}H`}${m === 0n ? "" : `${m}M`}${second}`;
  const text = `${d === 0n ? "" : `${d}D`}${time === "" ? "" : `T${time}`}`;
  return `${nanos < 0n ? "-" : ""}P${text === "" ? "T0S" : text}`;
}

/** `P1Y6M`; nothing at all is `P0M`. */
export function showMonths({ months }: MonthDuration): string {
  const size = Math.abs(months);
  const [y, m] = [Math.floor(size / 12), size % 12];
  const text = `${y === 0 ? "" : `${y}Y`}${m === 0 ? "" : `${m}M`}`;
  return `${months < 0 ? "-" : ""}P${text === "" ? "0M" : text}`;
}
