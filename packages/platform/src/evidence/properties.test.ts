import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../kernel/refusal.ts";
import type { Table } from "../tabular/index.ts";
import { lastSignOfLife, readStatement, type Statement } from "./index.ts";
import { readAmount, readSeconds } from "./quantities.ts";
import { readTime } from "./time.ts";

const stamp = (second: number): string =>
  new Date(Date.UTC(2024, 8, 1) + second * 1000).toISOString().slice(0, 19);
const second = fc.integer({ min: 0, max: 86_400 * 40 });
const automatic = fc.constantFrom("自动续费", "话费代扣", "免密支付", "预约转账", "亲属卡交易");

const billOf = (rows: readonly (readonly [at: string, goods: string, flow: string])[]): Table => ({
  filename: "账单.csv",
  format: "csv",
  encoding: "utf-8",
  sheets: [
    {
      name: "",
      rows: [["交易时间", "交易类型", "商品", "收/支", "金额(元)", "当前状态"]]
        .concat(
          rows.map(([at, goods, flow]) => [
            at.replace("T", " "),
            "商户消费",
            goods,
            flow,
            "¥1.00",
            "支付成功",
          ]),
        )
        .map((cells, at) => ({ number: at + 1, cells })),
    },
  ],
});
const read = (table: Table): Statement => {
  const statement = readStatement({ table, now: "2030-01-01T00:00:00+08:00" });
  if (isRefusal(statement)) throw new Error(statement.zh);
  return statement;
};

describe("the last sign of life", () => {
  it("is the latest payment by hand up to the discovery, whatever else the bill holds and in any order", () => {
    const row = fc.tuple(
      second,
      fc.oneof(fc.constant("早餐"), automatic),
      fc.constantFrom("支出", "收入", "/"),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), second, (rows, untilSecond) => {
        const until = `${stamp(untilSecond)}+08:00`;
        const byHand = rows
          .filter(([, goods, flow]) => goods === "早餐" && flow === "支出")
          .map(([at]) => `${stamp(at)}+08:00`)
          .filter((at) => at <= until)
          .sort();
        const bill = billOf(rows.map(([at, goods, flow]) => [stamp(at), goods, flow]));
        expect(lastSignOfLife(read(bill), until)?.at ?? null).toBe(byHand.at(-1) ?? null);
      }),
    );
  });

  it("never moves when automatic deductions are added", () => {
    fc.assert(
      fc.property(
        fc.array(second, { minLength: 1, maxLength: 10 }),
        fc.array(fc.tuple(second, automatic)),
        (hand, autos) => {
          const until = "2025-01-01T00:00:00+08:00";
          const rows = hand.map((at): [string, string, string] => [stamp(at), "早餐", "支出"]);
          const more = autos.map(([at, goods]): [string, string, string] => [stamp(at), goods, "支出"]);
          expect(lastSignOfLife(read(billOf([...rows, ...more])), until)?.at).toBe(
            lastSignOfLife(read(billOf(rows)), until)?.at,
          );
        },
      ),
    );
  });
});

describe("cells", () => {
  it("reads a time however it is written", () => {
    fc.assert(
      fc.property(second, (at) => {
        const iso = stamp(at);
        const [day = "", time = ""] = iso.split("T");
        const [y, m, d] = day.split("-").map(Number);
        const expected = `${iso}+08:00`;
        for (const text of [
          `${day} ${time}`,
          expected,
          `${y}/${m}/${d} ${time}`,
          `${y}年${m}月${d}日 ${time}`,
        ])
          expect(readTime(text)).toBe(expected);
        expect(
          readTime(`${m}-${d} ${time}`, {
            from: "2024-08-01T00:00:00+08:00",
            to: "2024-12-31T23:59:59+08:00",
          }),
        ).toBe(expected);
      }),
    );
  });

  it("reads a spreadsheet's serial time to the second", () => {
    expect(readTime("45567.341724537")).toBe("2024-10-02T08:12:05+08:00");
  });

  it.each([
    "",
    "昨天",
    "2024-13-01 00:00:00",
    "2024-02-30",
    "2024-10-02 24:00:00",
    "12:00",
    "10-02 08:12:05",
  ])("knows that %j is no time", (text) => expect(readTime(text)).toBeNull());

  it("reads a duration however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359_999 }), (seconds) => {
        const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
        const two = (n: number) => String(n).padStart(2, "0");
        for (const text of [
          `${seconds}`,
          `${seconds}秒`,
          `${h}小时${m}分${s}秒`,
          `${two(h)}:${two(m)}:${two(s)}`,
          `${h * 60 + m}分${s}秒`,
        ])
          expect(readSeconds(text)).toBe(seconds);
      }),
    );
  });

  it.each([
    ["¥12.50", 1250n],
    ["￥1,234.5", 123450n],
    ["0.35元", 35n],
    ["?25.00", 2500n],
    ["-1", null],
    ["/", null],
    ["1.234", null],
  ] as const)("reads the amount %s", (text, cents) => expect(readAmount(text)).toBe(cents));
});
