import { z } from "zod";

/** Money in integer 分, in code and in the database. */
export type Cents = bigint & { readonly __unit: "分" };

export const cents = (n: bigint): Cents => n as Cents;
export const ZERO: Cents = cents(0n);

/** Yuan as people and the wire write it, two decimals: `"370000.00"`. */
export const yuan = (c: Cents): string => {
  const sign = c < 0n ? "-" : "";
  const digits = (c < 0n ? -c : c).toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Reads yuan with at most two decimals; anything else is null. Separators as in `1,270,000.00` are allowed. */
export const parseYuan = (text: string): Cents | null => {
  const match = /^(-?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const amount = BigInt(whole.replaceAll(",", "")) * 100n + BigInt(fraction.padEnd(2, "0"));
  return cents(sign ? -amount : amount);
};

/** On the wire money is a decimal string of yuan. */
export const Yuan = z.string().regex(/^-?\d{1,15}\.\d{2}$/);

/**
 * Splits an amount by weights without losing a 分: each share is rounded down, and the 分 left over go to the
 * largest remainders, earlier shares first.
 */
export const split = (amount: Cents, weights: readonly bigint[]): Cents[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || amount < 0n || weights.some((w) => w < 0n))
    throw new RangeError("split needs an amount and weights not below zero, and a total above it");
  const shares = weights.map((weight, at) => ({
    at,
    share: (amount * weight) / total,
    rest: (amount * weight) % total,
  }));
  let left = amount - shares.reduce((sum, { share }) => sum + share, 0n);
  for (const item of [...shares].sort((a, b) =>
    a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1,
  )) {
    if (left === 0n) break;
    item.share += 1n;
    left -= 1n;
  }
  return shares.map(({ share }) => cents(share));
};
