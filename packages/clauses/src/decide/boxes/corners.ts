/** Completions with every fact that matters at one of its ends, each decided once. */
import type { Node } from "../../ir/node.ts";
import { NONE } from "./board.ts";
import type { Cells } from "./cells.ts";

export interface Corner {
  /** What the completion comes to, as a text to compare; null where it is not one value. */
  readonly signature: string | null;
  /** The numbers among the nodes, in their order; NaN where they are not one number. */
  readonly numbers: readonly number[];
}

/** A text for what some nodes come to in the box; null where they may be more than one thing. */
export function signatureOf(nodes: readonly Node[], cells: Cells): string | null {
  let out = "";
  for (const n of nodes) {
    const cell = cells.judged(n);
    if (!cell.known) return null;
    if (n.sort === "ordered") out += cell.mask === NONE ? "|" : `${cell.lo}|`;
    else out += `${cell.mask},${cell.codes[0] ?? ""}|`;
  }
  return out;
}

export class Corners {
  private readonly cells: Cells;
  private readonly nodes: readonly Node[];
  private readonly found = new Map<number, Corner>();
  private bits = 0;

  constructor(cells: Cells, nodes: readonly Node[]) {
    this.cells = cells;
    this.nodes = nodes;
  }

  /** For a new decision in which these facts may matter. */
  begin(bits: number): void {
    this.bits = bits;
    this.found.clear();
  }

  /** The corner with some of the facts at their upper ends, the others at the lower. */
  at(ups: number): Corner {
    const key = ups & this.bits;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const { box } = this.cells;
    const mark = box.mark;
    for (const f of box.free) if ((f.bit & this.bits) !== 0) box.toEnd(f, (f.bit & key) !== 0);
    const corner: Corner = {
      signature: signatureOf(this.nodes, this.cells),
      numbers: this.nodes.map((n) => {
        const cell = this.cells.judged(n);
        return n.sort === "ordered" && cell.known && cell.mask !== NONE ? cell.lo : Number.NaN;
      }),
    };
    box.undo(mark);
    this.found.set(key, corner);
    return corner;
  }

  /** The number of a node at a corner; undefined where it is none of the nodes. */
  number(node: Node, ups: number): number | undefined {
    const i = this.nodes.indexOf(node);
    return i < 0 ? undefined : this.at(ups).numbers[i];
  }
}
