import { stringify } from "csv-stringify/sync";
import Excel from "exceljs";

/** A cell to write. A bigint is an amount in 分 and is written as yuan with two decimals. */
export type OutCell = string | number | bigint | null;
export interface OutColumn {
  readonly header: string;
  /** In characters of the default font; 16 if not given. */
  readonly width?: number;
}
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: Iterable<readonly OutCell[]>;
  /** Rows (from 0) and columns (from 0) to mark, each with what is wrong there. */
  readonly marks?: readonly { readonly row: number; readonly column: number; readonly note: string }[];
}

export const XLSX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const CSV_MEDIA_TYPE = "text/csv; charset=utf-8";

const yuanNumber = (cents: bigint): number => Number(cents) / 100;
// Control characters, halves of characters and non-characters cannot stand in XML; a cell holds at most 32,767 characters.
const clean = (text: string): string =>
  text.replace(/[\p{Control}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu, keepBreak).slice(0, 32_767);
const keepBreak = (control: string): string => (control === "\t" || control === "\n" ? control : "");

/**
 * Writes an XLSX with frozen, bold headers. Text is stored as text (format `@`), so that an identity number keeps its
 * digits and nothing a stranger typed is ever taken for a formula.
 */
export const writeXlsx = async (sheets: readonly OutSheet[]): Promise<Uint8Array> => {
  const book = new Excel.Workbook();
  for (const sheet of sheets) addSheet(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const addSheet = (book: Excel.Workbook, sheet: OutSheet): void => {
  const page = book.addWorksheet(sheet.name, { views: [{ state: "frozen", ySplit: 1 }] });
  page.columns = sheet.columns.map(({ header, width = 16 }) => ({ header, width, style: { numFmt: "@" } }));
  page.getRow(1).font = { bold: true };
  for (const cells of sheet.rows) {
    const row = page.addRow(cells.map(excelValue));
    cells.forEach((cell, at) => {
      if (typeof cell === "bigint") row.getCell(at + 1).numFmt = "#,##0.00";
      if (typeof cell === "number") row.getCell(at + 1).numFmt = "General";
    });
  }
  for (const { row, column, note } of sheet.marks ?? []) {
    const cell = page.getCell(row + 2, column + 1);
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFE2DD" } };
    cell.note = clean(note);
  }
};

const excelValue = (cell: OutCell): string | number | null => {
  if (typeof cell === "bigint") return yuanNumber(cell);
  return typeof cell === "string" ? clean(cell) : cell;
};

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

const csvValue = (cell: OutCell): string => {
  if (cell === null) return "";
  if (typeof cell === "bigint") {
    const digits = (cell < 0n ? -cell : cell).toString().padStart(3, "0");
    return `${cell < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }
  const text = String(cell);
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
};

/**
 * Writes a CSV that spreadsheets open rightly (UTF-8 with a byte order mark, lines ended by CR LF, breaks within a cell quoted). A cell that would
 * begin a formula gets an apostrophe before it.
 */
export const writeCsv = (headers: readonly string[], rows: Iterable<readonly OutCell[]>): Uint8Array => {
  const lines = [headers, ...rows].map((cells) => cells.map(csvValue));
  return new TextEncoder().encode(
    `\ufeff${stringify(lines, { record_delimiter: "windows", quoted_match: /[\r\n]/ })}`,
  );
};
