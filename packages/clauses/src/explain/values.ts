/** Values as a reader meets them: 1,270,000; 2024年10月2日 08:12; 2 October 2024, 08:12 (China time). */
import type { MoneyRange } from "../decide/decision.ts";
import { jsonOf } from "../decide/render.ts";
import { Num } from "../feel/value.ts";
import type { Unit, Val } from "../ir/node.ts";
import { durationWords } from "./durations.ts";
import type { Language } from "./function-words.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A plain decimal with its thousands set apart. */
export function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const set = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? set : `${set}.${fraction}`;
}

/** Yuan: `45000.00` is 45,000 元, `0.01` is 0.01 元. */
export function yuanText(yuan: string, language: Language): string {
  const amount = grouped(yuan.replace(/\.00$/, ""));
  return language === "zh" ? `${amount} 元` : `CNY ${amount}`;
}

/** `45,000 元`; `22,500 元至 45,000 元`; an end that is not bounded is said so. */
export function rangeText({ least, most }: MoneyRange, language: Language): string {
  const low = yuanText(least, language);
  if (least === most) return low;
  if (most === null) return language === "zh" ? `${low}以上` : `at least ${low}`;
  const high = yuanText(most, language);
  return language === "zh"
    ? `${low.replace(/ 元$/, "")} 至 ${high}`
    : `${low} to ${grouped(most.replace(/\.00$/, ""))}`;
}

/** `2024-10-02`; years beyond four digits too. */
export function dayText(iso: string, language: Language): string {
  const found = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(iso);
  if (found === null) return iso;
  const [, year = "", month = "", day = ""] = found;
  if (language === "zh") return `${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** `2024-10-02T08:12:00+08:00`; seconds where there are any. Every time of terms is China's. */
export function timeText(iso: string, language: Language): string {
  const found = /^(.*)T(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?(?:\+08:00)?$/.exec(iso);
  if (found === null) return iso;
  const [, day = "", minutes = "", seconds] = found;
  const clock = seconds === undefined || Number(seconds) === 0 ? minutes : `${minutes}:${seconds}`;
  return language === "zh"
    ? `${dayText(day, "zh")} ${clock}`
    : `${dayText(day, "en")}, ${clock} (China time)`;
}

const YES: Readonly<Record<Language, readonly [no: string, yes: string]>> = {
  zh: ["否", "是"],
  en: ["no", "yes"],
};

/** One value in words; null where it has no short text. Figures beyond the sixth decimal tell nobody anything. */
export function valueText(value: Val, unit: Unit | null, language: Language): string | null {
  if (value === null) return language === "zh" ? "无" : "none";
  if (typeof value === "boolean") return YES[language][value ? 1 : 0];
  if (typeof value === "string") return value;
  if (value instanceof Num && (unit === "number" || unit === null))
    return grouped(value.toDecimalPlaces(6).toFixed());
  const json = jsonOf(value, unit);
  return typeof json === "string" ? jsonText(json, unit, language) : null;
}

function jsonText(json: string, unit: Unit | null, language: Language): string {
  switch (unit) {
    case "date":
      return dayText(json, language);
    case "date and time":
      return timeText(json, language);
    case "days and time duration":
    case "years and months duration":
      return durationWords(json, language);
    default:
      return json;
  }
}
