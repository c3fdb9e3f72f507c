import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import type { Store } from "./store.ts";

/** Beside `src` and `dist` alike. */
export const MIGRATIONS = fileURLToPath(new URL("../../migrations/", import.meta.url));

/** One number for this program; two processes that start together migrate one after the other. */
const LOCK = 7_163_150;

export class MigrationError extends Error {}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** The migrations in their order. Two with one number, or one without its reason in the first line, is an error. */
export const readMigrations = async (folder = MIGRATIONS): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const numbers = new Set<string>();
  return Promise.all(
    names.map(async (name) => {
      const number = name.slice(0, 4);
      if (numbers.has(number)) throw new MigrationError(`two migrations have the number ${number}`);
      numbers.add(number);
      const text = await readFile(`${folder}/${name}`, "utf8");
      if (!text.startsWith("-- "))
        throw new MigrationError(`${name}: the first line must say why, as a comment`);
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
};

interface Applied {
  readonly name: string;
  readonly checksum: string;
}
interface MigrateOptions {
  readonly folder?: string;
  readonly upTo?: readonly Applied[];
}

/**
 * Applies what is missing, each in a transaction of its own, forward only. A migration that was applied and has since been
 * edited, or that this program does not know, is an error: the schema would not be what the program believes.
 * With `upTo` only those are applied: the schema as it was when a backup was made.
 * @returns the names applied now
 */
export const migrate = async (
  store: Store,
  { folder = MIGRATIONS, upTo }: MigrateOptions = {},
): Promise<string[]> => {
  const known = await readMigrations(folder);
  if (upTo) checkApplied(upTo, known);
  const migrations = upTo ? known.filter(({ name }) => upTo.some((one) => one.name === name)) : known;
  const client = await store.owner.pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null)",
    );
    const applied = await client.query<Applied>("select name, checksum from schema_migration order by name");
    checkApplied(applied.rows, migrations);
    const missing = migrations.filter(({ name }) => !applied.rows.some((row) => row.name === name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // The connection goes with its lock and its settings.
    client.release(true);
  }
};

const checkApplied = (rows: readonly Applied[], known: readonly Migration[]) => {
  for (const row of rows) {
    const migration = known.find(({ name }) => name === row.name);
    if (!migration)
      throw new MigrationError(
        `the database has ${row.name}, which this version does not know: it was made by a newer version`,
      );
    if (migration.checksum !== row.checksum)
      throw new MigrationError(
        `${row.name} was changed after it was applied to this database; migrations go forward only, add a new one`,
      );
  }
};

const apply = async (client: pg.PoolClient, { name, text, checksum }: Migration) => {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into schema_migration values ($1, $2, $3)", [name, checksum, new Date()]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const place = error instanceof Error && "position" in error ? lineOf(text, Number(error.position)) : "";
    throw new MigrationError(`${name}${place}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

const lineOf = (text: string, position: number) =>
  Number.isFinite(position) ? ` line ${text.slice(0, position).split("\n").length}` : "";
