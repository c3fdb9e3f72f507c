import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type pg from "pg";
import { to } from "pg-copy-streams";
import type { InstitutionId } from "../../kernel/ids.ts";
import type { Store } from "../store.ts";
import { type About, COPY_END, columnList, copyLine, END, type Ending, FIRST_LINE } from "./format.ts";
import { type CopiedTable, copiedTables } from "./tables.ts";

interface Given {
  readonly at: Date;
  /** See `About.key`. */
  readonly key: string;
  /** Told of every table begun. */
  readonly onTable?: (table: string, done: number, total: number) => void;
  /** Told at the end how many rows of each table there were. */
  readonly onEnd?: (ending: Ending) => void;
}

/**
 * The whole database as of one moment (备份), piece by piece, while work goes on. What an institution owns is read through
 * its own row-level security, so the account that serves is enough.
 */
export async function* dump(store: Store, given: Given): AsyncGenerator<Buffer> {
  const institutions = await store.institutions();
  const client = await store.owner.pool.connect();
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  const out = (piece: Buffer | string): Buffer => {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    return bytes;
  };
  try {
    await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
    await client.query("begin transaction isolation level repeatable read read only");
    const tables = await copiedTables(client);
    yield out(`${FIRST_LINE}\n-- ${JSON.stringify(await aboutOf(client, given, institutions))}\n`);
    for (const [done, table] of tables.entries()) {
      given.onTable?.(table.name, done, tables.length);
      rows[table.name] = 0;
      for (const institutionId of table.owned ? institutions.map((one) => one.institutionId) : [null])
        for await (const piece of copied(client, table, institutionId)) {
          rows[table.name] = (rows[table.name] ?? 0) + count(piece);
          yield out(piece);
        }
    }
    const ending: Ending = { rows, sha256: hash.digest("hex") };
    yield Buffer.from(`${END}${JSON.stringify(ending)}\n`);
    given.onEnd?.(ending);
  } finally {
    // The connection goes with its transaction and its settings.
    client.release(true);
  }
}

const aboutOf = async (
  client: pg.ClientBase,
  { at, key }: Given,
  institutions: Awaited<ReturnType<Store["institutions"]>>,
): Promise<About> => {
  const { rows } = await client.query<About["migrations"][number]>(
    "select name, checksum from schema_migration order by name",
  );
  return {
    at: at.toISOString(),
    key,
    migrations: rows,
    institutions: institutions.map(({ institutionId, name }) => ({ institutionId, name })),
  };
};

/** One table's rows: of one institution, or all where no institution owns them. */
async function* copied(
  client: pg.ClientBase,
  { name, columns, key }: CopiedTable,
  institutionId: InstitutionId | null,
): AsyncGenerator<Buffer | string> {
  if (institutionId !== null) await client.query("select app_enter($1)", [institutionId]);
  const stream: Readable = client.query(
    to(`copy (select ${columnList(columns)} from "${name}" order by ${columnList(key)}) to stdout`),
  );
  yield `${copyLine(name, columns)}\n`;
  for await (const piece of stream) yield piece as Buffer;
  yield `${COPY_END}\n`;
  await client.query("reset role");
}

/** Rows in a piece of COPY's text: a line break within a value is written as `\n`, so every line is a row. */
const count = (piece: Buffer | string): number => {
  if (typeof piece === "string") return 0;
  let lines = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++;
  return lines;
};
