import { type Cents, parseYuan } from "../kernel/money.ts";

/**
 * An amount as bills write it (`¥12.50`, `1,234.50元`); below zero or no number is null. A `?` before it is what is
 * left of ¥ where a spreadsheet saved the bill as GBK.
 */
export const readAmount = (text: string): Cents | null => {
  const amount = parseYuan(
    text
      .trim()
      .replace(/^[¥￥?]\s*/, "")
      .replace(/\s*元$/, ""),
  );
  return amount !== null && amount >= 0n ? amount : null;
};

const CLOCK = /^(\d{1,3}):(\d{2}):(\d{2})$/;
const WORDS =
  /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|['′m]))?\s*(?:(\d+)\s*(?:秒钟|秒|["″s]))?$/i;

/** How long a call lasted, in seconds: `80`, `80秒`, `1分20秒`, `00:01:20`. Anything else is null. */
export const readSeconds = (text: string): number | null => {
  const t = text.trim();
  if (/^\d{1,6}(\.0+)?$/.test(t)) return Math.trunc(Number(t));
  const clock = CLOCK.exec(t);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const words = t === "" ? null : WORDS.exec(t);
  if (!words) return null;
  const [, hours = "0", minutes = "0", seconds = "0"] = words;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
};
