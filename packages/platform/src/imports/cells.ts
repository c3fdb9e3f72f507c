import { type Cents, parseYuan } from "../kernel/money.ts";
import { bad, type CellReading, good } from "./column.ts";

/** Readers of cells, as spreadsheets and core systems write them. */

/** Words on one line: a break within the cell becomes a space, since a bank's file has one line for each payee. */
export const words =
  (longest: number) =>
  (text: string): CellReading<string> => {
    const line = text.replace(/\s*[\t\r\n\u2028\u2029]\s*/g, " ");
    const length = [...line].length;
    return length <= longest
      ? good(line)
      : bad(
          `不超过 ${longest} 个字，这里有 ${length} 个`,
          `at most ${longest} characters, this has ${length}`,
        );
  };

/** A number that names something: letters, digits and the usual marks; scientific notation is a spreadsheet's damage. */
export const code =
  (longest: number) =>
  (text: string): CellReading<string> => {
    const value = text.replace(/\s/g, "");
    if (/^\d(\.\d+)?E\+\d+$/i.test(value))
      return bad(
        "被表格软件改成了科学计数法，请把这一列设为文本后重填",
        "a spreadsheet turned it into scientific notation; format the column as text and enter it again",
      );
    return /^[\p{L}\d()（）_./#-]+$/u.test(value) && value.length <= longest
      ? good(value)
      : bad(`应为不超过 ${longest} 位的字母、数字`, `letters and digits, at most ${longest}`);
  };

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]00:00(?::00)?)?$/;

/** `2024-10-02`, `2024/10/2`, `2024.10.2`, `2024年10月2日` or `20241002`, a day that exists; gives ISO 8601. */
export const date = (text: string): CellReading<string> => {
  const [, year = "", month, day, month2, day2] = DATE.exec(text) ?? [];
  const iso = `${year}-${(month ?? month2 ?? "").padStart(2, "0")}-${(day ?? day2 ?? "").padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return year !== "" && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
    ? good(iso)
    : bad("应为存在的日期，写作 2024-10-02", "a day that exists, written 2024-10-02");
};

const TIME = /^(.+?)[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** A day and a time in China, `2024-10-02 08:12` or with seconds; gives ISO 8601 with +08:00. */
export const dateAndTime = (text: string): CellReading<string> => {
  const [, dayText = text, hour = "0", minute = "00", second = "00"] = TIME.exec(text) ?? [];
  const day = date(dayText);
  if (!day.ok || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return bad("应为日期和时间，写作 2024-10-02 08:12:05", "a day and a time, written 2024-10-02 08:12:05");
  return good(`${day.value}T${hour.padStart(2, "0")}:${minute}:${second}+08:00`);
};

/** Yuan, not below zero, at most two decimals; `¥`, `元` and thousands separators are set aside. */
export const money = (text: string): CellReading<Cents> => {
  const amount = parseYuan(text.replace(/^[¥￥]|元$/g, "").replaceAll("，", ","));
  return amount !== null && amount >= 0n
    ? good(amount)
    : bad(
        "应为不小于 0 的金额（元），最多两位小数，如 100000.00",
        "yuan, not below 0, at most two decimals, as 100000.00",
      );
};

/** One of several words; each value has the words that mean it, the first being the one to use. */
export const choice = <T extends string>(meanings: Readonly<Record<T, readonly string[]>>) => {
  const byWord = new Map<string, T>();
  for (const [value, given] of Object.entries<readonly string[]>(meanings))
    for (const word of [value, ...given]) byWord.set(word.toLowerCase(), value as T);
  const usual = Object.values<readonly string[]>(meanings).map((given) => given[0]);
  return (text: string): CellReading<T> => {
    const value = byWord.get(text.toLowerCase());
    return value === undefined
      ? bad(`应为其中之一：${usual.join("、")}`, `one of: ${Object.keys(meanings).join(", ")}`)
      : good(value);
  };
};

const readYesNo = choice({
  yes: ["是", "y", "true", "1", "已说明"],
  no: ["否", "n", "false", "0", "未说明"],
});
export const yesNo = (text: string): CellReading<boolean> => {
  const reading = readYesNo(text);
  return reading.ok ? good(reading.value === "yes") : bad("应为“是”或“否”", "yes or no");
};

/** A share in percent, above 0 and at most 100, two decimals: `100`, `33.33%`. Gives the number without the mark. */
export const percent = (text: string): CellReading<string> => {
  const value = text.replace(/[%％]$/, "");
  return /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) > 0 && Number(value) <= 100
    ? good(String(Number(value)))
    : bad(
        "应为大于 0、不超过 100 的百分数，如 100 或 33.33",
        "a percentage above 0, at most 100, as 100 or 33.33",
      );
};
