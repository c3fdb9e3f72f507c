import { describe, expect, it } from "vitest";
import { PolicyId } from "../kernel/ids.ts";
import { residentCheck } from "../people/index.ts";
import { beneficiariesOf, factsOfPolicy } from "../policies/index.ts";
import { readTable, writeCsv } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import type { ImportKind, ImportView } from "./contract.ts";
import { withImporter } from "./importers.ts";
import { runImport } from "./run.ts";
import { template } from "./template.ts";

const database = await testDatabase();
const staff = await testStaff(database);

const identity = (n: number): string => {
  const first17 = `99940319700101${String(n).padStart(3, "0")}`;
  return first17 + residentCheck(first17);
};
type Row = Readonly<Record<string, string>>;
const fileOf = (rows: readonly Row[]): Uint8Array => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return writeCsv(
    headers,
    rows.map((row) => headers.map((header) => row[header] ?? "")),
  );
};
const run = (kind: ImportKind, rows: readonly Row[], dryRun = false): Promise<ImportView> =>
  database.run(
    (context) =>
      withImporter(kind, (importer) =>
        runImport(context, importer, { filename: `${kind}.csv`, content: fileOf(rows) }, { dryRun }),
      ),
    staff,
  );
const party = (n: number): Row => ({ 客户号: `C${n}`, 姓名: `客户${n}（示例）`, 证件号码: identity(n) });
await run("parties", [party(1), party(2), party(3)]);

const policy = (number: string, given: Row = {}): Row => ({
  保单号: number,
  条款编号: "life-endowment-holiday/2019",
  被保险人姓名: "客户1（示例）",
  被保险人证件号码: identity(1),
  合同成立日期: "2019/4/30",
  生效日期: "2019年5月1日",
  满期日: "20390430",
  保单状态: "有效",
  基本保险金额: "100,000.00",
  免责条款已说明: "是",
  受益人姓名: "新受益人（示例）",
  受益人证件号码: identity(50),
  受益人手机号码: "19900000050",
  受益人关系: "配偶",
  受益人份额: "100",
  受益人开户银行: "示例银行",
  受益人银行账号: "6222020000000000018",
  ...given,
});
const stored = (number: string) =>
  database.run(async ({ tx }) => {
    const row = await tx
      .selectFrom("policy")
      .selectAll()
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    const partyId = row.party_id as Parameters<typeof factsOfPolicy>[1];
    const policyId = PolicyId.parse(row.policy_id);
    return {
      row,
      facts: (await factsOfPolicy(tx, partyId, policyId))?.facts,
      beneficiaries: await beneficiariesOf(tx, partyId, policyId),
    };
  });

describe("importing policies", () => {
  it("applies with its beneficiary made a party, changes nothing again, and updates what changed", async () => {
    expect(await run("policies", [policy("P1")], true)).toMatchObject({
      status: "checked",
      created: 1,
      bad: 0,
    });
    expect(await run("policies", [policy("P1")])).toMatchObject({ status: "applied", created: 1 });
    expect(await run("policies", [policy("P1")])).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await run("policies", [policy("P1", { 已交保险费: "31000" })])).toMatchObject({ updated: 1 });
    const { facts, beneficiaries, row } = await stored("P1");
    expect(facts).toMatchObject({ 基本保险金额: "100000.00", 已交保险费: "31000.00", 满期日: "2039-04-30" });
    expect(row.product).toBe("节假日关爱两全保险（示例条款 2019 版）");
    expect(beneficiaries).toMatchObject([
      { name: "新受益人（示例）", share: 10_000n, account: { kind: "card" } },
    ]);
  });

  it("facts that the terms ask for come in columns of their own names; others are refused by name", async () => {
    const medical = {
      条款编号: "jinhuibao/2024",
      合同成立日期: "2023-12-20",
      生效日期: "2024-01-01",
      满期日: "2024-12-31",
    };
    expect(
      await run("policies", [policy("M1", { ...medical, 既往症: "否", 本年已赔: "1,200.5" })]),
    ).toMatchObject({ status: "applied" });
    expect((await stored("M1")).facts).toMatchObject({ 既往症: false, 本年已赔: "1200.50" });
    const view = await run("policies", [policy("M2", { ...medical, 品种: "番茄" })]);
    expect(view.problems).toMatchObject([{ row: 2, column: "品种" }]);
  });

  it.each([
    ["a person who is not here", { 被保险人证件号码: identity(99) }, "被保险人证件号码"],
    ["another person's number", { 被保险人证件号码: identity(2) }, "被保险人姓名"],
    ["terms that do not exist", { 条款编号: "life/1" }, "条款编号"],
    ["an edition that does not govern the contract", { 合同成立日期: "2018-12-31" }, "合同成立日期"],
    ["a status without its day", { 保单状态: "失效" }, "状态起始日期"],
    ["an end before the beginning", { 满期日: "2019-04-30" }, "满期日"],
    ["a day that does not exist", { 生效日期: "2019-02-30" }, "生效日期"],
    ["money with three decimals", { 基本保险金额: "100000.001" }, "基本保险金额"],
    ["shares that are not the whole", { 受益人份额: "60" }, "受益人1份额"],
    ["a card with a wrong digit", { 受益人银行账号: "6222020000000000019" }, "受益人1银行账号"],
    ["an account without its bank", { 受益人开户银行: "" }, "受益人1开户银行"],
    ["a beneficiary without a document", { 受益人证件号码: "" }, "受益人1证件号码"],
  ])("%s is a bad row, named by its column, and nothing is applied", async (_, given, column) => {
    const view = await run("policies", [policy("GOOD"), policy("BAD", given)]);
    expect(view).toMatchObject({ status: "refused", bad: 1 });
    expect(view.problems).toMatchObject([{ row: 3, column }]);
    const left = await database.run(({ tx }) =>
      tx.selectFrom("policy").select("number").where("number", "in", ["GOOD", "BAD"]).execute(),
    );
    expect(left).toEqual([]);
  });

  it("a dry run leaves no beneficiary behind", async () => {
    const count = () =>
      database.run(async ({ tx }) => (await tx.selectFrom("party").select("party_id").execute()).length);
    const before = await count();
    await run(
      "policies",
      [policy("D1", { 受益人证件号码: identity(51), 受益人姓名: "另一位（示例）" })],
      true,
    );
    expect(await count()).toBe(before);
  });

  it("the template's own example is right once its people are here", async () => {
    const example = async (kind: ImportKind): Promise<Row[]> => {
      const file = await withImporter(kind, template);
      const table = await readTable(file.content as Uint8Array, file.filename);
      const [header, ...rows] = table.sheets[1]?.rows ?? [];
      return rows.map((row) =>
        Object.fromEntries((header?.cells ?? []).map((name, at) => [name, row.cells[at] ?? ""])),
      );
    };
    await run("parties", await example("parties"));
    const view = await run("policies", await example("policies"), true);
    expect(view.problems).toEqual([]);
    expect(view).toMatchObject({ bad: 0, created: 1, ignoredColumns: [] });
  });
});
