import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { addInstitution } from "../access/index.ts";
import { InstitutionId } from "../kernel/ids.ts";
import { testDatabase } from "../testing/index.ts";
import { dump, load } from "./backup/index.ts";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { open, type Store } from "./store.ts";

/** A server of one's own, where the account owns its database but is no superuser. */
const admin = await testDatabase({ migrated: false });
const { db } = admin.store.owner;
const run = (text: string) => sql.raw(text).execute(db);
const suffix = randomBytes(4).toString("hex");

/** An account with a database of its own; roles of earlier tests on this server are there already, as on a shared one. */
const account = async (name: string, options: string) => {
  await run(`create role ${name} login password 'a' ${options}`);
  await run(`create database ${name} owner ${name} encoding 'UTF8' template template0`);
  const url = new URL(admin.url);
  url.username = name;
  url.password = "a";
  url.pathname = `/${name}`;
  return url.href;
};
const names = {
  maker: `maker_${suffix}`,
  restorer: `restorer_${suffix}`,
  plain: `plain_${suffix}`,
  other: `other_${suffix}`,
};
afterAll(async () => {
  for (const name of Object.values(names)) {
    await run(`drop database if exists ${name} with (force)`);
    await run(`drop role if exists ${name}`);
  }
});

test("an owner that is granted the three roles migrates, and the walls stand for it too", async () => {
  const databaseUrl = await account(names.maker, "");
  await run(`grant goodfaith_app, goodfaith_entry, goodfaith_relay to ${names.maker}`);
  const database = await openDatabase({ databaseUrl, dataFolder: "/nowhere" }, () => undefined);
  expect(database.kind).toMatch(/^PostgreSQL 18/);
  expect((await migrate(database.store)).length).toBeGreaterThan(0);
  const { store } = database;
  const institutionId = InstitutionId.parse(admin.newId());
  const actor = { kind: "system", name: "test", institutionId } as const;
  await store.within({ institutionId }, (tx) =>
    addInstitution({ tx, actor, clock: admin.clock, newId: admin.newId }, { name: "一", sample: false }),
  );
  const noted = () =>
    store.within({ institutionId }, (tx) => tx.selectFrom("audit_entry").select("action").execute());
  expect(await noted()).toEqual([{ action: "access.addInstitution" }]);
  // Row security is forced: the owner itself sees nothing outside a transaction that is bound to an institution.
  expect(await store.owner.db.selectFrom("audit_entry").select("action").execute()).toEqual([]);

  // No superuser is needed either to back up and to restore.
  const backup = (from: Store) => dump(from, { at: admin.clock.now(), key: "k" });
  const bytes = await buffer(backup(store));
  await database.close();
  const restoredUrl = await account(names.restorer, "");
  await run(`grant goodfaith_app, goodfaith_entry, goodfaith_relay to ${names.restorer}`);
  const restored = open(restoredUrl);
  await load(restored, Readable.from([bytes]), { canOpen: async (key) => key === "k" });
  expect((await buffer(backup(restored))).equals(bytes)).toBe(true);
  expect(await restored.owner.db.selectFrom("audit_entry").select("action").execute()).toEqual([]);
  await restored.close();
});

test("one that is not granted them is told what to do, and nothing is left half made", async () => {
  const databaseUrl = await account(names.plain, "");
  const database = await openDatabase({ databaseUrl, dataFolder: "/nowhere" }, () => undefined);
  await expect(migrate(database.store)).rejects.toThrow(
    "grant goodfaith_app, goodfaith_entry, goodfaith_relay to",
  );
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from schema_migration`.execute(
    database.store.owner.db,
  );
  expect(rows).toEqual([{ n: 0n }]);
  await database.close();
});

test("a wrong password and an absent database are said plainly", async () => {
  const url = new URL(await account(names.other, ""));
  const opening = (change: (given: URL) => void) => {
    const changed = new URL(url);
    change(changed);
    return openDatabase({ databaseUrl: changed.href, dataFolder: "/nowhere" }, () => undefined);
  };
  await expect(
    opening((one) => {
      one.password = "wrong";
    }),
  ).rejects.toThrow(`the password for ${names.other} is not right`);
  await expect(
    opening((one) => {
      one.pathname = "/absent";
    }),
  ).rejects.toThrow("there is no database absent");
});
