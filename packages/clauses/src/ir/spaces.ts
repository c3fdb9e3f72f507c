/** Tables as boxes: which inputs each row takes, which none takes, which two take. */
import { type CellSet, type Column, holds, leastOf, type Point, piecesOf } from "./pieces.ts";

/** One row's cell for each column, null for a cell that could not be read as a set. */
export type RowBox = readonly (CellSet | null)[];

/** A sample input for each column: a number, a member, or null for none. */
export type Sample = readonly Point[];

export interface TableAnalysis {
  /** The least input that no row takes. */
  readonly gap: Sample | null;
  readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly sample: Sample }[];
  /** Rows that take nothing that an earlier row does not take. */
  readonly unreachable: readonly number[];
  /** Rows that take nothing at all. */
  readonly empty: readonly number[];
  /** False where some cell could not be read or the table is too large to try every piece. */
  readonly complete: boolean;
}

/** Pieces looked at, each as long as its list of rows still possible: about a second of work. */
const WORK_MAX = 3_000_000;

interface State {
  readonly columns: readonly Column[];
  readonly rows: readonly RowBox[];
  readonly seen: Set<string>;
  readonly overlaps: Map<string, { readonly rows: readonly [number, number]; readonly sample: Sample }>;
  readonly reached: Set<number>;
  readonly matched: Set<number>;
  gap: Sample | null;
  work: number;
}

/** Tries every piece between the boundaries of the cells, once for each set of rows still possible. */
export function analyse(columns: readonly Column[], rows: readonly RowBox[]): TableAnalysis {
  const readable = rows.every((r) => r.every((c) => c !== null));
  const state: State = {
    columns,
    rows,
    seen: new Set(),
    overlaps: new Map(),
    reached: new Set(),
    matched: new Set(),
    gap: null,
    work: 0,
  };
  const all = rows.map((_, i) => i);
  if (readable) descend(state, 0, all, []);
  const complete = readable && state.work <= WORK_MAX;
  return {
    gap: complete ? state.gap : null,
    overlaps: [...state.overlaps.values()].sort((a, b) => a.rows[1] - b.rows[1] || a.rows[0] - b.rows[0]),
    unreachable: complete ? all.filter((i) => !state.reached.has(i)) : [],
    empty: complete ? all.filter((i) => !state.matched.has(i)) : [],
    complete,
  };
}

function descend(state: State, column: number, live: readonly number[], sample: Sample): void {
  const spec = state.columns[column];
  if (live.length === 0 || spec === undefined) {
    record(state, live, sample);
    return;
  }
  const key = `${column}:${live.join(",")}`;
  if (state.seen.has(key)) return;
  state.seen.add(key);
  const cells = live.map((i) => state.rows[i]?.[column] ?? null);
  for (const { sample: point } of piecesOf(spec, cells)) {
    state.work += live.length;
    if (state.work > WORK_MAX) return;
    const next = live.filter((_, k) => holds(cells[k] ?? null, point));
    descend(state, column + 1, next, [...sample, point]);
  }
}

function record(state: State, live: readonly number[], sample: Sample): void {
  const [first, ...others] = live;
  if (first === undefined) {
    state.gap ??= full(state, sample);
    return;
  }
  state.reached.add(first);
  for (const i of live) state.matched.add(i);
  state.work += others.length;
  for (const other of others) {
    const key = `${first},${other}`;
    if (!state.overlaps.has(key))
      state.overlaps.set(key, { rows: [first, other], sample: full(state, sample) });
  }
}

const full = (state: State, sample: Sample): Sample => [
  ...sample,
  ...state.columns.slice(sample.length).map(leastOf),
];
