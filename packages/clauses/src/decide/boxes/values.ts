/** Cells with one value, as values of the graph. */
import { Num } from "../../feel/value.ts";
import type { Node, Val } from "../../ir/node.ts";
import { beyond, fromNum, toNum } from "../exact/frame.ts";
import { type Cell, NO, NONE, YES } from "./board.ts";
import { setNone } from "./numbers.ts";
import { type CellSource, OTHER_CODE } from "./source.ts";
import { setTruth } from "./truths.ts";

/** The value of a cell that has only one. */
export function valueIn(node: Node, cell: Cell, cells: CellSource): Val {
  if (cell.mask === NONE) return null;
  if (!cell.known) return beyond();
  if (node.sort === "boolean") return cell.mask === YES;
  const scale = node.sort === "ordered" ? cells.scales.of(node) : null;
  if (scale !== null) return toNum(cell.lo, scale);
  if (node.sort !== "text" || cell.codes[0] === OTHER_CODE || cell.value !== null) return cell.value;
  return cells.textOf(cell.codes[0] ?? OTHER_CODE);
}

/** Sets a cell to its only value. */
export function set(cell: Cell, value: Val, node: Node, cells: CellSource): void {
  cell.value = null;
  if (value === null) {
    setNone(cell);
    return;
  }
  if (node.sort === "boolean") {
    if (typeof value !== "boolean") beyond();
    setTruth(cell, value === true ? YES : NO, 0, 0);
    return;
  }
  cell.mask = YES;
  cell.up = 0;
  cell.down = 0;
  const scale = node.sort === "ordered" ? cells.scales.of(node) : null;
  if (scale !== null && value instanceof Num) {
    cell.lo = cell.hi = fromNum(value, scale);
    return;
  }
  cell.value = value;
  if (typeof value === "string") cell.codes = [cells.codes.get(value) ?? OTHER_CODE];
}
