import { createHmac } from "node:crypto";
import { decipher, derive, encipher, VaultError } from "./keys/cipher.ts";
import { masterId } from "./keys/provider.ts";
import type { KeyRing } from "./keys/ring.ts";

/**
 * Personal data at rest (个人信息加密): sealed under a key that has an id, so that keys can be changed while old values stay
 * readable; looked up by a blind index, a keyed hash that says nothing to one without the key.
 */
export interface Vault {
  /** For a `text` column: `keyId.base64url`. The same words sealed twice differ. */
  seal(text: string): string;
  /** Throws where the value was altered, or its key is not here. */
  open(sealed: string): string;
  /** For a `bytea` column, 32 bytes: the same words give the same bytes within one `kind` (`phone`, `identity` …). */
  blind(kind: string, text: string): Buffer;
}

/** @param now what time it is: a key that was announced seals from its instant on */
export const makeVault = ({ sealing, blind }: KeyRing, now: () => number = Date.now): Vault => {
  const byId = new Map(sealing.map((key) => [key.id, key]));
  const newestFirst = [...sealing].sort((a, b) => b.sealsFrom.getTime() - a.sealsFrom.getTime());
  return {
    seal: (text) => {
      const key = newestFirst.find(({ sealsFrom }) => sealsFrom.getTime() <= now());
      if (!key) throw new VaultError("no key seals yet");
      return `${key.id}.${encipher(key.cipher, key.key, Buffer.from(text, "utf8")).toString("base64url")}`;
    },
    open: (sealed) => {
      const [id = "", data = ""] = sealed.split(".");
      const bytes = Buffer.from(data, "base64url");
      const key = byId.get(id);
      if (!key) throw new VaultError(`the key ${id} that sealed this value is not here`);
      return decipher(key.cipher, key.key, bytes).toString("utf8");
    },
    blind: (kind, text) => createHmac("sha256", blind).update(`${kind}\0${text}`).digest(),
  };
};

let loaded: Vault | undefined;

/** Gives the process its keys: at the start, and whenever the ring was read anew. */
export const loadKeys = (ring: KeyRing): void => {
  loaded = makeVault(ring);
};

/** For tests only: a key that everyone knows. */
export const loadTestKeys = (): void => {
  const key = Buffer.alloc(32, 7);
  loadKeys({
    sealing: [{ id: masterId(key), cipher: "aes-256-gcm", key: derive(key, "seal"), sealsFrom: new Date(0) }],
    blind: derive(key, "blind"),
  });
};

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
