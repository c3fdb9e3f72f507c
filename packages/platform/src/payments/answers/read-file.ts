import type { UploadedFile } from "../../kernel/operation.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import { readTable } from "../../tabular/index.ts";
import { camt054 } from "../banking/iso/camt054.ts";
import { type BatchSaying, readMessage } from "../banking/iso/message.ts";
import { pain002 } from "../banking/iso/pain002.ts";
import { type ResultProblem, type ResultRow, readResult } from "../banking/result.ts";
import type { BankTemplate } from "../banking/template.ts";

const MOST_ROWS = 20_000;
const MOST_PROBLEMS_SHOWN = 100;

/** What a file of the bank's says, of whatever format. */
export interface BankFileRead {
  readonly format: "csv" | "xlsx" | "pain.002" | "camt.054";
  readonly messageId: string | null;
  readonly rows: readonly ResultRow[];
  readonly batches: readonly BatchSaying[];
  readonly problems: readonly ResultProblem[];
}

/** Nothing of a file is applied where anything in it cannot be: every problem is named, the first in the sentence. */
export const refuseProblems = (filename: string, problems: readonly ResultProblem[]): Refused => {
  const sorted = [...problems].sort((a, b) => a.row - b.row);
  const [first] = sorted;
  const where = first ? `第 ${first.row} 行“${first.column}”：${first.zh}` : "";
  const place = first ? `row ${first.row}, ${first.column}: ${first.en}` : "";
  return new Refused(
    refuse(
      "invalid",
      "payments.bank-result",
      {
        zh: `“${filename}”有 ${problems.length} 处问题，未作任何更改。${where}。`,
        en: `“${filename}” has ${problems.length} problems, and nothing was changed. First: ${place}.`,
      },
      { filename, bad: problems.length, problems: sorted.slice(0, MOST_PROBLEMS_SHOWN) },
    ),
  );
};

/** XML begins with a mark of less-than, after a byte order mark and spaces at most. */
export const isXml = ({ content }: UploadedFile): boolean =>
  /^\ufeff?\s*</.test(new TextDecoder("utf-8").decode(content.subarray(0, 200)));

/** Banks write GB18030 too; the declaration says so, and UTF-8 is what stands where it says nothing. */
const textOf = ({ content, filename }: UploadedFile): string => {
  const head = new TextDecoder("latin1").decode(content.subarray(0, 200));
  const declared = /encoding\s*=\s*["']([A-Za-z0-9_-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  const encoding = ["gb18030", "gbk", "gb2312"].includes(declared) ? "gb18030" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw refuseProblems(filename, [
      {
        row: 1,
        column: "encoding",
        value: declared,
        zh: "文字编码与声明不符，应为 UTF-8 或 GB18030",
        en: "The bytes are not of the encoding declared; it should be UTF-8 or GB18030",
      },
    ]);
  }
};

/** pain.002 or camt.054. */
export const readIsoFile = (file: UploadedFile): BankFileRead => {
  const read = readMessage(textOf(file), [pain002, camt054]);
  if (!("format" in read)) throw refuseProblems(file.filename, read.problems);
  return read;
};

/** The bank's own table (回盘), as the batch's template says it is worded. */
export const readTableFile = async (file: UploadedFile, template: BankTemplate): Promise<BankFileRead> => {
  const table = await readTable(file.content, file.filename, { rows: MOST_ROWS });
  return { format: table.format, messageId: null, batches: [], ...readResult(table, template) };
};
