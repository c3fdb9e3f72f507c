/** One row as it stands in the file. `number` counts from 1, as a spreadsheet shows it; a cell that is absent is "". */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A sheet that can be read row by row, once or again, without holding it whole. */
export interface OpenSheet {
  /** The sheet's name; a CSV file has one sheet, named "". */
  readonly name: string;
  rows(): AsyncGenerator<Row>;
}
/** What `openTable` finds before reading any row. */
export interface OpenTable {
  readonly filename: string;
  readonly format: "csv" | "xlsx";
  /** `utf-8`, `gb18030`, `utf-16le` or `utf-16be`; null for XLSX. */
  readonly encoding: string | null;
  readonly sheets: readonly OpenSheet[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}
/** A whole file in memory: for statements and other small files. */
export interface Table {
  readonly filename: string;
  readonly format: "csv" | "xlsx";
  readonly encoding: string | null;
  readonly sheets: readonly Sheet[];
}

/** How much of a stranger's file is read before it is refused. */
export interface Limits {
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  /** Bytes that the parts of an XLSX may unfold to, together. */
  readonly inflatedBytes: number;
}
export const DEFAULT_LIMITS: Limits = {
  rows: 1_000_000,
  columns: 512,
  sheets: 64,
  inflatedBytes: 1_500_000_000,
};

/** The letters a spreadsheet shows over a column: 1 → A, 27 → AA. */
export const columnLetters = (column: number): string => {
  let letters = "";
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
};
