import { residentCheck } from "../identity.ts";
import { identityBlind, phoneBlind } from "../record.ts";

const DIGITS = [..."0123456789"];

/** Every number that one wrong digit, or two that changed places, would turn into this one. */
const neighbours = (number: string): string[] => {
  const found = new Set<string>();
  for (let at = 0; at < number.length; at += 1) {
    for (const digit of DIGITS) found.add(number.slice(0, at) + digit + number.slice(at + 1));
    const [a = "", b = ""] = [number[at], number[at + 1]];
    if (at + 1 < number.length) found.add(number.slice(0, at) + b + a + number.slice(at + 2));
  }
  found.delete(number);
  return [...found];
};

/**
 * Blind indexes of the numbers that may have been meant: by a mobile of 11 digits, by a resident's number of 18 whose check
 * digit says that it is wrong. Nothing is guessed where a number checks.
 */
export const nearBlinds = (
  typed: string,
): { readonly kind: "phone" | "identity"; readonly blinds: Buffer[] } | null => {
  const number = typed.replace(/[\s-]/g, "").toUpperCase();
  if (/^1\d{10}$/.test(number))
    return {
      kind: "phone",
      blinds: neighbours(number)
        .filter((one) => one.startsWith("1"))
        .map(phoneBlind),
    };
  if (!/^\d{17}[\dX]$/.test(number) || residentCheck(number) === number[17]) return null;
  const meant = neighbours(number.slice(0, 17)).filter((one) => residentCheck(one) === number[17]);
  const candidates = [
    ...meant.map((one) => one + number.slice(17)),
    number.slice(0, 17) + residentCheck(number),
  ];
  return {
    kind: "identity",
    blinds: candidates.map((one) => identityBlind({ kind: "resident-id", number: one })),
  };
};
