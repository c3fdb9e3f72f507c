/** Values held to their declared types. */
import type { Expr } from "../feel/ast.ts";
import type { Value } from "../feel/value.ts";
import { native } from "./native.ts";
import type { Report } from "./problem.ts";
import { coerced, type DmnType, typeName } from "./types.ts";

/** The value of an expression as its declared type has it: null, and a problem told, where it does not fit. */
export function typed(expr: Expr, type: DmnType | null, line: number, report: Report): Expr {
  if (type === null || type.kind === "any") return expr;
  return native(([value]) => asTyped(value ?? null, type, line, report), [expr]);
}

/**
 * The value of an expression as its declared type has it, or as it is where it does not fit: tables state the
 * types of their columns for their readers, and what is stated there of a list is often said of its items.
 */
export function loose(expr: Expr, type: DmnType | null): Expr {
  if (type === null || type.kind === "any") return expr;
  return native(([value = null]) => coerced(value, type) ?? value, [expr]);
}

/** A value as its declared type has it: null, and a problem told, where it does not fit. */
export function asTyped(value: Value, type: DmnType | null, line: number, report: Report): Value {
  if (type === null) return value;
  const fit = coerced(value, type);
  if (fit !== undefined) return fit;
  report(line, `a value that is no ${typeName(type)}`, "it counts as null; correct the value or the type");
  return null;
}
