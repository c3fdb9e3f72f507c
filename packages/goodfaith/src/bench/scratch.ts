import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openDatabase, openVault, readConfig, type Store, systemClock } from "@goodfaith/platform";

/** A folder of this run's own, removed after it. */
export const withScratchFolder = async <T>(fn: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "goodfaith-bench-"));
  try {
    await chmod(folder, 0o711);
    return await fn(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** An empty database of this run's own, as durable as the one that serves. */
export const withScratchStore = <T>(fn: (store: Store) => Promise<T>): Promise<T> =>
  withScratchFolder(async (dataFolder) => {
    const database = await openDatabase({ databaseUrl: undefined, dataFolder }, () => undefined);
    try {
      await migrate(database.store);
      await openVault(database.store, readConfig({ GOODFAITH_DATA: dataFolder }, dataFolder), systemClock);
      return await fn(database.store);
    } finally {
      await database.close();
    }
  });
