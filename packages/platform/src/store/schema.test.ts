import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { MIGRATIONS } from "./migrate.ts";
import { describeSchema } from "./schema.ts";

const database = await testDatabase();
const { db } = database.store.owner;

test("the schema is the one written down; GOODFAITH_UPDATE_SCHEMA=1 writes it anew", async () => {
  const golden = join(MIGRATIONS, "schema.golden.txt");
  const found = await describeSchema(db);
  if (process.env.GOODFAITH_UPDATE_SCHEMA === "1") await writeFile(golden, found);
  expect(found).toBe(await readFile(golden, "utf8"));
});

/** Reference tables that name a party without being a party's own (scale rule 1): found by blind index, never by party. */
const REFERENCE = ["party_lookup"];

interface Owned {
  readonly name: string;
  readonly first_key: string | null;
  readonly forced: boolean;
  readonly has_institution: boolean;
}

const owned = (
  await sql<Owned>`
  select c.relname as name, c.relforcerowsecurity and c.relrowsecurity as forced,
    (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary) as first_key,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id' and a.attnotnull) as has_institution
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind in ('r', 'p')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'party_id' and not a.attisdropped)
  order by c.relname`.execute(db)
).rows;

test("there are tables that parties own", () => {
  expect(owned.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["audit_entry", "outbox", "party", "policy"]),
  );
});

test.each(owned)(
  "$name: row security forced, and its keys led by its party",
  ({ name, first_key, forced, has_institution }) => {
    expect(forced).toBe(true);
    expect(has_institution).toBe(true);
    if (!REFERENCE.includes(name)) expect(first_key).toBe("party_id");
  },
);

test("every unique, exclusion and foreign key between tables that parties own includes the party", async () => {
  const names = owned.map(({ name }) => name).filter((name) => !REFERENCE.includes(name));
  const { rows } = await sql<{ name: string }>`
    select format('%s.%s', c.relname, i.indexrelid::regclass) as name
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relname = any(${names}::text[]) and (i.indisunique or i.indisexclusion)
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'party_id' and a.attnum = any(i.indkey))
    union all
    select format('%s.%s', c.relname, k.conname)
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and k.contype = 'f' and c.relname = any(${names}::text[]) and f.relname = any(${names}::text[])
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'party_id' and a.attnum = any(k.conkey))`.execute(
    db,
  );
  expect(rows).toEqual([]);
});

test("every other table with an institution is behind row security too", async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id')
      and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(db);
  expect(rows).toEqual([]);
});

test("views see with the eyes of whoever asks", async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'v'
      and coalesce('security_invoker=true' = any(c.reloptions), false) is false
      and coalesce('security_invoker=on' = any(c.reloptions), false) is false`.execute(db);
  expect(rows).toEqual([]);
});
