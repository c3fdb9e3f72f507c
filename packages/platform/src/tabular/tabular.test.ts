import Excel from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refused } from "../kernel/refusal.ts";
import { findHeader, openTable, readTable, writeCsv, writeXlsx } from "./index.ts";
import { workbookOf } from "./zip.fixture.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = async (bytes: Uint8Array, filename = "名单.csv"): Promise<(readonly string[])[]> =>
  ((await readTable(bytes, filename)).sheets[0]?.rows ?? []).map((row) => row.cells);
const refusalOf = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.refusal;
};
// “姓名,电话” and “王,1” in GB18030
const GB18030 = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xcd, 0xf5, 0x2c, 0x31, 0x0d, 0x0a,
]);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2 + 2, text.charCodeAt(at), little);
  return bytes;
};
const EXPECTED = [
  ["姓名", "电话"],
  ["王", "1"],
];

describe("CSV in the encodings people bring", () => {
  it.each([
    ["UTF-8", utf8("姓名,电话\n王,1\n"), "utf-8"],
    ["UTF-8 with a byte order mark", utf8("\ufeff姓名,电话\r\n王,1\r\n"), "utf-8"],
    ["GB18030", GB18030, "gb18030"],
    ["UTF-16 LE", utf16("姓名,电话\r\n王,1\r\n", true), "utf-16le"],
    ["UTF-16 BE", utf16("姓名,电话\r\n王,1\r\n", false), "utf-16be"],
  ])("%s", async (_, bytes, encoding) => {
    const table = await readTable(bytes, "名单.csv");
    expect(table.encoding).toBe(encoding);
    expect(table.sheets[0]?.rows.map((row) => row.cells)).toEqual(EXPECTED);
  });

  it.each(["\t", ";", "|"])("delimiter %j, under a preamble without any", async (delimiter) => {
    const text = `某某公司通话详单\n起止时间：2024-10\n姓名${delimiter}电话\n王${delimiter}1,2\n`;
    expect((await cellsOf(utf8(text))).slice(2)).toEqual([
      ["姓名", "电话"],
      ["王", "1,2"],
    ]);
  });

  it("keeps line breaks, quotes and delimiters inside quoted cells, and counts rows as a spreadsheet does", async () => {
    const table = await readTable(utf8('甲,乙\n"一\n二","说""好"",走"\n\n三,四'), "a.csv");
    expect(table.sheets[0]?.rows).toEqual([
      { number: 1, cells: ["甲", "乙"] },
      { number: 2, cells: ["一\n二", '说"好",走'] },
      { number: 3, cells: [""] },
      { number: 4, cells: ["三", "四"] },
    ]);
  });

  it("any table written as CSV or XLSX reads back the same", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("甲", "乙", "0", "1", "a", ",", '"', "\n", " ", "é", "😀"),
    });
    const tables = fc.array(fc.tuple(cell, cell, fc.constantFrom("尾")), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        expect((await cellsOf(writeCsv(["a", "b", "c"], rows))).slice(1)).toEqual(rows);
        const xlsx = await writeXlsx([
          { name: "表", columns: ["a", "b", "c"].map((header) => ({ header })), rows },
        ]);
        expect((await cellsOf(xlsx, "x.xlsx")).slice(1)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it("never writes a cell that a spreadsheet would run", async () => {
    const bytes = writeCsv(["名"], [["=1+1"], ["@x"], ["-12.50"], ["-cmd"], [-1250n]]);
    expect(new TextDecoder().decode(bytes)).toBe(
      "\ufeff名\r\n'=1+1\r\n'@x\r\n-12.50\r\n'-cmd\r\n-12.50\r\n".slice(1),
    );
    const xlsx = await writeXlsx([{ name: "表", columns: [{ header: "名" }], rows: [["=1+1"]] }]);
    const book = new Excel.Workbook();
    await book.xlsx.load(xlsx.buffer as ArrayBuffer);
    expect(book.getWorksheet("表")?.getCell("A2").type).toBe(Excel.ValueType.String);
  });
});

describe("XLSX as spreadsheets write it", () => {
  it("gives dates, times, lengths, numbers, formulas and rich text as text, at their rows and columns", async () => {
    const book = new Excel.Workbook();
    const page = book.addWorksheet("明细");
    book.addWorksheet("藏", { state: "hidden" }).getCell("A1").value = "看不见";
    page.getCell("A1").value = new Date(Date.UTC(2024, 9, 2));
    page.getCell("A1").numFmt = "yyyy-mm-dd";
    page.getCell("B1").value = new Date(Date.UTC(2024, 9, 2, 8, 12, 5));
    page.getCell("B1").numFmt = "yyyy/m/d h:mm:ss";
    page.getCell("C1").value = 80 / 86_400;
    page.getCell("C1").numFmt = "[h]:mm:ss";
    page.getCell("D4").value = 0.1 + 0.2;
    page.getCell("E4").value = { formula: "1+1", result: 2 };
    page.getCell("F4").value = { richText: [{ text: "王" }, { text: "先生" }] };
    page.getCell("G4").value = 140403199001010000;
    page.getCell("H4").value = true;
    const table = await readTable(new Uint8Array(await book.xlsx.writeBuffer()), "明细.xlsx");
    expect(table.sheets).toEqual([
      {
        name: "明细",
        rows: [
          { number: 1, cells: ["2024-10-02", "2024-10-02 08:12:05", "00:01:20"] },
          {
            number: 4,
            cells: ["", "", "", "0.30000000000000004", "2", "王先生", "140403199001010000", "true"],
          },
        ],
      },
    ]);
  });

  it("reads a long sheet row by row", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`客户${at}`, String(at)]);
    const bytes = await writeXlsx([{ name: "表", columns: [{ header: "名" }, { header: "号" }], rows }]);
    const table = await openTable(bytes, "长.xlsx");
    let last = 0;
    for await (const row of table.sheets[0]?.rows() ?? []) last = row.number;
    expect(last).toBe(20_001);
  });
});

describe("files that cannot be read name what is wrong", async () => {
  const good = await writeXlsx([
    {
      name: "表",
      columns: [{ header: "名" }],
      rows: Array.from({ length: 500 }, (_, n) => [`甲乙丙丁${n * 7919}`]),
    },
  ]);
  it.each([
    ["empty", new Uint8Array(), "tabular.empty"],
    ["blank cells only", utf8(",,\n,,\n"), "tabular.empty"],
    ["a PDF", utf8("%PDF-1.7 …"), "tabular.not-a-table"],
    ["a web page", utf8("<!DOCTYPE html><html>"), "tabular.not-a-table"],
    ["binary", Uint8Array.from([65, 44, 66, 1, 2, 3, 10]), "tabular.not-a-table"],
    ["an old .xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "tabular.old-or-locked"],
    ["an XLSX cut in half", good.slice(0, good.length / 2), "tabular.truncated"],
    ["UTF-8 cut inside a character", utf8("姓名,电话\n王").slice(0, -1), "tabular.encoding"],
    ["bytes of no encoding", Uint8Array.from([0x41, 0x2c, 0xff, 0xff, 0x0a]), "tabular.encoding"],
    ["quotes that do not pair", utf8('甲,乙\n一,"二\n三,四\n'), "tabular.quotes"],
    ["too many columns", utf8(`${"甲,".repeat(600)}\n`), "tabular.too-many-columns"],
  ])("%s", async (_, bytes, code) => {
    const refusal = await refusalOf(readTable(bytes, "坏文件.xlsx"));
    expect(refusal.code).toBe(code);
    expect(refusal.zh).toContain("坏文件.xlsx");
    expect(refusal.facts.filename).toBe("坏文件.xlsx");
  });

  it("an XLSX with any byte of its sheet changed is damaged or reads the same, and never hangs", async () => {
    const before = await readTable(good, "a.xlsx");
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: good.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = good.slice();
          bytes[at] = ((bytes[at] ?? 0) + by) % 256;
          const outcome = await readTable(bytes, "a.xlsx").catch((error: unknown) => error);
          if (outcome instanceof Refused) expect(outcome.refusal.code).toMatch(/^tabular\./);
          else expect(outcome).not.toBeInstanceOf(Error);
          if (!(outcome instanceof Error))
            expect((outcome as typeof before).sheets.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  const row = (attributes: string, cell: string) =>
    `<row${attributes}><c t="inlineStr"><is><t>${cell}</t></is></c></row>`;

  it("one cell that would fill the memory is stopped while it unfolds", async () => {
    const bytes = workbookOf(row("", "A".repeat(32 << 20)));
    expect(bytes.length).toBeLessThan(100_000);
    expect((await refusalOf(readTable(bytes, "长格.xlsx"))).code).toBe("tabular.cell-too-long");
  });

  it.each(["", ' r="x"', ' r="-5"', ' r="1.5"'])("a row that is numbered %j counts on", async (numbered) => {
    const bytes = workbookOf([row("", "甲"), row(numbered, "乙"), row(' r="7"', "丙")].join(""));
    const table = await readTable(bytes, "行号.xlsx");
    expect(table.sheets[0]?.rows).toEqual([
      { number: 1, cells: ["甲"] },
      { number: 2, cells: ["乙"] },
      { number: 7, cells: ["丙"] },
    ]);
  });

  it("what unfolds beyond the limit is stopped while it unfolds", async () => {
    const rows = Array.from({ length: 3000 }, () => ["零".repeat(300)]);
    const bytes = await writeXlsx([{ name: "表", columns: [{ header: "名" }], rows }]);
    expect(bytes.length).toBeLessThan(100_000);
    const refusal = await refusalOf(readTable(bytes, "炸弹.xlsx", { inflatedBytes: 100_000 }));
    expect(refusal.code).toBe("tabular.unfolds-too-large");
  });

  it("too many rows", async () => {
    const refusal = await refusalOf(readTable(utf8("甲\n".repeat(11)), "长.csv", { rows: 10 }));
    expect(refusal.code).toBe("tabular.too-many-rows");
  });
});

describe("findHeader", () => {
  it("finds the header under a statement's preamble", async () => {
    const text =
      "微信支付账单明细\n微信昵称：[王]\n\n----------------------微信支付账单明细列表--------------------\n交易时间,金额(元)\n2024-10-02 08:12:05,¥12.50\n";
    const table = await readTable(utf8(text), "账单.csv");
    const header = findHeader(table.sheets[0]?.rows ?? [], ["交易时间", "金额(元)"]);
    expect(header?.row).toBe(5);
    expect(header?.columns.get("金额(元)")).toBe(1);
  });
});
