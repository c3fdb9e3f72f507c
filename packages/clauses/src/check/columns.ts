/** The columns of a table as nodes, and the declarations behind them. */
import type { ClauseNodes } from "../ir/clauseNodes.ts";
import { bind } from "../ir/env.ts";
import type { Node } from "../ir/node.ts";
import type { DeclOf, Table } from "../ir/table.ts";
import { translate } from "../ir/translate.ts";
import { shapeOf } from "../ir/value.ts";
import type { Clause } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";

/** The declaration behind a column: a fact's own, or that of the field of the list that is gone through. */
export function declarationsOf(
  c: Clause,
  table: Table,
  inputs: readonly Node[],
  nodes: ClauseNodes,
  resolved: Resolved,
): DeclOf {
  const source = c.forEach?.source.expr;
  const list = source?.kind === "name" ? resolved.doc.facts.get(source.name)?.type : undefined;
  return (node) => {
    const on = table.on[inputs.indexOf(node)]?.expr;
    if (list?.kind === "records" && on?.kind === "path") return list.fields.get(on.name) ?? null;
    return list?.kind === "list" && on?.kind === "name" ? list.of : nodes.declOf(node);
  };
}

/** The columns as nodes. Inside `for each` the variable is any element: a node of the type it has. */
export function columnNodes(
  c: Clause,
  table: Table,
  nodes: ClauseNodes,
  resolved: Resolved,
): readonly Node[] {
  if (c.forEach === null) return table.on.map((on) => nodes.expr(on.expr));
  return table.on.map((on, i) => {
    const shape = shapeOf(resolved.exprTypes.get(on.expr));
    const stand = nodes.graph.fact(1_000_000 + i, shape, false);
    const env = bind(nodes.env, new Map([[c.forEach?.name ?? "", stand]]));
    return on.expr.kind === "name" || on.expr.kind === "path" ? stand : translate(on.expr, env);
  });
}
