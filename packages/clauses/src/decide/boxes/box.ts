/** The facts of one decision, each with what it may be in the box at hand; changes can be undone. */
import type { Val } from "../../ir/node.ts";
import { beyond } from "../exact/frame.ts";
import { type Board, Clock, NO, NONE, YES } from "./board.ts";

/** How the values of a fact lie: whole units on a grid, false and true, or texts. */
export type Kind = "number" | "truth" | "text";

/** One fact. `lo`, `hi`, `mask` and `codes` are those of the box. */
export class Fact {
  readonly index: number;
  readonly kind: Kind;
  /** Its bit; zero while it is known. */
  bit = 0;
  lo = 0;
  hi = 0;
  mask = 0;
  codes: readonly number[] = [];
  /** The values of a number that has only a few, rising; null for a grid. */
  values: readonly number[] | null = null;
  step = 1;
  origin = 0;
  /** What stands for ends that are infinite. */
  far: readonly [number, number] = [-1, 1];
  /** Its text where it is known and none that the document names. */
  text: Val = null;
  /** What it may be in the box at hand. */
  readonly clock = new Clock();
  private readonly lower: Point = { at: Number.NaN, state: 0 };
  private readonly upper: Point = { at: Number.NaN, state: 0 };

  constructor(index: number, kind: Kind) {
    this.index = index;
    this.kind = kind;
  }

  /** The greatest value up to `x`, NaN where there is none in the box. */
  floor(x: number): number {
    const { values } = this;
    let at = x;
    if (values !== null) at = last(values, x);
    else if (this.step !== 1 && Number.isFinite(x))
      at = Math.floor((x - this.origin) / this.step) * this.step + this.origin;
    else at = Math.floor(x);
    return at < this.lo ? Number.NaN : Math.min(at, this.hi);
  }

  /** The value after `x`, which is one of the box; NaN at the end. */
  after(x: number): number {
    const { values } = this;
    const next = values === null ? x + this.step : first(values, x);
    return next <= this.hi ? next : Number.NaN;
  }

  before(x: number): number {
    return this.floor(this.values === null ? x - this.step : x - 0.5);
  }

  /** The end of the box, or a value far away. */
  end(up: boolean): number {
    const end = up ? this.hi : this.lo;
    if (Number.isFinite(end)) return end;
    const [low, high] = this.far;
    const far = up ? high : low;
    const inside = up ? Math.max(far, this.lo + this.step) : Math.min(far, this.hi - this.step);
    return Math.floor((inside - this.origin) / this.step) * this.step + this.origin;
  }

  /** Whether `end` is the last value there is; a value far away proves nothing of those beyond it. */
  reaches(up: boolean): boolean {
    return this.kind !== "number" || Number.isFinite(up ? this.hi : this.lo);
  }

  /** Begins a decision: the same value has the same state throughout. */
  begin(board: Board): void {
    this.clock.now = board.next();
    this.lower.at = Number.NaN;
    this.upper.at = Number.NaN;
  }

  /** The state of the fact having one value only, the last one asked for at this end. */
  stateAt(at: number, up: boolean, board: Board): number {
    const point = up ? this.upper : this.lower;
    if (point.at !== at) {
      point.at = at;
      point.state = board.next();
    }
    return point.state;
  }

  get fixed(): boolean {
    if (this.mask === NONE) return true;
    if (this.kind === "truth") return this.mask === YES || this.mask === NO;
    if ((this.mask & NONE) !== 0) return false;
    return this.kind === "number" ? this.lo === this.hi : this.codes.length === 1;
  }
}

function last(values: readonly number[], x: number): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const v of values) if (v <= x) found = v;
  return found;
}

function first(values: readonly number[], x: number): number {
  for (const v of values) if (v > x) return v;
  return Number.NaN;
}

interface Point {
  at: number;
  state: number;
}

interface Change {
  fact: Fact;
  lo: number;
  hi: number;
  mask: number;
  codes: readonly number[];
  /** The states before. */
  own: number;
  box: number;
}

/** The facts by index and by bit. */
export class Box {
  readonly facts: (Fact | undefined)[] = [];
  readonly free: Fact[] = [];
  private readonly board: Board;
  /** Used again and again, up to `mark`. */
  private readonly trail: Change[] = [];
  private length = 0;

  constructor(board: Board) {
    this.board = board;
  }

  /** Nothing is known to be free; see `start`. */
  begin(): void {
    this.length = 0;
    this.free.length = 0;
  }

  /** All facts are read: the decision begins. */
  start(): void {
    const { board } = this;
    board.run.now = board.box.now = board.next();
    for (const f of this.free) f.begin(board);
  }

  get mark(): number {
    return this.length;
  }

  undo(mark: number): void {
    while (this.length > mark) {
      this.length--;
      const c = this.trail[this.length];
      if (c === undefined) break;
      const { fact } = c;
      fact.lo = c.lo;
      fact.hi = c.hi;
      fact.mask = c.mask;
      fact.codes = c.codes;
      fact.clock.now = c.own;
      this.board.box.now = c.box;
    }
  }

  private save(fact: Fact): void {
    const { board } = this;
    const { lo, hi, mask, codes } = fact;
    const own = fact.clock.now;
    const box = board.box.now;
    const c = this.trail[this.length];
    if (c === undefined) this.trail.push({ fact, lo, hi, mask, codes, own, box });
    else {
      c.fact = fact;
      c.lo = lo;
      c.hi = hi;
      c.mask = mask;
      c.codes = codes;
      c.own = own;
      c.box = box;
    }
    this.length++;
    fact.clock.now = board.box.now = board.next();
  }

  range(fact: Fact, lo: number, hi: number): void {
    if (!(lo <= hi)) beyond();
    this.save(fact);
    fact.lo = lo;
    fact.hi = hi;
    fact.mask = YES;
  }

  truth(fact: Fact, mask: number): void {
    this.save(fact);
    fact.mask = mask;
  }

  text(fact: Fact, code: number): void {
    this.save(fact);
    fact.mask = YES;
    fact.codes = [code];
  }

  none(fact: Fact): void {
    this.save(fact);
    fact.mask = NONE;
  }

  /** Drops "no value". */
  some(fact: Fact): void {
    this.save(fact);
    fact.mask &= ~NONE;
  }

  /** The fact at its upper or lower end. */
  toEnd(fact: Fact, up: boolean): void {
    if (fact.kind === "text") {
      this.text(fact, fact.codes[up ? fact.codes.length - 1 : 0] ?? 0);
      return;
    }
    if (fact.kind === "truth") this.truth(fact, up ? YES : NO);
    else {
      const end = fact.end(up);
      this.range(fact, end, end);
    }
    fact.clock.now = fact.stateAt(fact.kind === "truth" ? fact.mask : fact.lo, up, this.board);
  }
}
