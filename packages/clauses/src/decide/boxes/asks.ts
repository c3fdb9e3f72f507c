/** Which facts could still change a decision, and which of them one answer would settle it by. */
import type { Node } from "../../ir/node.ts";
import { NO, NONE, YES } from "./board.ts";
import type { Box, Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import { Corners, isSame, type Signature, signatureOf } from "./corners.ts";
import { own, relevant, type Split } from "./cuts.ts";
import { Exposing, type Tries } from "./exposing.ts";
import type { Search } from "./search.ts";
import { pick, visit } from "./split.ts";

/** Narrowings on the way down to the facts of one decision. */
const TRIES = 400;

/** Settling answers that are tried. */
const MAX_ANSWERS = 8;

/** The values between the ends of a number, where there are not more than so many. */
function gridOf(fact: Fact, most: number): readonly number[] | null {
  if (fact.values !== null) return fact.values.filter((v) => v > fact.lo && v < fact.hi).slice(0, most);
  const count = (fact.hi - fact.lo) / fact.step - 1;
  return count <= most
    ? Array.from({ length: Math.max(count, 0) }, (_, i) => fact.lo + (i + 1) * fact.step)
    : null;
}

type Placing = (fact: Fact, box: Box) => void;

const atLow: Placing = (f, box) => ((f.mask & NONE) !== 0 ? box.none(f) : box.toEnd(f, false));
const atHigh: Placing = (f, box) => box.toEnd(f, true);

/** Numbers that follow one another in the document are often taken from one another: each is less than those before. */
const apart: Placing = (f, box) => {
  if (f.kind !== "number") {
    box.toEnd(f, true);
    return;
  }
  const [low, high] = [f.end(false), f.end(true)];
  const size = f.reaches(true) ? high - low : Math.min(high - low, SPAN * f.step);
  const at = f.floor(low + size / (f.index + 2));
  box.range(f, at, at);
};

/** How far apart numbers without an end are placed, in steps. */
const SPAN = 1e10;
const ALONE = [atLow];
const PLACINGS = [atLow, atHigh, apart];

export class Asking {
  private readonly cells: Cells;
  private readonly search: Search;
  /** What completions are compared by: conditions, texts and numbers. */
  private readonly nodes: readonly Node[];
  private readonly corners: Corners;
  private readonly tries: Tries = { left: 0 };
  private bits = 0;
  private turns: readonly Split[] | null = null;

  constructor(search: Search, nodes: readonly Node[]) {
    this.search = search;
    this.cells = search.cells;
    this.nodes = nodes;
    this.corners = new Corners(this.cells, nodes);
  }

  /** Begins with a decision: the facts that may matter in it. */
  begin(): number {
    this.bits = 0;
    this.turns = null;
    this.tries.left = TRIES;
    for (const n of this.nodes) {
      const cell = this.search.root.of(n);
      this.bits |= cell.up | cell.down;
    }
    this.corners.begin(this.bits);
    this.search.corners = this.corners;
    return this.bits;
  }

  /** Whether the fact matters over all completions. */
  asks(fact: Fact): boolean {
    const { bit } = fact;
    if ((this.bits & bit) === 0) return false;
    for (const others of [0, this.bits & ~bit]) if (this.differ(others, others | bit)) return true;
    return this.isExposed(fact) || this.search.surely(() => this.matters(fact));
  }

  /** Whether a completion in which the fact matters is found on the way down to it. */
  private isExposed(fact: Fact): boolean {
    const differs = (): boolean => this.tries.left-- > 0 && this.witnessed(fact, this.reached());
    const exposing = new Exposing(this.cells, fact, this.tries, differs);
    return this.search.attempt(() => exposing.found(this.nodes));
  }

  /** Whether two corners come to something else. */
  private differ(a: number, b: number): boolean {
    const [x, y] = [this.corners.at(a).signature, this.corners.at(b).signature];
    return x !== null && y !== null && !isSame(x, y);
  }

  /** The facts on which what is compared may hang in the box. */
  private reached(): number {
    let bits = 0;
    for (const n of this.nodes) {
      const cell = this.cells.judged(n);
      bits |= cell.up | cell.down;
    }
    return bits;
  }

  /** Whether two completions of the box that differ in this fact alone differ in what is compared. */
  private matters(fact: Fact): boolean {
    const bits = this.reached();
    if ((bits & fact.bit) === 0) return false;
    if (this.witnessed(fact, bits)) return true;
    this.search.spend();
    const split = pick(this.nodes, fact.bit, this.cells);
    if (split !== null) {
      const excluded = (): boolean =>
        this.search.inEveryCase(this.nodes, fact.bit, () => (this.reached() & fact.bit) === 0);
      return this.search.some(split, excluded, () => this.matters(fact));
    }
    // Nothing else is left that could matter, and the fact by itself was found to make no difference.
    return ((bits & ~fact.bit) !== 0 || !this.isSteady(fact)) && this.search.doubted();
  }

  /** Proves that the fact, the only one left, makes no difference. */
  private isSteady(fact: Fact): boolean {
    let first: Signature | null = null;
    const same = (): boolean => {
      const own = signatureOf(this.nodes, this.cells);
      first ??= own;
      return own !== null && first !== null && isSame(own, first);
    };
    const differs = (): boolean => {
      if ((this.reached() & fact.bit) === 0) return !same();
      this.search.spend();
      const split = pick(this.nodes, ~fact.bit, this.cells);
      if (split !== null) return this.search.some(split, () => false, differs);
      if (!this.isOneWay() || this.atEnds(fact, () => !same())) return true;
      // Equal here and far away is not equal everywhere.
      return !(fact.reaches(false) && fact.reaches(true)) && this.search.doubted();
    };
    return !differs();
  }

  /** Every node only rises or only falls with what is left: equal at both ends, it is equal between. */
  private isOneWay(): boolean {
    return this.nodes.every((n) => {
      const { up, down } = this.cells.judged(n);
      return up === 0 || down === 0;
    });
  }

  /** With every other fact at one of its ends, or no two numbers the same: does the fact alone make a difference? */
  private witnessed(fact: Fact, bits: number): boolean {
    const { box } = this.cells;
    const others = bits & ~fact.bit;
    return (others === 0 ? ALONE : PLACINGS).some((placing) => {
      const mark = box.mark;
      for (const f of box.free) if ((f.bit & others) !== 0 && !f.fixed) placing(f, box);
      const found = this.varies(fact);
      box.undo(mark);
      return found;
    });
  }

  /** With this fact alone free. */
  private varies(fact: Fact): boolean {
    if ((this.reached() & fact.bit) === 0) return false;
    let first: Signature | null = null;
    const look = (): boolean => {
      const own = signatureOf(this.nodes, this.cells);
      first ??= own;
      return own !== null && first !== null && !isSame(own, first);
    };
    const piece = (): boolean => {
      if ((this.reached() & fact.bit) === 0) return look();
      const { box } = this.cells;
      if (fact.kind === "number" && (fact.mask & NONE) === 0 && this.atEnds(fact, look)) return true;
      this.search.spend();
      const split = pick(this.nodes, ~fact.bit, this.cells);
      return (
        split !== null && split.fact === fact && box.free.includes(fact) && visit(split, this.cells, piece)
      );
    };
    return piece();
  }

  private atEnds(fact: Fact, look: () => boolean): boolean {
    const { box } = this.cells;
    return [false, true].some((up) => {
      const mark = box.mark;
      box.toEnd(fact, up);
      const found = look();
      box.undo(mark);
      return found;
    });
  }

  /**
   * Whether some one value of the fact settles the decision, whatever the other facts are.
   * @param certain whether, in the box, what is settled also has its reason
   */
  settles(fact: Fact, asks: readonly Fact[], certain: () => boolean): boolean {
    const { box } = this.cells;
    const by = (set: () => void): boolean => {
      const mark = box.mark;
      set();
      const found = this.settled(fact, asks) && certain();
      box.undo(mark);
      return found;
    };
    const { mask, bit } = fact;
    if ((mask & NONE) !== 0 && by(() => box.none(fact))) return true;
    if ((mask & ~NONE) === 0) return false;
    if (fact.kind === "text") return fact.codes.some((c) => by(() => box.text(fact, c)));
    const [below, above] = [this.bits & ~bit, this.bits];
    if (
      ((mask & NO) !== 0 || fact.kind === "number") &&
      !this.differ(0, below) &&
      by(() => box.toEnd(fact, false))
    )
      return true;
    if ((mask & YES) !== 0 && !this.differ(bit, above) && by(() => box.toEnd(fact, true))) return true;
    return fact.kind === "number" && this.inner(fact).some((x) => by(() => box.range(fact, x, x)));
  }

  /** Whether no other fact matters any more in the box. */
  private settled(fact: Fact, asks: readonly Fact[]): boolean {
    const bits = this.reached();
    if (bits === 0) return true;
    const [low, high] = [this.atEnd(bits, false), this.atEnd(bits, true)];
    if (low === null || high === null ? low !== high : !isSame(low, high)) return false;
    return asks.every((other) => other === fact || this.search.never(() => this.matters(other)));
  }

  private atEnd(bits: number, up: boolean): Signature | null {
    const { box } = this.cells;
    const mark = box.mark;
    for (const f of box.free) if ((f.bit & bits) !== 0 && !f.fixed) box.toEnd(f, up);
    const signature = signatureOf(this.nodes, this.cells);
    box.undo(mark);
    return signature;
  }

  /** Values between the ends to try: the few there are, or the ends of the stretches that conditions on the fact alone tell apart. */
  private inner(fact: Fact): readonly number[] {
    return gridOf(fact, MAX_ANSWERS) ?? this.thresholds(fact).slice(0, MAX_ANSWERS);
  }

  /** Both sides of where conditions on one fact alone turn, over all completions. */
  private thresholds(fact: Fact): readonly number[] {
    this.turns ??= this.allTurns();
    const out = new Set<number>();
    for (const split of this.turns)
      if (split.kind === "at" && split.fact === fact) out.add(split.at).add(fact.after(split.at));
    out.delete(fact.end(false));
    out.delete(fact.end(true));
    return [...out];
  }

  private allTurns(): readonly Split[] {
    const out: Split[] = [];
    const seen = new Set<number>();
    const visit = (node: Node): void => {
      if (seen.has(node.id) || this.cells.judged(node).known) return;
      seen.add(node.id);
      const split = own(node, 0, this.cells);
      if (split !== null) out.push(split);
      for (const child of relevant(node, this.cells)) visit(child);
    };
    for (const n of this.nodes) visit(n);
    return out;
  }
}
