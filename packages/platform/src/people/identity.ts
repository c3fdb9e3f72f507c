/**
 * 证件号码. A resident's number is checked as GB 11643-1999 says (ISO 7064 MOD 11-2) and holds the date of birth; numbers of
 * 15 digits, issued until 1999, have no check digit and stand for births in the 1900s.
 */
export const IDENTITY_KINDS = [
  "resident-id",
  "passport",
  "travel-permit",
  "permanent-residence",
  "officer",
  "household-register",
  "birth-certificate",
  "credit-code",
  "other",
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export interface Identity {
  readonly kind: IdentityKind;
  /** Capital letters, no spaces. */
  readonly number: string;
}
/** Something is wrong (`problem`), or right but worth a look (`warning`). */
export interface Say {
  readonly zh: string;
  readonly en: string;
}
export type IdentityReading =
  | {
      readonly ok: true;
      readonly identity: Identity;
      readonly bornOn: string | null;
      readonly warning: Say | null;
    }
  | { readonly ok: false; readonly problem: Say };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

/** The check character of a resident's number, from its first 17 digits. */
export const residentCheck = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECKS[sum % 11] ?? "";
};

/** `19900101` as a day that exists, not after `today` and not before 1850; null otherwise. */
const dayOf = (digits: string, today: string): string | null => {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return null;
  return iso > today || iso < "1850-01-01" ? null : iso;
};

const wrong = (zh: string, en: string): IdentityReading => ({ ok: false, problem: { zh, en } });

/** @param today the day in China, to tell a date of birth that has not come yet */
export const readResidentNumber = (text: string, today: string): IdentityReading => {
  const number = text.replace(/\s/g, "").toUpperCase();
  if (/^\d(\.\d+)?E\+?\d+$/.test(number))
    return wrong(
      "被表格软件改成了科学计数法，请把这一列设为文本后重填完整号码",
      "a spreadsheet turned it into scientific notation; format the column as text and enter it whole",
    );
  if (/^\d{15}$/.test(number)) return readOld(number, today);
  if (!/^\d{17}[\dX]$/.test(number))
    return wrong(
      `居民身份证号码应为 18 位（前 17 位数字，末位数字或 X），这里是 ${number.length} 位`,
      `a resident's number has 18 characters (17 digits and a digit or X), this one ${number.length}`,
    );
  const bornOn = dayOf(number.slice(6, 14), today);
  if (bornOn === null)
    return wrong(
      `第 7 至 14 位应为出生日期，${number.slice(6, 14)} 不是可能的日期`,
      `digits 7 to 14 are the date of birth; ${number.slice(6, 14)} cannot be one`,
    );
  const check = residentCheck(number);
  if (number[17] !== check)
    return wrong(
      "校验位不符（GB 11643），有一位写错或两位颠倒，请与证件核对",
      "the check digit does not fit (GB 11643): a digit is wrong or two are swapped; compare it with the card",
    );
  return { ok: true, identity: { kind: "resident-id", number }, bornOn, warning: null };
};

const readOld = (number: string, today: string): IdentityReading => {
  const bornOn = dayOf(`19${number.slice(6, 12)}`, today);
  if (bornOn === null)
    return wrong(
      `15 位旧号码第 7 至 12 位应为出生年月日，${number.slice(6, 12)} 不是可能的日期`,
      `digits 7 to 12 of an old number are the date of birth; ${number.slice(6, 12)} cannot be one`,
    );
  return {
    ok: true,
    identity: { kind: "resident-id", number },
    bornOn,
    warning: {
      zh: "15 位旧号码没有校验位，建议换成 18 位",
      en: "an old number of 15 digits has no check digit; ask for the one of 18",
    },
  };
};

/** Any other document: letters, digits and hyphens, 4 to 40 of them. */
export const readOtherNumber = (kind: IdentityKind, text: string): IdentityReading => {
  const number = text.replace(/\s/g, "").toUpperCase();
  return /^[\p{L}\d()（）-]{4,40}$/u.test(number)
    ? { ok: true, identity: { kind, number }, bornOn: null, warning: null }
    : wrong("证件号码应为 4 至 40 位字母或数字", "a document number has 4 to 40 letters or digits");
};
