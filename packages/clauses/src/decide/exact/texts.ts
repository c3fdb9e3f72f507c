/** Numbers of the exact path as the texts of decisions. */
import { civil } from "../../feel/time/civil.ts";
import { showDay } from "../../feel/time/show.ts";
import type { Unit } from "../../ir/node.ts";
import type { JsonValue } from "../decision.ts";
import { jsonOf } from "../render.ts";
import { powerOfTen, toNum } from "./frame.ts";

const padded = (length: number, places: number): readonly string[] =>
  Array.from({ length }, (_, i) => String(i).padStart(places, "0"));

const CENTS = padded(100, 2).map((text) => `.${text}`);
/** Four digits at a time: looking them up is several times as fast as having them made. */
const PLAIN = Array.from({ length: 10_000 }, (_, i) => String(i));
const FOUR = padded(10_000, 4);

/** A whole number that is not negative. */
function wholeText(x: number): string {
  if (x < 10_000) return PLAIN[x] ?? String(x);
  if (x >= 100_000_000) return String(x);
  const low = x % 10_000;
  return (PLAIN[(x - low) / 10_000] ?? "") + (FOUR[low] ?? "");
}

/** Yuan with two decimals; null without bound. */
export function centsText(cents: number): string | null {
  if (!Number.isFinite(cents)) return null;
  const size = cents < 0 ? -cents : cents;
  const rest = size % 100;
  const text = wholeText((size - rest) / 100) + (CENTS[rest] ?? "");
  return cents < 0 ? `-${text}` : text;
}

/** A plain decimal without trailing zeros. */
export function decimalText(units: number, scale: number): string {
  const size = units < 0 ? -units : units;
  const sign = units < 0 ? "-" : "";
  if (scale === 0) return sign + wholeText(size);
  const unit = powerOfTen(scale);
  const rest = size % unit;
  const whole = sign + wholeText((size - rest) / unit);
  return rest === 0 ? whole : `${whole}.${fraction(rest, scale)}`;
}

function fraction(rest: number, scale: number): string {
  let digits = rest;
  let places = scale;
  while (digits % 10 === 0) {
    digits /= 10;
    places--;
  }
  const text = wholeText(digits);
  return text.length === places ? text : text.padStart(places, "0");
}

/** ISO 8601; years that are not four digits are left to FEEL's own. */
export function dayText(day: number): string {
  const { year, month, day: of } = civil(day);
  if (year < 1000 || year > 9999) return showDay(day);
  return `${PLAIN[year] ?? ""}-${TWO[month] ?? ""}-${TWO[of] ?? ""}`;
}

const TWO = padded(32, 2);

/** A number that is not null as decisions write it: a decimal, a day, a time, a duration. */
export function orderedJson(units: number, scale: number, unit: Unit | null): JsonValue {
  if (Number.isFinite(units)) {
    if (unit === "number") return decimalText(units, scale);
    if (unit === "date" && scale === 0) return dayText(units);
  }
  return jsonOf(toNum(units, scale), unit);
}
