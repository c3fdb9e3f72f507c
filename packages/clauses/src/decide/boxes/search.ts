/** The ends of numbers and the possible values of conditions over all completions: exact, or beyond. */
import { Num } from "../../feel/value.ts";
import type { Node } from "../../ir/node.ts";
import { ends } from "../abs.ts";
import { Beyond, beyond, powerOfTen } from "../exact/frame.ts";
import { inEveryCase } from "./assume.ts";
import { type Cell, NO, NONE, YES } from "./board.ts";
import type { Cells } from "./cells.ts";
import type { Corners } from "./corners.ts";
import { relevant, type Split } from "./cuts.ts";
import { Root } from "./root.ts";
import { pick, visit } from "./split.ts";

/** An amount this large (in whole units) shows that nothing bounds it. */
const HUGE = 1e8;

/** Boxes for one question that is answered with yes or no. */
const QUESTION = 600;
const ATTEMPT = 100;

/** How far facts were moved: not at all, to their ends, or only far away where there is no end. */
type Leant = typeof NOT_AT_ALL | typeof TO_ENDS | typeof FAR_AWAY;
const NOT_AT_ALL = 0;
const TO_ENDS = 1;
const FAR_AWAY = 2;

const keyOf = (node: Node, up: boolean): number => node.id * 2 + (up ? 1 : 0);

export class Search {
  readonly cells: Cells;
  readonly root: Root;
  /** Of the decision at hand; null until it is known which facts may matter. */
  corners: Corners | null = null;
  private left = 0;
  private best = 0;
  /** The greatest bound of the boxes that could not be divided. */
  private stuck = 0;
  private question = Number.POSITIVE_INFINITY;
  private isDoubted = false;
  private readonly ends = new Map<number, number>();
  private readonly answers = new Map<number, boolean>();

  constructor(cells: Cells) {
    this.cells = cells;
    this.root = new Root(cells);
  }

  /** For a new decision, with so many boxes at most. */
  begin(boxes: number): void {
    this.left = boxes;
    this.question = Number.POSITIVE_INFINITY;
    this.corners = null;
    if (this.ends.size > 0) this.ends.clear();
    if (this.answers.size > 0) this.answers.clear();
  }

  spend(): void {
    this.left--;
    this.question--;
    if (this.left < 0 || this.question < 0) beyond();
  }

  /** The greatest (`up`) or least value of a number, no value aside; NaN where it never has one. */
  end(node: Node, up: boolean): number {
    const key = keyOf(node, up);
    const known = this.ends.get(key);
    if (known !== undefined) return known;
    const cell = this.root.of(node);
    const found =
      (cell.mask & YES) === 0 ? Number.NaN : (this.atCorner(node, cell, up) ?? this.searchedEnd(node, up));
    this.ends.set(key, found);
    return found;
  }

  private searchedEnd(node: Node, up: boolean): number {
    const core = this.core(node);
    const key = keyOf(core, up);
    const known = this.ends.get(key);
    if (known !== undefined) return known;
    const found = this.climbed(core, this.corners?.best(node, up) ?? Number.NEGATIVE_INFINITY, up);
    this.ends.set(key, found);
    return found;
  }

  /** The part of a node that is the same number over all completions: what else it could have been is decided. */
  private core(node: Node): Node {
    const [a, b] = node.args;
    const { scales } = this.cells;
    const next = (part: Node | undefined): Node =>
      part !== undefined && scales.of(part) === scales.of(node) ? this.core(part) : node;
    if (a === undefined || b === undefined || node.data.op === "or else") return node;
    if (node.data.op === "add") return this.isZero(a) ? next(b) : this.isZero(b) ? next(a) : node;
    if (node.data.op !== "if" && node.data.op !== "max" && node.data.op !== "min") return node;
    const parts = relevant(node, this.cells);
    return parts.length === 1 ? next(parts[0]) : node;
  }

  private isZero(node: Node): boolean {
    const { mask, lo, hi } = this.root.of(node);
    return mask === YES && lo === 0 && hi === 0;
  }

  /** Where each fact pushes it one way only and the corner they push it to reaches its bound. */
  private atCorner(node: Node, cell: Cell, up: boolean): number | null {
    const bound = up ? cell.hi : cell.lo;
    if (cell.mask !== YES || (cell.up & cell.down) !== 0 || !Number.isFinite(bound)) return null;
    if (cell.lo === cell.hi) return bound;
    return this.corners?.number(node, up ? cell.up : cell.down) === bound ? bound : null;
  }

  /** @param best what some completion reaches, less for the least */
  private climbed(node: Node, best: number, up: boolean): number {
    this.best = best;
    this.stuck = Number.NEGATIVE_INFINITY;
    this.climb(node, up);
    // What is reached elsewhere may be more than all that they could hold.
    if (this.stuck > this.best) beyond();
    if (this.best === Number.NEGATIVE_INFINITY) return Number.NaN;
    return up ? this.best : -this.best;
  }

  private climb(node: Node, up: boolean): void {
    const cell = this.cells.judged(node);
    if ((cell.mask & YES) === 0) return;
    const bound = up ? cell.hi : -cell.lo;
    if (bound <= this.best) return;
    if (cell.mask === YES && cell.lo === cell.hi) {
      this.best = bound;
      return;
    }
    this.spend();
    const { box } = this.cells;
    const mark = box.mark;
    const leant = cell.mask === YES ? this.lean(cell, up) : NOT_AT_ALL;
    if (leant !== NOT_AT_ALL) {
      this.climb(node, up);
      box.undo(mark);
      if (bound === Number.POSITIVE_INFINITY) this.unbounded(node);
      else if (leant === FAR_AWAY && this.best < bound) beyond();
      return;
    }
    const split = pick([node], 0, this.cells);
    const isWhole = split !== null && split.kind !== "samples";
    if (!isWhole && this.inEveryCase([node], 0, () => this.isNoBetter(node, up))) return;
    const reached =
      split !== null &&
      visit(split, this.cells, () => {
        this.climb(node, up);
        return this.best >= bound;
      });
    if (!isWhole && !reached) this.stuck = Math.max(this.stuck, bound);
  }

  private isNoBetter(node: Node, up: boolean): boolean {
    const cell = this.cells.judged(node);
    return (cell.mask & YES) === 0 || (up ? cell.hi : -cell.lo) <= this.best;
  }

  /** Nothing bounds the number, and a completion far away shows it; days and times go on as far as anyone asks. */
  private unbounded(node: Node): void {
    const scale = this.cells.scales.of(node) ?? beyond();
    if (node.unit === "number" && this.best < HUGE * powerOfTen(scale)) beyond();
    this.best = Number.POSITIVE_INFINITY;
  }

  /** Facts that push a cell one way only, moved to the end that they push it to. */
  private lean(cell: Cell, up: boolean): Leant {
    const both = cell.up & cell.down;
    const rising = cell.up & ~both;
    const falling = cell.down & ~both;
    if ((rising | falling) === 0) return NOT_AT_ALL;
    const { box } = this.cells;
    let leant: Leant = TO_ENDS;
    for (const fact of box.free) {
      if ((fact.bit & (rising | falling)) === 0) continue;
      const end = (fact.bit & rising) !== 0 ? up : !up;
      if (!fact.reaches(end)) leant = FAR_AWAY;
      box.toEnd(fact, end);
    }
    return leant;
  }

  /** The end of a number without a fixed scale; null where it never has a value. */
  decimalEnd(node: Node, up: boolean): Num | null {
    let best: Num | null = null;
    const better = (x: Num): boolean => best === null || (up ? x.greaterThan(best) : x.lessThan(best));
    const climb = (): void => {
      const cell = this.cells.judged(node);
      if ((cell.mask & YES) === 0) return;
      const range = cell.known
        ? cell.value
        : cell.abs === null
          ? null
          : (ends(cell.abs)?.[up ? 1 : 0] ?? null);
      if (!(range instanceof Num) || !better(range)) return;
      if (cell.known) {
        best = range;
        return;
      }
      this.spend();
      const { box } = this.cells;
      const mark = box.mark;
      const leant = cell.mask === YES && range.isFinite() ? this.lean(cell, up) : NOT_AT_ALL;
      if (leant !== NOT_AT_ALL) {
        climb();
        box.undo(mark);
        if (leant === FAR_AWAY && better(range)) beyond();
        return;
      }
      const split = pick([node], 0, this.cells) ?? beyond();
      visit(split, this.cells, () => {
        climb();
        return false;
      });
      if (split.kind === "samples" && better(range)) beyond();
    };
    climb();
    return best;
  }

  /** Whether a condition holds in some completion. */
  may(node: Node): boolean {
    return this.asked(node, YES);
  }

  /** Whether it holds in every completion. */
  certain(node: Node): boolean {
    return !this.asked(node, NO) && !this.asked(node, NONE);
  }

  private asked(node: Node, want: number): boolean {
    const { mask } = this.root.of(node);
    if ((mask & want) === 0) return false;
    if (mask === want) return true;
    const key = node.id * 8 + want;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const found = this.surely(() => this.can(node, want));
    this.answers.set(key, found);
    return found;
  }

  /** Says that a question about some completion was not answered for all of them. */
  doubted(): false {
    this.isDoubted = true;
    return false;
  }

  /** Whether some completion answers a question with yes; beyond where it is neither found nor excluded. */
  surely(question: () => boolean): boolean {
    this.isDoubted = false;
    this.question = QUESTION;
    const found = question();
    this.question = Number.POSITIVE_INFINITY;
    if (!found && this.isDoubted) beyond();
    return found;
  }

  /** Whether some completion is found to, with a few boxes; going beyond is only not finding it. */
  attempt(question: () => boolean): boolean {
    const { box } = this.cells;
    const mark = box.mark;
    this.question = ATTEMPT;
    try {
      return question();
    } catch (e) {
      if (!(e instanceof Beyond)) throw e;
      box.undo(mark);
      return false;
    } finally {
      this.question = Number.POSITIVE_INFINITY;
    }
  }

  /** Whether it is certain that no completion does. */
  never(question: () => boolean): boolean {
    this.isDoubted = false;
    return !question() && !this.isDoubted;
  }

  /**
   * Some part of a cut: where they are samples, what is not found may be elsewhere.
   * @param excluded whether there is none at all
   */
  some(split: Split | null, excluded: () => boolean, answers: () => boolean): boolean {
    if (split !== null && split.kind !== "samples") return visit(split, this.cells, answers);
    if (excluded()) return false;
    return (split !== null && visit(split, this.cells, answers)) || this.doubted();
  }

  /** Whether something holds in every case that comparisons of several facts, none of them in `keep`, tell apart. */
  inEveryCase(nodes: readonly Node[], keep: number, holds: () => boolean): boolean {
    return inEveryCase(nodes, keep, this.cells, () => this.spend(), holds);
  }

  /** The same of the box as it stands. */
  can(node: Node, want: number): boolean {
    const cell = this.cells.judged(node);
    if ((cell.mask & want) === 0) return false;
    if (cell.mask === want) return true;
    this.spend();
    const { box } = this.cells;
    const mark = box.mark;
    const leant = (cell.mask & NONE) === 0 ? this.lean(cell, want === YES) : NOT_AT_ALL;
    if (leant !== NOT_AT_ALL) {
      const answer = this.can(node, want);
      box.undo(mark);
      return answer || (leant === FAR_AWAY && this.doubted());
    }
    const excluded = (): boolean =>
      this.inEveryCase([node], 0, () => (this.cells.judged(node).mask & want) === 0);
    return this.some(pick([node], 0, this.cells), excluded, () => this.can(node, want));
  }
}
