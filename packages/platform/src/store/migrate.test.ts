import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { migrate } from "./migrate.ts";
import { open } from "./store.ts";

const { store, url } = await testDatabase({ migrated: false });
const folder = await mkdtemp(join(tmpdir(), "goodfaith-migrations-"));
afterAll(() => rm(folder, { recursive: true }));
const put = (name: string, text: string) => writeFile(join(folder, name), text);

test("migrations are applied once, in order, also by two at the same moment", async () => {
  await put("0002_b.sql", "-- needs the first\ninsert into a values (2);\n");
  await put("0001_a.sql", "-- the first\ncreate table a (n integer);\ninsert into a values (1);\n");
  const other = open(url, { maxConnections: 2 });
  const applied = await Promise.all([migrate(store, { folder }), migrate(other, { folder })]);
  await other.close();
  expect(applied.flat()).toEqual(["0001_a.sql", "0002_b.sql"]);
  expect(await migrate(store, { folder })).toEqual([]);
  const { rows } = await store.owner.pool.query("select n from a order by n");
  expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
});

test("one that fails leaves nothing, and is told by its name and line", async () => {
  await put("0003_bad.sql", "-- bad\ninsert into a values (3);\nselect nonsense\n  from a;\n");
  await expect(migrate(store, { folder })).rejects.toThrow(/^0003_bad\.sql line 3: .*nonsense/);
  const { rows } = await store.owner.pool.query("select n from a where n = 3");
  expect(rows).toEqual([]);
  await put("0003_bad.sql", "-- good now\ninsert into a values (3);\n");
  expect(await migrate(store, { folder })).toEqual(["0003_bad.sql"]);
});

test("one that was edited after it was applied, and one that is not known here, are refused", async () => {
  await put("0001_a.sql", "-- edited\ncreate table a (n integer);\n");
  await expect(migrate(store, { folder })).rejects.toThrow("0001_a.sql was changed after it was applied");
  await rm(join(folder, "0001_a.sql"));
  await expect(migrate(store, { folder })).rejects.toThrow("made by a newer version");
});

test("two of one number, and one without its reason, are refused", async () => {
  await put("0003_again.sql", "-- same number\n");
  await expect(migrate(store, { folder })).rejects.toThrow("two migrations have the number 0003");
  await rm(join(folder, "0003_again.sql"));
  await put("0004_why.sql", "select 1;\n");
  await expect(migrate(store, { folder })).rejects.toThrow("0004_why.sql: the first line must say why");
});
