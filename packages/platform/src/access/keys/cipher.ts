import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** How a value is sealed: 国际 AES-256-GCM, or 国密 SM4 in counter mode under an HMAC-SM3 (encrypt, then authenticate). */
export const CIPHERS = ["aes-256-gcm", "sm4-ctr-hmac-sm3"] as const;
export type Cipher = (typeof CIPHERS)[number];

export class VaultError extends Error {}

/** @param key 32 bytes; @returns bytes that hold all that opening needs but the key */
export const encipher = (cipher: Cipher, key: Buffer, text: Buffer): Buffer =>
  cipher === "aes-256-gcm" ? aes.seal(key, text) : sm4.seal(key, text);

/** @throws where a single bit was altered, or the key is another */
export const decipher = (cipher: Cipher, key: Buffer, sealed: Buffer): Buffer =>
  cipher === "aes-256-gcm" ? aes.open(key, sealed) : sm4.open(key, sealed);

/** A key for one use, from one for many. */
export const derive = (key: Buffer, use: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync("sha256", key, "goodfaith", use, bytes));

const AES_IV = 12;
const AES_TAG = 16;
const aes = {
  seal: (key: Buffer, text: Buffer): Buffer => {
    const iv = randomBytes(AES_IV);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    const body = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  open: (key: Buffer, sealed: Buffer): Buffer => {
    atLeast(sealed, AES_IV + AES_TAG);
    const opening = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, AES_IV));
    opening.setAuthTag(sealed.subarray(AES_IV, AES_IV + AES_TAG));
    return Buffer.concat([opening.update(sealed.subarray(AES_IV + AES_TAG)), opening.final()]);
  },
};

const SM4_KEY = 16;
const SM4_IV = 16;
const SM3_TAG = 32;
const sm4 = {
  seal: (key: Buffer, text: Buffer): Buffer => {
    const iv = randomBytes(SM4_IV);
    const cipher = createCipheriv("sm4-ctr", derive(key, "sm4", SM4_KEY), iv);
    const body = Buffer.concat([iv, cipher.update(text), cipher.final()]);
    return Buffer.concat([sm3(key, body), body]);
  },
  open: (key: Buffer, sealed: Buffer): Buffer => {
    atLeast(sealed, SM3_TAG + SM4_IV);
    const body = sealed.subarray(SM3_TAG);
    if (!timingSafeEqual(sealed.subarray(0, SM3_TAG), sm3(key, body)))
      throw new VaultError("a sealed value was altered");
    const opening = createDecipheriv("sm4-ctr", derive(key, "sm4", SM4_KEY), body.subarray(0, SM4_IV));
    return Buffer.concat([opening.update(body.subarray(SM4_IV)), opening.final()]);
  },
};
const sm3 = (key: Buffer, body: Buffer): Buffer =>
  createHmac("sm3", derive(key, "sm3")).update(body).digest();

const atLeast = (sealed: Buffer, bytes: number): void => {
  if (sealed.length < bytes) throw new VaultError("not a sealed value");
};
