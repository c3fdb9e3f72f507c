import { describe, expect, it } from "vitest";
import { residentCheck } from "../people/index.ts";
import { writeCsv } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import type { ImportKind, ImportView } from "./contract.ts";
import { withImporter } from "./importers.ts";
import { runImport } from "./run.ts";

const database = await testDatabase();
const staff = await testStaff(database);

const identity = (n: number): string => {
  const first17 = `99940319700101${String(n).padStart(3, "0")}`;
  return first17 + residentCheck(first17);
};
type Row = Readonly<Record<string, string>>;
const run = (kind: ImportKind, rows: readonly Row[], dryRun = false): Promise<ImportView> => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const content = writeCsv(
    headers,
    rows.map((row) => headers.map((header) => row[header] ?? "")),
  );
  return database.run(
    (context) =>
      withImporter(kind, (importer) =>
        runImport(context, importer, { filename: `${kind}.csv`, content }, { dryRun }),
      ),
    staff,
  );
};
const policy = (number: string, n: number): Row => ({
  保单号: number,
  条款编号: "life-endowment-holiday/2019",
  被保险人姓名: `客户${n}（示例）`,
  被保险人证件号码: identity(n),
  合同成立日期: "2019-04-30",
  生效日期: "2019-05-01",
  满期日: "2039-04-30",
  保单状态: "有效",
  基本保险金额: "100000",
  应扣欠款: "0",
});
await run(
  "parties",
  [1, 2].map((n) => ({ 姓名: `客户${n}（示例）`, 证件号码: identity(n) })),
);
await run("policies", [policy("P1", 1), policy("P2", 2), policy("P3", 1)]);

const claim = (number: string, given: Row = {}): Row => ({
  报案号: number,
  保单号: "P1",
  报案时间: "2025-03-01 09:30",
  事故类型: "身故",
  报案来源: "家属电话报案",
  身故: "是",
  身故日期: "2024-10-03",
  意外伤害: "是",
  除外情形: "无",
  出险时间: "2024-09-30 21:00 ~ 2024-10-03 08:40",
  ...given,
});
const cases = () =>
  database.run(({ tx }) =>
    tx.selectFrom("case_state").select(["title", "least_cents", "most_cents", "asks"]).execute(),
  );

describe("importing claims", () => {
  it("a try opens no case; the import opens one by the ordinary report, bounds and all; the same row opens no second", async () => {
    expect(await run("claims", [claim("B1")], true)).toMatchObject({ status: "checked", created: 1, bad: 0 });
    expect(await cases()).toEqual([]);
    expect(await run("claims", [claim("B1", { 保单号: "P1、P3" })])).toMatchObject({
      status: "applied",
      created: 1,
    });
    expect(await cases()).toEqual([
      {
        title: "客户1（示例）意外身故",
        least_cents: 20_000_000n,
        most_cents: 200_000_000n,
        asks: ["出险时间"],
      },
    ]);
    expect(await run("claims", [claim("B1", { 保单号: "P1、P3" })])).toMatchObject({
      created: 0,
      unchanged: 1,
    });
    expect((await cases()).length).toBe(1);
  });

  it.each([
    ["a policy that is not here", { 保单号: "P9" }, "保单号"],
    ["policies of two insured", { 保单号: "P1、P2" }, "保单号"],
    ["a report that has not happened yet", { 报案时间: "2099-01-01 00:00" }, "报案号"],
    ["a fact that is none of the allowed", { 除外情形: "不知道" }, "除外情形"],
    ["bounds the wrong way round", { 出险时间: "2024-10-03 08:40 ~ 2024-09-30 21:00" }, "出险时间"],
    ["a fact that the terms do not read", { 公布均价: "2.50" }, "公布均价"],
  ])("%s is a bad row, and no case is opened", async (_, given, column) => {
    const before = (await cases()).length;
    const view = await run("claims", [claim("B2", { 保单号: "P2" }), claim("B3", given)]);
    expect(view).toMatchObject({ status: "refused", bad: 1 });
    expect(view.problems).toMatchObject([{ row: 3, column }]);
    expect((await cases()).length).toBe(before);
  });

  it("a row that changed since it became a case is not taken", async () => {
    const view = await run("claims", [claim("B1", { 身故日期: "2024-10-04" })]);
    expect(view.problems).toMatchObject([{ column: "报案号", zh: expect.stringContaining("已经立案") }]);
  });

  describe("past claims, paid by the core system", () => {
    const medical: Row = {
      ...policy("M1", 1),
      条款编号: "jinhuibao/2024",
      合同成立日期: "2023-12-20",
      生效日期: "2024-01-01",
      满期日: "2024-12-31",
      既往症: "否",
      本年已赔: "0",
      应扣欠款: "",
    };
    const past = (number: string, given: Row = {}): Row => ({
      报案号: number,
      保单号: "M1",
      报案时间: "2024-06-20 09:30",
      事故类型: "疾病",
      报案来源: "医保结算单",
      入院日期: "2024-06-01",
      医疗总费用: "200000",
      基本医保已付: "90000",
      大病保险已付: "20000",
      目录外费用: "30000",
      核心系统已付金额: "45000",
      核心系统付款时间: "2024-06-21 10:00",
      核心系统付款流水号: "HX1",
      ...given,
    });
    const money = async () =>
      (
        await database.run(({ tx }) =>
          tx
            .selectFrom("case_state")
            .select(["status", "least_cents", "paid_cents", "available_cents", "paid_at", "decided_at"])
            .where("title", "=", "客户1（示例）疾病")
            .orderBy("opened_at")
            .execute(),
        )
      ).at(-1);

    it("are decided again, and stand as paid on the day it was paid", async () => {
      await run("policies", [medical]);
      expect(await run("claims", [past("H1")], true)).toMatchObject({ created: 1, bad: 0 });
      expect(await run("claims", [past("H1")])).toMatchObject({ status: "applied", created: 1 });
      const paidAt = new Date("2024-06-21T10:00:00+08:00");
      expect(await money()).toEqual({
        status: "paid",
        least_cents: 4_500_000n,
        paid_cents: 4_500_000n,
        available_cents: 0n,
        paid_at: paidAt,
        decided_at: paidAt,
      });
      expect(await run("claims", [past("H1")])).toMatchObject({ unchanged: 1 });
    });

    it("what was paid too little is owed", async () => {
      await run("claims", [past("H2", { 报案时间: "2024-06-20 09:31", 核心系统已付金额: "40000" })]);
      expect(await money()).toMatchObject({
        status: "decided",
        paid_cents: 4_000_000n,
        available_cents: 500_000n,
      });
    });

    it.each([
      ["a payment without its number", { 核心系统付款流水号: "" }, "核心系统付款流水号"],
      ["a payment of nothing", { 核心系统已付金额: "0" }, "核心系统已付金额"],
      ["a payment before the report", { 核心系统付款时间: "2024-06-19 10:00" }, "报案号"],
      ["a payment still to come", { 核心系统付款时间: "2099-01-01 10:00" }, "报案号"],
      ["a payment under two policies", { 保单号: "M1、P1" }, "报案号"],
    ])("%s is a bad row", async (_, given, column) => {
      const view = await run("claims", [past("H3", given)]);
      expect(view).toMatchObject({ status: "refused", bad: 1 });
      expect(view.problems).toMatchObject([{ row: 2, column }]);
    });
  });

  it("an open case sees what a later file changes in its policies", async () => {
    await run("claims", [claim("B7", { 保单号: "P2", 报案来源: "柜面" })]);
    const least = async () => (await cases()).find(({ title }) => title.startsWith("客户2"))?.least_cents;
    expect(await least()).toBe(10_000_000n);
    await run("policies", [{ ...policy("P2", 2), 基本保险金额: "120000" }]);
    expect(await least()).toBe(12_000_000n);
  });
});
