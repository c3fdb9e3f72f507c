import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root hands it to an unprivileged account that exists already:
 * `postgres`, else `nobody`. Anyone else runs it as themselves. No account is ever made.
 */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True where the account is another than the one this process runs as. */
  readonly other: boolean;
}

export class NoAccountError extends Error {}

export const findAccount = async (
  passwd = "/etc/passwd",
  me = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 },
): Promise<Account> => {
  if (me.uid !== 0) return { name: "", uid: me.uid, gid: me.gid, other: false };
  const lines = (await readFile(passwd, "utf8")).split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const found = lines.find(([name]) => name === wanted);
    const uid = Number(found?.[2]);
    const gid = Number(found?.[3]);
    if (found && uid > 0 && Number.isInteger(gid)) return { name: wanted, uid, gid, other: true };
  }
  throw new NoAccountError(
    "PostgreSQL does not run as root, and there is no account `postgres` or `nobody` to run it as; start as an ordinary user, or give DATABASE_URL",
  );
};

/** Whether the account may walk down to `path`: every folder above it, as far as they exist, can be entered. */
export const canReach = async (account: Account, path: string): Promise<boolean> => {
  if (!account.other) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found && !mayEnter(account, found)) return false;
    if (folder === dirname(folder)) return true;
  }
};

const mayEnter = (account: Account, folder: { uid: number; gid: number; mode: number }) => {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
};
