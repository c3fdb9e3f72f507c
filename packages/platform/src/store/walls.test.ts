import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { InstitutionId, PartyId } from "../kernel/ids.ts";
import { testDatabase } from "../testing/index.ts";

/** One row of institution A and one of B in every table: what each may see of the other's is nothing. */
const database = await testDatabase();
const { store } = database;
const { db } = store.owner;
const A = database.institutionId;
const B = database.otherInstitutionId;

interface Column {
  readonly name: string;
  readonly type: string;
}
interface Walled {
  readonly name: string;
  readonly columns: readonly Column[];
}
const walled = (
  await sql<Walled>`
  select c.relname as name,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind in ('r', 'p') and c.relname not in ('session', 'institution')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id')
  order by c.relname`.execute(db)
).rows;
const hasParty = ({ columns }: Walled) => columns.some(({ name }) => name === "party_id");

const SOMETHING: Readonly<Record<string, () => string>> = {
  uuid: () => database.newId(),
  text: () => database.newId(),
  integer: () => "1",
  bigint: () => "1",
  smallint: () => "1",
  numeric: () => "1",
  boolean: () => "false",
  bytea: () => `\\x${database.newId().replaceAll("-", "")}`,
  jsonb: () => "{}",
  date: () => "2024-10-02",
  "timestamp with time zone": () => "2024-10-02T00:00:00Z",
  "text[]": () => "{}",
  "uuid[]": () => "{}",
};

/** A value for a column; what belongs to whom is said, the rest is anything of its type. */
const valueFor = ({ name, type }: Column, institution: string, party: string): string => {
  if (name === "institution_id") return institution;
  if (name === "party_id") return party;
  const value = SOMETHING[type];
  if (!value) throw new Error(`the test has no value for a column of type ${type}: add one`);
  return value();
};
const insertOf = ({ name, columns }: Walled, institution: string, party: string) =>
  `insert into ${name} (${columns.map((one) => one.name).join(", ")})
   values (${columns.map((one) => `'${valueFor(one, institution, party)}'`).join(", ")})`;

const partyOfA = PartyId.parse(database.newId());
const partyOfB = PartyId.parse(database.newId());

beforeAll(async () => {
  // The rows are anything, so what is said about their content goes; this database is thrown away, its walls stay.
  const { rows } = await sql<{ line: string }>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and k.contype in ('c', 'f', 't') order by k.contype desc`.execute(db);
  for (const { line } of rows) await sql.raw(line).execute(db);
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const table of walled) {
      await sql.raw(insertOf(table, A, partyOfA)).execute(tx);
      await sql.raw(insertOf(table, B, partyOfB)).execute(tx);
    }
  });
});

const seen = async (table: Walled, scope?: Parameters<typeof store.within>[0]) => {
  const read = sql<{ institution_id: string }>`select institution_id from ${sql.table(table.name)}`;
  const result = scope
    ? await store.within(scope, (tx) => read.execute(tx))
    : await db.transaction().execute(async (tx) => {
        await sql`set local role goodfaith_app`.execute(tx);
        return read.execute(tx);
      });
  return result.rows.map((row) => row.institution_id);
};

test.each(walled)(
  "$name: nothing is seen without an institution, and each sees its own alone",
  async (table) => {
    expect(await seen(table)).toEqual([]);
    expect(await seen(table, { institutionId: A })).toEqual([A]);
    expect(await seen(table, { institutionId: B })).toEqual([B]);
    const nobody = InstitutionId.parse(database.newId());
    expect(await seen(table, { institutionId: nobody })).toEqual([]);
  },
);

test.each(walled.filter((table) => hasParty(table) && table.name !== "party_lookup"))(
  "$name: a consumer's transaction sees its own party alone",
  async (table) => {
    expect(await seen(table, { institutionId: A, partyId: partyOfA })).toEqual([A]);
    expect(await seen(table, { institutionId: A, partyId: PartyId.parse(database.newId()) })).toEqual([]);
    expect(await seen(table, { institutionId: A, partyId: partyOfB })).toEqual([]);
  },
);

test.each(walled)("$name: no row is written for another institution", async (table) => {
  const write = () =>
    store.within({ institutionId: A }, (tx) =>
      sql.raw(insertOf(table, B, PartyId.parse(database.newId()))).execute(tx),
    );
  await expect(write()).rejects.toThrow(/row-level security|permission denied/);
});

test("the institution itself, and every view, stay on their own side", async () => {
  const names = (institutionId = A) =>
    store.within({ institutionId }, (tx) => tx.selectFrom("institution").select("institution_id").execute());
  expect(await names()).toEqual([{ institution_id: A }]);
  expect(await names(B)).toEqual([{ institution_id: B }]);
  const { rows: views } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_id'
    where n.nspname = current_schema() and c.relkind = 'v'`.execute(db);
  expect(views.length).toBeGreaterThan(0);
  for (const { name } of views)
    for (const one of await seen({ name, columns: [] }, { institutionId: A })) expect(one).toBe(A);
});

test("the relay sees the outbox of all and nothing else, and changes only that it was handed on", async () => {
  const ids = await store.relay((tx) => tx.selectFrom("outbox").select("institution_id").execute());
  expect(ids).toHaveLength(2);
  const may = (statement: string) => store.relay((tx) => sql.raw(statement).execute(tx));
  await expect(may("select from party")).rejects.toThrow("permission denied");
  await expect(may("update outbox set payload = '{}'")).rejects.toThrow("permission denied");
  await expect(may("delete from outbox")).rejects.toThrow("permission denied");
});
