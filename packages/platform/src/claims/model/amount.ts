import { type Cents, parseYuan } from "../../kernel/money.ts";

/** Reads an amount that this platform wrote. */
export const amountOf = (yuan: string): Cents => {
  const amount = parseYuan(yuan);
  if (amount === null) throw new Error(`claims: ${yuan} is no amount`);
  return amount;
};
