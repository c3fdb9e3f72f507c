/** Days and times of terms as people and machines usually write them; NaN for any other text. */
import { dayNumber, monthLength } from "../../feel/time/civil.ts";
import { OFFSET_SECONDS } from "../../ir/value.ts";

/** A digit's value; anything else is more than 9. */
const digit = (text: string, at: number): number => (text.charCodeAt(at) - 48) >>> 0;

/** Two digits' value, NaN where one is none. */
function two(text: string, at: number): number {
  const a = digit(text, at);
  const b = digit(text, at + 1);
  return a > 9 || b > 9 ? Number.NaN : a * 10 + b;
}

/** The day of a text that begins with `2024-10-01`, NaN where there is no such day. */
export function isoDay(text: string): number {
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  // NaN fails every comparison.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  return day <= 28 || day <= monthLength(year, month) ? dayNumber(year, month, day) : Number.NaN;
}

/** The second since 1970 (UTC) of a text that begins with `2024-10-01T08:12:00`, which is China's time. */
export function isoSecond(text: string): number {
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  if (text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return Number.NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  return isoDay(text) * 86_400 + hour * 3600 + minute * 60 + second - OFFSET_SECONDS;
}
