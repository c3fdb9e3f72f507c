import { readCsv } from "./csv.ts";
import { DEFAULT_LIMITS, type Limits, type OpenTable, type Row, type Sheet, type Table } from "./model.ts";
import { no } from "./refusals.ts";
import { detectEncoding } from "./text.ts";
import { openXlsx } from "./xlsx.ts";

const starts = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** What a file that is no table looks like, by its first bytes; null where they do not tell. */
const foreign = (bytes: Uint8Array): string | null => {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return "PDF";
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return "PNG 图片 picture";
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "JPEG 图片 picture";
  if (starts(bytes, 0x47, 0x49, 0x46, 0x38)) return "GIF 图片 picture";
  if (starts(bytes, 0x1f, 0x8b)) return "gzip";
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21)) return "RAR";
  if (starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return "7z";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return head.startsWith("<!doctype html") || head.startsWith("<html") ? "网页 HTML" : null;
};

/**
 * Opens a CSV or XLSX by what it holds, whatever its name ends with. Rows are read when asked for, so memory stays
 * bounded however long the file is.
 * @throws Refused `tabular.*`, naming the file, the row and what would be right; also while rows are read.
 */
export const openTable = async (
  bytes: Uint8Array,
  filename: string,
  limits: Partial<Limits> = {},
): Promise<OpenTable> => {
  const most = { ...DEFAULT_LIMITS, ...limits };
  if (bytes.length === 0) throw no.empty(filename);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw no.oldExcel(filename);
  const looksLike = foreign(bytes);
  if (looksLike !== null) throw no.notTable(filename, looksLike);
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const sheets = await openXlsx(bytes, filename, most);
    return { filename, format: "xlsx", encoding: null, sheets };
  }
  const { encoding } = detectEncoding(bytes);
  const sheet = { name: "", rows: () => readCsv(bytes, filename, most) };
  return { filename, format: "csv", encoding, sheets: [sheet] };
};

/**
 * Reads a whole CSV or XLSX into memory.
 * @throws Refused `tabular.*`; a file without a single filled cell is refused as empty.
 */
export const readTable = async (
  bytes: Uint8Array,
  filename: string,
  limits: Partial<Limits> = {},
): Promise<Table> => {
  const { format, encoding, sheets } = await openTable(bytes, filename, limits);
  const read: Sheet[] = [];
  for (const sheet of sheets) {
    const rows: Row[] = [];
    for await (const row of sheet.rows()) rows.push(row);
    read.push({ name: sheet.name, rows });
  }
  if (!read.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ""))))
    throw no.empty(filename);
  return { filename, format, encoding, sheets: read };
};
