/** What the functions of the static checker share. */
import type { Expr, Span } from "../ast.ts";
import type { Problem, Wording } from "../problem.ts";
import type { Type } from "../types.ts";
import { fits, typeName, UNKNOWN } from "./relations.ts";
import { typeNameZh } from "./zh.ts";

/** Names in scope and their types. */
export type Types = ReadonlyMap<string, Type>;

export interface Checker {
  /** The type of `expr`, recorded; what is wrong with it is reported. */
  readonly type: (expr: Expr, types: Types) => Type;
  readonly report: (problem: Problem) => void;
}

/** Reports and goes on with `unknown`, so that one mistake is told once. */
export function wrong(c: Checker, at: Span, en: Wording, zh: Wording): Type {
  c.report({ from: at.from, to: at.to, ...en, zh });
  return UNKNOWN;
}

/** Checks that `expr` fits `expected`. */
export function want(
  c: Checker,
  expr: Expr,
  types: Types,
  expected: Type,
  what: readonly [string, string],
): Type {
  const type = c.type(expr, types);
  if (fits(type, expected)) return type;
  return wrong(
    c,
    expr,
    { message: `${what[0]} is ${typeName(type)}`, hint: `it must be ${typeName(expected)}` },
    { message: `${what[1]}是${typeNameZh(type)}`, hint: `应为${typeNameZh(expected)}` },
  );
}

/** `types` with one more name. */
export const withName = (types: Types, name: string, type: Type): Types => new Map([...types, [name, type]]);
