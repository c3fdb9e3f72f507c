import { stringify } from "csv-stringify/sync";
import { cents, yuan } from "../../kernel/money.ts";
import { type OutCell, writeXlsx, XLSX_MEDIA_TYPE } from "../../tabular/index.ts";
import { type BankBatch, type BankItem, remarkOf } from "./batch.ts";
import { encodeGb18030 } from "./gb18030.ts";
import type { BankTemplate, TemplateValue } from "./template.ts";

const values: Readonly<Record<TemplateValue, (item: BankItem, at: number) => OutCell>> = {
  position: (_item, at) => String(at + 1),
  "order-number": ({ number }) => number,
  "case-number": ({ caseNumber }) => caseNumber,
  "payee-name": ({ payee }) => payee,
  "account-number": ({ account }) => account,
  bank: ({ bank }) => bank,
  "bank-code": ({ bankCode }) => bankCode ?? "",
  amount: ({ amount }) => amount,
  currency: () => "CNY",
  remark: remarkOf,
};

const cellsOf = ({ items }: BankBatch, { columns }: BankTemplate): readonly (readonly OutCell[])[] =>
  items.map((item, at) => columns.map(({ value }) => values[value](item, at)));

/**
 * Lines end with CR LF, amounts are yuan with two decimals. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
const csvOf = (batch: BankBatch, template: BankTemplate, encoding: "gb18030" | "utf-8-bom"): Uint8Array => {
  const rows = cellsOf(batch, template).map((cells) =>
    cells.map((cell) => (typeof cell === "bigint" ? yuan(cents(cell)) : cell)),
  );
  const text = stringify([template.columns.map(({ header }) => header), ...rows], {
    record_delimiter: "windows",
    escape_formulas: true,
  });
  return encoding === "gb18030" ? encodeGb18030(text) : new TextEncoder().encode(`\ufeff${text}`);
};

export interface TableFile {
  readonly format: "csv" | "xlsx";
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A bank's own table, as its template says. In a workbook account numbers are text, so that no digit is lost. */
export const writeBankTable = async (batch: BankBatch, template: BankTemplate): Promise<TableFile> => {
  const { file } = template;
  if (file.format === "csv")
    return {
      format: "csv",
      mediaType: `text/csv; charset=${file.encoding === "gb18030" ? "gb18030" : "utf-8"}`,
      content: csvOf(batch, template, file.encoding),
    };
  const sheet = {
    name: file.sheet,
    columns: template.columns.map(({ header }) => ({ header, width: 22 })),
    rows: cellsOf(batch, template),
  };
  return { format: "xlsx", mediaType: XLSX_MEDIA_TYPE, content: await writeXlsx([sheet]) };
};
