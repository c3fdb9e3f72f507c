/** Durations as people say them: `P30D` is 30日, `P1Y6M` 1年6个月, `PT12H` 12小时. */
import type { Language } from "./function-words.ts";

const PARTS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const ZH = ["年", "个月", "日", "小时", "分钟", "秒"] as const;
const EN = ["year", "month", "day", "hour", "minute", "second"] as const;

/** An ISO 8601 duration in words; what is none is given back as it is. */
export function durationWords(iso: string, language: Language): string {
  const found = PARTS.exec(iso);
  if (found === null) return iso;
  const [, sign = "", ...amounts] = found;
  const said = amounts.flatMap((amount, i): readonly string[] =>
    amount === undefined ? [] : [part(amount, i, language)],
  );
  if (said.length === 0) return iso;
  return `${sign === "-" ? "−" : ""}${said.join(language === "zh" ? "" : " ")}`;
}

const part = (amount: string, i: number, language: Language): string =>
  language === "zh" ? `${amount}${ZH[i] ?? ""}` : `${amount} ${EN[i] ?? ""}${amount === "1" ? "" : "s"}`;
