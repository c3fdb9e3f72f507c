/** Gaps and overlaps of tables whose inputs hang together, are computed or stand under a guard: by the engine. */
import { elementsOf } from "../ir/elements.ts";
import { bind, type Env } from "../ir/env.ts";
import type { Node } from "../ir/node.ts";
import type { TableAnalysis } from "../ir/spaces.ts";
import type { Table } from "../ir/table.ts";
import { cellHolds } from "../ir/tests.ts";
import { translate } from "../ir/translate.ts";
import type { Clause, Formula } from "../terms/model.ts";
import type { Words } from "../terms/where.ts";
import { shownValues } from "./shown.ts";
import type { Whole, Wholes, Yes } from "./whole.ts";

const REGIONS = 300;
/** Pairs of rows looked at one by one; where there are more, nobody can say. */
const PAIRS_MAX = 300;
/** Rows of which each is tried for whether anything reaches it. */
const ROWS_MAX = 60;

/** `shown` is the example as text, null where neither a proof nor an example was found. */
export interface Found {
  readonly kind: "gap" | "overlap" | "idle";
  readonly rows: readonly number[];
  readonly shown: Words | null;
}

interface Search {
  readonly clause: Clause;
  readonly table: Table;
  readonly wholes: Wholes;
  readonly seen: Map<Whole, Opened | null>;
}

/** A table inside one whole: its inputs and, for each row, whether it matches where the clause applies. */
interface Opened {
  readonly inputs: readonly Node[];
  readonly rows: readonly Node[];
  readonly active: Node;
}

export function searchTable(
  clause: Clause,
  table: Table,
  analysis: TableAnalysis,
  wholes: Wholes,
): readonly Found[] {
  const search: Search = { clause, table, wholes, seen: new Map() };
  // Of a clause that never applies, which is said elsewhere, every row is idle.
  if (wholes.ask((w) => w.nodes.graph.isTrue(w.nodes.active(clause)), REGIONS).answer.kind === "no")
    return [];
  const gaps = analysis.complete && analysis.gap === null ? [] : gapOf(search);
  const all = table.rows.flatMap((_, i) => table.rows.slice(0, i).map((_row, j) => [j, i] as const));
  const apart = analysis.complete && analysis.overlaps.length === 0;
  const pairs = table.hit !== "unique" || apart ? [] : all;
  const overlaps =
    pairs.length > PAIRS_MAX
      ? analysis.overlaps.map((o): Found => ({ kind: "overlap", rows: o.rows, shown: null }))
      : pairs.flatMap(([a, b]) => overlapOf(search, a, b));
  const idle = table.rows.length > ROWS_MAX ? analysis.empty : table.rows.map((_, i) => i);
  return [...gaps, ...overlaps, ...idle.flatMap((i) => idleOf(search, i))];
}

function gapOf(search: Search): readonly Found[] {
  return found("gap", [], search, ({ inputs, rows, active }, whole) => {
    const g = whole.nodes.graph;
    // A value that could not be computed has its own reason; an optional fact without a value is an input.
    const there = inputs.filter((n) => n.data.op !== "fact").map((n) => g.not(g.isNull(n)));
    return g.and(active, ...there, ...rows.map((r) => g.not(r)));
  });
}

const overlapOf = (search: Search, a: number, b: number): readonly Found[] =>
  found("overlap", [a, b], search, ({ rows, active }, whole) =>
    whole.nodes.graph.and(active, rows[a] ?? whole.nodes.graph.no, rows[b] ?? whole.nodes.graph.no),
  );

/** Only a proof counts: a row that could not be reached by searching may well be reached. */
function idleOf(search: Search, i: number): readonly Found[] {
  const { answer } = search.wholes.ask((whole) => {
    const opened = open(search, whole);
    const g = whole.nodes.graph;
    if (opened === null) return null;
    const before = search.table.hit === "first" ? opened.rows.slice(0, i) : [];
    return g.and(opened.active, opened.rows[i] ?? g.no, ...before.map((r) => g.not(r)));
  }, REGIONS);
  return answer.kind === "no" ? [{ kind: "idle", rows: [i], shown: null }] : [];
}

function found(
  kind: Found["kind"],
  rows: readonly number[],
  search: Search,
  condition: (opened: Opened, whole: Whole) => Node,
): readonly Found[] {
  const node = (whole: Whole): Node | null => {
    const opened = open(search, whole);
    return opened === null ? null : condition(opened, whole);
  };
  const { answer, whole } = search.wholes.ask(node, REGIONS);
  if (answer.kind === "no") return [];
  const own = open(search, whole);
  const at = node(whole);
  if (answer.kind === "unknown" || own === null || at === null) return [{ kind, rows, shown: null }];
  return [{ kind, rows, shown: shownOf(at, own, whole, search.table, answer) }];
}

/** The smallest inputs, and in brackets the other facts that make them so. */
function shownOf(at: Node, { inputs }: Opened, whole: Whole, table: Table, answer: Yes): Words {
  const g = whole.nodes.graph;
  const { values, best } = whole.smallest(at, inputs, answer, REGIONS);
  const [en, zh] = shownValues(
    inputs.map((n, i) => ({
      name: table.on[i]?.source.trim() ?? "",
      value: values[i] ?? null,
      unit: n.unit,
    })),
  );
  const fixed = inputs.map((n, i) => {
    const value = values[i] ?? null;
    return value === null ? g.isNull(n) : g.equal(n, g.constant(value, n));
  });
  const others = whole.factsText(g.and(at, ...fixed), best, REGIONS, new Set(inputs));
  return others[0] === "" ? [en, zh] : [`${en} (${others[0]})`, `${zh}（${others[1]}）`];
}

/** The table with its columns and rows as nodes; null where its list is not opened. */
function open(search: Search, whole: Whole): Opened | null {
  const known = search.seen.get(whole);
  if (known !== undefined) return known;
  const opened = openNow(search, whole);
  search.seen.set(whole, opened);
  return opened;
}

function openNow({ clause, table }: Search, whole: Whole): Opened | null {
  const { nodes } = whole;
  const g = nodes.graph;
  const active = g.isTrue(nodes.active(clause));
  const element = clause.forEach === null ? null : elementOf(clause.forEach.source, nodes.env);
  if (clause.forEach !== null && element === null) return null;
  const env: Env =
    element === null || clause.forEach === null
      ? nodes.env
      : bind(nodes.env, new Map([[clause.forEach.name, element.value]]));
  const inputs = table.on.map((on) => translate(on.expr, env));
  const rows = table.rows.map((r) =>
    g.and(...r.inputs.map((cell, i) => cellHolds(cell.tests, inputs[i] ?? g.nothing, cell.source, env))),
  );
  return { inputs, rows, active: g.and(active, element?.present ?? g.yes) };
}

const elementOf = (source: Formula, env: Env): { readonly present: Node; readonly value: Node } | null =>
  elementsOf(source.expr, env)?.[0] ?? null;
