import type { FactDescription } from "@goodfaith/clauses";
import type { Value } from "./form.ts";
import { readDateTime } from "./time.ts";

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^(-?)(\d{1,20})(?:\.(\d{1,12}))?$/;
const SECONDS = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MONTHS = /^P(?:(\d+)Y)?(?:(\d+)M)?$/;

const readDate = (text: string): bigint | null => {
  if (!DATE.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text
    ? null
    : BigInt(at.getTime() / DAY_MS);
};

/** A decimal in units of 10^-12, exactly. */
const readDecimal = (value: unknown): { text: string; rank: bigint } | null => {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const rank = BigInt(whole) * 10n ** 12n + BigInt(fraction.padEnd(12, "0"));
  return { text, rank: sign ? -rank : rank };
};

const readMoney = (value: unknown): Value | null => {
  const decimal = readDecimal(value);
  const cent = 10n ** 10n;
  if (!decimal || decimal.rank % cent !== 0n || decimal.rank < 0n) return null;
  const digits = (decimal.rank / cent).toString().padStart(3, "0");
  return { json: `${digits.slice(0, -2)}.${digits.slice(-2)}`, rank: decimal.rank };
};

const parts = (match: RegExpExecArray): bigint[] => match.slice(1).map((part) => BigInt(part ?? "0"));

const readDuration = (text: string, pattern: RegExp, weights: readonly bigint[]): Value | null => {
  const match = pattern.exec(text);
  if (!match || text === "P" || text.endsWith("T")) return null;
  const rank = parts(match).reduce((sum, part, at) => sum + part * (weights[at] ?? 0n), 0n);
  return { json: text, rank };
};

const readMember = (fact: FactDescription, value: unknown): Value | null => {
  const member = fact.options?.find((option) => option === value || String(option) === value);
  return member === undefined ? null : { json: member, rank: null };
};

const isNone = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "none" in value && value.none === true;

/** Reads a value of a fact's type; null where it is none. Times without an offset are China's. */
export const readValue = (fact: FactDescription, value: unknown): Value | null => {
  if (isNone(value)) return fact.optional ? { json: { none: true }, rank: null } : null;
  const text = typeof value === "string" ? value.trim() : "";
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean" ? { json: value, rank: null } : null;
    case "number": {
      const decimal = readDecimal(value);
      return decimal && { json: Number(decimal.text), rank: decimal.rank };
    }
    case "money":
      return readMoney(value);
    case "date": {
      const rank = readDate(text);
      return rank === null ? null : { json: text, rank };
    }
    case "date and time":
      return readDateTime(text);
    case "days and time duration":
      return readDuration(text, SECONDS, [86_400n, 3_600n, 60n, 1n]);
    case "years and months duration":
      return readDuration(text, MONTHS, [12n, 1n]);
    case "string":
      return text === "" ? null : { json: text, rank: null };
    case "one of":
      return readMember(fact, value);
    case "list":
      return Array.isArray(value) ? { json: value, rank: null } : null;
  }
};

/** What a value of this type looks like, for a person who gave another. */
export const exampleOf = (fact: FactDescription): string => {
  switch (fact.type) {
    case "boolean":
      return "true / false";
    case "number":
      return "3";
    case "money":
      return "100000.00";
    case "date":
      return "2024-10-03";
    case "date and time":
      return "2024-10-03T08:40:00";
    case "days and time duration":
      return "P3DT2H";
    case "years and months duration":
      return "P1Y6M";
    case "string":
      return "文字";
    case "one of":
      return (fact.options ?? []).join("、");
    case "list":
      return "[…]";
  }
};

/** Whether bounds make sense for this type. */
export const isOrdered = (fact: FactDescription): boolean =>
  !["boolean", "string", "one of", "list"].includes(fact.type);
