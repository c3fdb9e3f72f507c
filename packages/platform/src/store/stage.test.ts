import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { stage } from "./stage.ts";

const database = await testDatabase();
const COLUMNS = {
  n: "integer",
  words: "text",
  bytes: "bytea",
  facts: "jsonb",
  at: "timestamptz",
  amount: "bigint",
};

test("what is staged comes back as it was, whatever marks it holds, and ends with its transaction", async () => {
  const nasty = ["a\tb", "c\nd\r", "back\\slash", "\\N", "\\.", "", "引号\"'", "😀"];
  const rows = nasty.map((words, n) => ({
    n,
    words,
    bytes: Buffer.from([n, 0, 92, 255]),
    facts: { [words]: words },
    at: new Date(n * 1000),
    amount: 9_007_199_254_740_993n,
  }));
  const read = await database.run(async ({ tx }) => {
    const staged = await stage(tx, "test", COLUMNS, [...rows, { ...rows[0], n: 99, words: null }]);
    return (
      await sql<(typeof rows)[number]>`select * from ${staged} where words is not null order by n`.execute(tx)
    ).rows;
  });
  expect(read).toEqual(rows);
  await expect(database.run(({ tx }) => sql`select * from pg_temp.staged_test`.execute(tx))).rejects.toThrow(
    "does not exist",
  );
});

test("staging again replaces, and many rows arrive in order", async () => {
  const many = Array.from({ length: 50_000 }, (_, n) => ({ n, words: `第 ${n} 行` }));
  const columns = { n: "integer", words: "text" };
  await database.run(async ({ tx }) => {
    await stage(tx, "many", columns, many);
    const staged = await stage(tx, "many", columns, many.slice(1));
    const { rows } = await sql<{ n: bigint; last: string }>`
      select count(*) as n, max(words) filter (where n = 49999) as last from ${staged}`.execute(tx);
    expect(rows).toEqual([{ n: 49_999n, last: "第 49999 行" }]);
  });
});

test("rows that do not fit leave an error that names the column, and nothing half done", async () => {
  const staging = database.run(({ tx }) => stage(tx, "bad", { n: "integer" }, [{ n: "x" }]));
  await expect(staging).rejects.toThrow("invalid input syntax for type integer");
  expect(
    await database.run(async ({ tx }) => (await sql<{ ok: number }>`select 1 as ok`.execute(tx)).rows),
  ).toEqual([{ ok: 1 }]);
});
