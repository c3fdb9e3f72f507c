import type { Cents } from "../../kernel/money.ts";

/** One order as a bank file carries it; the account number is in the clear, for the time of writing the file. */
export interface BankItem {
  readonly number: string;
  readonly caseNumber: string;
  readonly payee: string;
  readonly account: string;
  readonly bank: string;
  /** 联行号, 12 digits */
  readonly bankCode: string | null;
  readonly amount: Cents;
}

/** 付款账户 */
export interface BankPayer {
  readonly holder: string;
  readonly account: string;
  readonly bank: string;
  readonly bankCode: string | null;
}

/** What both files are written from. */
export interface BankBatch {
  readonly number: string;
  readonly createdAt: Date;
  readonly payer: BankPayer;
  readonly items: readonly BankItem[];
}

const MOST_REMARK_CHARACTERS = 140;

/** 附言: which case and which order, at most the 140 characters that banks keep. */
export const remarkOf = ({ caseNumber, number }: BankItem): string =>
  [...`理赔款 案件${caseNumber} 指令${number}`].slice(0, MOST_REMARK_CHARACTERS).join("");

export const totalOf = (items: readonly BankItem[]): bigint =>
  items.reduce((total, { amount }) => total + amount, 0n);
