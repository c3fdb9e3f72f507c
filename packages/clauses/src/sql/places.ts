/** Where expressions stand in a document: what a foreign node was made from, and what to name in a refusal. */
import type { Expr } from "../feel/ast.ts";
import { children } from "../feel/index.ts";
import type { ClauseNodes } from "../ir/clauseNodes.ts";
import { exprKey } from "../ir/env.ts";
import type { Node } from "../ir/node.ts";
import type { Clause } from "../terms/model.ts";
import { formulasOf, type Resolved, testExprs } from "../terms/resolve.ts";
import type { SqlProblem } from "./refused.ts";

export interface Standing {
  readonly clause: string;
  readonly source: string;
  readonly expr: Expr;
}

export class Places {
  private readonly byKey = new Map<string, Standing>();
  private readonly cells = new Map<string, Standing>();
  private readonly resolved: Resolved;
  private readonly nodes: ClauseNodes;

  constructor(resolved: Resolved, nodes: ClauseNodes) {
    this.resolved = resolved;
    this.nodes = nodes;
    for (const clause of resolved.doc.clauses) {
      for (const f of formulasOf(clause)) this.index(f.expr, f.source, clause);
      this.indexCells(clause);
    }
  }

  private index(expr: Expr, source: string, clause: Clause): void {
    const key = exprKey(expr);
    if (!this.byKey.has(key)) {
      const own = source.slice(expr.from, expr.to);
      this.byKey.set(key, { clause: clause.id, source: own === "" ? source : own, expr });
    }
    for (const child of children(expr)) this.index(child, source, clause);
  }

  private indexCells(clause: Clause): void {
    if (clause.effect.kind !== "table") return;
    for (const row of clause.effect.rows)
      for (const cell of row.inputs)
        for (const expr of testExprs(cell.tests)) {
          this.cells.set(cell.source, { clause: clause.id, source: cell.source, expr });
          this.index(expr, cell.source, clause);
        }
  }

  /** The expression that a foreign node of the graph stands for, by the key the graph gave it. */
  expression(foreignKey: string): Standing | null {
    const parts = foreignKey.split("\u0001");
    if (parts[0] === "test") return this.cells.get(parts[1] ?? "") ?? null;
    if (parts[0] === "for each") return this.list(parts[1] ?? "");
    return this.byKey.get(parts[1] ?? "") ?? null;
  }

  /** A problem that stands in no formula of its own stands in that of the node around it. */
  within(node: Node, problem: SqlProblem): SqlProblem {
    if (problem.kind !== "expression" || problem.clause !== "?" || node.data.op !== "foreign") return problem;
    const standing = this.expression(node.data.foreign.key);
    return standing === null ? problem : { ...problem, clause: standing.clause, expression: standing.source };
  }

  private list(id: string): Standing | null {
    const forEach = this.resolved.clauses.get(id)?.forEach;
    if (forEach == null) return null;
    const { source, expr } = forEach.source;
    return { clause: id, source: `for each: ${forEach.name} in ${source}`, expr };
  }

  /** The shortest formula whose value hangs on a node. */
  reading(node: Node): Standing | null {
    let best: Standing | null = null;
    for (const clause of this.resolved.doc.clauses)
      for (const { expr, source } of formulasOf(clause)) {
        if (best !== null && best.source.length <= source.length) continue;
        if (reaches(this.nodes.expr(expr), node, new Set())) best = { clause: clause.id, source, expr };
      }
    return best;
  }
}

function reaches(from: Node, node: Node, seen: Set<number>): boolean {
  if (from === node) return true;
  if (seen.has(from.id)) return false;
  seen.add(from.id);
  return from.args.some((a) => reaches(a, node, seen));
}
