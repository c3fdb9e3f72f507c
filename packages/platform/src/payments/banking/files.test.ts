import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { cents } from "../../kernel/money.ts";
import { readTable } from "../../tabular/index.ts";
import type { BankBatch, BankItem } from "./batch.ts";
import { remarkOf } from "./batch.ts";
import { writePain001 } from "./pain001.ts";
import { writeBankTable } from "./table-file.ts";
import { readTemplate, templateOf, templates } from "./template.ts";

const item = (given: Partial<BankItem> = {}): BankItem => ({
  number: "ZF202503100123456789",
  caseNumber: "C-2024-10-0713",
  payee: "王太太（示例）",
  account: "9990001234567890121",
  bank: "示例银行长治分行",
  bankCode: "999164000012",
  amount: cents(127_000_000n),
  ...given,
});

const batch = (items: readonly BankItem[]): BankBatch => ({
  number: "PC20250310ABCDEFGH",
  // 00:30 on the 11th in China, still the 10th in UTC
  createdAt: new Date("2025-03-10T16:30:00Z"),
  payer: {
    holder: "示例人寿保险股份有限公司（示例）",
    account: "99900011112222",
    bank: "示例银行总行",
    bankCode: "999100000010",
  },
  items,
});

const XSD = new URL("../../../../../../shared/data/iso20022/pain.001.001.09.xsd", import.meta.url);
const schema = existsSync(XSD) ? readFileSync(XSD, "utf8") : null;

const validate = async (xml: string) =>
  validateXML({
    xml: { fileName: "batch.xml", contents: xml },
    schema: [{ fileName: "pain.001.001.09.xsd", contents: schema ?? "" }],
  });

/** A text that may be in a name or a reference: no control characters, not only spaces. */
const words = (most: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: most })
    .filter((text) => text.trim() !== "" && !/\p{C}/u.test(text) && [...text].length <= most);

describe.skipIf(schema === null)(
  "pain.001 against the schema (skipped where ../shared/data/iso20022 is absent)",
  () => {
    test("valid, with and without bank codes", async () => {
      const items = [item(), item({ number: "ZF202503100000000002", bankCode: null, amount: cents(1n) })];
      const { valid, errors } = await validate(writePain001(batch(items)));
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    });
    test("valid for any names, references and amounts", async () => {
      const anyItem = fc.record({
        payee: words(140),
        bank: words(140),
        caseNumber: words(200),
        number: fc.stringMatching(/^[A-Z0-9]{1,35}$/),
        account: fc.stringMatching(/^\d{8,32}$/),
        bankCode: fc.option(fc.stringMatching(/^\d{12}$/)),
        amount: fc.bigInt({ min: 1n, max: 10n ** 15n }).map(cents),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(anyItem, { minLength: 1, maxLength: 3 }), async (items) => {
          const { errors } = await validate(writePain001(batch(items)));
          expect(errors).toEqual([]);
        }),
        { numRuns: 6 },
      );
    }, 60_000);
    test("the schema does find what is wrong", async () => {
      const wrong = writePain001(batch([item()])).replace('Ccy="CNY"', 'Ccy="yuan"');
      expect((await validate(wrong)).valid).toBe(false);
      const long = writePain001(batch([item({ number: "X".repeat(36) })]));
      expect((await validate(long)).valid).toBe(false);
    });
  },
);

describe("pain.001", () => {
  const xml = writePain001(batch([item(), item({ number: "ZF202503100000000002", amount: cents(5n) })]));
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const group = parser.parse(xml).Document.CstmrCdtTrfInitn;

  test("counts and sums agree with its transfers, in yuan", () => {
    expect(group.GrpHdr.NbOfTxs).toBe("2");
    expect(group.GrpHdr.CtrlSum).toBe("1270000.05");
    expect(group.PmtInf.CtrlSum).toBe("1270000.05");
    expect(group.PmtInf.CdtTrfTxInf).toHaveLength(2);
  });
  test("keeps Chinese names, CNY, the order's number and the case's number", () => {
    const [first] = group.PmtInf.CdtTrfTxInf;
    expect(first.Cdtr.Nm).toBe("王太太（示例）");
    expect(first.Amt.InstdAmt).toEqual({ "#text": "1270000.00", "@_Ccy": "CNY" });
    expect(first.PmtId.EndToEndId).toBe("ZF202503100123456789");
    expect(first.RmtInf.Ustrd).toContain("C-2024-10-0713");
    expect(first.CdtrAcct.Id.Othr.Id).toBe("9990001234567890121");
    expect(first.CdtrAgt.FinInstnId.ClrSysMmbId).toEqual({
      ClrSysId: { Cd: "CNAPS" },
      MmbId: "999164000012",
    });
  });
  test("is to be executed on the day in China", () => {
    expect(group.PmtInf.ReqdExctnDt.Dt).toBe("2025-03-11");
    expect(group.GrpHdr.CreDtTm).toBe("2025-03-11T00:30:00+08:00");
  });
  test("marks in a name cannot break out of it", () => {
    const text = writePain001(batch([item({ payee: '</Nm><Nm>&"乙' })]));
    const read = parser.parse(text).Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf;
    expect(read.Cdtr.Nm).toBe('</Nm><Nm>&"乙');
  });
  test("a control character is an error, not a file", () => {
    expect(() => writePain001(batch([item({ payee: "王\u0000" })]))).toThrow();
  });
  test("the remark keeps to the bank's 140 characters, surrogate pairs whole", () => {
    const remark = remarkOf(item({ caseNumber: "𠮷".repeat(200) }));
    expect([...remark]).toHaveLength(140);
    expect(() => encodeURIComponent(remark)).not.toThrow();
  });
});

describe("the bank's own CSV", () => {
  const gb = templateOf("sample-bank-gb18030/1");
  const utf = templateOf("sample-bank-utf8/1");

  test("GB18030: columns in the template's order, yuan, CR LF, digits whole", async () => {
    const text = new TextDecoder("gb18030", { fatal: true }).decode(
      (await writeBankTable(batch([item()]), gb)).content,
    );
    expect(text).toBe(
      "序号,指令编号,收款人户名,收款人账号,收款人开户行,联行号,金额,币种,附言\r\n" +
        "1,ZF202503100123456789,王太太（示例）,9990001234567890121,示例银行长治分行,999164000012,1270000.00,CNY,理赔款 案件C-2024-10-0713 指令ZF202503100123456789\r\n",
    );
  });
  test("UTF-8 begins with a byte order mark", async () => {
    const bytes = (await writeBankTable(batch([item()]), utf)).content;
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain("收款户名,收款账号");
  });
  test("no cell is a formula, and commas and quotes stay in their cell", async () => {
    for (const payee of ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1＋1", "\t=1", '甲,"乙"']) {
      const rows: string[][] = parse(
        new TextDecoder("gb18030").decode((await writeBankTable(batch([item({ payee })]), gb)).content),
      );
      expect(rows[1]).toHaveLength(9);
      expect(rows[1]?.[2]?.endsWith(payee)).toBe(true);
      expect(rows[1]?.[2]).not.toMatch(/^[=+\-@\t]/);
    }
  });
  test("XLSX: the sheet's name, every digit of the account, amounts as numbers, and the formula stays text", async () => {
    const written = await writeBankTable(
      batch([item({ payee: "=1+1", amount: cents(5n) })]),
      templateOf("sample-bank-xlsx/1"),
    );
    expect(written).toMatchObject({ format: "xlsx" });
    const table = await readTable(written.content, "批量代发.xlsx");
    expect(table.sheets.map(({ name }) => name)).toEqual(["批量代发"]);
    expect(table.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["序号", "商户流水号", "户名", "账号", "开户行名称", "开户行行号", "金额(元)", "备注"],
      [
        "1",
        "ZF202503100123456789",
        "=1+1",
        "9990001234567890121",
        "示例银行长治分行",
        "999164000012",
        "0.05",
        "理赔款 案件C-2024-10-0713 指令ZF202503100123456789",
      ],
    ]);
  });
  test("every template here can be read, and a wrong one is named", () => {
    expect([...templates().keys()].sort()).toEqual([
      "sample-bank-gb18030/1",
      "sample-bank-utf8/1",
      "sample-bank-xlsx/1",
    ]);
    expect(() =>
      readTemplate("template: x/1\nname: x\nfile: { format: csv, encoding: latin1 }\ncolumns: []"),
    ).toThrow(/encoding/);
    expect(() => templateOf("none/1")).toThrow(/none\/1/);
  });
});
