import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  dump,
  load,
  migrate,
  type Store,
  sealAudits,
  verifyAudit,
  verifyClaims,
  verifyPayments,
} from "@goodfaith/platform";
import { loadSample } from "@goodfaith/sample-city";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../platform/src/testing/index.ts";

/** The drill (备份恢复演练): a whole sample city's worth of records goes out and comes back. */
const AT = new Date("2025-03-15T09:00:00+08:00");
const KEY = "of these tests";
const OPENED = { canOpen: async (key: string) => key === KEY };
const from = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), "goodfaith-backup-"));
afterAll(() => rm(folder, { recursive: true }));

const bytesOf = async (store: Store): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of dump(store, { at: AT, key: KEY })) pieces.push(piece);
  return Buffer.concat(pieces);
};
/** In pieces of a size that falls within lines, within characters even. */
async function* inPieces(bytes: Buffer, size = 60_001): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const counts = async (store: Store) => {
  const { rows } = await store.owner.pool.query<{ sum: number }>(
    "select sum(n)::int as sum from (select count(*) as n from party union all select count(*) from case_event union all select count(*) from institution) as c",
  );
  return rows[0]?.sum;
};

let backup = Buffer.alloc(0);
beforeAll(async () => {
  await loadSample(from.store, { size: "small", now: AT, filesFolder: folder });
  await sealAudits(from.store);
  backup = await bytesOf(from.store);
}, 60_000);

test("what comes back is, to the byte, what went out; every chain, case and ledger holds", async () => {
  const { store } = await testDatabase({ migrated: false });
  const restored = await load(store, inPieces(backup), OPENED);
  expect(restored.rows.party).toBeGreaterThan(100);
  expect(restored.migrated).toEqual([]);
  expect((await bytesOf(store)).equals(backup)).toBe(true);
  for (const { institutionId } of await store.institutions())
    await store.within({ institutionId }, async (tx) => {
      expect((await verifyAudit(tx, institutionId)).differs).toEqual([]);
      expect((await verifyClaims({ tx })).differs).toEqual([]);
      expect((await verifyPayments({ tx })).differs).toEqual([]);
    });
  const nobody = await store.owner.pool.query(
    "select from pg_class where relrowsecurity and not relforcerowsecurity",
  );
  expect(nobody.rowCount).toBe(0);
});

test("work that was handed on and not done is handed on again", async () => {
  const { store } = await testDatabase({ migrated: false });
  await load(store, inPieces(backup), OPENED);
  const { rows } = await store.owner.pool.query(
    "select from outbox where done_at is null and relayed_at is not null",
  );
  expect(rows).toEqual([]);
});

describe("a backup that is not whole, or does not belong here, restores nothing", () => {
  const replaced = (text: string, by: string) => Buffer.from(backup.toString("utf8").replace(text, by));
  const WRONG: readonly { name: string; bytes: () => Buffer; says: string; key?: string }[] = [
    { name: "an empty file", bytes: () => Buffer.alloc(0), says: "cut short" },
    { name: "another file", bytes: () => Buffer.from("PK\u0003\u0004 something\n"), says: "not a backup" },
    { name: "cut in a row", bytes: () => backup.subarray(0, backup.length >> 1), says: "cut short" },
    {
      name: "cut before its last line",
      bytes: () => backup.subarray(0, backup.lastIndexOf("-- end")),
      says: "cut short",
    },
    { name: "a name changed", bytes: () => replaced("王先生", "李先生"), says: "not as it was written" },
    {
      name: "a table that is not ours",
      bytes: () => replaced('COPY "party"', 'COPY "pg_authid"'),
      says: "damaged",
    },
    { name: "other keys", bytes: () => backup, says: "sealed with other keys", key: "another" },
    {
      name: "a newer version",
      bytes: () => replaced("0001_foundation", "9999_future"),
      says: "newer version",
    },
  ];

  test.for(WRONG)("$name", async ({ bytes, says, key }) => {
    const { store } = await testDatabase({ migrated: false });
    await expect(
      load(store, inPieces(bytes()), key === undefined ? OPENED : { canOpen: async () => false }),
    ).rejects.toThrow(says);
    await migrate(store);
    expect(await counts(store)).toBe(0);
  });

  test("a database with records is left as it is", async () => {
    const before = await counts(from.store);
    await expect(load(from.store, inPieces(backup), OPENED)).rejects.toThrow("has records");
    expect(await counts(from.store)).toBe(before);
    expect((await bytesOf(from.store)).equals(backup)).toBe(true);
  });
});
