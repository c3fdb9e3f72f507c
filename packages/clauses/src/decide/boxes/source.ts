/** What making one cell needs of all the others. */
import type { Node } from "../../ir/node.ts";
import type { Scales } from "../exact/scales.ts";
import type { Board, Cell } from "./board.ts";

/** The code of every text that the document does not name. */
export const OTHER_CODE = 0;

export interface CellSource {
  readonly board: Board;
  readonly scales: Scales;
  /** Texts that the document names. */
  readonly codes: ReadonlyMap<string, number>;
  readonly textOf: (code: number) => string;
  readonly cellOf: (node: Node) => Cell;
}
