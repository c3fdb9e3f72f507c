/** What the functions of one graph share while they judge a box of completions. */
import type { Val } from "../../ir/node.ts";
import type { Abs } from "../abs.ts";

/** True, or some value of a node that is no condition. */
export const YES = 1;
export const NO = 2;
/** No value. */
export const NONE = 4;

const NO_CODES: readonly number[] = [];

/** Finds out what a cell may be. */
export type Judge = () => void;

const nothing: Judge = () => undefined;

/**
 * The state of what some cells hang on. Every change gives it a number never used before, and undoing the change gives
 * back the old one: what was judged in that state holds again.
 */
export class Clock {
  now = 0;
}

/** What nothing changes. */
export const STILL = new Clock();

/** All that a node may be in the box last judged: never too little. */
export class Cell {
  /** Ends of a number in units of its scale; NaN for what has no scale. */
  lo = 0;
  hi = 0;
  /** Which of true (or a value), false and null it may be. */
  mask = 0;
  /** Facts (as bits) by which it may rise, false being below true. */
  up = 0;
  /** Facts by which it may fall. A node whose facts are in neither does not hang on them. */
  down = 0;
  /** The texts it may be. */
  codes: readonly number[] = NO_CODES;
  /** Its value where it is known and neither a scaled number nor a condition. */
  value: Val = null;
  /** What it may be where it is neither known nor a scaled number, a condition or a text. */
  abs: Abs | null = null;
  /** The state in which it was judged. */
  at = -1;
  /** The state of the facts that it reads. */
  clock = STILL;
  /** Whether it reads a fact that is not known. */
  free = false;
  /** The only one of true, false and null that it is taken to be in the case at hand; 0 where none is supposed. */
  supposed = 0;
  judge: Judge = nothing;

  get known(): boolean {
    return this.mask === NONE || (this.up | this.down) === 0;
  }
}

function suppose(cell: Cell): void {
  cell.mask = cell.supposed;
  cell.up = 0;
  cell.down = 0;
}

/** Judges a cell again only where the facts that it reads have changed. */
export class Board {
  /** Of the decision: what reads known facts only is judged once. */
  readonly run = new Clock();
  /** Of the whole box: for what reads several facts. */
  readonly box = new Clock();
  private count = 0;

  /** A state that never was. */
  next(): number {
    this.count++;
    return this.count;
  }

  read(cell: Cell): Cell {
    const { now } = cell.clock;
    if (cell.at !== now) {
      cell.judge();
      if ((cell.mask & cell.supposed) !== 0) suppose(cell);
      cell.at = now;
    }
    return cell;
  }
}
