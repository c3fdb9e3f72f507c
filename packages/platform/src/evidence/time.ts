import { timeInChina } from "../kernel/clock.ts";
import type { Period } from "./model.ts";

const pad = (n: number): string => String(n).padStart(2, "0");

/** A real day and time of the calendar as `YYYY-MM-DDTHH:mm:ss+08:00`, else null: 2023-02-29 and 25:00 are none. */
const real = (y: number, mo: number, d: number, h: number, mi: number, s: number): string | null => {
  const date = new Date(Date.UTC(y, mo - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d) return null;
  if (h > 23 || mi > 59 || s > 59 || y < 1990 || y > 2200) return null;
  return `${y}-${pad(mo)}-${pad(d)}T${pad(h)}:${pad(mi)}:${pad(s)}+08:00`;
};

const FULL =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:\+08:?00)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const SHORT = /^(\d{1,2})[-/月](\d{1,2})日?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const SERIAL = /^(\d{5})\.\d{1,12}$/;

const n = (text: string | undefined): number => Number(text ?? "0");

/**
 * A time as exports write it, in China's time unless it says otherwise. A day and month without a year, as some
 * carriers print, take the year that puts them inside the file's stated period.
 */
export const readTime = (text: string, period: Period | null = null): string | null => {
  const t = text.trim();
  const full = FULL.exec(t);
  if (full) return real(n(full[1]), n(full[2]), n(full[3]), n(full[4]), n(full[5]), n(full[6]));
  const compact = COMPACT.exec(t);
  if (compact)
    return real(n(compact[1]), n(compact[2]), n(compact[3]), n(compact[4]), n(compact[5]), n(compact[6]));
  if (UTC.test(t)) {
    const at = new Date(t);
    return Number.isNaN(at.getTime()) ? null : timeInChina(at);
  }
  if (SERIAL.test(t)) return fromSerial(Number(t));
  const short = SHORT.exec(t);
  return short && period ? withYear(short, period) : null;
};

const withYear = (short: RegExpExecArray, period: Period): string | null => {
  const from = Number(period.from.slice(0, 4));
  const to = Number(period.to.slice(0, 4));
  const fits: string[] = [];
  for (let year = from; year <= to && year <= from + 5; year += 1) {
    const at = real(year, n(short[1]), n(short[2]), n(short[3]), n(short[4]), n(short[5]));
    if (at !== null && at >= period.from && at <= period.to) fits.push(at);
  }
  return fits.length === 1 ? (fits[0] ?? null) : null;
};

/** A spreadsheet's day number: whole days since 1899-12-30 and the part of the day, without a time zone. */
const fromSerial = (serial: number): string => {
  const wallMs = Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000;
  return `${new Date(wallMs).toISOString().slice(0, 19)}+08:00`;
};

/** A wall time without its day, `08:12:05`. */
export const isTimeOfDay = (text: string): boolean => /^\d{1,2}:\d{2}(:\d{2})?$/.test(text.trim());

/** The end that a period states: a day alone means to its last second. */
export const readPeriodEnd = (text: string): string | null => {
  const at = readTime(text);
  return at !== null && !text.includes(":") ? `${at.slice(0, 10)}T23:59:59+08:00` : at;
};

/** For people: `2024-10-02 08:12:05`. */
export const showTime = (at: string): string => at.slice(0, 19).replace("T", " ");
