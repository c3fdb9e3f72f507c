import { randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../store/index.ts";
import { VaultError } from "./cipher.ts";

/**
 * The master keys (主密钥), newest first. From `given` (GOODFAITH_KEY: base64 of 32 bytes, several with
 * commas), else from the folder's `*.key` files; where there is none yet, one is made. Whoever loses these loses the data.
 */
export const readKeys = async (folder: string, given: string | undefined): Promise<Buffer[]> => {
  if (given !== undefined) return given.split(",").map((text) => parse(text, "GOODFAITH_KEY"));
  await makeFolder(folder, 0o700);
  const names = (await readdir(folder))
    .filter((name) => name.endsWith(".key"))
    .sort()
    .reverse();
  if (names.length === 0) {
    const key = randomBytes(32);
    await writeFile(join(folder, "0001.key"), `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    return [key];
  }
  return Promise.all(
    names.map(async (name) => parse(await readFile(join(folder, name), "utf8"), join(folder, name))),
  );
};

const parse = (text: string, where: string): Buffer => {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== 32)
    throw new VaultError(`${where}: a key is 32 bytes in base64, this one has ${key.length}`);
  return key;
};
