import { describe, expect, test } from "vitest";
import { cents } from "../../kernel/money.ts";
import { readTable, writeXlsx } from "../../tabular/index.ts";
import { fold } from "../evolve.ts";
import type { PaymentEvent, PaymentOrder } from "../model.ts";
import { aBatch, aLine, aPayment, aPerson, someTerms } from "../sample.fixture.ts";
import { encodeGb18030 } from "./gb18030.ts";
import { matchResult } from "./match.ts";
import { readResult } from "./result.ts";
import { templateOf } from "./template.ts";

const template = templateOf("sample-bank-gb18030/1");
const at = new Date("2025-03-10T01:00:00Z");
const by = aPerson(3);
const reading = { by, at, batchId: aBatch() };

const sentOrder = (n: number, amount: bigint, more: readonly PaymentEvent[] = []): PaymentOrder => {
  const order = fold([
    {
      type: "prepared",
      terms: someTerms({
        paymentId: aPayment(n),
        number: `ZF${n}`,
        amount: cents(amount),
        lines: [aLine(amount)],
      }),
      by: aPerson(1),
      at,
    },
    { type: "approved", by: aPerson(2), at, overrides: [] },
    { type: "sent", by, at, batchId: aBatch() },
    ...more,
  ]);
  if (!order) throw new Error("nothing folded");
  return order;
};

const csv = async (text: string) => readTable(new TextEncoder().encode(text), "回盘.csv");
const read = async (text: string) => readResult(await csv(text), template);

describe("reading the bank's answer", () => {
  test("GB18030 with a preamble, other header words, thousands separators and a total", async () => {
    const text =
      '批次,PC1\n\n客户流水号,交易金额,交易状态,失败原因\nZF1,"1,270,000.00",交易成功,\nZF2,¥0.05,退汇,账号户名不符\n合计,"1,270,000.05",,\n';
    const table = await readTable(encodeGb18030(text), "回盘.csv");
    expect(readResult(table, template)).toEqual({
      problems: [],
      rows: [
        {
          row: 4,
          number: "ZF1",
          amount: 127_000_000n,
          outcome: "settled",
          reason: "",
          code: null,
          moneyBack: false,
        },
        {
          row: 5,
          number: "ZF2",
          amount: 5n,
          outcome: "returned",
          reason: "账号户名不符",
          code: "BE01",
          moneyBack: true,
        },
      ],
    });
  });
  test("XLSX, amounts as numbers", async () => {
    const content = await writeXlsx([
      {
        name: "回盘",
        columns: ["指令编号", "金额", "结果", "原因"].map((header) => ({ header })),
        rows: [["ZF1", cents(37_000_050n), "成功", null]],
      },
    ]);
    const result = readResult(await readTable(content, "回盘.xlsx"), template);
    expect(result).toEqual({
      problems: [],
      rows: [
        {
          row: 2,
          number: "ZF1",
          amount: 37_000_050n,
          outcome: "settled",
          reason: "",
          code: null,
          moneyBack: false,
        },
      ],
    });
  });
  test("every bad cell is named by row and column, not the first only", async () => {
    const { rows, problems } = await read(
      "指令编号,金额,结果,原因\n,1.00,成功,\nZF2,1.005,成功,\nZF3,1.00,处理中,\nZF4,1.00,失败,\nZF5,1.00,成功,\nZF5,1.00,失败,x\n",
    );
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, "指令编号"],
      [3, "金额"],
      [4, "结果"],
      [5, "原因"],
      [7, "指令编号"],
    ]);
    expect(rows.map(({ number }) => number)).toEqual(["ZF5"]);
  });
  test("without its header nothing is guessed", async () => {
    const { rows, problems } = await read("a,b,c\n1,2,3\n");
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.zh).toContain("指令编号");
  });
});

describe("laying it beside the batch", () => {
  const orders = [sentOrder(1, 100n), sentOrder(2, 200n)];
  const row = (number: string, amount: bigint, outcome: "settled" | "returned") => ({
    row: 2,
    number,
    amount: cents(amount),
    outcome,
    reason: outcome === "returned" ? "账号不存在" : "",
    code: null,
    moneyBack: false,
  });

  test("what fits becomes steps", () => {
    const { steps, problems } = matchResult(
      [row("ZF1", 100n, "settled"), row("ZF2", 200n, "returned")],
      orders,
      reading,
    );
    expect(problems).toEqual([]);
    expect(steps.map(({ order, event }) => [order.terms.number, event.type])).toEqual([
      ["ZF1", "settled"],
      ["ZF2", "returned"],
    ]);
  });
  test("another amount, an order of no batch, and the contrary of what was said before do not", () => {
    const done = sentOrder(3, 300n, [{ type: "settled", by, at }]);
    const { steps, problems, unknown } = matchResult(
      [row("ZF1", 101n, "settled"), row("ZF9", 100n, "settled"), row("ZF3", 300n, "returned")],
      [...orders, done],
      reading,
    );
    expect(steps).toEqual([]);
    expect(problems.map(({ column }) => column)).toEqual(["金额", "结果"]);
    expect(unknown.map(({ number }) => number)).toEqual(["ZF9"]);
  });
  test("the same answer again changes nothing and is no problem", () => {
    const done = sentOrder(1, 100n, [{ type: "settled", by, at }]);
    const back = sentOrder(2, 200n, [{ type: "returned", by, at, reason: "账号不存在", code: "AC01" }]);
    expect(
      matchResult([row("ZF1", 100n, "settled"), row("ZF2", 200n, "returned")], [done, back], reading),
    ).toMatchObject({ steps: [], problems: [] });
  });
});
