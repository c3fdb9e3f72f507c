import { type CityFile, cellsOf } from "./files.ts";

/** Rows that go out together: few writes, little memory. */
const CHUNK_ROWS = 2000;

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A file as CSV in pieces (UTF-8 with a byte order mark, lines ended by CR LF), its rows made as they are needed. No cell of
 * the city begins with what a spreadsheet takes for a formula.
 */
export function* csvPieces(file: CityFile): Generator<string> {
  let lines = [`\ufeff${file.columns.map(cell).join(",")}`];
  for (const row of file.rows()) {
    lines.push(cellsOf(file, row).map(cell).join(","));
    if (lines.length < CHUNK_ROWS) continue;
    yield `${lines.join("\r\n")}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join("\r\n")}\r\n`;
}

/** The whole file, to be imported as an upload is. */
export const csvBytes = (file: CityFile): Uint8Array =>
  Buffer.concat([...csvPieces(file)].map((piece) => Buffer.from(piece)));
