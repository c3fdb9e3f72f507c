import { stringify } from "csv-stringify/sync";
import { yuan } from "../../kernel/money.ts";
import { type BankBatch, type BankItem, remarkOf } from "./batch.ts";
import { encodeGb18030 } from "./gb18030.ts";
import type { BankTemplate, TemplateValue } from "./template.ts";

const values: Readonly<Record<TemplateValue, (item: BankItem, at: number) => string>> = {
  position: (_item, at) => String(at + 1),
  "order-number": ({ number }) => number,
  "case-number": ({ caseNumber }) => caseNumber,
  "payee-name": ({ payee }) => payee,
  "account-number": ({ account }) => account,
  bank: ({ bank }) => bank,
  "bank-code": ({ bankCode }) => bankCode ?? "",
  amount: ({ amount }) => yuan(amount),
  currency: () => "CNY",
  remark: remarkOf,
};

/**
 * A bank's own CSV, as its template says; lines end with CR LF, amounts are yuan with two decimals. A cell that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export const writeBankCsv = (batch: BankBatch, template: BankTemplate): Uint8Array => {
  const rows = batch.items.map((item, at) => template.columns.map(({ value }) => values[value](item, at)));
  const text = stringify([template.columns.map(({ header }) => header), ...rows], {
    record_delimiter: "windows",
    escape_formulas: true,
  });
  return template.encoding === "gb18030" ? encodeGb18030(text) : new TextEncoder().encode(`\ufeff${text}`);
};
