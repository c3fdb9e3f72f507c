/** Completions with every fact that matters at one of its ends, each decided once. */
import type { Node } from "../../ir/node.ts";
import { NONE } from "./board.ts";
import type { Cells } from "./cells.ts";

export interface Corner {
  /** What the completion comes to; null where it is not one value. */
  readonly signature: Signature | null;
  /** The numbers among the nodes, in their order, NaN where they are not one number; null if the signature has them. */
  readonly numbers: readonly number[] | null;
}

/** What some nodes come to: two numbers for each. */
export type Signature = readonly number[];

/** Null where they may be more than one thing in the box. */
export function signatureOf(nodes: readonly Node[], cells: Cells): Signature | null {
  const out: number[] = [];
  for (const n of nodes) {
    const cell = cells.judged(n);
    if (!cell.known) return null;
    const value = n.sort === "ordered" ? cell.lo : (cell.codes[0] ?? 0);
    out.push(cell.mask, cell.mask === NONE ? 0 : value);
  }
  return out;
}

export function isSame(a: Signature, b: Signature): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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
    if (this.found.size > 0) this.found.clear();
  }

  /** The corner with some of the facts at their upper ends, the others at the lower. */
  at(ups: number): Corner {
    const key = ups & this.bits;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const { box } = this.cells;
    const mark = box.mark;
    for (const f of box.free) if ((f.bit & this.bits) !== 0) box.toEnd(f, (f.bit & key) !== 0);
    const signature = signatureOf(this.nodes, this.cells);
    const corner: Corner = { signature, numbers: signature === null ? this.numbers() : null };
    box.undo(mark);
    this.found.set(key, corner);
    return corner;
  }

  /** The number of a node at a corner; undefined where it is none of the nodes. */
  number(node: Node, ups: number): number | undefined {
    const i = this.nodes.indexOf(node);
    if (i < 0) return undefined;
    const { signature, numbers } = this.at(ups);
    if (signature === null) return numbers?.[i];
    return signature[2 * i] === NONE ? Number.NaN : signature[2 * i + 1];
  }

  /** The greatest number (or the negative of the least) of a node at the corners looked at; undefined where there is none. */
  best(node: Node, up: boolean): number | undefined {
    const i = this.nodes.indexOf(node);
    let best: number | undefined;
    if (i < 0) return best;
    for (const ups of this.found.keys()) {
      const x = this.number(node, ups) ?? Number.NaN;
      const own = up ? x : -x;
      if (!Number.isNaN(own) && (best === undefined || own > best)) best = own;
    }
    return best;
  }

  private numbers(): readonly number[] {
    return this.nodes.map((n) => {
      const cell = this.cells.judged(n);
      return n.sort === "ordered" && cell.known && cell.mask !== NONE ? cell.lo : Number.NaN;
    });
  }
}
