/** The facts of one decision, each with what it may be in the box at hand; changes can be undone. */
import type { Val } from "../../ir/node.ts";
import { beyond } from "../exact/frame.ts";
import { type Board, NO, NONE, YES } from "./board.ts";

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

interface Change {
  readonly fact: Fact;
  readonly lo: number;
  readonly hi: number;
  readonly mask: number;
  readonly codes: readonly number[];
}

/** The facts by index and by bit. */
export class Box {
  readonly facts: (Fact | undefined)[] = [];
  readonly free: Fact[] = [];
  private readonly board: Board;
  private readonly trail: Change[] = [];

  constructor(board: Board) {
    this.board = board;
  }

  begin(): void {
    this.trail.length = 0;
    this.free.length = 0;
    this.board.run = ++this.board.box;
  }

  get mark(): number {
    return this.trail.length;
  }

  undo(mark: number): void {
    while (this.trail.length > mark) {
      const c = this.trail.pop();
      if (c === undefined) break;
      c.fact.lo = c.lo;
      c.fact.hi = c.hi;
      c.fact.mask = c.mask;
      c.fact.codes = c.codes;
    }
    this.board.box++;
  }

  private save(fact: Fact): void {
    const { lo, hi, mask, codes } = fact;
    this.trail.push({ fact, lo, hi, mask, codes });
    this.board.box++;
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
    if (fact.kind === "truth") this.truth(fact, up ? YES : NO);
    else if (fact.kind === "number") {
      const end = fact.end(up);
      this.range(fact, end, end);
    } else this.text(fact, fact.codes[up ? fact.codes.length - 1 : 0] ?? 0);
  }
}
