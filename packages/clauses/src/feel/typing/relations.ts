/** How static types relate: what fits where, what two have in common, and what they are called. */
import { quote, showNumber } from "../show.ts";
import type { Type } from "../types.ts";
import type { Num } from "../value.ts";

export const UNKNOWN: Type = { kind: "unknown" };
export const BOOLEAN: Type = { kind: "boolean" };
export const STRING: Type = { kind: "string" };
export const NUMBER: Type = { kind: "number", literal: false };
export const LITERAL: Type = { kind: "number", literal: true };
export const MONEY: Type = { kind: "money" };
export const DATE: Type = { kind: "date" };
export const TIME: Type = { kind: "time" };
export const DATE_TIME: Type = { kind: "date and time" };
export const DAYS: Type = { kind: "days and time duration" };
export const MONTHS: Type = { kind: "years and months duration" };
export const listOf = (of: Type): Type => ({ kind: "list", of });

/** What a set of values is, seen as a plain type: strings or numbers. */
export function widened(type: Type): Type {
  if (type.kind !== "enum") return type;
  return type.values.every((value) => typeof value === "string") ? STRING : NUMBER;
}

const same = (a: string | Num, b: string | Num): boolean =>
  typeof a === "string" || typeof b === "string" ? a === b : a.equals(b);

const among = (value: string | Num, values: readonly (string | Num)[]): boolean =>
  values.some((other) => same(value, other));

/** Whether a value of `actual` may stand where `expected` is asked for. Null may stand anywhere. */
export function fits(actual: Type, expected: Type): boolean {
  if (actual.kind === "unknown" || expected.kind === "unknown" || actual.kind === "null") return true;
  if (actual.kind === "number" && actual.literal) {
    return expected.kind === "number" ? !expected.literal || actual.literal : expected.kind === "money";
  }
  if (actual.kind === "enum") {
    if (expected.kind === "enum") return actual.values.every((value) => among(value, expected.values));
    return expected.kind === widened(actual).kind;
  }
  switch (expected.kind) {
    case "number":
      return actual.kind === "number" && !expected.literal;
    case "list":
      return actual.kind === "list" && fits(actual.of, expected.of);
    case "range":
      return actual.kind === "range" && fits(actual.of, expected.of);
    case "context":
      return (
        actual.kind === "context" &&
        [...expected.fields].every(([name, type]) => {
          const own = actual.fields.get(name);
          return own !== undefined && fits(own, type);
        })
      );
    case "function":
      return actual.kind === "function" && actual.parameters.length === expected.parameters.length;
    default:
      return actual.kind === expected.kind;
  }
}

/** The narrowest type that holds the values of both; null where there is none. */
export function join(a: Type, b: Type): Type | null {
  if (a.kind === "unknown" || a.kind === "null") return b;
  if (b.kind === "unknown" || b.kind === "null") return a;
  if (a.kind === "enum" && b.kind === "enum" && widened(a).kind === widened(b).kind) {
    const more = b.values.filter((value) => !among(value, a.values));
    return { kind: "enum", values: [...a.values, ...more] };
  }
  if (a.kind === "list" && b.kind === "list") return joined(a.of, b.of, listOf);
  if (a.kind === "range" && b.kind === "range") return joined(a.of, b.of, (of) => ({ kind: "range", of }));
  if (a.kind === "context" && b.kind === "context") return joinContexts(a.fields, b.fields);
  const [x, y] = [widened(a), widened(b)];
  if (fits(x, y)) return y;
  return fits(y, x) ? x : null;
}

function joined(a: Type, b: Type, make: (of: Type) => Type): Type | null {
  const of = join(a, b);
  return of === null ? null : make(of);
}

/** Only what both have is sure to be there. */
function joinContexts(a: ReadonlyMap<string, Type>, b: ReadonlyMap<string, Type>): Type | null {
  const fields = new Map<string, Type>();
  for (const [name, type] of a) {
    const other = b.get(name);
    if (other === undefined) continue;
    const both = join(type, other);
    if (both === null) return null;
    fields.set(name, both);
  }
  return { kind: "context", fields };
}

/** Whether values of the two can ever be equal, and comparing them makes sense. */
export function comparable(a: Type, b: Type): boolean {
  if (a.kind === "enum" && b.kind === "enum" && widened(a).kind === widened(b).kind) {
    return a.values.some((value) => among(value, b.values));
  }
  return join(a, b) !== null;
}

const ORDERED: ReadonlySet<Type["kind"]> = new Set([
  "unknown",
  "null",
  "number",
  "money",
  "string",
  "date",
  "time",
  "date and time",
  "days and time duration",
  "years and months duration",
]);

/** Whether `<` means something: numbers given as a set have an order, names given as a set have none. */
export function isOrdered(type: Type): boolean {
  return ORDERED.has(type.kind) || (type.kind === "enum" && widened(type).kind === "number");
}

/** The name of a type, as a terms document writes it. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case "unknown":
      return "a value";
    case "enum": {
      const shown = type.values.map((value) =>
        typeof value === "string" ? quote(value) : showNumber(value),
      );
      return type.values.length === 1 ? (shown[0] ?? "one of nothing") : `one of ${shown.join(", ")}`;
    }
    case "list":
      return `list of ${typeName(type.of)}`;
    case "range":
      return `range of ${typeName(type.of)}`;
    case "context":
      return `{${[...type.fields].map(([name, of]) => `${name}: ${typeName(of)}`).join(", ")}}`;
    case "function":
      return "function";
    default:
      return type.kind;
  }
}
