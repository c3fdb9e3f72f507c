/** Which facts could still change a decision, and which of them one answer would settle it by. */
import type { Node } from "../../ir/node.ts";
import { beyond } from "../exact/frame.ts";
import { NO, NONE, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import type { Search } from "./search.ts";
import { own, pick, relevant, some } from "./split.ts";

/** Settling answers that are tried. */
const MAX_ANSWERS = 8;

export class Asking {
  private readonly cells: Cells;
  private readonly search: Search;
  /** What completions are compared by: conditions, texts and numbers. */
  private readonly nodes: readonly Node[];

  constructor(search: Search, nodes: readonly Node[]) {
    this.search = search;
    this.cells = search.cells;
    this.nodes = nodes;
  }

  /** The facts on which what is compared may hang in the box. */
  reached(): number {
    let bits = 0;
    for (const n of this.nodes) {
      const cell = this.cells.judged(n);
      bits |= cell.up | cell.down;
    }
    return bits;
  }

  /** Whether two completions of the box that differ in this fact alone differ in what is compared. */
  matters(fact: Fact): boolean {
    const bits = this.reached();
    if ((bits & fact.bit) === 0) return false;
    if (this.witnessed(fact, bits)) return true;
    this.search.spend();
    const split = pick(this.nodes, fact.bit, this.cells) ?? beyond();
    return some(split, this.cells, () => this.matters(fact));
  }

  /** With every other fact at one of its ends: does the fact alone make a difference? */
  private witnessed(fact: Fact, bits: number): boolean {
    const { box } = this.cells;
    for (const up of (bits & ~fact.bit) === 0 ? [false] : [false, true]) {
      const mark = box.mark;
      for (const f of box.free)
        if ((f.bit & bits & ~fact.bit) !== 0 && !f.fixed)
          (f.mask & NONE) !== 0 && !up ? box.none(f) : box.toEnd(f, up);
      const found = this.varies(fact);
      box.undo(mark);
      if (found) return true;
    }
    return false;
  }

  /** With this fact alone free. */
  private varies(fact: Fact): boolean {
    if ((this.reached() & fact.bit) === 0) return false;
    const seen = new Set<string>();
    const look = (): boolean => {
      const signature = this.signature();
      if (signature !== null) seen.add(signature);
      return seen.size > 1;
    };
    const piece = (): boolean => {
      if ((this.reached() & fact.bit) === 0) return look();
      const { box } = this.cells;
      if (fact.kind === "number" && (fact.mask & NONE) === 0 && this.atEnds(fact, look)) return true;
      this.search.spend();
      const split = pick(this.nodes, ~fact.bit, this.cells);
      return (
        split !== null && split.fact === fact && box.free.includes(fact) && some(split, this.cells, piece)
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

  /** What a completion comes to; null where the box is more than one. */
  private signature(): string | null {
    let out = "";
    for (const n of this.nodes) {
      const cell = this.cells.judged(n);
      if (!cell.known) return null;
      out +=
        n.sort === "ordered"
          ? `${cell.mask === NONE ? "" : cell.lo}|`
          : `${cell.mask},${cell.codes[0] ?? ""}|`;
    }
    return out;
  }

  /** Whether some one value of the fact settles the decision, whatever the other facts are. */
  settles(fact: Fact, asks: readonly Fact[]): boolean {
    const settled = (): boolean => {
      const bits = this.reached();
      return bits === 0 || asks.every((other) => other === fact || !this.matters(other));
    };
    const { box } = this.cells;
    return this.answers(fact).some((answer) => {
      const mark = box.mark;
      answer();
      const found = settled();
      box.undo(mark);
      return found;
    });
  }

  /** Values to try: the few there are, or the ends of the stretches that conditions on the fact alone tell apart. */
  private answers(fact: Fact): readonly (() => void)[] {
    const { box } = this.cells;
    const { mask } = fact;
    const none = (mask & NONE) === 0 ? [] : [() => box.none(fact)];
    if (fact.kind === "truth")
      return [() => box.truth(fact, NO), () => box.truth(fact, YES)]
        .filter((_, i) => (mask & (i === 0 ? NO : YES)) !== 0)
        .concat(none);
    if (fact.kind === "text") return [...fact.codes.map((c) => () => box.text(fact, c)), ...none];
    const ends = [...new Set([fact.end(false), fact.end(true), ...this.thresholds(fact)])].slice(
      0,
      MAX_ANSWERS,
    );
    return [...ends.map((x) => () => box.range(fact, x, x)), ...none];
  }

  private thresholds(fact: Fact): readonly number[] {
    const out: number[] = [];
    const seen = new Set<number>();
    const visit = (node: Node): void => {
      if (seen.has(node.id) || this.cells.judged(node).known) return;
      seen.add(node.id);
      const split = own(node, ~fact.bit, this.cells);
      if (split?.kind === "at") out.push(split.at, fact.after(split.at));
      for (const child of relevant(node, this.cells)) visit(child);
    };
    for (const n of this.nodes) visit(n);
    return out;
  }
}
