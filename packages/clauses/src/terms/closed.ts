/** Parts of expressions that read no fact: computed once on reading, so that what never ends is refused then. */
import type { Expr } from "../feel/ast.ts";
import { children, compileExpr, FeelLimitError, freeNames } from "../feel/index.ts";
import { reportProblem } from "./formula.ts";
import type { Clause, Formula } from "./model.ts";
import type { Report } from "./report.ts";
import { clauseAt } from "./where.ts";

/** Says each part that reads nothing and yet goes past FEEL's limits. */
export function checkClosed(clause: Clause, formulas: readonly Formula[], report: Report): void {
  for (const f of formulas)
    for (const part of closedParts(f.expr)) {
      try {
        compileExpr(part, { mode: "terms" })(new Map());
      } catch (error) {
        if (!(error instanceof FeelLimitError)) throw error;
        reportProblem(error.problem, f, clauseAt(clause.id), report);
      }
    }
}

/** The largest parts that read no name and are more than a constant. */
function closedParts(expr: Expr): readonly Expr[] {
  if (expr.kind === "literal" || expr.kind === "name") return [];
  return freeNames(expr).size === 0 ? [expr] : children(expr).flatMap(closedParts);
}
