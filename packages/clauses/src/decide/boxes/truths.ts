/** Conditions over a box: which of true, false and null they may be, and by which facts they become true. */
import { type Board, type Cell, type Judge, NO, NONE, YES } from "./board.ts";
import type { Order } from "./numbers.ts";
import { OTHER_CODE } from "./source.ts";

const swap = (mask: number): number =>
  (mask & NONE) | ((mask & YES) !== 0 ? NO : 0) | ((mask & NO) !== 0 ? YES : 0);

export function setTruth(cell: Cell, mask: number, up: number, down: number): void {
  cell.mask = mask;
  if (mask === YES || mask === NO || mask === NONE) {
    cell.up = 0;
    cell.down = 0;
    return;
  }
  const both = (mask & NONE) !== 0;
  cell.up = both ? up | down : up;
  cell.down = both ? up | down : down;
}

/** `and` (decisive NO) or `or` (decisive YES); stops at the first part that decides. */
export function logic(board: Board, cell: Cell, parts: readonly Cell[], decisive: number): Judge {
  const other = decisive === YES ? NO : YES;
  return () => {
    let up = 0;
    let down = 0;
    let some = 0;
    let all = other;
    let nulls = 0;
    for (const p of parts) {
      const { mask } = board.read(p);
      if (mask === decisive) {
        setTruth(cell, decisive, 0, 0);
        return;
      }
      if (mask === other) continue;
      some |= mask & decisive;
      if ((mask & other) === 0) all = 0;
      // Null wherever some part is null and the others do not decide.
      if ((mask & NONE) !== 0) nulls = NONE;
      up |= p.up;
      down |= p.down;
    }
    setTruth(cell, some | all | nulls, up, down);
  };
}

export function negation(board: Board, cell: Cell, x: Cell): Judge {
  return () => {
    board.read(x);
    setTruth(cell, swap(x.mask), x.down, x.up);
  };
}

export function holds(board: Board, cell: Cell, x: Cell): Judge {
  return () => {
    board.read(x);
    setTruth(cell, (x.mask & YES) | ((x.mask & (NO | NONE)) !== 0 ? NO : 0), x.up, x.down);
  };
}

/** Of any node; `YES` of a condition and of any other value both mean that there is one. */
export function missing(board: Board, cell: Cell, x: Cell): Judge {
  return () => {
    board.read(x);
    const mask = ((x.mask & NONE) !== 0 ? YES : 0) | ((x.mask & (YES | NO)) !== 0 ? NO : 0);
    setTruth(cell, mask, x.up | x.down, x.up | x.down);
  };
}

export function comparison(board: Board, cell: Cell, x: Cell, y: Cell, strict: boolean, order: Order): Judge {
  return () => {
    board.read(x);
    board.read(y);
    const none = (x.mask | y.mask) & NONE;
    if (x.mask === NONE || y.mask === NONE) {
      setTruth(cell, NONE, 0, 0);
      return;
    }
    const known = order(strict);
    const own = known === null ? YES | NO : known ? YES : NO;
    setTruth(cell, own | none, x.down | y.up, x.up | y.down);
  };
}

/** FEEL's `=` of numbers, texts or conditions: null equals null only. `same` answers for two values. */
export function equality(board: Board, cell: Cell, x: Cell, y: Cell, same: () => boolean | null): Judge {
  return () => {
    board.read(x);
    board.read(y);
    const [p, q] = [x.mask & NONE, y.mask & NONE];
    const [v, w] = [x.mask !== NONE, y.mask !== NONE];
    let mask = 0;
    if (p !== 0 && q !== 0) mask |= YES;
    if ((p !== 0 && w) || (q !== 0 && v)) mask |= NO;
    if (v && w) {
      const known = same();
      mask |= known === null ? YES | NO : known ? YES : NO;
    }
    const facts = x.up | x.down | y.up | y.down;
    setTruth(cell, mask, facts, facts);
  };
}

/** Whether two judged texts are the same; null where they may be either. */
export function sameText(x: Cell, y: Cell): boolean | null {
  const shared = x.codes.some((c) => y.codes.includes(c));
  if (!shared) return false;
  if (x.codes.length > 1 || y.codes.length > 1) return null;
  if (x.codes[0] !== OTHER_CODE) return true;
  return typeof x.value === "string" && typeof y.value === "string" ? x.value === y.value : null;
}
