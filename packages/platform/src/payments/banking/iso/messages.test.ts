import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { camt054 } from "./camt054.ts";
import { readMessage } from "./message.ts";
import { aCamt054, aPain002 } from "./messages.fixture.ts";
import { pain002 } from "./pain002.ts";

const SCHEMAS = new URL("../../../../../../../shared/data/iso20022/", import.meta.url);
const here = existsSync(SCHEMAS);
const read = (text: string) => readMessage(text, [pain002, camt054]);
const rowsOf = (text: string) => {
  const message = read(text);
  expect(message.problems).toEqual([]);
  return "rows" in message ? message : { rows: [], batches: [] };
};

describe.skipIf(!here)(
  "what these tests call a message is one (skipped where ../shared/data is absent)",
  () => {
    const validate = (xml: string, schema: string) =>
      validateXML({
        xml: { fileName: "m.xml", contents: xml },
        schema: [{ fileName: schema, contents: readFileSync(new URL(schema, SCHEMAS), "utf8") }],
      });
    test.each(["11", "14"])("pain.002.001.%s", async (version) => {
      const xml = aPain002(
        [{ number: "ZF1", status: "RJCT", amount: "1.00", code: "AC04", words: "已销户" }],
        { version, group: "PART" },
      );
      expect((await validate(xml, `pain.002.001.${version}.xsd`)).errors).toEqual([]);
    });
    test("camt.054.001.08", async () => {
      const xml = aCamt054([
        { number: "ZF1", amount: "1.00", side: "CRDT", code: "AC04", words: "已销户" },
        { batch: "PC1", amount: "2.00", side: "DBIT" },
      ]);
      expect((await validate(xml, "camt.054.001.08.xsd")).errors).toEqual([]);
    });
  },
);

describe("pain.002", () => {
  test("settled, rejected with its reason in words, and still in hand", () => {
    const { rows } = rowsOf(
      aPain002([
        { number: "ZF1", status: "ACSC", amount: "1.00" },
        { number: "ZF2", status: "RJCT", code: "AC04", words: "客户 2 月销户" },
        { number: "ZF3", status: "ACSP" },
        { number: "ZF4", status: "RJCT" },
      ]),
    );
    expect(rows).toMatchObject([
      { number: "ZF1", outcome: "settled", amount: 100n, row: 6 },
      {
        number: "ZF2",
        outcome: "returned",
        amount: null,
        code: "AC04",
        reason: "收款账户已销户（AC04）：客户 2 月销户",
        moneyBack: false,
      },
      { number: "ZF3", outcome: "pending" },
      { number: "ZF4", outcome: "returned", code: "MS03" },
    ]);
  });
  test("a status of the whole message is said of the batch", () => {
    const { rows, batches } = rowsOf(aPain002([], { batch: "PC9", group: "RJCT" }));
    expect(rows).toEqual([]);
    expect(batches).toMatchObject([{ batch: "PC9", outcome: "returned" }]);
  });
  test("a code that nobody knows keeps its name; a status that nobody knows is a problem with its line", () => {
    expect(rowsOf(aPain002([{ number: "ZF1", status: "RJCT", code: "ZZ99" }])).rows[0]?.reason).toBe(
      "银行代码 ZZ99",
    );
    expect(read(aPain002([{ number: "ZF1", status: "MAYB" }])).problems).toMatchObject([
      { row: 6, column: "TxSts", value: "MAYB" },
    ]);
  });
});

describe("camt.054", () => {
  test("money out is paid, money in came back, and only what is booked counts", () => {
    const { rows } = rowsOf(
      aCamt054([
        { number: "ZF1", amount: "1.00", side: "DBIT" },
        { number: "ZF2", amount: "2.00", side: "CRDT", code: "AC06" },
        { number: "ZF3", amount: "3.00", side: "DBIT", status: "PDNG" },
      ]),
    );
    expect(rows).toMatchObject([
      { number: "ZF1", outcome: "settled", amount: 100n },
      { number: "ZF2", outcome: "returned", moneyBack: true, reason: "收款账户被冻结或止付（AC06）" },
      { number: "ZF3", outcome: "pending" },
    ]);
  });
  test("another currency is a problem", () => {
    const wrong = aCamt054([{ number: "ZF1", amount: "1.00", side: "DBIT" }]).replaceAll('"CNY"', '"USD"');
    expect(read(wrong).problems).toMatchObject([{ column: "Amt", value: "USD" }]);
  });
});

describe("what is no message of the bank's", () => {
  test.each([
    ["cut off", aPain002([{ number: "ZF1", status: "ACSC" }]).slice(0, 400)],
    ["nothing", ""],
    [
      "another message",
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'><CstmrCdtTrfInitn/></Document>",
    ],
    ["a web page", "<!doctype html><html><body>维护中</body></html>"],
    [
      "one that would unfold",
      `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${aPain002([{ number: "&b;", status: "ACSC" }])}`,
    ],
    ["very deep", "<a>".repeat(10_000)],
  ])("%s is a problem with a line, never an exception", (_name, text) => {
    const message = read(text);
    expect(message.problems.length).toBeGreaterThan(0);
    expect(message.problems[0]?.row).toBeGreaterThan(0);
    expect("rows" in message).toBe(false);
  });
});
