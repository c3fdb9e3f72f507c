/** Decision tables as nodes. */
import { num } from "../feel/value.ts";
import type { Effect, FactDecl } from "../terms/model.ts";
import { cellSet } from "./cells.ts";
import { columnOf } from "./columns.ts";
import type { Env } from "./env.ts";
import type { Graph } from "./graph.ts";
import type { Node } from "./node.ts";
import type { CellSet, Column } from "./pieces.ts";
import { analyse, type TableAnalysis } from "./spaces.ts";
import { cellHolds } from "./tests.ts";
import { translate } from "./translate.ts";
import { NUMBER, OTHER } from "./value.ts";

export type Table = Extract<Effect, { kind: "table" }>;
export type DeclOf = (input: Node) => FactDecl | null;

const analyses = new WeakMap<Table, Map<string, TableSpace>>();

export interface TableSpace {
  readonly columns: readonly (Column | null)[];
  /** Each row's cells as sets, null where one is not made of constants. */
  readonly boxes: readonly (readonly (CellSet | null)[])[];
  readonly analysis: TableAnalysis;
}

/**
 * What the rows of a table cover: `declared` takes a fact's own step; `dense` allows any number between, since
 * a known number need not stand on its grid. `narrow` leaves out what a computed input can never be.
 */
export function tableSpace(
  table: Table,
  inputs: readonly Node[],
  declOf: DeclOf,
  env: Env,
  grid: "declared" | "dense",
  narrow: (column: Column, input: number) => Column = (column) => column,
): TableSpace {
  const columns = inputs.map((input, i) => {
    const cells = table.rows.flatMap((r) => r.inputs[i]?.tests ?? []);
    const column = columnOf(input, declOf(input), cells);
    if (column === null) return null;
    if (grid === "declared") return narrow(column, i);
    // What is known to be there need not stand on its grid.
    const dense = column.kind === "ordered" && !isExact(input, declOf(input));
    return { ...column, ...(dense ? { step: null } : {}), optional: false };
  });
  const key = JSON.stringify(columns);
  const known = analyses.get(table) ?? new Map<string, TableSpace>();
  analyses.set(table, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const boxes = table.rows.map((r) =>
    r.inputs.map((c, i) => cellSet(c.tests, columns[i] ?? null, inputs[i] ?? OTHER, env)),
  );
  const readable = boxes.map((r) => r.map((c, i) => (columns[i] === null && c !== null ? ANY : c)));
  const analysis = analyse(
    columns.map((c) => c ?? ANYTHING),
    readable,
  );
  const space = { columns, boxes, analysis };
  known.set(key, space);
  return space;
}

const isExact = (input: Node, decl: FactDecl | null): boolean =>
  input.unit === "date" || decl?.type.kind === "money" || decl?.type.kind === "one of";

const ANYTHING: Column = { kind: "finite", members: ["-"], optional: false };
const ANY: CellSet = { kind: "members", members: new Set(["-"]), none: true };

/** The outputs of a table, one node a name. A table without a match is null. */
export function translateTable(table: Table, declOf: DeclOf, env: Env): readonly Node[] {
  const inputs = table.on.map((on) => translate(on.expr, env));
  const { analysis } = tableSpace(table, inputs, declOf, env, "dense");
  const g = env.graph;
  const rows = table.rows.map((r) => ({
    holds: g.and(...r.inputs.map((c, i) => cellHolds(c.tests, inputs[i] ?? g.nothing, c.source, env))),
    outputs: r.outputs.map((o) => translate(o.expr, env)),
  }));
  const column = (j: number): readonly Hit[] =>
    rows.map((r) => ({ holds: r.holds, value: r.outputs[j] ?? g.nothing }));
  // Where the rows are known to leave no gap, an input that is there always matches one.
  const covered = analysis.complete && analysis.gap === null;
  const known = covered ? g.and(...inputs.map((i) => g.not(g.isNull(i)))) : null;
  const apart = analysis.complete && analysis.overlaps.length === 0;
  return table.names.map((_, j) => output(table, column(j), known, apart, g));
}

interface Hit {
  readonly holds: Node;
  readonly value: Node;
}

function output(table: Table, hits: readonly Hit[], known: Node | null, apart: boolean, g: Graph): Node {
  switch (table.hit) {
    case "first":
      return firstOf(hits, known, g);
    case "unique":
      return apart ? firstOf(hits, known, g) : onlyOf(hits, g);
    case "sum":
    case "max":
      return combined(table.hit, hits, known, g);
  }
}

function firstOf(hits: readonly Hit[], known: Node | null, g: Graph): Node {
  const last = hits.at(-1);
  if (last === undefined) return g.nothing;
  const end = g.choose(known === null ? last.holds : g.or(known, last.holds), last.value, g.nothing);
  // The last row stands for all that is left over: the rows are known to cover every input.
  return hits.slice(0, -1).reduceRight((rest, h) => g.choose(h.holds, h.value, rest), end);
}

/** Two rows at once under `unique` have no value. */
function onlyOf(hits: readonly Hit[], g: Graph): Node {
  return hits.reduceRight((rest, h, i) => {
    const another = hits.slice(i + 1).map((o) => o.holds);
    const value = g.choose(g.or(...another), g.nothing, h.value);
    return g.choose(h.holds, value, rest);
  }, g.nothing as Node);
}

function combined(hit: "sum" | "max", hits: readonly Hit[], known: Node | null, g: Graph): Node {
  const neutral = g.number(hit === "sum" ? num(0) : num("-Infinity"));
  const parts = hits.map((h) => g.choose(h.holds, h.value, neutral));
  const value =
    hit === "sum"
      ? parts.reduce((total, p) => g.math("add", [total, p], NUMBER), g.number(0))
      : g.math("max", parts, NUMBER);
  const some = known ?? g.or(...hits.map((h) => h.holds));
  return g.choose(some, value, g.nothing);
}
