import { expect, it } from "vitest";
import { writeCsv } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { columnsOf, mapHeader } from "./mapping.ts";
import { partiesImporter } from "./parties.ts";
import { runImport } from "./run.ts";

const database = await testDatabase();
const staff = await testStaff(database);
const other = await testStaff(database, { institutionId: database.otherInstitutionId });

const say = (header: string, column: string | null, as = staff) =>
  database.run((context) => mapHeader(context, partiesImporter, { header, column }), as);
const run = (headers: string[], rows: string[][], as = staff) =>
  database.run(
    (context) =>
      runImport(
        context,
        partiesImporter,
        { filename: "客户.csv", content: writeCsv(headers, rows) },
        { dryRun: true },
      ),
    as,
  );
const file = [["甲方编码", "客户 大名", "血型"], [["K1", "甲（示例）", "A"]]] as [string[], string[][]];

it("a header that was said to mean a column is read as it from then on, at that institution only, until forgotten", async () => {
  await expect(run(...file)).rejects.toMatchObject({
    refusal: { code: "imports.columns", facts: { unknown: ["甲方编码", "客户 大名", "血型"] } },
  });
  await say("客户大名", "姓名");
  await say("甲方编码", "客户号");
  expect(await run(...file)).toMatchObject({
    bad: 0,
    created: 1,
    ignoredColumns: ["血型"],
    mapped: [
      { header: "甲方编码", column: "客户号" },
      { header: "客户 大名", column: "姓名" },
    ],
  });
  await expect(run(file[0], file[1], other)).rejects.toMatchObject({ refusal: { code: "imports.columns" } });
  const { mappings } = await database.run((context) => columnsOf(context, partiesImporter), staff);
  expect(mappings.map(({ header, column }) => [header, column])).toEqual([
    ["客户大名", "姓名"],
    ["甲方编码", "客户号"],
  ]);
  await say("客户 大名 ", null);
  await expect(run(...file)).rejects.toMatchObject({ refusal: { facts: { missing: ["姓名"] } } });
});

it("a column's own header goes before; a header that is known cannot mean another column; no column, no meaning", async () => {
  await say("大名", "姓名");
  expect(await run(["客户号", "姓名", "大名"], [["K2", "乙（示例）", "别的"]])).toMatchObject({
    mapped: [],
    ignoredColumns: ["大名"],
  });
  await expect(say("客户姓名", "联系地址")).rejects.toMatchObject({
    refusal: { code: "imports.header-known" },
  });
  await expect(say("大名", "血型")).rejects.toMatchObject({ refusal: { code: "imports.no-column" } });
});
