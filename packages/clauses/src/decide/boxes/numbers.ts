/** Numbers over a box: ends in whole units of a scale, exact, and by which facts they rise and fall. */
import type { RoundMode } from "../../ir/node.ts";
import { rounding } from "../exact/arithmetic.ts";
import { beyond, SAFE } from "../exact/frame.ts";
import { type Board, type Cell, type Judge, NONE, YES } from "./board.ts";

/** A number with what turns its units into those of its reader. */
export interface Operand {
  readonly cell: Cell;
  readonly factor: number;
}

/** Whole units that are exact, or infinite; else the decision goes beyond. */
export function safe(x: number): number {
  if (x > SAFE || x < -SAFE) return Number.isFinite(x) ? beyond() : x;
  return x;
}

export const scaled = (x: number, factor: number): number => (factor === 1 ? x : safe(x * factor));

/** ∞ − ∞ may be anything: each end goes to its own side. */
export function setEnds(cell: Cell, lo: number, hi: number): void {
  cell.lo = Number.isNaN(lo) ? Number.NEGATIVE_INFINITY : safe(lo);
  cell.hi = Number.isNaN(hi) ? Number.POSITIVE_INFINITY : safe(hi);
}

/** A cell that may have no value in some completions only hangs on its facts in either direction. */
export function finish(cell: Cell, up: number, down: number): void {
  if (cell.mask === YES && cell.lo === cell.hi) {
    cell.up = 0;
    cell.down = 0;
    return;
  }
  const both = cell.mask !== YES;
  cell.up = both ? up | down : up;
  cell.down = both ? up | down : down;
}

export function setNone(cell: Cell): void {
  cell.mask = NONE;
  cell.lo = 0;
  cell.hi = 0;
  cell.up = 0;
  cell.down = 0;
}

/** Null where either is; false where there is no number at all. */
export function meet(cell: Cell, a: Cell, b: Cell): boolean {
  if (a.mask === NONE || b.mask === NONE) {
    setNone(cell);
    return false;
  }
  cell.mask = a.mask | b.mask;
  return true;
}

/** Reads the only part of a cell, which has a value where that has one; false where there is none at all. */
function takes(board: Board, cell: Cell, x: Cell): boolean {
  board.read(x);
  if (x.mask === NONE) {
    setNone(cell);
    return false;
  }
  cell.mask = x.mask;
  return true;
}

/** Narrows a sum that reads one fact in both directions. */
export type Narrow = () => void;

export function sum(board: Board, cell: Cell, a: Operand, b: Operand, sign: 1 | -1, narrow: Narrow): Judge {
  const [x, y] = [a.cell, b.cell];
  const [f, g] = [a.factor, b.factor];
  return () => {
    board.read(x);
    board.read(y);
    if (!meet(cell, x, y)) return;
    const plus = sign === 1;
    const low = plus ? y.lo : -y.hi;
    const high = plus ? y.hi : -y.lo;
    setEnds(cell, scaled(x.lo, f) + scaled(low, g), scaled(x.hi, f) + scaled(high, g));
    finish(cell, x.up | (plus ? y.up : y.down), x.down | (plus ? y.down : y.up));
    if ((cell.up & cell.down) !== 0 && cell.mask === YES) narrow();
  };
}

const times = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x * y);

export function product(board: Board, cell: Cell, x: Cell, y: Cell): Judge {
  return () => {
    board.read(x);
    board.read(y);
    if (!meet(cell, x, y)) return;
    const a = times(x.lo, y.lo);
    const b = times(x.lo, y.hi);
    const c = times(x.hi, y.lo);
    const d = times(x.hi, y.hi);
    setEnds(cell, Math.min(a, b, c, d), Math.max(a, b, c, d));
    const up = along(y, x.up, x.down) | along(x, y.up, y.down);
    const down = along(y, x.down, x.up) | along(x, y.down, y.up);
    finish(cell, up, down);
  };
}

/** What makes the other factor's `with` facts work the same way, the opposite way or either way. */
function along(factor: Cell, same: number, opposite: number): number {
  if (factor.lo >= 0) return same;
  return factor.hi <= 0 ? opposite : same | opposite;
}

/** By a constant whose inverse is a short decimal: `units` of it. */
export function multiple(board: Board, cell: Cell, x: Cell, units: number): Judge {
  return () => {
    if (!takes(board, cell, x)) return;
    const a = times(x.lo, units);
    const b = times(x.hi, units);
    setEnds(cell, Math.min(a, b), Math.max(a, b));
    finish(cell, units >= 0 ? x.up : x.down, units >= 0 ? x.down : x.up);
  };
}

export function absolute(board: Board, cell: Cell, x: Cell): Judge {
  return () => {
    if (!takes(board, cell, x)) return;
    if (x.lo >= 0) setEnds(cell, x.lo, x.hi);
    else if (x.hi <= 0) setEnds(cell, -x.hi, -x.lo);
    else setEnds(cell, 0, Math.max(-x.lo, x.hi));
    finish(cell, along(x, x.up, x.down), along(x, x.down, x.up));
  };
}

/** Drops `places` decimal places, then multiplies by `factor`. */
export function roundedTo(
  board: Board,
  cell: Cell,
  x: Cell,
  mode: RoundMode,
  places: number,
  factor: number,
): Judge {
  let input = 0;
  const round = rounding(() => input, mode, places);
  const at = (n: number): number => {
    input = n;
    return scaled(round(), factor);
  };
  return () => {
    if (!takes(board, cell, x)) return;
    const lo = at(x.lo);
    setEnds(cell, lo, x.hi === x.lo ? lo : at(x.hi));
    finish(cell, x.up, x.down);
  };
}

/** ⌊x ÷ units⌋ for a whole divisor above zero. */
export function floorDivided(board: Board, cell: Cell, x: Cell, units: number): Judge {
  const at = (n: number): number => {
    if (!Number.isFinite(n)) return n;
    const rest = n % units;
    return (n - rest) / units - (rest < 0 ? 1 : 0);
  };
  return () => {
    if (!takes(board, cell, x)) return;
    setEnds(cell, at(x.lo), at(x.hi));
    finish(cell, x.up, x.down);
  };
}

/** Whether one is at most (below, if strict) another everywhere (true), nowhere (false), or neither is known (null). */
export type Order = (strict: boolean) => boolean | null;

export function extreme(board: Board, cell: Cell, a: Operand, b: Operand, max: boolean, order: Order): Judge {
  const [x, y] = [a.cell, b.cell];
  const [f, g] = [a.factor, b.factor];
  const take = (o: Cell, factor: number): void => {
    setEnds(cell, scaled(o.lo, factor), scaled(o.hi, factor));
    finish(cell, o.up, o.down);
  };
  return () => {
    board.read(x);
    board.read(y);
    if (!meet(cell, x, y)) return;
    const first = order(false);
    if (first !== null && cell.mask === YES) {
      if (first === max) take(y, g);
      else take(x, f);
      return;
    }
    const p = scaled(x.lo, f);
    const q = scaled(y.lo, g);
    const r = scaled(x.hi, f);
    const s = scaled(y.hi, g);
    if (max) setEnds(cell, Math.max(p, q), Math.max(r, s));
    else setEnds(cell, Math.min(p, q), Math.min(r, s));
    finish(cell, x.up | y.up, x.down | y.down);
  };
}
