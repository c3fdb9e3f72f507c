/** FEEL values in and out of the graph. */
import type { Type } from "../feel/types.ts";
import { date, days, kindOf, months, Num, num, type Value } from "../feel/value.ts";
import type { Node, Sort, Unit, Val } from "./node.ts";

/** Terms live at +08:00. */
export const OFFSET_SECONDS = 8 * 3600;
const DAY_SECONDS = 86_400;
const NANOS = num(1_000_000_000);

/** An ordered FEEL value as a `Num` in its unit; any other value is itself. */
export function fromFeel(value: Value): Val {
  if (value === null || typeof value !== "object" || value instanceof Num || Array.isArray(value))
    return value;
  switch (kindOf(value)) {
    case "date":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return ordered(value);
    default:
      return value;
  }
}

function ordered(value: Value): Val {
  if (value === null || typeof value !== "object" || !("kind" in value)) return value;
  switch (value.kind) {
    case "date":
      return num(value.day);
    case "date and time": {
      const seconds = value.day * DAY_SECONDS - (value.zone?.offset ?? OFFSET_SECONDS);
      return num(seconds).plus(num(value.nanos).div(NANOS));
    }
    case "days and time duration":
      return num(value.nanos).div(NANOS);
    case "years and months duration":
      return num(value.months);
    default:
      return value;
  }
}

/** The FEEL value that a value of the graph stands for. */
export function toFeel(value: Val, unit: Unit | null): Value {
  if (!(value instanceof Num) || unit === null || unit === "number") return value;
  if (!value.isFinite()) return null;
  switch (unit) {
    case "date":
      return date(value.toNumber());
    case "date and time":
      return dateTimeOf(value);
    case "days and time duration":
      return days(BigInt(value.times(NANOS).toFixed(0)));
    case "years and months duration":
      return months(value.toNumber());
  }
}

function dateTimeOf(seconds: Num): Value {
  const local = seconds.plus(OFFSET_SECONDS);
  const day = local.div(DAY_SECONDS).floor();
  const nanos = local.minus(day.times(DAY_SECONDS)).times(NANOS);
  return {
    kind: "date and time",
    day: day.toNumber(),
    nanos: nanos.toNumber(),
    zone: { offset: OFFSET_SECONDS, id: null },
  };
}

export interface Shape {
  readonly sort: Sort;
  readonly unit: Unit | null;
}

export const BOOLEAN: Shape = { sort: "boolean", unit: null };
export const NUMBER: Shape = { sort: "ordered", unit: "number" };
export const TEXT: Shape = { sort: "text", unit: null };
export const OTHER: Shape = { sort: "other", unit: null };

/** The sort and unit of a static type. */
export function shapeOf(type: Type | undefined): Shape {
  switch (type?.kind) {
    case "boolean":
      return BOOLEAN;
    case "string":
      return TEXT;
    case "number":
    case "money":
      return NUMBER;
    case "enum":
      return type.values.every((v) => typeof v === "string") ? TEXT : NUMBER;
    case "date":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return { sort: "ordered", unit: type.kind };
    default:
      return OTHER;
  }
}

/** The sort and unit of a constant FEEL value. */
export function shapeOfValue(value: Value): Shape {
  const kind = kindOf(value);
  switch (kind) {
    case "boolean":
      return BOOLEAN;
    case "string":
      return TEXT;
    case "number":
      return NUMBER;
    case "date":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return { sort: "ordered", unit: kind };
    default:
      return OTHER;
  }
}

/** A constant whole number. */
export const isWhole = (n: Node): boolean =>
  n.data.op === "const" && n.data.value instanceof Num && n.data.value.isInteger();
