/** Values of the graph as the JSON of decisions. */
import { type Json, toJson } from "../feel/index.ts";
import { Num, type Value } from "../feel/value.ts";
import type { Unit, Val } from "../ir/node.ts";
import { toFeel } from "../ir/value.ts";
import type { Between, JsonValue } from "./decision.ts";

/** Yuan with two decimals; null without bound. */
export const money = (n: Num): string | null => (n.isFinite() ? n.toFixed(2) : null);

/** A plain decimal without trailing zeros. */
export const decimal = (n: Num): string => n.toFixed();

/** A value as facts write it; numbers and money are decimal strings. */
export function jsonOf(value: Val, unit: Unit | null): JsonValue {
  return plain(toFeel(value, unit));
}

function plain(value: Value): JsonValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Num) return decimal(value);
  if (Array.isArray(value)) return value.map((v: Value) => plain(v));
  if ("kind" in value && value.kind === "context")
    return Object.fromEntries([...value.entries].map(([k, v]) => [k, plain(v)]));
  return fromJson(toJson(value));
}

function fromJson(json: Json): JsonValue {
  if (json instanceof Num) return decimal(json);
  if (Array.isArray(json)) return json.map((j: Json) => fromJson(j));
  if (typeof json === "object" && json !== null)
    return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fromJson(v)]));
  return json;
}

/** One value, or the two ends between which it lies. */
export function between(low: Num, high: Num, unit: Unit | null): JsonValue | Between<string> {
  if (low.equals(high)) return jsonOf(low, unit);
  const end = (n: Num): string | null => (n.isFinite() ? String(jsonOf(n, unit)) : null);
  return { between: [end(low), end(high)] };
}
