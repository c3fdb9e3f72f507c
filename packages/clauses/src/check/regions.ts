/** The regions of decision tables as data: which rows take which piece of the inputs, for a picture of them. */
import { jsonOf } from "../decide/render.ts";
import { clauseNodes } from "../ir/clauseNodes.ts";
import type { Node, Unit } from "../ir/node.ts";
import {
  type CellSet,
  type Column,
  holds,
  type Interval,
  type Piece,
  type Point,
  piecesOf,
} from "../ir/pieces.ts";
import type { Sample } from "../ir/spaces.ts";
import { type Table, tableSpace } from "../ir/table.ts";
import type { Clause, HitPolicy } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";
import { columnNodes, declarationsOf } from "./columns.ts";

/** More pieces than this on one axis are not listed: a table of so many boundaries is no picture. */
export const AXIS_PIECES_MAX = 1_000;
/** More cells than this are not listed one by one; `rows[].takes` says the same of any size. */
export const GRID_CELLS_MAX = 4_096;

/** One end of a piece. `value` as facts write it (ISO dates and durations, plain decimals); null without end. */
export interface PieceEnd {
  readonly value: string | null;
  readonly included: boolean;
}

/** A piece of an axis inside which no row changes its mind. */
export type AxisPiece =
  /** One member of a `one of`, a text that the table names (or `（其他）`), or `true` and `false`. */
  | { readonly kind: "member"; readonly text: string }
  /** The fact has no value (optional facts only). */
  | { readonly kind: "none"; readonly text: string }
  /** One value of an ordered axis. */
  | { readonly kind: "point"; readonly text: string; readonly at: string }
  /** The values between two ends; `sample` is one of them. */
  | {
      readonly kind: "interval";
      readonly text: string;
      readonly low: PieceEnd;
      readonly high: PieceEnd;
      readonly sample: string;
    };

/** An input of a table: an expression of its `on`. */
export interface TableAxis {
  readonly name: string;
  /** Of what unit an ordered axis is; null where it is a list of members. */
  readonly unit: Unit | null;
  /** From the least; empty where a cell is not made of constants or there are more than `AXIS_PIECES_MAX`. */
  readonly pieces: readonly AxisPiece[];
}

/** Pieces `from` to `to` of an axis, both included, by their index. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface TableRowRegion {
  readonly line: number;
  /** The cells as written: one an axis, then one an output. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** For each axis the pieces that the row takes; null where its cell is not made of constants. */
  readonly takes: readonly (readonly Run[] | null)[];
}

/** The smallest input that no row takes (`rows` empty) or that two rows take; one text an axis. */
export interface TableFinding {
  readonly kind: "gap" | "overlap";
  /** Indexes into `rows`. */
  readonly rows: readonly number[];
  readonly sample: readonly string[];
}

/** A table of a document, its inputs cut at every boundary of its cells. */
export interface TableDescription {
  readonly clause: string;
  readonly line: number;
  readonly hit: HitPolicy;
  readonly outputs: readonly string[];
  readonly axes: readonly TableAxis[];
  readonly rows: readonly TableRowRegion[];
  /**
   * For each cell the indexes of the rows that take it (none: a gap; two: an overlap under `unique`), the last
   * axis running fastest. Null where an axis has no pieces or there are more than `GRID_CELLS_MAX` cells:
   * `rowsAt` then answers for one cell.
   */
  readonly grid: readonly (readonly number[])[] | null;
  /** Gaps and, under `unique`, overlaps; what cannot happen (a guard forbids it, say) is left to `check`. */
  readonly findings: readonly TableFinding[];
}

/** The rows that take the cell at these piece indexes, one an axis. */
export const rowsAt = (table: TableDescription, cell: readonly number[]): readonly number[] =>
  table.rows.flatMap((row, i) =>
    cell.every((at, axis) => row.takes[axis]?.some((run) => run.from <= at && at <= run.to) === true)
      ? [i]
      : [],
  );

/** Every table of a document, in its order. */
export function tableDescriptions(resolved: Resolved): readonly TableDescription[] {
  const nodes = clauseNodes(resolved, new Map());
  return resolved.doc.clauses.flatMap((c) => {
    if (c.effect.kind !== "table") return [];
    const inputs = columnNodes(c, c.effect, nodes, resolved);
    const declared = declarationsOf(c, c.effect, inputs, nodes, resolved);
    return [describe(c, c.effect, inputs, tableSpace(c.effect, inputs, declared, nodes.env, "declared"))];
  });
}

function describe(
  c: Clause,
  table: Table,
  inputs: readonly Node[],
  { columns, boxes, analysis }: ReturnType<typeof tableSpace>,
): TableDescription {
  const axes = table.on.map((on, i) => {
    const column = columns[i] ?? null;
    const cells = boxes.map((b) => b[i] ?? null);
    const pieces = column === null || cells.includes(null) ? [] : merged(column, cells);
    const unit = inputs[i]?.unit ?? null;
    return { name: on.source.trim(), unit, pieces: pieces.length > AXIS_PIECES_MAX ? [] : pieces };
  });
  const rows = table.rows.map((r, i) => ({
    line: r.at.line,
    inputs: r.inputs.map((cell) => cell.source.trim()),
    outputs: r.outputs.map((o) => o.source.trim()),
    takes: axes.map((axis, j) => runs(axis.pieces, boxes[i]?.[j] ?? null)),
  }));
  const shown = (sample: Sample): readonly string[] => sample.map((p, i) => text(p, inputs[i]?.unit ?? null));
  const gap = analysis.gap === null ? [] : [{ kind: "gap" as const, rows: [], sample: shown(analysis.gap) }];
  const overlaps = table.hit === "unique" ? analysis.overlaps : [];
  const described: Omit<TableDescription, "grid"> = {
    clause: c.id,
    line: table.at.line,
    hit: table.hit,
    outputs: table.names,
    axes: axes.map((a) => ({ ...a, pieces: a.pieces.map((p) => shownPiece(p, a.unit)) })),
    rows,
    findings: [
      ...gap,
      ...overlaps.map((o) => ({ kind: "overlap" as const, rows: o.rows, sample: shown(o.sample) })),
    ],
  };
  return { ...described, grid: gridOf({ ...described, grid: null }) };
}

/** The pieces of a column, neighbours in which every cell answers alike made one. */
function merged(column: Column, cells: readonly (CellSet | null)[]): readonly Piece[] {
  const out: Piece[] = [];
  let last = "";
  for (const p of piecesOf(column, cells)) {
    const key = cells.map((c) => (holds(c, p.sample) ? "1" : "0")).join("");
    const before = out.at(-1);
    const meets = before?.span != null && p.span !== null && touch(before.span, p.span, column);
    if (meets && key === last) out[out.length - 1] = together(before, p.span);
    else out.push(p);
    last = key;
  }
  return out;
}

/** Nothing of the column lies between two spans: they meet, or the grid has no value in between. */
const touch = (a: Interval, b: Interval, column: Column): boolean =>
  column.kind === "ordered" && column.only === null && a.high.lessThanOrEqualTo(b.low);

const together = (a: Piece, b: Interval): Piece =>
  a.span === null ? a : { sample: a.sample, span: { ...a.span, high: b.high, highIn: b.highIn } };

function runs(pieces: readonly Piece[], cell: CellSet | null): readonly Run[] | null {
  if (cell === null || pieces.length === 0) return null;
  const out: Run[] = [];
  pieces.forEach((p, i) => {
    if (!holds(cell, p.sample)) return;
    const last = out.at(-1);
    if (last?.to === i - 1) out[out.length - 1] = { from: last.from, to: i };
    else out.push({ from: i, to: i });
  });
  return out;
}

function gridOf(table: TableDescription): TableDescription["grid"] {
  const sizes = table.axes.map((a) => a.pieces.length);
  const cells = sizes.reduce((n, size) => n * size, 1);
  if (cells === 0 || cells > GRID_CELLS_MAX) return null;
  return Array.from({ length: cells }, (_, index) => {
    let rest = index;
    const at = [...sizes].reverse().map((size) => {
      const own = rest % size;
      rest = Math.floor(rest / size);
      return own;
    });
    return rowsAt(table, at.reverse());
  });
}

function shownPiece({ sample, span }: Piece, unit: Unit | null): AxisPiece {
  const own = text(sample, unit);
  if (sample === null) return { kind: "none", text: own };
  if (span === null) return { kind: "member", text: own };
  if (span.low.equals(span.high)) return { kind: "point", text: own, at: own };
  const low = end(span.low, span.lowIn, unit);
  const high = end(span.high, span.highIn, unit);
  return { kind: "interval", text: intervalText(low, high), low, high, sample: own };
}

const end = (x: Interval["low"], included: boolean, unit: Unit | null): PieceEnd =>
  x.isFinite() ? { value: text(x, unit), included } : { value: null, included: false };

function intervalText(low: PieceEnd, high: PieceEnd): string {
  if (low.value === null && high.value === null) return "-";
  if (low.value === null) return `${high.included ? "<=" : "<"} ${high.value}`;
  if (high.value === null) return `${low.included ? ">=" : ">"} ${low.value}`;
  return `${low.included ? "[" : "("}${low.value}..${high.value}${high.included ? "]" : ")"}`;
}

/** A sample as facts write it. */
export const text = (p: Point, unit: Unit | null): string =>
  p === null ? "（无）" : typeof p === "string" ? p : String(jsonOf(p, unit));
