import { describe, expect, it } from "vitest";
import { ImportId } from "../kernel/ids.ts";
import { Refused } from "../kernel/refusal.ts";
import { residentCheck } from "../people/index.ts";
import { readTable, writeCsv, writeXlsx } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import type { ImportKind, ImportView } from "./contract.ts";
import { withImporter } from "./importers.ts";
import { runImport } from "./run.ts";
import { listRuns, readWorkbook } from "./store.ts";
import { template } from "./template.ts";

const database = await testDatabase();
const staff = await testStaff(database, { name: "管理员（示例）" });

const identity = (n: number): string => {
  const first17 = `99940319700101${String(n % 1000).padStart(3, "0")}`.replace(
    /^999403/,
    `999${String(Math.floor(n / 1000)).padStart(3, "0")}`,
  );
  return first17 + residentCheck(first17);
};
const HEADER = ["客户号", "姓名", "证件号码", "手机号", "县区"];
const row = (n: number): string[] => [
  `C${n}`,
  `客户${n}（示例）`,
  identity(n),
  `199${String(n).padStart(8, "0")}`,
  "沁县",
];
const rows = (count: number, from = 0): string[][] => Array.from({ length: count }, (_, n) => row(from + n));

const run = (
  kind: ImportKind,
  content: Uint8Array,
  { dryRun = false, filename = "客户.csv" } = {},
): Promise<ImportView> =>
  database.run(
    (context) =>
      withImporter(kind, (importer) => runImport(context, importer, { filename, content }, { dryRun })),
    staff,
  );
const count = (table: "party" | "contact" | "party_lookup") =>
  database.run(async ({ tx }) => {
    const { n } = await tx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<bigint>().as("n"))
      .executeTakeFirstOrThrow();
    return Number(n);
  });
const refusal = async (running: Promise<unknown>) => {
  const error = await running.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.refusal;
};

describe("importing people", () => {
  it("tries first, then applies; the same file again changes nothing; a changed row updates", async () => {
    const file = writeCsv(HEADER, rows(50));
    const before = await count("party");
    expect(await run("parties", file, { dryRun: true })).toMatchObject({
      status: "checked",
      rows: 50,
      created: 50,
      bad: 0,
    });
    expect(await count("party")).toBe(before);
    expect(await run("parties", file)).toMatchObject({
      status: "applied",
      created: 50,
      updated: 0,
      unchanged: 0,
    });
    expect(await run("parties", file)).toMatchObject({
      status: "applied",
      created: 0,
      updated: 0,
      unchanged: 50,
    });
    const changed = rows(50);
    changed[7] = [...row(7).slice(0, 3), "19988887777", "潞州区"];
    expect(await run("parties", writeCsv(HEADER, changed))).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 49,
    });
    expect(await count("party")).toBe(before + 50);
  });

  it("XLSX and CSV of the same rows are the same import", async () => {
    const columns = HEADER.map((header) => ({ header }));
    await run("parties", writeCsv(HEADER, rows(5, 100)));
    const xlsx = await writeXlsx([{ name: "客户", columns, rows: rows(5, 100) }]);
    expect(await run("parties", xlsx, { filename: "客户.xlsx" })).toMatchObject({ created: 0, unchanged: 5 });
  });

  it("one bad row in 10,000 applies nothing and hands back the workbook", async () => {
    const before = [await count("party"), await count("contact"), await count("party_lookup")];
    const given = rows(10_000, 10_000);
    const swapped = identity(17_000)
      .replace(/^(\d)(\d)/, "$2$1")
      .replace(/^99/, "98");
    given[7000] = ["C17000", "客户17000（示例）", swapped, "1990000", "长安区"];
    const view = await run("parties", writeCsv(HEADER, given));
    expect(view).toMatchObject({
      status: "refused",
      rows: 10_000,
      bad: 1,
      created: 0,
      updated: 0,
      unchanged: 0,
      hasWorkbook: true,
    });
    expect(view.problems.map(({ row, column }) => [row, column])).toEqual([
      [7002, "证件号码"],
      [7002, "手机号码"],
      [7002, "县区"],
    ]);
    expect(view.problems[0]?.value).not.toContain(swapped);
    expect([await count("party"), await count("contact"), await count("party_lookup")]).toEqual(before);

    const workbook = await database.run((context) => readWorkbook(context, view.importId), staff);
    const table = await readTable(workbook.content as Uint8Array, workbook.filename);
    const [header, bad] = table.sheets[0]?.rows ?? [];
    expect(header?.cells).toEqual(["行号", "问题", ...HEADER]);
    expect(bad?.cells.slice(0, 1)).toEqual(["7002"]);
    expect(bad?.cells[1]).toContain("校验位不符");
    expect(bad?.cells[4]).toBe(swapped);
    expect(table.sheets[0]?.rows.length).toBe(2);
  });

  it("a bad row after good chunks takes those back too", async () => {
    const before = await count("party");
    const given = [...rows(4500, 30_000), ["", "", "", "", ""].with(1, "无号（示例）")];
    const view = await run("parties", writeCsv(HEADER, given));
    expect(view).toMatchObject({ status: "refused", bad: 1 });
    expect(view.problems[0]).toMatchObject({
      row: 4502,
      column: "证件号码",
      zh: "证件号码和客户号至少填一项",
    });
    expect(await count("party")).toBe(before);
  });

  it("rows that repeat a key are named, both of them", async () => {
    const view = await run(
      "parties",
      writeCsv(HEADER, [...rows(3, 200), ["C9999", "又一个（示例）", identity(201), "", ""]]),
    );
    expect(view.status).toBe("refused");
    expect(view.problems).toEqual([
      {
        row: 5,
        column: "证件号码",
        value: expect.stringMatching(/^\S{3}\*+\S{4}$/),
        zh: expect.stringContaining("第 3 行重复"),
        en: expect.stringContaining("row 3"),
      },
    ]);
  });

  it("what no file could hold, a birth that is still to come, and a break within a name", async () => {
    const named = (name: string, born = "") => [`N${name.length}`, name, born];
    const header = ["客户号", "姓名", "出生日期"];
    const view = await run(
      "parties",
      writeCsv(header, [named("非字符\uffff"), named("后来（示例）", "3000-01-01")]),
    );
    expect(view).toMatchObject({ status: "refused", bad: 2 });
    expect(view.problems.map(({ row, column, en }) => [row, column, en])).toEqual([
      [2, "姓名", expect.stringContaining("cannot be kept")],
      [3, "出生日期", expect.stringContaining("after today")],
    ]);
    const failed = await run("parties", writeCsv(header, [named("#REF!"), named("#N/A")]));
    expect(failed).toMatchObject({ status: "refused", bad: 2 });
    expect(failed.problems[0]?.en).toContain("formula");
    const broken = await run("parties", writeCsv(header, [named("两行\n名字（示例）")]));
    expect(broken).toMatchObject({ status: "applied", created: 1 });
    const names = await database.run(({ tx }) =>
      tx.selectFrom("party").select("name").where("name", "like", "两行%").execute(),
    );
    expect(names).toEqual([{ name: "两行 名字（示例）" }]);
  });

  it("an old number is a warning, an unknown column is said to be ignored", async () => {
    const view = await run(
      "parties",
      writeCsv(["姓名", "证件号码", "血型"], [["旧号（示例）", "140403480607123", "A"]]),
    );
    expect(view).toMatchObject({ status: "applied", created: 1, ignoredColumns: ["血型"] });
    expect(view.warnings).toMatchObject([
      { row: 2, column: "证件号码", zh: expect.stringContaining("18 位") },
    ]);
  });

  it("English headers are read too", async () => {
    const view = await run(
      "parties",
      writeCsv(["Customer_Number", "Name", "Phone"], [["E1", "Sample (示例)", "19912345678"]]),
    );
    expect(view).toMatchObject({ status: "applied", created: 1 });
  });

  it("a file without a required column, or without rows, is refused with what is missing", async () => {
    expect(await refusal(run("parties", writeCsv(["客户号", "电话"], [["1", "2"]])))).toMatchObject({
      code: "imports.columns",
      facts: { missing: ["姓名"] },
    });
    expect((await refusal(run("parties", writeCsv(HEADER, [])))).code).toBe("imports.no-rows");
    expect((await refusal(run("parties", new Uint8Array([1, 2, 3])))).code).toBe("tabular.not-a-table");
  });

  it("what was imported is listed, and only at its own institution", async () => {
    const list = await database.run((context) => listRuns(context, { limit: 2 }), staff);
    expect(list.items).toHaveLength(2);
    const next = await database.run(
      (context) => listRuns(context, { limit: 2, cursor: list.next ?? "" }),
      staff,
    );
    expect(next.items.map(({ importId }) => importId)).not.toContain(list.items[0]?.importId);
    const bent = database.run((context) => listRuns(context, { limit: 2, cursor: "W10" }), staff);
    expect(await refusal(bent)).toMatchObject({ kind: "invalid", code: "imports.cursor" });
    const other = await testStaff(database, { institutionId: database.otherInstitutionId });
    expect((await database.run((context) => listRuns(context, { limit: 50 }), other)).total).toBe(0);
    const reading = database.run(
      (context) => readWorkbook(context, ImportId.parse(list.items[0]?.importId)),
      other,
    );
    expect((await refusal(reading)).code).toBe("imports.no-workbook");
  });
});

describe("templates", () => {
  it("the people template's examples import as they are", async () => {
    const file = await withImporter("parties", template);
    const table = await readTable(file.content as Uint8Array, file.filename);
    expect(table.sheets.map((sheet) => sheet.name)).toEqual(["导入", "示例", "填写说明"]);
    const [header, ...examples] = table.sheets[1]?.rows ?? [];
    const filled = writeCsv(
      header?.cells ?? [],
      examples.map((one) => one.cells),
    );
    expect(await run("parties", filled, { dryRun: true })).toMatchObject({
      bad: 0,
      rows: 2,
      ignoredColumns: [],
    });
  });
});

describe("a file that breaks off while it is read", () => {
  it("is refused with its row, and what was merged before is taken back", async () => {
    const before = await count("party");
    const whole = writeCsv(HEADER, rows(9000, 50_000));
    const broken = new Uint8Array([...whole, ...new TextEncoder().encode('C1,"没有结束的引号\n')]);
    expect((await refusal(run("parties", broken))).code).toBe("tabular.quotes");
    expect(await count("party")).toBe(before);
  });
});
