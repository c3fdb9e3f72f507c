import { Refused, refuse } from "../kernel/refusal.ts";
import { columnLetters } from "./model.ts";

type Facts = Readonly<Record<string, unknown>>;
const table = (reason: string, zh: string, en: string, facts: Facts): Refused =>
  new Refused(refuse("invalid", `tabular.${reason}`, { zh, en }, facts));

/** Every way in which a file is not a table that can be read; each names the file and says what would be right. */
export const no = {
  empty: (filename: string) =>
    table(
      "empty",
      `“${filename}”是空文件。请导出至少含一行表头的 CSV 或 XLSX。`,
      `“${filename}” is empty. Export a CSV or XLSX with at least a header row.`,
      { filename },
    ),
  notTable: (filename: string, looksLike: string) =>
    table(
      "not-a-table",
      `“${filename}”不是表格（看起来是${looksLike}）。请提供 CSV 或 XLSX。`,
      `“${filename}” is not a table (it looks like: ${looksLike}). Bring a CSV or XLSX.`,
      { filename, looksLike },
    ),
  oldExcel: (filename: string) =>
    table(
      "old-or-locked",
      `“${filename}”是旧版 .xls，或者加了密码。请在表格软件里去掉密码，另存为 .xlsx 或 CSV。`,
      `“${filename}” is an old .xls or locked by a password. Save it unlocked as .xlsx or CSV.`,
      { filename },
    ),
  truncated: (filename: string, part: string) =>
    table(
      "truncated",
      `“${filename}”不完整或已损坏（${part}）。请重新导出或重新下载后再试。`,
      `“${filename}” is cut off or damaged (${part}). Export or download it again.`,
      { filename, part },
    ),
  bomb: (filename: string, limitBytes: number) =>
    table(
      "unfolds-too-large",
      `“${filename}”展开后超过 ${Math.floor(limitBytes / 1_000_000)} MB，没有读取。请拆成几个文件。`,
      `“${filename}” unfolds to more than ${Math.floor(limitBytes / 1_000_000)} MB and was not read. Split it.`,
      { filename, limitBytes },
    ),
  cell: (filename: string, part: string) =>
    table(
      "cell-too-long",
      `“${filename}”里有一格长得不可能是表格内容（${part}），没有读取。一格最多 32,767 个字，请删短后再试。`,
      `“${filename}” has a cell too long for a table (${part}) and was not read. A cell holds at most 32,767 characters.`,
      { filename, part },
    ),
  encoding: (filename: string, row: number) =>
    table(
      "encoding",
      `“${filename}”第 ${row} 行附近有不能识别的文字编码。请另存为 UTF-8、GB18030 或 UTF-16。`,
      `“${filename}” has bytes near row ${row} in no known encoding. Save it as UTF-8, GB18030 or UTF-16.`,
      { filename, row },
    ),
  quotes: (filename: string, row: number, detail: string) =>
    table(
      "quotes",
      `“${filename}”第 ${row} 行的引号没有成对（${detail}）。含引号的单元格应整格加引号，格内的引号写两遍。`,
      `“${filename}” row ${row} has quotes that do not pair (${detail}). Quote the whole cell and double the quotes inside.`,
      { filename, row, detail },
    ),
  columns: (filename: string, row: number, most: number) =>
    table(
      "too-many-columns",
      `“${filename}”第 ${row} 行超过 ${most} 列（到 ${columnLetters(most)} 列为止）。请删去多余的列。`,
      `“${filename}” row ${row} has more than ${most} columns (${columnLetters(most)} is the last). Remove the others.`,
      { filename, row, most },
    ),
  rows: (filename: string, most: number) =>
    table(
      "too-many-rows",
      `“${filename}”超过 ${most} 行。请拆成几个文件。`,
      `“${filename}” has more than ${most} rows. Split it into several files.`,
      { filename, most },
    ),
  sheets: (filename: string, most: number) =>
    table(
      "too-many-sheets",
      `“${filename}”超过 ${most} 个工作表。请只保留要用的工作表。`,
      `“${filename}” has more than ${most} sheets. Keep only those that are needed.`,
      { filename, most },
    ),
};
