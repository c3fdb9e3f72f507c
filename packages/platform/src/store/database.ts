import pg from "pg";
import { FolderTakenError } from "./embedded/claim.ts";
import { runEmbedded, runningUrl } from "./embedded/run.ts";
import { open, type Store } from "./store.ts";

export interface OpenDatabase {
  readonly store: Store;
  /** `embedded`, or the server's own words for its version. */
  readonly kind: string;
  /** Resolves when the database that came along ended by itself; never for one of your own. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** Words for a person on why the database cannot be used. */
export class DatabaseError extends Error {}

const NAME = "goodfaith";
const OLDEST = 150_000;

/** Opens the database that the configuration names: your own where there is a URL, else the one that comes along. */
export const openDatabase = async (
  config: { readonly databaseUrl: string | undefined; readonly dataFolder: string },
  say: (message: string) => void,
): Promise<OpenDatabase> => {
  if (config.databaseUrl !== undefined) return openOwn(config.databaseUrl);
  const embedded = await runEmbedded(config.dataFolder, say);
  try {
    await createIfMissing(embedded.url("postgres"));
    const store = open(embedded.url(NAME));
    return {
      store,
      kind: "embedded",
      ended: embedded.ended,
      close: async () => {
        await store.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
};

/**
 * The same for a command that does one thing and ends: where a program already runs the database on this folder, its
 * database is used, and left running.
 */
export const reachDatabase = async (
  config: { readonly databaseUrl: string | undefined; readonly dataFolder: string },
  say: (message: string) => void,
): Promise<OpenDatabase> => {
  try {
    return await openDatabase(config, say);
  } catch (error) {
    const url = error instanceof FolderTakenError && (await runningUrl(config.dataFolder, NAME));
    if (!url) throw error;
    const store = open(url, { maxConnections: 4 });
    return { store, kind: "embedded", ended: new Promise(() => undefined), close: () => store.close() };
  }
};

const createIfMissing = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select from pg_database where datname = $1", [NAME]);
    if (found.rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
};

const openOwn = async (url: string): Promise<OpenDatabase> => {
  const where = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string; encoding: string; may: boolean }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
              current_setting('server_encoding') as encoding,
              has_database_privilege(current_database(), 'create') as may`,
    );
    const [server] = rows;
    if (!server) throw new DatabaseError("the server does not say what it is");
    check(server, where);
    const store = open(url);
    return {
      store,
      kind: `PostgreSQL ${server.version} at ${where.host}`,
      ended: new Promise(() => undefined),
      close: () => store.close(),
    };
  } catch (error) {
    throw explain(error, where);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const check = (server: { number: string; version: string; encoding: string; may: boolean }, where: URL) => {
  if (Number(server.number) < OLDEST)
    throw new DatabaseError(
      `PostgreSQL ${server.version} at ${where.host} is too old: 15 or newer is needed`,
    );
  if (server.encoding !== "UTF8")
    throw new DatabaseError(
      `the database ${where.pathname.slice(1)} is in ${server.encoding}: create it with encoding UTF8`,
    );
  if (!server.may)
    throw new DatabaseError(
      `the account ${where.username} may not create schemas in ${where.pathname.slice(1)}: make it the owner of the database`,
    );
};

const explain = (error: unknown, where: URL): Error => {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error as Error;
  const code = "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: `nothing listens at ${where.host}: is PostgreSQL running there?`,
    ENOTFOUND: `there is no host ${where.hostname}`,
    EAI_AGAIN: `the host ${where.hostname} cannot be looked up now`,
    ETIMEDOUT: `${where.host} does not answer`,
    "28P01": `the password for ${where.username} is not right`,
    "28000": `${where.username} may not sign in to ${where.host}`,
    "3D000": `there is no database ${where.pathname.slice(1)}: create it first, with encoding UTF8`,
    "53300": `${where.host} takes no more connections`,
  };
  return new DatabaseError(`DATABASE_URL cannot be used: ${reasons[code] ?? error.message}`, {
    cause: error,
  });
};
