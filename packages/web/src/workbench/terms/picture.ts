import { rowsAt, type TableDescription } from "./engine.ts";

/** What a cell of the picture is: a gap, one row, an overlap that the table forbids, or rows that may meet. */
export type CellKind = "gap" | "one" | "overlap" | "several";
export interface PictureCell {
  readonly kind: CellKind;
  /** Row numbers, from 1. */
  readonly rows: readonly number[];
}

/** The two axes that are drawn, by their index; `across` alone for a strip. The others stand at a piece each. */
export interface View {
  readonly across: number;
  readonly down: number | null;
  /** A piece's index for each axis; what is said of a drawn one does not matter. */
  readonly at: readonly number[];
}

export const firstView = (table: TableDescription): View => ({
  across: 0,
  down: table.axes.length > 1 ? 1 : null,
  at: table.axes.map(() => 0),
});

/** True where every cell of the table is made of constants, so that its picture can be drawn. */
export const canDraw = (table: TableDescription): boolean =>
  table.axes.length > 0 && table.axes.every(({ pieces }) => pieces.length > 0);

const cellOf = (table: TableDescription, at: readonly number[]): PictureCell => {
  const rows = rowsAt(table, at).map((row) => row + 1);
  if (rows.length === 0) return { kind: "gap", rows };
  if (rows.length === 1) return { kind: "one", rows };
  return { kind: table.hit === "unique" ? "overlap" : "several", rows };
};

/** The cells of a view, line by line. */
export const cellsOf = (table: TableDescription, { across, down, at }: View): PictureCell[][] => {
  const size = (axis: number): number => table.axes[axis]?.pieces.length ?? 0;
  const lines = down === null ? [0] : Array.from({ length: size(down) }, (_, y) => y);
  return lines.map((y) =>
    Array.from({ length: size(across) }, (_, x) =>
      cellOf(
        table,
        at.map((piece, axis) => (axis === across ? x : axis === down ? y : piece)),
      ),
    ),
  );
};

/** Another axis on one side; where it is on the other side already, the two change places. */
export const turned = (view: View, side: "across" | "down", axis: number): View => {
  const other = side === "across" ? "down" : "across";
  return { ...view, [side]: axis, ...(view[other] === axis ? { [other]: view[side] } : {}) };
};
