/** Gaps and overlaps of decision tables, and rows that nothing reaches. */
import { type ClauseNodes, clauseNodes } from "../ir/clauseNodes.ts";
import type { Node, Val } from "../ir/node.ts";
import type { Column, Point } from "../ir/pieces.ts";
import type { Sample, TableAnalysis } from "../ir/spaces.ts";
import { type Table, tableSpace } from "../ir/table.ts";
import type { Place } from "../terms/located.ts";
import type { Clause } from "../terms/model.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import type { Words } from "../terms/where.ts";
import { columnNodes, declarationsOf } from "./columns.ts";
import { shownValues } from "./shown.ts";
import { type Found, searchTable } from "./tableSearch.ts";
import type { Whole, Wholes } from "./whole.ts";

export function checkTables(resolved: Resolved, wholes: Wholes, report: Report): void {
  const nodes = clauseNodes(resolved, new Map());
  for (const c of resolved.doc.clauses)
    if (c.effect.kind === "table")
      for (const found of findings(c, c.effect, nodes, resolved, wholes)) say(found, c, c.effect, report);
}

function findings(
  c: Clause,
  table: Table,
  nodes: ClauseNodes,
  resolved: Resolved,
  wholes: Wholes,
): readonly Found[] {
  const inputs = columnNodes(c, table, nodes, resolved);
  const declared = declarationsOf(c, table, inputs, nodes, resolved);
  const within = c.forEach === null ? narrowing(table, inputs, wholes.base) : undefined;
  const { analysis } = tableSpace(table, inputs, declared, nodes.env, "declared", within);
  return analysis.complete && independent(c, table, inputs, nodes, resolved)
    ? read(analysis, table, inputs)
    : searchTable(c, table, analysis, wholes);
}

/** Cuts the column of a computed input to what it can be at all. */
const narrowing =
  (table: Table, inputs: readonly Node[], whole: Whole) =>
  (column: Column, i: number): Column => {
    const on = table.on[i];
    if (on === undefined || column.kind !== "ordered" || inputs[i]?.data.op === "fact") return column;
    const [low, high] = whole.range(whole.nodes.expr(on.expr));
    return { ...column, range: { low, lowIn: low.isFinite(), high, highIn: high.isFinite() } };
  };

/** Whether the inputs can be anything together: facts of their own, none twice, under no guard. */
function independent(
  c: Clause,
  table: Table,
  inputs: readonly Node[],
  nodes: ClauseNodes,
  resolved: Resolved,
): boolean {
  if (new Set(inputs).size !== inputs.length || nodes.active(c) !== nodes.graph.yes) return false;
  if (c.forEach !== null) {
    const own = table.on.every((on) => on.expr.kind === "name" || on.expr.kind === "path");
    return own && c.forEach.source.expr.kind === "name" && resolved.doc.facts.has(c.forEach.source.expr.name);
  }
  const governs = table.on.some((on) => on.expr.kind === "name" && on.expr.name === resolved.doc.governs);
  return !governs && inputs.every((n) => n.data.op === "fact");
}

/** What the intervals say where every input can come. */
function read(analysis: TableAnalysis, table: Table, inputs: readonly Node[]): readonly Found[] {
  const shown = (sample: Sample): Words =>
    shownValues(
      table.on.map((on, i) => ({
        name: on.source.trim(),
        value: readable(sample[i] ?? null, inputs[i]),
        unit: inputs[i]?.unit ?? null,
      })),
    );
  const gaps = analysis.gap === null ? [] : [{ kind: "gap" as const, rows: [], shown: shown(analysis.gap) }];
  const overlaps = table.hit === "unique" ? analysis.overlaps : [];
  const idle = table.hit === "first" ? analysis.unreachable : analysis.empty;
  return [
    ...gaps,
    ...overlaps.map((o) => ({ kind: "overlap" as const, rows: o.rows, shown: shown(o.sample) })),
    ...idle.map((i) => ({ kind: "idle" as const, rows: [i], shown: null })),
  ];
}

/** Intervals know a condition by its name. */
const readable = (point: Point, input: Node | undefined): Val =>
  input?.sort === "boolean" && typeof point === "string" ? point === "true" : point;

function say({ kind, rows, shown }: Found, c: Clause, table: Table, report: Report): void {
  const at = (i: number | undefined): Place => table.rows[i ?? -1]?.at ?? table.at;
  if (kind === "gap") sayGap(shown, c, table, report);
  if (kind === "overlap") sayOverlap(at(rows[0]), at(rows[1]), shown, c, report);
  if (kind === "idle") sayIdle(at(rows[0]), c, table.hit === "first", report);
}

function sayIdle(at: Place, c: Clause, first: boolean, report: Report): void {
  report(
    at,
    `this row of clause ${c.id} is never reached`,
    first
      ? "earlier rows take all it takes: move it up, or remove it"
      : "no input can be what it takes: correct it, or remove it",
    [
      `条款 ${c.id} 的这一行永远不会命中`,
      first ? "前面的行已覆盖它，请上移或删去" : "没有输入能满足它，请更正或删去",
    ],
    "warning",
  );
}

function sayGap(shown: Words | null, c: Clause, table: Table, report: Report): void {
  if (shown === null)
    report(
      table.at,
      `that the table of clause ${c.id} has a row for everything could be neither proven nor refuted`,
      'use constants in its cells, or end it with a row of "-"',
      [`条款 ${c.id} 的表是否完整无法判定`, '请在格中使用常量，或以全为 "-" 的一行收尾'],
      "warning",
    );
  else
    report(
      table.at,
      `table of clause ${c.id} has no row for ${shown[0]}`,
      'add a row for it, or a last row of "-"',
      [`条款 ${c.id} 的表没有覆盖 ${shown[1]}`, '请补上这一行，或以全为 "-" 的一行收尾'],
    );
}

function sayOverlap(first: Place, second: Place, shown: Words | null, c: Clause, report: Report): void {
  const hint = "under `unique` make them exclude one another, or write `hit: first`";
  const zhHint = "`unique` 之下请使两行互斥，或写 `hit: first`";
  const rows = `this row of clause ${c.id} and the row on line ${first.line}`;
  if (shown === null)
    report(
      second,
      `that ${rows} exclude one another could be neither proven nor refuted`,
      hint,
      [`条款 ${c.id} 的这一行与第 ${first.line} 行是否重叠无法判定`, zhHint],
      "warning",
    );
  else
    report(second, `${rows} both take ${shown[0]}`, hint, [
      `条款 ${c.id} 的这一行与第 ${first.line} 行都命中 ${shown[1]}`,
      zhHint,
    ]);
}
