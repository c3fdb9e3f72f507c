import { mask } from "../access/index.ts";
import type { Say } from "./identity.ts";

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Say };
const wrong = (zh: string, en: string) => ({ ok: false, problem: { zh, en } }) as const;

/** A Chinese mobile (11 digits) or a landline with its area code; spaces, hyphens and +86 set aside. */
export const readPhone = (text: string): Reading<string> => {
  const value = text.replace(/[\s()（）-]/g, "").replace(/^(\+|00)86/, "");
  return /^1\d{10}$/.test(value) || /^0\d{9,11}$/.test(value)
    ? { ok: true, value }
    : wrong(
        "手机号应为 11 位数字（座机请带区号）",
        "a mobile has 11 digits (a landline needs its area code)",
      );
};

/** ISO/IEC 7812-1 annex B: whether the last digit of a card number checks the others. */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits.length > 1 && sum % 10 === 0;
};

export interface AccountNumber {
  /** `card` has a check digit; `account` is a passbook's or company's number without one. */
  readonly kind: "card" | "account";
  readonly number: string;
}

/** A number of 16 to 19 digits that begins with 62 is a card (银联), and a card's check digit must fit. */
export const readAccountNumber = (text: string): Reading<AccountNumber> => {
  const number = text.replace(/[\s-]/g, "");
  if (!/^\d{8,32}$/.test(number))
    return wrong("收款账号应为 8 至 32 位数字", "an account number has 8 to 32 digits");
  if (!/^62\d{14,17}$/.test(number)) return { ok: true, value: { kind: "account", number } };
  return luhn(number)
    ? { ok: true, value: { kind: "card", number } }
    : wrong(
        "银行卡号校验位不符，请与卡面核对",
        "the card's check digit does not fit; compare it with the card",
      );
};

/** An address shows its first six characters: enough for the county, too little to find the door. */
export const maskAddress = (text: string): string => {
  const letters = [...text];
  return letters.length <= 6 ? "*".repeat(letters.length) : `${letters.slice(0, 6).join("")}****`;
};

export const maskOf = {
  phone: mask.phone,
  wechat: mask.account,
  address: maskAddress,
  "bank-account": mask.bankCard,
} as const;
