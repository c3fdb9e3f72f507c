/**
 * Excluding by cases: comparisons of several facts are taken to be true, then false, without asking whether any
 * completion makes them so. What holds in every case holds everywhere; what does not may still hold.
 */
import type { Node } from "../../ir/node.ts";
import { type Cell, NO, NONE, YES } from "./board.ts";
import type { Cells } from "./cells.ts";
import { linked } from "./samples.ts";

/**
 * Whether something holds in every case that undecided comparisons tell apart.
 * @param keep facts that no comparison may read
 * @param spend called before each case
 */
export function inEveryCase(
  nodes: readonly Node[],
  keep: number,
  cells: Cells,
  spend: () => void,
  holds: () => boolean,
): boolean {
  if (holds()) return true;
  const cell = undecided(nodes, keep, cells);
  if (cell === null) return false;
  const { mask } = cell;
  return [YES, NO, NONE].every((own) => {
    if ((mask & own) === 0) return true;
    spend();
    return supposing(cell, own, cells, () => inEveryCase(nodes, keep, cells, spend, holds));
  });
}

function undecided(nodes: readonly Node[], keep: number, cells: Cells): Cell | null {
  const { box } = cells.board;
  const seen = new Set<number>();
  const fits = (compared: Node): boolean => {
    const cell = cells.judged(compared);
    return cell.clock === box && !cell.known && ((cell.up | cell.down) & keep) === 0;
  };
  for (const n of nodes) {
    const compared = linked(n, cells, seen, fits);
    if (compared !== null) return cells.judged(compared);
  }
  return null;
}

function supposing<T>(cell: Cell, mask: number, { board }: Cells, then: () => T): T {
  const { now } = board.box;
  cell.supposed = mask;
  board.box.now = board.next();
  try {
    return then();
  } finally {
    cell.supposed = 0;
    board.box.now = now;
  }
}
