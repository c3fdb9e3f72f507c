import { join } from "node:path";
import type { Clock } from "../../kernel/clock.ts";
import type { Store } from "../../store/index.ts";
import { loadKeys } from "../vault.ts";
import type { Cipher } from "./cipher.ts";
import { commandProvider } from "./command.ts";
import { readKeys } from "./masters.ts";
import { type KeyProvider, localProvider } from "./provider.ts";
import { openRing } from "./ring.ts";

/** Where the master is, and how new keys seal; see `readConfig`. */
export interface KeySettings {
  readonly dataFolder: string;
  readonly key: string | undefined;
  readonly keyCommand: string | undefined;
  readonly cipher: Cipher;
}

/** The master that the settings name: a program of your own, the environment, or files in the data folder. */
export const providerOf = async ({ dataFolder, key, keyCommand }: KeySettings): Promise<KeyProvider> =>
  keyCommand === undefined
    ? localProvider(await readKeys(join(dataFolder, "keys"), key))
    : commandProvider(keyCommand);

/**
 * Gives the process its keys. The schema must be up to date.
 * @returns reads the ring anew, for keys that were added since
 */
export const openVault = async (
  store: Store,
  settings: KeySettings,
  clock: Clock,
): Promise<() => Promise<void>> => {
  const provider = await providerOf(settings);
  const read = async () => {
    loadKeys(await openRing(store, provider, { now: clock.now(), cipher: settings.cipher }));
  };
  await read();
  return read;
};
