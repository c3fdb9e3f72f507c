import { isRefusal, luhn, residentCheck } from "@goodfaith/platform";
import { describe, expect, it } from "vitest";
import { checkOwner, lastSignOfLife, readStatement } from "../../platform/src/evidence/index.ts";
import { readTable } from "../../platform/src/tabular/index.ts";
import { city } from "./city.ts";
import { encodeGb18030 } from "./gb18030.ts";
import { chance } from "./random.ts";
import { sampleFiles } from "./statements.ts";
import { wangPolicies } from "./story.ts";

const TODAY = "2025-03-15";

describe("the sample city", () => {
  const { life, property } = city(TODAY);
  const again = life.parties.filter((row) => row.客户号?.startsWith("CZ8"));
  const once = life.parties.filter((row) => !again.includes(row));

  it("is the same at every run, and its chance is fair enough", () => {
    expect(city(TODAY)).toEqual({ life, property });
    const luck = chance(1);
    const faces = Array.from({ length: 6000 }, () => luck.whole(1, 6));
    for (let face = 1; face <= 6; face += 1)
      expect(Math.abs(faces.filter((one) => one === face).length - 1000)).toBeLessThan(120);
  });

  it("has some three hundred people of all twelve counties, none of whom can be real", () => {
    expect(life.parties.length).toBeGreaterThan(280);
    expect(new Set(life.parties.map((row) => row.县区)).size).toBe(12);
    for (const row of [...once, ...property.parties]) {
      const number = row.证件号码 ?? "";
      expect(number).toMatch(/^999/);
      expect(residentCheck(number)).toBe(number[17]);
      expect(row.姓名).toMatch(/（示例）$/);
      expect(row.手机号码).toMatch(/^1990000\d{4}$/);
      expect(luhn(row.银行账号 ?? "")).toBe(true);
    }
  });

  it("no two people share a document, a phone or a customer number, no two policies a number", () => {
    for (const column of ["证件号码", "手机号码", "客户号"])
      expect(new Set(once.map((row) => row[column])).size, column).toBe(once.length);
    expect(new Set(life.policies.map((row) => row.保单号)).size).toBe(life.policies.length);
  });

  it("has two people entered twice, one by an old number and one by name and phone", () => {
    const of = (name: string | undefined) => once.filter((row) => row.姓名 === name);
    const [old, plain] = again;
    expect(again).toHaveLength(2);
    expect(old?.证件号码).toMatch(/^999\d{12}$/);
    expect(of(old?.姓名).some((row) => row.证件号码?.slice(8, 17) === old?.证件号码?.slice(6))).toBe(true);
    expect(of(plain?.姓名).some((row) => row.手机号码 === plain?.手机号码)).toBe(true);
  });

  it("has policies in force, lapsed, matured and surrendered, under every product", () => {
    const statuses = new Set(life.policies.map((row) => row.保单状态));
    expect([...statuses].sort()).toEqual(["失效", "有效", "满期", "退保"].sort());
    const terms = new Set([...life.policies, ...property.policies].map((row) => row.条款编号));
    expect([...terms].sort()).toEqual([
      "infant-accident/2024",
      "jinhuibao/2024",
      "jinhuibao/2025",
      "life-critical-illness/2007",
      "life-critical-illness/2020",
      "life-endowment-holiday/2019",
      "vegetable-price-index/2024",
    ]);
  });

  it("the story's policies are those of the article", () => {
    expect(wangPolicies(TODAY).map((row) => [row.条款编号, row.基本保险金额, row.受益人1姓名])).toEqual([
      ["life-critical-illness/2007", "120000.00", "王太太（示例）"],
      ["life-critical-illness/2007", "100000.00", "王太太（示例）"],
      ["life-critical-illness/2020", "50000.00", "王太太（示例）"],
      ["life-endowment-holiday/2019", "100000.00", "王太太（示例）"],
    ]);
  });
});

describe("the story's statements", async () => {
  const files = await sampleFiles();
  const [calls, bill, workbook] = files;

  it.each([
    [calls, "2024-10-01T19:42:00+08:00"],
    [bill, "2024-10-02T08:12:05+08:00"],
    [workbook, "2024-10-02T08:12:05+08:00"],
  ])("$filename reads, and its last sign of life is the story's", async (file, at) => {
    if (!file) throw new Error("no file");
    const table = await readTable(file.content, file.filename);
    const statement = readStatement({ table, now: "2025-03-15T09:00:00+08:00" });
    if (isRefusal(statement)) throw new Error(statement.en);
    const last = lastSignOfLife(statement, "2024-10-03T08:40:00+08:00");
    expect(last).toMatchObject({ at });
    const knows = (kind: string, text: string) =>
      kind === "wechat" ? text === "老王" : text === "19900000001";
    expect(checkOwner(statement, { knows }, false)).toBe("named");
  });

  it("GB18030 is what the decoder reads back", () => {
    expect(new TextDecoder("gb18030").decode(encodeGb18030("王先生（示例）1分20秒，·—"))).toBe(
      "王先生（示例）1分20秒，·—",
    );
    expect(() => encodeGb18030("😀")).toThrow(RangeError);
  });
});
