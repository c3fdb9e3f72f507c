/** Numbers of the exact path as the texts of decisions. */
import { showDay } from "../../feel/time/show.ts";
import type { Unit, Val } from "../../ir/node.ts";
import type { JsonValue } from "../decision.ts";
import { jsonOf } from "../render.ts";
import { powerOfTen, toNum } from "./frame.ts";

const CENTS = Array.from({ length: 100 }, (_, i) => `.${String(i).padStart(2, "0")}`);

/** Yuan with two decimals; null without bound. */
export function centsText(cents: number): string | null {
  if (!Number.isFinite(cents)) return null;
  const size = cents < 0 ? -cents : cents;
  const rest = size % 100;
  const text = (size - rest) / 100 + (CENTS[rest] ?? "");
  return cents < 0 ? `-${text}` : text;
}

/** A plain decimal without trailing zeros. */
export function decimalText(units: number, scale: number): string {
  if (scale === 0 || units === 0) return units === 0 ? "0" : String(units);
  const unit = powerOfTen(scale);
  const size = units < 0 ? -units : units;
  const rest = size % unit;
  const whole = `${units < 0 ? "-" : ""}${(size - rest) / unit}`;
  return rest === 0 ? whole : `${whole}.${fraction(rest, scale)}`;
}

function fraction(rest: number, scale: number): string {
  const digits = String(rest).padStart(scale, "0");
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

/** A number that is not null as decisions write it: a decimal, a day, a time, a duration. */
export function orderedJson(units: number, scale: number, unit: Unit | null): JsonValue {
  if (Number.isFinite(units)) {
    if (unit === "number") return decimalText(units, scale);
    if (unit === "date" && scale === 0) return showDay(units);
  }
  const value: Val = toNum(units, scale);
  return jsonOf(value, unit);
}
