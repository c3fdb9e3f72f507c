/** Single values as facts and limits write them: text or a number in, a FEEL value of the declared type out. */
import { parseDate, parseDateTime, parseDuration } from "../feel/index.ts";
import { kindOf, Num, num, type Value } from "../feel/value.ts";
import type { FactType, ScalarKind } from "../terms/model.ts";

/** A value that cannot be read: what it is, and what would be right, in English and Chinese. */
export interface BadLiteral {
  readonly bad: readonly [message: string, hint: string, zhMessage: string, zhHint: string];
}

export const isBad = (v: Value | BadLiteral): v is BadLiteral =>
  typeof v === "object" && v !== null && "bad" in v;

const EXPECTED: Record<ScalarKind, readonly [string, string]> = {
  boolean: ["true or false", "`true` 或 `false`"],
  number: ["a number", "一个数"],
  money: ["yuan as a number or decimal string", "以元为单位的数"],
  date: ["a date such as 2024-10-01", "日期，例如 2024-10-01"],
  "date and time": [
    "a time such as 2024-10-01T08:12:00+08:00",
    "日期和时间，例如 `2024-10-01T08:12:00+08:00`",
  ],
  "days and time duration": ["a duration such as P30D or PT12H", "时长，例如 `P30D` 或 `PT12H`"],
  "years and months duration": ["a duration such as P1Y6M", "时长，例如 `P1Y6M`"],
  string: ["a text", "一段文字"],
};

const ZH_KINDS: Readonly<Record<ScalarKind | "list", string>> = {
  boolean: "是或否",
  number: "数",
  money: "金额",
  date: "日期",
  "date and time": "日期时间",
  "days and time duration": "时长（日、时）",
  "years and months duration": "时长（年、月）",
  string: "文字",
  list: "列表",
};

const shown = (raw: unknown): string => {
  const text = raw instanceof Num ? raw.toString() : (JSON.stringify(raw) ?? String(raw));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const bad = (raw: unknown, kind: ScalarKind | "list", expected: readonly [string, string]): BadLiteral => ({
  bad: [
    `${shown(raw)} is not a ${kind}`,
    `write ${expected[0]}`,
    `${shown(raw)} 不是${ZH_KINDS[kind]}`,
    `请写${expected[1]}`,
  ],
});

/** Reads one value of a scalar or `one of` type. */
export function readLiteral(raw: unknown, type: FactType): Value | BadLiteral {
  switch (type.kind) {
    case "one of":
      return readMember(raw, type.members);
    case "list":
    case "records":
      return bad(raw, "list", ["a list", "一个列表"]);
    case "boolean":
      return typeof raw === "boolean" ? raw : bad(raw, type.kind, EXPECTED.boolean);
    case "string":
      return typeof raw === "string" ? raw : bad(raw, type.kind, EXPECTED.string);
    case "number":
    case "money":
      return readNumber(raw, type.kind);
    default:
      return readTemporal(raw, type.kind);
  }
}

function readNumber(raw: unknown, kind: "number" | "money"): Value | BadLiteral {
  const value = toNum(raw);
  if (value === null) return bad(raw, kind, EXPECTED[kind]);
  if (kind === "money" && value.decimalPlaces() > 2)
    return {
      bad: [
        `${shown(raw)} has more than two decimals`,
        "money is counted in whole 分 (0.01 yuan)",
        `${shown(raw)} 超过两位小数`,
        "金额精确到分（0.01 元）",
      ],
    };
  return value;
}

/** Numbers exactly: a `Num`, a JavaScript number by its shortest decimal, or a decimal string. */
function toNum(raw: unknown): Num | null {
  if (raw instanceof Num) return raw;
  if (typeof raw === "bigint") return num(raw);
  if (typeof raw === "number") return Number.isFinite(raw) ? num(raw) : null;
  if (typeof raw !== "string" || raw.length > 60) return null;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(raw.trim()) ? num(raw.trim()) : null;
}

function readMember(raw: unknown, members: readonly (string | Num)[]): Value | BadLiteral {
  const asNum = typeof raw === "string" && members.every((m) => typeof m === "string") ? null : toNum(raw);
  for (const m of members) {
    if (typeof m === "string" ? m === raw : asNum?.equals(m)) return m;
  }
  const list = members.map((m) => (typeof m === "string" ? m : m.toString())).join(", ");
  return {
    bad: [
      `${shown(raw)} is not one of ${list}`,
      `write one of ${list}`,
      `${shown(raw)} 不在选项之内`,
      `请写其一：${members.map(String).join("、")}`,
    ],
  };
}

type TemporalKind = Exclude<ScalarKind, "boolean" | "string" | "number" | "money">;

function readTemporal(raw: unknown, kind: TemporalKind): Value | BadLiteral {
  if (typeof raw !== "string") return bad(raw, kind, EXPECTED[kind]);
  const text = raw.trim();
  const value = parseTemporal(text, kind);
  if (value === null || kindOf(value) !== kind) return bad(raw, kind, EXPECTED[kind]);
  return value;
}

function parseTemporal(text: string, kind: TemporalKind): Value {
  switch (kind) {
    case "date":
      return parseDate(text);
    case "date and time":
      return text.includes("T") ? parseDateTime(text, "terms") : null;
    case "days and time duration":
    case "years and months duration":
      return parseDuration(text);
  }
}
