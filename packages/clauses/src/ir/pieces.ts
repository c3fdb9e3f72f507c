/** What a column of a table can hold, cut into pieces at the ends of its cells. */
import { Num } from "../feel/value.ts";
import { compare } from "./order.ts";

/** Ends are `Num` with ±∞; a point is a closed interval. */
export interface Interval {
  readonly low: Num;
  readonly lowIn: boolean;
  readonly high: Num;
  readonly highIn: boolean;
}

/** What a cell takes: intervals of an ordered column, members of a finite one; `none` where it takes no value. */
export type CellSet =
  | { readonly kind: "intervals"; readonly parts: readonly Interval[]; readonly none: boolean }
  | { readonly kind: "members"; readonly members: ReadonlySet<string>; readonly none: boolean };

/**
 * An ordered column with its limits and grid, or all its members. `step` null is dense; `only` are the numbers of
 * a `one of`; `optional` where there may be no value.
 */
export type Column =
  | {
      readonly kind: "ordered";
      readonly range: Interval;
      readonly step: Num | null;
      readonly origin: Num;
      readonly only: readonly Num[] | null;
      readonly optional: boolean;
    }
  | { readonly kind: "finite"; readonly members: readonly string[]; readonly optional: boolean };

/** A number, a member, or null for none. */
export type Point = Num | string | null;

/** A piece in which no cell changes: its least value (or the roundest), and its ends where it is ordered. */
export interface Piece {
  readonly sample: Point;
  readonly span: Interval | null;
}

export function holds(set: CellSet | null, point: Point): boolean {
  if (set === null) return true;
  if (point === null) return set.none;
  if (set.kind === "members") return typeof point === "string" && set.members.has(point);
  return point instanceof Num && set.parts.some((p) => inside(p, point));
}

export function inside(p: Interval, x: Num): boolean {
  const low = compare(x, p.low);
  const high = compare(x, p.high);
  return (p.lowIn ? low >= 0 : low > 0) && (p.highIn ? high <= 0 : high < 0);
}

/** The least value of a column, or the one nearest zero where it has no least. */
export function leastOf(column: Column): Point {
  if (column.kind === "finite") return column.members[0] ?? "";
  if (column.only !== null) return column.only[0] ?? new Num(0);
  const { low, high } = column.range;
  if (low.isFinite()) return low;
  return high.isFinite() && high.isNegative() ? high : new Num(0);
}

/** The pieces that the cells' ends cut a column into, from the least; having no value comes last. */
export function piecesOf(column: Column, cells: readonly (CellSet | null)[]): readonly Piece[] {
  const none: readonly Piece[] = column.optional ? [{ sample: null, span: null }] : [];
  if (column.kind === "finite") return [...column.members.map((m) => ({ sample: m, span: null })), ...none];
  if (column.only !== null) return [...column.only.map(point), ...none];
  return [...orderedPieces(column, cells), ...none];
}

type Ordered = Extract<Column, { kind: "ordered" }>;

function orderedPieces(column: Ordered, cells: readonly (CellSet | null)[]): readonly Piece[] {
  const ends = new Map<string, Num>();
  const add = (x: Num): void => {
    if (x.isFinite()) ends.set(x.toString(), x);
  };
  for (const c of cells)
    if (c?.kind === "intervals")
      for (const p of c.parts) {
        add(p.low);
        add(p.high);
      }
  const { low, high } = column.range;
  add(low);
  add(high);
  const sorted = [...ends.values()].sort(compare).filter((x) => inside(column.range, x));
  const out: Piece[] = [];
  let from = low;
  for (const x of sorted) {
    out.push(...open(from, x, column));
    if (onGrid(x, column)) out.push(point(x));
    from = x;
  }
  return [...out, ...open(from, high, column)];
}

const point = (x: Num): Piece => ({ sample: x, span: { low: x, lowIn: true, high: x, highIn: true } });

const onGrid = (x: Num, c: Ordered): boolean => c.step === null || x.minus(c.origin).mod(c.step).isZero();

/** The piece strictly between two ends, if it holds anything. */
function open(low: Num, high: Num, column: Ordered): readonly Piece[] {
  const span = { low, lowIn: false, high, highIn: false };
  const sample = between(low, high, column);
  return inside(span, sample) ? [{ sample, span }] : [];
}

/** The least value above `low`; where there is no least, the roundest; below everything, the nearest. */
function between(low: Num, high: Num, { step, origin }: Ordered): Num {
  if (!low.isFinite() && !high.isFinite()) return origin;
  if (step === null) return roundest(low, high);
  if (low.isFinite()) return low.minus(origin).div(step).floor().plus(1).times(step).plus(origin);
  return high.minus(origin).div(step).ceil().minus(1).times(step).plus(origin);
}

/** The number of fewest decimals between two ends, one of which is finite. */
function roundest(low: Num, high: Num): Num {
  if (!low.isFinite()) return high.ceil().minus(1);
  if (!high.isFinite()) return low.floor().plus(1);
  for (let unit = new Num(1), i = 0; i < 34; unit = unit.div(10), i++) {
    const next = low.div(unit).floor().plus(1).times(unit);
    if (next.lessThan(high)) return next;
  }
  return low.plus(high).div(2);
}
