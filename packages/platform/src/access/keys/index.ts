export { CIPHERS, type Cipher, VaultError } from "./cipher.ts";
export { type KeySettings, openVault, providerOf } from "./open.ts";
export type { KeyProvider } from "./provider.ts";
export { describeRing, markOf, rewrap, rotate } from "./ring.ts";
