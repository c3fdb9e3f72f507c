import { sql } from "kysely";
import { expect, test } from "vitest";
import { PartyId } from "../kernel/ids.ts";
import { testDatabase } from "../testing/index.ts";
import type { Tx } from "./context.ts";
import { enqueue } from "./outbox.ts";

const database = await testDatabase();
const { store, institutionId } = database;

test("money is bigint, days and numerics are their text, and nothing is moved by a time zone", async () => {
  const { rows } = await sql<Record<string, unknown>>`
    select 9007199254740993::bigint as cents, '2024-10-02'::date as day, 12.50::numeric as share,
      array[1, 9007199254740993]::bigint[] as many, array['2024-10-02']::date[] as days, '{}'::bigint[] as none,
      '2024-10-02T08:12:05+08:00'::timestamptz as at, current_setting('timezone') as zone`.execute(
    store.owner.db,
  );
  expect(rows).toEqual([
    {
      cents: 9007199254740993n,
      day: "2024-10-02",
      share: "12.50",
      many: [1n, 9007199254740993n],
      days: ["2024-10-02"],
      none: [],
      at: new Date("2024-10-02T00:12:05Z"),
      zone: "UTC",
    },
  ]);
});

test("an error rolls everything back, and only a commit that enqueued is told", async () => {
  let told = 0;
  const forget = store.onEnqueued(() => {
    told += 1;
  });
  const party = PartyId.parse(database.newId());
  await database.run(({ tx }) => tx.selectFrom("outbox").select("task").execute());
  await expect(
    database.run(async (context) => {
      await enqueue(context, party, "x", {});
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(told).toBe(0);
  await database.run((context) => enqueue(context, party, "x", { n: 1 }));
  expect(told).toBe(1);
  forget();
  const rows = await database.run(({ tx }) => tx.selectFrom("outbox").select(["task", "payload"]).execute());
  expect(rows).toEqual([{ task: "x", payload: { n: 1 } }]);
});

test("a snapshot sees all as of one moment, and changes nothing", async () => {
  const { store, institutionId } = database;
  const name = (tx: Tx) => tx.selectFrom("institution").select("name").executeTakeFirstOrThrow();
  const rename = (to: string) =>
    store.within({ institutionId }, (tx) => tx.updateTable("institution").set({ name: to }).execute());
  const before = await store.within({ institutionId }, name);
  await store.snapshot({ institutionId }, async (tx) => {
    expect(await name(tx)).toEqual(before);
    await rename("改名（示例）");
    expect(await name(tx)).toEqual(before);
  });
  expect(await store.snapshot({ institutionId }, name)).toEqual({ name: "改名（示例）" });
  await expect(
    store.snapshot({ institutionId }, (tx) => tx.updateTable("institution").set(before).execute()),
  ).rejects.toThrow("read-only");
  await rename(before.name);
});

test("a connection that the server ends, idle or in use, fails its work and not the process", async () => {
  const end =
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
  const cut = store.within({ institutionId }, async (tx) => {
    await store.owner.pool.query(end);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return tx.selectFrom("institution").select("name").execute();
  });
  await expect(cut).rejects.toThrow();
  expect(await store.ping()).toBe(true);
  expect(await store.institutions()).toHaveLength(2);
});
