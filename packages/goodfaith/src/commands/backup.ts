import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { BackupError, dump, markOf } from "@goodfaith/platform";
import { Command } from "commander";
import { explain } from "../start/explain.ts";
import { once } from "../start/once.ts";

/** `goodfaith backup FILE`: everything on record, as of one moment, while the platform runs. */
export const command = (): Command =>
  new Command("backup")
    .description(
      "备份全部资料（平台可照常运行） · Back up everything on record, also beside a running platform",
    )
    .argument("<file>", "文件，如 goodfaith-2026-11-22.gz · where to write it; it must not exist yet")
    .addHelpText(
      "after",
      "\n备份不含密钥：keys/ 或 GOODFAITH_KEY 须另行保管 · Keys are not in it: keep keys/ or GOODFAITH_KEY elsewhere.\n退出码 · Exit codes: 0 done, 2 it could not be made",
    )
    .action(run);

const run = async (file: string): Promise<void> => {
  try {
    if (await stat(file).catch(() => undefined))
      throw new BackupError(`${file} 已经存在，未作改动 · exists already and was left as it is`);
    const rows = await write(file);
    const { size } = await stat(file);
    process.stdout.write(`${file}  ${rows} 行 rows，${size} 字节 bytes\n`);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};

/** Under another name until it is whole: what has the name is a backup. */
const write = async (file: string): Promise<number> => {
  const unfinished = `${file}.unfinished`;
  try {
    const rows = await once(async (store) => {
      let count = 0;
      const key = await markOf(store);
      const pieces = dump(store, {
        at: new Date(),
        key,
        onTable: (table, done, total) => progress(`${done + 1}/${total} ${table}`),
        onEnd: ({ rows }) => {
          count = Object.values(rows).reduce((sum, one) => sum + one, 0);
        },
      });
      await pipeline(pieces, createGzip(), createWriteStream(unfinished, { mode: 0o600, flags: "wx" }));
      return count;
    });
    await rename(unfinished, file);
    return rows;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(unfinished, { force: true });
    throw error;
  }
};

/** Only where a person looks on. */
const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
};
