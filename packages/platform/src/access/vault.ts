import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * Personal data at rest (个人信息加密): sealed with AES-256-GCM under a key that has an id, so that keys can be changed while
 * old values stay readable; looked up by a blind index, a keyed hash that says nothing to one without the key.
 */
export interface Vault {
  /** For a `text` column: `keyId.base64url`. The same words sealed twice differ. */
  seal(text: string): string;
  /** Throws where the value was altered, or its key is not here. */
  open(sealed: string): string;
  /** For a `bytea` column, 32 bytes: the same words give the same bytes within one `kind` (`phone`, `identity` …). */
  blind(kind: string, text: string): Buffer;
}

export class VaultError extends Error {}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** @param keys 32 bytes each; the first seals, all open, the last makes blind indexes (they cannot change by themselves) */
export const makeVault = (keys: readonly Buffer[]): Vault => {
  const byId = new Map(keys.map((key) => [keyId(key), derive(key, "seal")]));
  const [sealingId] = byId.keys();
  const root = keys.at(-1);
  if (sealingId === undefined || root === undefined || keys.some((key) => key.length !== 32))
    throw new VaultError("a vault needs keys of 32 bytes");
  const blindKey = derive(root, "blind");
  return {
    seal: (text) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyOf(byId, sealingId), iv);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${sealingId}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open: (sealed) => {
      const [id = "", data = ""] = sealed.split(".");
      const bytes = Buffer.from(data, "base64url");
      if (bytes.length < IV_BYTES + TAG_BYTES) throw new VaultError("not a sealed value");
      const decipher = createDecipheriv("aes-256-gcm", keyOf(byId, id), bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = bytes.subarray(IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
    blind: (kind, text) => createHmac("sha256", blindKey).update(`${kind}\0${text}`).digest(),
  };
};

const keyId = (key: Buffer) => createHash("sha256").update("id").update(key).digest("hex").slice(0, 8);
const derive = (key: Buffer, use: string) => Buffer.from(hkdfSync("sha256", key, "goodfaith", use, 32));
const keyOf = (keys: ReadonlyMap<string, Buffer>, id: string) => {
  const key = keys.get(id);
  if (!key) throw new VaultError(`the key ${id} that sealed this value is not here`);
  return key;
};

let loaded: Vault | undefined;

/** Gives the process its keys, once, at the start. */
export const loadKeys = (keys: readonly Buffer[]): void => {
  loaded = makeVault(keys);
};

/** For tests only: a key that everyone knows. */
export const loadTestKeys = (): void => loadKeys([Buffer.alloc(32, 7)]);

const current = (): Vault => {
  if (!loaded) throw new VaultError("the vault has no key yet: loadKeys was not called");
  return loaded;
};

/** The vault of this process. */
export const vault: Vault = {
  seal: (text) => current().seal(text),
  open: (sealed) => current().open(sealed),
  blind: (kind, text) => current().blind(kind, text),
};
