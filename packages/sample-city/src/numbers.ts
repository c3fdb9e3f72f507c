/**
 * Numbers that are right in form and can belong to nobody: identity numbers of a region that was never assigned (999…), phones
 * of a range kept for examples (1990000…), cards of no bank (620099…).
 */
import { luhn, residentCheck } from "@goodfaith/platform";

const digits = (n: number, length: number): string => String(n).padStart(length, "0");

/** @param countyCode six digits; its last three follow 999, so that 140403 gives 999403 */
export const identityNumber = (countyCode: string, bornOn: string, serial: number): string => {
  const first17 = `999${countyCode.slice(3)}${bornOn.replaceAll("-", "")}${digits(serial % 1000, 3)}`;
  return first17 + residentCheck(first17);
};

export const phoneNumber = (n: number): string => `1990000${digits(n, 4)}`;

/** A card of 19 digits whose last one checks the others. */
export const cardNumber = (n: number): string => {
  const first18 = `620099${digits(n, 12)}`;
  for (let check = 0; check < 10; check += 1) if (luhn(`${first18}${check}`)) return `${first18}${check}`;
  throw new Error("one of ten digits always fits");
};
