/** Types in Chinese sentences, as insurers call them. */
import { quote, showNumber } from "../show.ts";
import type { Type } from "../types.ts";

type Simple = Exclude<Type["kind"], "unknown" | "enum" | "list" | "range" | "context" | "function">;

const SIMPLE: Readonly<Record<Simple, string>> = {
  null: "无值",
  boolean: "是或否",
  number: "数",
  money: "金额",
  string: "文字",
  date: "日期",
  time: "时刻",
  "date and time": "日期时间",
  "days and time duration": "时长（日、时）",
  "years and months duration": "时长（年、月）",
};

/** What a type is called in Chinese. The word that a document writes for it is English: see `typeName`. */
export function typeNameZh(type: Type): string {
  switch (type.kind) {
    case "unknown":
      return "值";
    case "enum": {
      const shown = type.values.map((v) => (typeof v === "string" ? quote(v) : showNumber(v))).join("、");
      return type.values.length === 1 ? shown : `${shown}之一`;
    }
    case "list":
      return type.of.kind === "unknown" ? "列表" : `${typeNameZh(type.of)}的列表`;
    case "range":
      return type.of.kind === "unknown" ? "区间" : `${typeNameZh(type.of)}的区间`;
    case "context":
      return `{${[...type.fields].map(([name, of]) => `${name}: ${typeNameZh(of)}`).join("、")}}`;
    case "function":
      return "函数";
    default:
      return SIMPLE[type.kind];
  }
}
