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
  /** The box in which it was judged. */
  at = -1;
  /** Whether it reads a fact that is not known. */
  free = false;
  judge: Judge = nothing;

  get known(): boolean {
    return this.mask === NONE || (this.up | this.down) === 0;
  }
}

/** Counts boxes, so that nothing need be cleared: a cell judged before the box is judged again. */
export class Board {
  box = 0;
  /** The first box of this decision: what reads known facts only is judged once. */
  run = 0;

  read(cell: Cell): Cell {
    if (cell.at < (cell.free ? this.box : this.run)) {
      cell.judge();
      cell.at = this.box;
    }
    return cell;
  }
}
