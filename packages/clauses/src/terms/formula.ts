/** Expressions inside a document: parsing with the document's names, errors in place. */
import type { Expr, Test, UnaryTests } from "../feel/ast.ts";
import { isName, isSyntaxError, parse, parseUnaryTests } from "../feel/index.ts";
import type { Problem } from "../feel/problem.ts";
import type { Located, LocatedScalar, Place } from "./located.ts";
import type { Cell, Formula } from "./model.ts";
import { expected } from "./reader.ts";
import type { Report } from "./report.ts";
import type { Where } from "./where.ts";

export interface FormulaReader {
  readonly names: ReadonlySet<string>;
  readonly report: Report;
}

/** An expression's text: quotes undone, numbers and booleans as written. */
const sourceOf = (v: Located): LocatedScalar | null =>
  v.kind === "scalar" && v.is !== "null" && v.text.trim() !== "" ? v : null;

export function readFormula(v: Located, where: Where, ctx: FormulaReader): Formula | null {
  const scalar = sourceOf(v);
  if (scalar === null) {
    expected(ctx.report, v, where, [
      'a FEEL expression (quote it if it begins with [ { or ")',
      '一个 FEEL 表达式（以 [ { " 开头时请加单引号）',
    ]);
    return null;
  }
  const source = scalar.text.trimEnd();
  const expr = parse(source, { names: ctx.names, mode: "terms" });
  const at = { line: v.line, column: v.column };
  const { block } = scalar;
  if (!isSyntaxError(expr)) return { source, at, block, expr };
  reportProblem(expr, { source, at, block }, where, ctx.report);
  return null;
}

/** Says a problem of an expression at its place in the file. */
export function reportProblem(
  problem: Problem,
  formula: { readonly source: string; readonly at: Place; readonly block: boolean },
  where: Where,
  report: Report,
): void {
  const down = formula.block ? formula.source.slice(0, problem.from).split("\n").length : 0;
  const at = { line: formula.at.line + down, column: formula.at.column };
  report(at, `${where[0]}: ${problem.message}`, problem.hint, [
    `${where[1]}：${problem.zh.message}`,
    problem.zh.hint,
  ]);
}

/**
 * A table cell. `-` and an empty cell hold always. A cell that is exactly one of `members` means that member,
 * whatever FEEL would make of it.
 */
export function readCell(
  v: Located,
  where: Where,
  members: ReadonlySet<string>,
  ctx: FormulaReader,
): Cell | null {
  const at = { line: v.line, column: v.column };
  if (v.kind === "scalar" && (v.is === "null" || v.text.trim() === "-" || v.text.trim() === ""))
    return { source: "-", at, tests: { kind: "unary tests", negated: false, tests: [], from: 0, to: 0 } };
  const scalar = sourceOf(v);
  if (scalar === null) {
    expected(ctx.report, v, where, [
      "a unary test such as < 5, [1..3], true or '\"甲\"'",
      "一个条件，例如 `< 5`、`[1..3]`、`true`、`'\"甲\"'`",
    ]);
    return null;
  }
  const source = scalar.text.trim();
  const bare = source.split(",").map((part) => part.trim());
  if (bare.every((part) => members.has(part)))
    return { source, at, tests: { ...memberTests(bare), from: 0, to: source.length } };
  const strange =
    members.size === 0 ? undefined : bare.find((part) => isName(part) && !isKnown(part, members, ctx));
  if (strange !== undefined) {
    const list = [...members].join(", ");
    ctx.report(at, `${where[0]}: ${strange} is none of the column's members`, `write one of ${list}`, [
      `${where[1]}：${strange} 不是该列的成员`,
      `请写 ${[...members].join("、")} 之一`,
    ]);
    return null;
  }
  const tests = parseUnaryTests(source, { names: ctx.names, mode: "terms" });
  if (!isSyntaxError(tests)) return { source, at, tests };
  reportProblem(tests, { source, at, block: false }, where, ctx.report);
  return null;
}

const isKnown = (name: string, members: ReadonlySet<string>, ctx: FormulaReader): boolean =>
  members.has(name) || ctx.names.has(name);

function memberTests(members: readonly string[]): Omit<UnaryTests, "from" | "to"> {
  const tests = members.map(
    (m): Test => ({ kind: "value test", expr: textLiteral(m), from: 0, to: m.length }),
  );
  return { kind: "unary tests", negated: false, tests };
}

export const textLiteral = (value: string): Expr => ({ kind: "literal", value, from: 0, to: value.length });
