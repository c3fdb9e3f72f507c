/** Gaps and overlaps of decision tables. */

import { Effort } from "../decide/effort.ts";
import { Pool, possible } from "../decide/optimise.ts";
import { Region } from "../decide/region.ts";
import { Space } from "../decide/space.ts";
import { type ClauseNodes, clauseNodes } from "../ir/clauseNodes.ts";
import type { Node } from "../ir/node.ts";
import type { Sample } from "../ir/spaces.ts";
import { type Table, tableSpace } from "../ir/table.ts";
import { cellHolds } from "../ir/tests.ts";
import type { Clause } from "../terms/model.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import { columnNodes, declarationsOf } from "./columns.ts";
import { everything } from "./conflicts.ts";
import { text } from "./regions.ts";

export function checkTables(resolved: Resolved, report: Report): void {
  const nodes = clauseNodes(resolved, new Map());
  for (const c of resolved.doc.clauses)
    if (c.effect.kind === "table") checkTable(c, c.effect, nodes, resolved, report);
}

function checkTable(c: Clause, table: Table, nodes: ClauseNodes, resolved: Resolved, report: Report): void {
  const inputs = columnNodes(c, table, nodes, resolved);
  const { analysis } = tableSpace(
    table,
    inputs,
    declarationsOf(c, table, inputs, nodes, resolved),
    nodes.env,
    "declared",
  );
  const shown = (sample: Sample): string => sampleText(sample, table, inputs);
  if (analysis.gap !== null && !reachable(c, table, inputs, resolved)) {
    report(
      table.at,
      `table of clause ${c.id} has no row for ${shown(analysis.gap)}, and it could be neither proven nor refuted that this can happen`,
      'add a row for it, or a last row of "-"',
      [
        `条款 ${c.id} 的表没有覆盖 ${shown(analysis.gap)}，是否可能出现无法判定`,
        '请补上这一行，或以全为 "-" 的一行收尾',
      ],
      "warning",
    );
  } else if (analysis.gap !== null)
    report(
      table.at,
      `table of clause ${c.id} has no row for ${shown(analysis.gap)}`,
      'add a row for it, or a last row of "-"',
      [`条款 ${c.id} 的表没有覆盖 ${shown(analysis.gap)}`, '请补上这一行，或以全为 "-" 的一行收尾'],
    );
  if (table.hit === "unique")
    for (const { rows, sample } of analysis.overlaps) {
      const [a, b] = rows.map((i) => table.rows[i]?.at.line ?? table.at.line);
      report(
        { line: b ?? table.at.line, column: 1 },
        `this row of clause ${c.id} and the row on line ${a} both take ${shown(sample)}`,
        "under `unique` make them exclude one another, or write `hit: first`",
        [
          `条款 ${c.id} 的这一行与第 ${a} 行都命中 ${shown(sample)}`,
          "`unique` 之下请使两行互斥，或写 `hit: first`",
        ],
      );
    }
  if (table.hit === "first")
    for (const i of analysis.unreachable)
      report(
        table.rows[i]?.at ?? table.at,
        `this row of clause ${c.id} is never reached: earlier rows take all it takes`,
        "move it up, or remove it",
        [`条款 ${c.id} 的这一行永远不会命中`, "请上移或删去"],
        "warning",
      );
  if (!analysis.complete)
    report(
      table.at,
      `the rows of clause ${c.id} could be neither proven complete nor refuted`,
      'use constants in its cells, or end it with a row of "-"',
      [`条款 ${c.id} 的表无法证明是否完整`, '请在格中使用常量，或以全为 "-" 的一行收尾'],
      "warning",
    );
}

/** A fact can be anything it is declared to be; a computed input may never come to what is missing. */
function reachable(c: Clause, table: Table, inputs: readonly Node[], resolved: Resolved): boolean {
  if (c.forEach !== null) return table.on.every((on) => on.expr.kind === "name" || on.expr.kind === "path");
  if (inputs.every((n) => n.data.op === "fact")) return true;
  const region = everything(resolved);
  const own = region.space.graph.nodes;
  const g = own.graph;
  const here = table.on.map((on) => own.expr(on.expr));
  const rows = table.rows.map((r) =>
    g.and(...r.inputs.map((cell, i) => cellHolds(cell.tests, here[i] ?? g.nothing, cell.source, own.env))),
  );
  const missing = g.and(...here.map((n) => g.not(g.isNull(n))), ...rows.map((r) => g.not(r)));
  const fresh = Region.whole(new Space(region.space.graph), region.domains);
  return possible(missing, true, fresh, new Pool(), new Effort(300)) === "yes";
}

function sampleText(sample: Sample, table: Table, inputs: readonly Node[]): string {
  return table.on
    .map((on, i) => {
      return `${on.source.trim()} = ${text(sample[i] ?? null, inputs[i]?.unit ?? null)}`;
    })
    .join(", ");
}
