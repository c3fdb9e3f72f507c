import { type AccountNumber, readAccountNumber } from "../people/index.ts";
import { words } from "./cells.ts";
import { bad, type CellReading, type Column, column, good } from "./column.ts";
import type { RowReader } from "./row.ts";

/** 收款账户: the bank, the number, and whose name it is in. */
export interface AccountColumns {
  readonly bank: Column<string>;
  readonly number: Column<AccountNumber>;
  readonly holder: Column<string>;
}
export interface Account extends AccountNumber {
  readonly bank: string;
  readonly holder: string;
}

const accountCell = (text: string): CellReading<AccountNumber> => {
  const reading = readAccountNumber(text);
  return reading.ok ? good(reading.value) : bad(reading.problem.zh, reading.problem.en);
};

export const accountColumns = (prefix: string, english: string, example: string): AccountColumns => ({
  bank: column(
    `${prefix}开户银行`,
    {
      also: [`${prefix}开户行`, `${english}bank`],
      example: "示例银行长治分行",
      zh: "开户银行全称",
      en: "the bank's full name",
    },
    words(100),
  ),
  number: column(
    `${prefix}银行账号`,
    {
      also: [`${prefix}银行卡号`, `${prefix}账号`, `${english}account_number`],
      sensitive: true,
      example,
      zh: "62 开头的卡号按校验位核对；请把这一列设为文本",
      en: "a card that begins with 62 is checked by its last digit; format the column as text",
    },
    accountCell,
  ),
  holder: column(
    `${prefix}账户户名`,
    { also: [`${prefix}户名`, `${english}account_holder`], zh: "不填为本人", en: "the person where blank" },
    words(100),
  ),
});

/** An account needs its bank and its number; the holder is the person where nothing else is said. */
export const readAccount = (row: RowReader, columns: AccountColumns, name: string): Account | null => {
  const bank = row.read(columns.bank);
  const account = row.read(columns.number);
  const holder = row.read(columns.holder) ?? name;
  if (account && bank) return { ...account, bank, holder };
  if (account && row.text(columns.bank) === "")
    row.problem(columns.bank, { zh: "填了账号，就要填开户银行", en: "an account number needs its bank" });
  if (bank && row.text(columns.number) === "")
    row.problem(columns.number, { zh: "填了开户银行，就要填账号", en: "a bank needs an account number" });
  return null;
};
