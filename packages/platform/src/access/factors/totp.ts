import { createHmac, timingSafeEqual } from "node:crypto";

/** 动态口令: RFC 6238 as every authenticator app knows it, SHA-1, 6 digits, steps of 30 seconds. */
const STEP_S = 30;
const DIGITS = 6;
/** A clock may be off by one step either way (RFC 6238 §5.2). */
const DRIFT_STEPS = 1;
export const SECRET_BYTES = 20;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Base 32 (RFC 4648) without padding, as authenticator apps take a secret. */
export const base32 = (bytes: Uint8Array): string => {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + LETTERS[(value << (5 - bits)) & 31] : text;
};

/** The step that an instant is in. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_S);

/** The code of one step (RFC 4226 §5.3). */
export const codeOf = (secret: Uint8Array, step: number, digits = DIGITS): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, "0");
};

/** The step whose code was given, of those now and not yet used; null where it is none of them. */
export const stepOfCode = (secret: Uint8Array, code: string, now: Date, lastStep: number): number | null => {
  const current = stepAt(now);
  let found: number | null = null;
  for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step += 1) {
    const right = Buffer.from(codeOf(secret, step));
    const given = Buffer.from(code);
    if (step > lastStep && given.length === right.length && timingSafeEqual(given, right)) found = step;
  }
  return found;
};

/** What the QR code says. */
export const enrolmentUri = (secret: string, login: string, institution: string): string =>
  `otpauth://totp/${encodeURIComponent(`至诚:${login}`)}?${new URLSearchParams({ secret, issuer: `至诚 ${institution}`, digits: String(DIGITS), period: String(STEP_S) })}`;
