import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pipeline } from "node:stream/promises";
import { from, to } from "pg-copy-streams";
import type { Scope, Store } from "./store.ts";

/**
 * PostgreSQL's own COPY of CSV text (with its header line) into a table of text columns that lives as long as the transaction.
 * Nothing is checked and nothing stays: it is the speed that an importer is measured against.
 * @returns rows copied
 */
export const copyForComparison = (
  store: Store,
  scope: Scope,
  columns: number,
  csv: Iterable<string | Buffer>,
): Promise<number> =>
  store.withConnection(scope, async (client) => {
    await client.query("reset role");
    const list = Array.from({ length: columns }, (_, n) => `c${n} text`).join(", ");
    await client.query(`create temporary table copied (${list}) on commit drop`);
    const into = client.query(from("copy copied from stdin (format csv, header)"));
    await pipeline(csv, into);
    return into.rowCount;
  });

/**
 * Takes the rows of these tables out to files, and copies the same rows back into the emptied tables, with all their keys,
 * checks, foreign keys and indexes, in one transaction that is then undone. Only the copying in is timed. For a database of
 * measurement alone: it empties tables, if only for a while.
 * @param tables each after those that its foreign keys point at
 */
export const copyAgain = async (
  store: Store,
  tables: readonly { readonly table: string; readonly where?: string }[],
): Promise<{ readonly rows: number; readonly seconds: number }> => {
  const client = await store.owner.pool.connect();
  const folder = await mkdtemp(join(tmpdir(), "goodfaith-copy-"));
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    for (const { table, where = "true" } of tables) {
      await client.query(`alter table ${table} no force row level security`);
      await pipeline(
        client.query(to(`copy (select * from ${table} where ${where}) to stdout`)),
        createWriteStream(join(folder, table)),
      );
    }
    await client.query(`truncate ${tables.map(({ table }) => table).join(", ")} cascade`);
    let rows = 0;
    const began = performance.now();
    for (const { table } of tables) {
      const into = client.query(from(`copy ${table} from stdin`));
      await pipeline(createReadStream(join(folder, table)), into);
      rows += into.rowCount;
    }
    return { rows, seconds: (performance.now() - began) / 1000 };
  } finally {
    await client.query("rollback");
    client.release();
    await rm(folder, { recursive: true, force: true });
  }
};
