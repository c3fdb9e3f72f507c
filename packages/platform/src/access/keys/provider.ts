import { createHash } from "node:crypto";
import { type Cipher, decipher, derive, encipher, VaultError } from "./cipher.ts";

/**
 * Whoever holds the master key (主密钥): this process, or a device or service of your own. Data keys are given to it to be
 * wrapped, and come back wrapped; it never sees the data.
 */
export interface KeyProvider {
  /** Says which master wraps now, without telling it. */
  readonly id: string;
  wrap(key: Buffer): Promise<string>;
  /** @throws VaultError where no master here opens it */
  unwrap(wrapped: string): Promise<Buffer>;
  /** What was sealed directly by masters, before there were data keys; none for a provider that never did. */
  readonly earlier: { readonly sealing: readonly EarlierKey[]; readonly blind: Buffer } | undefined;
}
export interface EarlierKey {
  readonly id: string;
  readonly key: Buffer;
}

const WRAPPING: Cipher = "aes-256-gcm";

/** Masters in the memory of this process. @param masters 32 bytes each; the first wraps, all unwrap */
export const localProvider = (masters: readonly Buffer[]): KeyProvider => {
  const [first] = masters;
  const last = masters.at(-1);
  if (!first || !last || masters.some((key) => key.length !== 32))
    throw new VaultError("a vault needs keys of 32 bytes");
  const wrapping = new Map(masters.map((key) => [masterId(key), derive(key, "wrap")]));
  const id = masterId(first);
  return {
    id,
    wrap: async (key) => `${id}.${encipher(WRAPPING, derive(first, "wrap"), key).toString("base64url")}`,
    unwrap: async (wrapped) => {
      const [by = "", data = ""] = wrapped.split(".");
      const key = wrapping.get(by);
      if (!key)
        throw new VaultError(
          `主密钥 ${by} 不在这里：请放回 keys/ 或 GOODFAITH_KEY · the master key ${by} is not here: put it back into keys/ or GOODFAITH_KEY`,
        );
      return decipher(WRAPPING, key, Buffer.from(data, "base64url"));
    },
    earlier: {
      sealing: masters.map((key) => ({ id: masterId(key), key: derive(key, "seal") })),
      blind: derive(last, "blind"),
    },
  };
};

export const masterId = (key: Buffer): string =>
  createHash("sha256").update("id").update(key).digest("hex").slice(0, 8);
