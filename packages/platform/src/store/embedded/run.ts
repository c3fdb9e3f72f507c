import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findAccount } from "./account.ts";
import { prepareBinaries } from "./binaries.ts";
import { claimFolder } from "./claim.ts";
import { ClusterError, initialise, start, urlOf } from "./cluster.ts";
import { dataFolderFor, spareFolder } from "./place.ts";
import { clearLeftovers, readPostmaster } from "./postmaster.ts";

/** Of the PostgreSQL that comes along. Its files are read by this major version only. */
const MAJOR = "18";

export interface Embedded {
  url(database: string): string;
  /** Resolves when the server ended without being asked to, with the end of its log. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Runs the PostgreSQL that comes along, on files in `folder`, which this process then holds alone. Whatever a killed
 * predecessor left is cleared first.
 * @param say told what a person would want to know, such as where files went
 */
export const runEmbedded = async (folder: string, say: (message: string) => void): Promise<Embedded> => {
  const claim = await claimFolder(folder);
  try {
    const account = await findAccount();
    const data = await dataFolderFor(account, folder, say);
    const spare = account.other ? await spareFolder(account) : join(folder, "programs");
    const programs = await prepareBinaries(account, spare, say);
    const files = { data, password: join(folder, "postgres.password"), log: join(folder, "postgres.log") };
    await checkVersion(data);
    const left = await clearLeftovers(data);
    if (left === "server") say("the database of an earlier run that was killed has been ended cleanly");
    await initialise(programs, account, files);
    const cluster = await start(programs, account, files);
    return {
      url: cluster.url,
      ended: cluster.ended,
      stop: async () => {
        await cluster.stop();
        await claim.release();
      },
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
};

/** The address of a database that another process of ours runs on this folder; nothing where none is ready. */
export const runningUrl = async (folder: string, database: string): Promise<string | undefined> => {
  const note = (await readFile(join(folder, "postgres-is-at.txt"), "utf8").catch(() => "")).trim();
  const found = await readPostmaster(note || join(folder, "postgres"));
  const password = await readFile(join(folder, "postgres.password"), "utf8").catch(() => undefined);
  return found?.ready && password !== undefined ? urlOf(found.port, password.trim(), database) : undefined;
};

const checkVersion = async (data: string) => {
  const version = (await readFile(join(data, "PG_VERSION"), "utf8").catch(() => MAJOR)).trim();
  if (version !== MAJOR)
    throw new ClusterError(
      `the files in ${data} are of PostgreSQL ${version}; this program comes with ${MAJOR}. Dump them with the old version, or move the folder away to start empty`,
    );
};
