/** What nodes may be over all completions: judged once a decision, and kept while its parts are looked at. */
import type { Node } from "../../ir/node.ts";
import { Cell } from "./board.ts";
import type { Cells } from "./cells.ts";

export class Root {
  private readonly cells: Cells;
  private readonly kept: (Cell | undefined)[] = [];

  constructor(cells: Cells) {
    this.cells = cells;
  }

  /** The cell of a node over the whole box; only while nothing is narrowed, the first time in a decision. */
  of(node: Node): Cell {
    const cell = this.cells.cellOf(node);
    const { board } = this.cells;
    if (!cell.free) return board.read(cell);
    let kept = this.kept[node.id];
    if (kept === undefined) {
      kept = new Cell();
      this.kept[node.id] = kept;
    }
    if (kept.at === board.run.now) return kept;
    board.read(cell);
    kept.lo = cell.lo;
    kept.hi = cell.hi;
    kept.mask = cell.mask;
    kept.up = cell.up;
    kept.down = cell.down;
    kept.codes = cell.codes;
    kept.value = cell.value;
    kept.abs = cell.abs;
    kept.at = board.run.now;
    return kept;
  }
}
