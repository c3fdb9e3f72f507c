import { randomInt } from "node:crypto";
import { vault } from "../vault.ts";

/** 恢复码: ten, each of which opens once. */
export const RECOVERY_CODES = 10;
/** Without letters and digits that look alike. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const GROUP = 5;

/** `xxxxx-xxxxx`, about 49 bits of chance. */
export const newRecoveryCode = (): string => {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${group()}-${group()}`;
};

const plain = (code: string): string => code.toLowerCase().replaceAll(/[^0-9a-z]/g, "");

/** How a code is kept: a keyed hash that is this person's alone. */
export const recoveryHash = (staffId: string, code: string): Buffer =>
  vault.blind("recovery-code", `${staffId} ${plain(code)}`);

/** Whether what was typed looks like one, and not like the six digits of an authenticator. */
export const looksLikeRecovery = (code: string): boolean => plain(code).length === 2 * GROUP;
