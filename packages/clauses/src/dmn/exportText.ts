/** Expressions of terms as FEEL that stands by itself. */
import type { Expr, UnaryTests } from "../feel/ast.ts";
import { builtinNames } from "../feel/builtins/names.ts";
import { print, printTests } from "../feel/print.ts";
import { tagged } from "../feel/value.ts";
import { children } from "../feel/walk.ts";
import type { Cell, Formula } from "../terms/model.ts";
import { mapExpr, mapTests } from "./mapExpr.ts";

export interface Exporting {
  /** Bare members of `one of` facts: in terms they stand for themselves. */
  readonly members: ReadonlySet<string>;
}

/** An expression as it is written, save what only terms understand: bare members, and clocks at +08:00. */
export function formulaText(formula: Formula, { members }: Exporting): string {
  const changed = mapExpr(formula.expr, (expr) => quoted(expr, members));
  return needsPrinting(formula.expr, members) ? print(changed) : formula.source.trim();
}

/** A cell, likewise. */
export function cellText(cell: Cell, { members }: Exporting): string {
  const exprs = cell.tests.tests.map((test) => (test.kind === "compare test" ? test.operand : test.expr));
  const bare = cell.source.split(",").some((part) => members.has(part.trim()));
  if (!bare && !exprs.some((expr) => needsPrinting(expr, members))) return cell.source.trim();
  const tests: UnaryTests = {
    ...cell.tests,
    tests: mapTests(cell.tests.tests, (expr) => quoted(expr, members)),
  };
  return printTests(tests);
}

const quoted = (expr: Expr, members: ReadonlySet<string>): Expr =>
  expr.kind === "name" && members.has(expr.name)
    ? { kind: "literal", value: expr.name, from: expr.from, to: expr.to }
    : expr;

function needsPrinting(expr: Expr, members: ReadonlySet<string>): boolean {
  if (expr.kind === "name" && members.has(expr.name)) return true;
  if (expr.kind === "literal" && isTimed(expr)) return true;
  return children(expr).some((part) => needsPrinting(part, members));
}

function isTimed({ value }: Extract<Expr, { kind: "literal" }>): boolean {
  const kind = tagged(value)?.kind;
  return kind === "time" || kind === "date and time";
}

/** The functions that an expression calls and that FEEL does not have. */
export function foreignCalls(expr: Expr): readonly string[] {
  const own =
    expr.kind === "call" && expr.callee.kind === "name" && isForeign(expr.callee.name)
      ? [expr.callee.name]
      : [];
  return [...own, ...children(expr).flatMap(foreignCalls)];
}

const isForeign = (name: string): boolean =>
  builtinNames("terms").has(name) && !builtinNames("feel").has(name);
