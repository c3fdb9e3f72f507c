/** Tables as boxes: which inputs each row takes, which none takes, which two take. */
import { Num } from "../feel/value.ts";

/** The inputs of one column that a cell takes. Ends are `Num` with ±∞; a point is a closed interval. */
export interface Interval {
  readonly low: Num;
  readonly lowIn: boolean;
  readonly high: Num;
  readonly highIn: boolean;
}

/** What a cell takes: intervals of an ordered column, members of a finite one. */
export type CellSet =
  | { readonly kind: "intervals"; readonly parts: readonly Interval[] }
  | { readonly kind: "members"; readonly members: ReadonlySet<string> };

/** A column: an ordered one with its limits and step, or all its members. `step` null is dense. */
export type Column =
  | { readonly kind: "ordered"; readonly range: Interval; readonly step: Num | null }
  | { readonly kind: "finite"; readonly members: readonly string[] };

/** One row's cell for each column, null for a cell that could not be read as a set. */
export type RowBox = readonly (CellSet | null)[];

/** A sample input for each column: a number or a member. */
export type Sample = readonly (Num | string)[];

export interface TableAnalysis {
  /** The least input that no row takes. */
  readonly gap: Sample | null;
  readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly sample: Sample }[];
  /** Rows that take nothing that an earlier row does not take. */
  readonly unreachable: readonly number[];
  /** False where some cell could not be read or the table is too large to try every piece. */
  readonly complete: boolean;
}

const MAX_PIECES = 200_000;

interface State {
  readonly columns: readonly Column[];
  readonly rows: readonly RowBox[];
  readonly seen: Map<string, boolean>;
  readonly overlaps: Map<string, { readonly rows: readonly [number, number]; readonly sample: Sample }>;
  readonly reached: Set<number>;
  gap: Sample | null;
  pieces: number;
}

/** Tries every piece between the boundaries of the cells, once for each set of rows still possible. */
export function analyse(columns: readonly Column[], rows: readonly RowBox[]): TableAnalysis {
  const readable = rows.every((r) => r.every((c) => c !== null));
  const state: State = {
    columns,
    rows,
    seen: new Map(),
    overlaps: new Map(),
    reached: new Set(),
    gap: null,
    pieces: 0,
  };
  if (readable)
    descend(
      state,
      0,
      rows.map((_, i) => i),
      [],
    );
  const complete = readable && state.pieces <= MAX_PIECES;
  return {
    gap: complete ? state.gap : null,
    overlaps: [...state.overlaps.values()],
    unreachable: complete ? rows.map((_, i) => i).filter((i) => !state.reached.has(i)) : [],
    complete,
  };
}

function descend(state: State, column: number, live: readonly number[], sample: Sample): void {
  if (state.pieces++ > MAX_PIECES) return;
  const spec = state.columns[column];
  if (live.length === 0 || spec === undefined) {
    record(state, live, sample);
    return;
  }
  const key = `${column}:${live.join(",")}`;
  if (state.seen.has(key)) return;
  state.seen.set(key, true);
  for (const point of points(
    spec,
    live.map((i) => state.rows[i]?.[column] ?? null),
  )) {
    const next = live.filter((i) => holds(state.rows[i]?.[column] ?? null, point));
    descend(state, column + 1, next, [...sample, point]);
  }
}

function record(state: State, live: readonly number[], sample: Sample): void {
  const full = [...sample, ...state.columns.slice(sample.length).map(leastOf)];
  const [first, second] = live;
  if (first === undefined) {
    state.gap ??= full;
    return;
  }
  state.reached.add(first);
  if (second === undefined) return;
  const key = `${first},${second}`;
  if (!state.overlaps.has(key)) state.overlaps.set(key, { rows: [first, second], sample: full });
}

function leastOf(column: Column): Num | string {
  if (column.kind === "finite") return column.members[0] ?? "";
  const { low, high } = column.range;
  if (low.isFinite()) return low;
  return high.isFinite() && high.isNegative() ? high : new Num(0);
}

export function holds(set: CellSet | null, point: Num | string): boolean {
  if (set === null) return true;
  if (set.kind === "members") return typeof point === "string" && set.members.has(point);
  return point instanceof Num && set.parts.some((p) => inside(p, point));
}

function inside(p: Interval, x: Num): boolean {
  const above = p.lowIn ? x.greaterThanOrEqualTo(p.low) : x.greaterThan(p.low);
  return above && (p.highIn ? x.lessThanOrEqualTo(p.high) : x.lessThan(p.high));
}

/** One point of every piece that the cells' ends cut a column into, from the least. */
function points(column: Column, cells: readonly (CellSet | null)[]): readonly (Num | string)[] {
  if (column.kind === "finite") return column.members;
  const ends = new Map<string, Num>();
  const add = (x: Num): void => {
    if (x.isFinite()) ends.set(x.toString(), x);
  };
  for (const c of cells) if (c?.kind === "intervals") for (const p of c.parts) [p.low, p.high].forEach(add);
  add(column.range.low);
  add(column.range.high);
  const sorted = [...ends.values()].sort((a, b) => a.comparedTo(b));
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [new Num(0)];
  const out = [first.minus(column.step ?? 1)];
  sorted.forEach((x, i) => {
    out.push(x);
    const next = sorted[i + 1];
    if (next !== undefined) out.push(...between(x, next, column.step));
  });
  out.push(last.plus(column.step ?? 1));
  return out.filter((x) => inside(column.range, x));
}

function between(a: Num, b: Num, step: Num | null): readonly Num[] {
  if (step === null) return [a.plus(b).div(2)];
  const next = a.plus(step);
  return next.lessThan(b) ? [next] : [];
}
