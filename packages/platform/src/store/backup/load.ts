import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";
import { migrate } from "../migrate.ts";
import type { Store } from "../store.ts";
import { About, BackupError, COPY_END, END, Ending, FIRST_LINE, parseCopyLine } from "./format.ts";
import { lines } from "./lines.ts";
import { type CopiedTable, copiedTables } from "./tables.ts";

interface Given {
  /** See `About.key`: whether the master of this place opens it. */
  readonly canOpen: (key: string) => Promise<boolean>;
  readonly onTable?: (table: string) => void;
}

export interface Restored {
  readonly about: About;
  readonly rows: Readonly<Record<string, number>>;
  /** Migrations applied after the rows came back: the backup was made by an older version. */
  readonly migrated: readonly string[];
}

/**
 * Brings a backup back into an empty database (恢复): all of it or, where anything is not as it was written, nothing. The
 * schema is made as it was then, filled, and brought up to date.
 * @throws BackupError in words; MigrationError where the backup was made by a newer version
 */
export const load = async (store: Store, pieces: AsyncIterable<Buffer>, given: Given): Promise<Restored> => {
  const reader = new Reader(pieces);
  const about = await readAbout(reader, given.canOpen);
  await migrate(store, { upTo: about.migrations });
  const client = await store.owner.pool.connect();
  try {
    await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
    await client.query("begin");
    const rows = await fill(client, reader, given);
    await client.query("commit");
    return { about, rows, migrated: await migrate(store) };
  } finally {
    // Whatever was not committed goes with the connection.
    client.release(true);
  }
};

/** The lines, and what they come to so far. */
class Reader {
  private readonly all: AsyncGenerator<Buffer>;
  private readonly hash = createHash("sha256");
  constructor(pieces: AsyncIterable<Buffer>) {
    this.all = lines(pieces);
  }
  /** The next line; throws where the file ends. Where it may be the last one, its own bytes are no part of what it says. */
  async next(mayEnd = false): Promise<Buffer> {
    const { value, done } = await this.all.next();
    if (done) throw new BackupError("备份不完整：文件在中途结束 · the backup was cut short");
    const line = value as Buffer;
    if (!mayEnd || !line.subarray(0, END.length).equals(Buffer.from(END)))
      this.hash.update(line).update("\n");
    return line;
  }
  digest(): string {
    return this.hash.digest("hex");
  }
}

const readAbout = async (reader: Reader, canOpen: Given["canOpen"]): Promise<About> => {
  if ((await reader.next()).toString("utf8") !== FIRST_LINE)
    throw new BackupError("这不是至诚的备份文件 · this is not a backup of Goodfaith");
  const about = parsed(About, (await reader.next()).subarray(3));
  if (!(await canOpen(about.key)))
    throw new BackupError(
      "备份中的个人信息是用另外的密钥加密的：请先放回当时的密钥（GOODFAITH_KEY 或数据目录的 keys/） · the backup was sealed with other keys: put back those of then first (GOODFAITH_KEY, or keys/ in the data folder)",
    );
  return about;
};

const parsed = <T>(shape: { parse: (value: unknown) => T }, json: Buffer): T => {
  try {
    return shape.parse(JSON.parse(json.toString("utf8")));
  } catch (cause) {
    throw new BackupError("备份文件已损坏 · the backup is damaged", { cause });
  }
};

const fill = async (client: pg.ClientBase, reader: Reader, given: Given): Promise<Record<string, number>> => {
  const tables = await copiedTables(client);
  await unwall(client, tables);
  const { rows: found } = await client.query<{ any: boolean }>(
    "select exists (select from institution) as any",
  );
  if (found[0]?.any)
    throw new BackupError(
      "数据库里已有资料，只能恢复到空的数据库 · the database has records: a backup goes into an empty one",
    );
  // What migrations put there of themselves is in the backup too.
  for (const { name } of [...tables].reverse()) await client.query(`delete from "${name}"`);
  const rows = await copyAll(client, reader, tables, given);
  await client.query("update outbox set relayed_at = null where done_at is null");
  await wall(client, tables);
  return rows;
};

/** COPY into a table does not go through row-level security; nobody else is here while it is lifted for its owner. */
const unwall = (client: pg.ClientBase, tables: readonly CopiedTable[]) => each(client, tables, "no force");
const wall = (client: pg.ClientBase, tables: readonly CopiedTable[]) => each(client, tables, "force");
const each = async (client: pg.ClientBase, tables: readonly CopiedTable[], how: "force" | "no force") => {
  for (const { name, owned } of tables)
    if (owned) await client.query(`alter table "${name}" ${how} row level security`);
};

const copyAll = async (
  client: pg.ClientBase,
  reader: Reader,
  tables: readonly CopiedTable[],
  { onTable }: Given,
): Promise<Record<string, number>> => {
  const rows = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  for (;;) {
    const line = (await reader.next(true)).toString("utf8");
    if (line.startsWith(END)) {
      checkEnd(parsed(Ending, Buffer.from(line.slice(END.length))), rows, reader.digest());
      return rows;
    }
    const copy = parseCopyLine(line);
    const known = tables.find(({ name }) => name === copy?.table);
    if (!copy || !known || copy.columns.some((column) => !known.columns.includes(column)))
      throw new BackupError("备份文件已损坏 · the backup is damaged");
    onTable?.(copy.table);
    const into = client.query(from(line.slice(0, -1)));
    await pipeline(Readable.from(rowsOf(reader)), into);
    rows[copy.table] = (rows[copy.table] ?? 0) + into.rowCount;
  }
};

async function* rowsOf(reader: Reader): AsyncGenerator<Buffer> {
  const end = Buffer.from(COPY_END);
  const break_ = Buffer.from("\n");
  for (;;) {
    const line = await reader.next();
    if (line.equals(end)) return;
    yield Buffer.concat([line, break_]);
  }
}

const checkEnd = (ending: Ending, rows: Readonly<Record<string, number>>, digest: string) => {
  const same = Object.entries(ending.rows).every(([table, count]) => rows[table] === count);
  if (!same || ending.sha256 !== digest)
    throw new BackupError(
      "备份文件的内容与写下时不同，什么也没有恢复 · the backup is not as it was written; nothing was restored",
    );
};
