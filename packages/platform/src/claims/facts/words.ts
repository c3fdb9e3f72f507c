import type { FactDescription } from "@goodfaith/clauses";
import type { Line } from "../../evidence/index.ts";

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** `1270000.00` → `1,270,000.00` */
export const showYuan = (amount: string): string => {
  const [whole = "0", cents = "00"] = amount.split(".");
  return `${group(whole)}.${cents}`;
};

const showTime = (text: string): string => text.replace("T", " ").replace(/\+08:00$/, "");

const showPlain = (type: FactDescription["type"], value: unknown): string => {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return `共 ${value.length} 项`;
  const text = String(value);
  if (type === "money") return `${showYuan(text)} 元`;
  return type === "date and time" ? showTime(text) : text;
};

/** A fact's JSON as a person reads it. */
export const showValue = (type: FactDescription["type"], json: unknown): string => {
  if (json === null || json === undefined) return "还不知道";
  if (typeof json !== "object" || Array.isArray(json)) return showPlain(type, json);
  if ("none" in json) return "无";
  if ("oneOf" in json && Array.isArray(json.oneOf))
    return json.oneOf.map((one: unknown) => showPlain(type, one)).join("或");
  if ("between" in json && Array.isArray(json.between)) {
    const [from, to]: unknown[] = json.between;
    return `${showPlain(type, from)} 至 ${showPlain(type, to)} 之间`;
  }
  return "还不知道";
};

/** A finding in words: `出险时间不早于 2024-10-02 08:12:05`. */
export const showClaim = (
  type: FactDescription["type"],
  claim: { readonly kind: string; readonly value: unknown },
): string => {
  const value =
    claim.kind === "one-of" ? showValue(type, { oneOf: claim.value }) : showValue(type, claim.value);
  if (claim.kind === "not-before") return `不早于 ${value}`;
  return claim.kind === "not-after" ? `不晚于 ${value}` : `为 ${value}`;
};

export const eventNames: Readonly<Record<"death" | "illness" | "accident", Line>> = {
  death: { zh: "身故", en: "death" },
  illness: { zh: "疾病", en: "illness" },
  accident: { zh: "意外", en: "accident" },
};
