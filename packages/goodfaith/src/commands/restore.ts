import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { BackupError, type KeyProvider, load, type Restored, VaultError } from "@goodfaith/platform";
import { Command } from "commander";
import { explain } from "../start/explain.ts";
import { onceEmpty } from "../start/once.ts";

/** `goodfaith restore FILE`: brings a backup back into an empty database; all of it, or nothing. */
export const command = (): Command =>
  new Command("restore")
    .description(
      "恢复备份到空的数据库：全部恢复，或什么也不动 · Bring a backup back into an empty database: all or nothing",
    )
    .argument("<file>", "备份文件 · the backup")
    .addHelpText(
      "after",
      "\n恢复之后请运行 goodfaith verify · Then run goodfaith verify.\n退出码 · Exit codes: 0 done, 2 nothing was restored, and why",
    )
    .action(run);

const run = async (file: string): Promise<void> => {
  try {
    const { about, rows, migrated } = await read(file);
    const sum = Object.values(rows).reduce((all, one) => all + one, 0);
    process.stdout.write(
      [
        `${about.at} 的备份已恢复 · restored: ${sum} 行 rows`,
        ...about.institutions.map(({ name }) => `  ${name}`),
        ...(migrated.length > 0 ? [`数据库结构已更新 · schema brought up to date: ${migrated.length}`] : []),
        "请运行 goodfaith verify 核验 · now run goodfaith verify",
        "",
      ].join("\n"),
    );
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};

const opens = (provider: KeyProvider, wrapped: string): Promise<boolean> =>
  provider.unwrap(wrapped).then(
    () => true,
    (error: unknown) => {
      if (error instanceof VaultError) return false;
      throw error;
    },
  );

const read = (file: string): Promise<Restored> =>
  onceEmpty(async (store, provider) => {
    let restored: Restored | undefined;
    try {
      await pipeline(createReadStream(file), createGunzip(), async (pieces: AsyncIterable<Buffer>) => {
        restored = await load(store, pieces, { canOpen: (key) => opens(provider, key) });
      });
    } catch (error) {
      if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
        throw new BackupError("备份文件已损坏或不完整 · the backup is damaged or was cut short", {
          cause: error,
        });
      throw error;
    }
    if (!restored) throw new Error("nothing was read");
    return restored;
  });
