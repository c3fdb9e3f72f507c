/** Functions that the graph does not open, and whatever else is computed in decimals. */
import { Num } from "../../feel/value.ts";
import { apply } from "../../ir/apply.ts";
import type { Foreign, Node } from "../../ir/node.ts";
import { beyond, fromNum, toNum } from "../exact/frame.ts";
import { type Cell, type Judge, NO, NONE, YES } from "./board.ts";
import { decimals } from "./decimals.ts";
import { finish, setEnds, setNone } from "./numbers.ts";
import type { CellSource } from "./source.ts";
import { setTruth } from "./truths.ts";
import { set, valueIn } from "./values.ts";

/** A node by its operation on values, where the values of its parts are known. */
function applied(node: Node, cell: Cell, cells: CellSource): Judge {
  const parts = node.args.map((a) => cells.cellOf(a));
  return () => {
    const values = node.args.map((a, i) => valueIn(a, cells.board.read(parts[i] ?? cell), cells));
    set(cell, apply(node, values), node, cells);
  };
}

export function foreign(node: Node, f: Foreign, cell: Cell, cells: CellSource): Judge {
  const known = applied(node, cell, cells);
  const free = freeForeign(node, f, cell, cells) ?? decimals(node, cell, cells);
  return () => (cell.free ? free() : known());
}

/** A node that is not computed in whole units. */
export function general(node: Node, cell: Cell, cells: CellSource): Judge {
  const known = applied(node, cell, cells);
  const free = decimals(node, cell, cells);
  return () => (cell.free ? free() : known());
}

/** Where it reads facts that are not known; null where nothing is known of it. */
function freeForeign(node: Node, f: Foreign, cell: Cell, cells: CellSource): Judge | null {
  const [day] = node.args;
  const { changes } = f;
  if (changes !== null && day !== undefined && node.sort === "boolean" && cells.scales.of(day) === 0)
    return steady(node, changes, cells.cellOf(day), cell, cells);
  const rising = f.trend.length === node.args.length && f.trend.every((t) => t !== 0);
  return rising && node.sort === "ordered" && cells.scales.of(node) !== null
    ? trending(node, f, cell, cells)
    : null;
}

/** Days of one function whose answers are kept. */
const MAX_DAYS = 4096;

/** A function of days that keeps its value between its changes. */
function steady(
  node: Node,
  changes: (from: number, to: number) => readonly number[],
  day: Cell,
  cell: Cell,
  cells: CellSource,
): Judge {
  const masks = new Map<number, number>();
  const maskAt = (at: number): number => {
    const known = masks.get(at);
    if (known !== undefined) return known;
    const value = apply(node, [new Num(at)]);
    const mask = value === null ? NONE : value === true ? YES : NO;
    if (masks.size < MAX_DAYS) masks.set(at, mask);
    return mask;
  };
  return () => {
    cells.board.read(day);
    if (day.mask !== YES) beyond();
    // A day that far away is beyond the calendar.
    let mask = Number.isFinite(day.lo) ? maskAt(day.lo) : NONE;
    if (day.lo < day.hi) for (const at of changes(day.lo, day.hi)) mask |= maskAt(at);
    setTruth(cell, mask, day.up | day.down, day.up | day.down);
  };
}

/** The ends of a function that only rises or only falls in each argument are at the ends of its arguments. */
function trending(node: Node, f: Foreign, cell: Cell, cells: CellSource): () => void {
  const parts = node.args.map((a) => cells.cellOf(a));
  const scales = node.args.map((a) => cells.scales.of(a));
  const own = cells.scales.of(node) ?? 0;
  const at = (top: boolean): number => {
    const values = parts.map((p, i) => {
      const x = (f.trend[i] === 1) === top ? p.hi : p.lo;
      return Number.isFinite(x) ? toNum(x, scales[i] ?? beyond()) : null;
    });
    const value = values.includes(null) ? null : apply(node, values);
    return value instanceof Num ? fromNum(value, own) : Number.NaN;
  };
  return () => {
    let [up, down, mask] = [0, 0, YES];
    for (let i = 0; i < parts.length; i++) {
      const p = parts[i];
      if (p === undefined) continue;
      cells.board.read(p);
      if (p.mask === NONE) {
        setNone(cell);
        return;
      }
      mask |= p.mask;
      up |= f.trend[i] === 1 ? p.up : p.down;
      down |= f.trend[i] === 1 ? p.down : p.up;
    }
    const [low, high] = [at(false), at(true)];
    cell.mask = !Number.isNaN(low) && !Number.isNaN(high) ? mask : mask | NONE;
    setEnds(
      cell,
      Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
      Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
    );
    finish(cell, up, down);
  };
}
