import type { IdentityReading } from "./identity.ts";

const LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 统一社会信用代码 (GB 32100-2015): the check character of the first 17. */
export const creditCodeCheck = (first17: string): string => {
  let weight = 1;
  let sum = 0;
  for (const letter of first17.slice(0, 17)) {
    sum += LETTERS.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return LETTERS[(31 - (sum % 31)) % 31] ?? "";
};

/** A wrong check character is a warning only: some codes in old registers do not satisfy it. */
export const readCreditCode = (text: string): IdentityReading => {
  const number = text.replace(/\s/g, "").toUpperCase();
  if (number.length !== 18 || [...number].some((letter) => !LETTERS.includes(letter)))
    return {
      ok: false,
      problem: {
        zh: "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）",
        en: "a credit code has 18 digits or capital letters (never I, O, S, V or Z)",
      },
    };
  const fits = creditCodeCheck(number) === number[17];
  return {
    ok: true,
    identity: { kind: "credit-code", number },
    bornOn: null,
    warning: fits
      ? null
      : {
          zh: "统一社会信用代码校验位不符（GB 32100），请与执照核对",
          en: "the credit code's check character does not fit (GB 32100); compare it with the licence",
        },
  };
};
