import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
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
  csv: Iterable<string>,
): Promise<number> =>
  store.withConnection(scope, async (client) => {
    await client.query("reset role");
    const list = Array.from({ length: columns }, (_, n) => `c${n} text`).join(", ");
    await client.query(`create temporary table copied (${list}) on commit drop`);
    const into = client.query(from("copy copied from stdin (format csv, header)"));
    await pipeline(csv, into);
    return into.rowCount;
  });
