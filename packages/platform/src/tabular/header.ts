import type { Row } from "./model.ts";

/** Where a header row stands and in which column (from 0) each of its names is. */
export interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** A header's words without what exporters add around them: byte order marks, spaces of any width, a final star. */
export const headerName = (cell: string): string =>
  cell
    .replace(/[\s\u3000\ufeff]/g, "")
    .replace(/[*＊]+$/, "")
    .replace(/（/g, "(")
    .replace(/）/g, ")");

/** The header that this row would be: each name once, the first where one repeats. */
export const headerOf = (row: Row): Header => {
  const columns = new Map<string, number>();
  row.cells.forEach((cell, at) => {
    const name = headerName(cell);
    if (name !== "" && !columns.has(name)) columns.set(name, at);
  });
  return { row: row.number, columns };
};

/** The first row, within the first `within` rows, that has every one of `names` (as `headerName` gives them). */
export const findHeader = (rows: readonly Row[], names: readonly string[], within = 60): Header | null => {
  for (const row of rows.slice(0, within)) {
    const header = headerOf(row);
    if (names.every((name) => header.columns.has(name))) return header;
  }
  return null;
};
