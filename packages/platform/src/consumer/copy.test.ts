import { expect, test } from "vitest";
import { readAudit } from "../access/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { copyOfMine } from "./copy.ts";
import { consumer, makeWorld, report } from "./world.fixture.ts";

const database = await testDatabase();
const world = await makeWorld(database);
const handler = await testStaff(database, { name: "理赔甲（示例）" });
await report(database, handler, {
  partyId: world.王先生,
  eventKind: "illness",
  reportedAt: "2025-03-02T10:00:00+08:00",
  policies: [world.policies.get("C1") ?? ""].map((id) => id as never),
  facts: { 身故: false, 申请疾病: "恶性肿瘤", 确诊日期: "2024-09-01" },
  source: "被保险人申请",
});

/** Every cell of every sheet. */
const textOf = async (content: Uint8Array | string): Promise<string> => {
  const { default: Excel } = await import("exceljs");
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.from(content) as never);
  return book.worksheets
    .map((page) => [page.name, ...page.getSheetValues().map((row) => JSON.stringify(row))].join("\n"))
    .join("\n");
};

test("one's own data comes in clear, with covers, claims and who looked; that it was taken is on record", async () => {
  const husband = consumer(database, "王先生（示例）", world.王先生, []);
  const { filename, content } = await copyOfMine(husband);
  expect(filename).toMatch(/^我的信息-\d{4}-\d\d-\d\d\.xlsx$/);
  const text = await textOf(content);
  expect(text).toContain("王先生（示例）");
  expect(text).toMatch(/证件号码.*S[0-9A-F]{8}/);
  for (const number of ["C1", "C2", "E1"]) expect(text).toContain(number);
  expect(text).toContain("王先生（示例）疾病");
  expect(text).toContain("理赔甲（示例）");
  const again = await textOf((await copyOfMine(husband)).content);
  expect(again).toContain("下载了自己的信息副本");
  const lines = await database.run((context) => readAudit(context, world.王先生, { limit: 50 }));
  expect(lines.filter(({ action }) => action === "people.copy")).toHaveLength(2);
});

test("of the records in which one is only named nothing is in it", async () => {
  const wife = consumer(database, "王太太（示例）", world.王太太, [world.王先生]);
  const text = await textOf((await copyOfMine(wife)).content);
  expect(text).toContain("王太太（示例）");
  expect(text).not.toContain("王先生（示例）疾病");
  expect(text).not.toContain("被保险人");
});
