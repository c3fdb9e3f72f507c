/** Every example of the library, explained: short, without FEEL, in both languages, and each change holds. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Change, compile, explain, type FactsInput, readTerms } from "../index.ts";
import { resolvedOf } from "../terms/terms.ts";
import { searched, worded } from "./readable.ts";

const TERMS = fileURLToPath(new URL("../../../../terms/", import.meta.url));
const FILES = readdirSync(TERMS, { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".yaml") && f.includes("/"))
  .sort();
const MAX_BYTES = 2000;
const bytes = (json: unknown): number => new TextEncoder().encode(JSON.stringify(json)).length;

interface Example {
  readonly name: string;
  readonly given: FactsInput;
}

/** Words and signs of FEEL that no reader should meet. */
const FEEL =
  /\b(and|or|if|then|else|not|null|true|false|in|between|date|duration|max|min|satisfies)\b|P\d|>=|<=|!=|"/u;

/** The facts with one of them otherwise; a field of a list in its place. */
function changed(facts: FactsInput, { fact, given }: Change): FactsInput {
  const found = /^(.*)\[(\d+)\](?:\.(.*))?$/.exec(fact);
  if (found === null) return { ...facts, [fact]: given };
  const [, list = "", position = "", field] = found;
  const items: unknown = facts[list];
  if (!Array.isArray(items)) throw new Error(`${list} is no list`);
  const item = (old: unknown): unknown =>
    field === undefined ? given : { ...(typeof old === "object" ? old : {}), [field]: given };
  return { ...facts, [list]: items.map((old: unknown, i) => (i === Number(position) - 1 ? item(old) : old)) };
}

/** Where it is settled, each value at the ends; where it is not, all of them together. */
function valuesOf({ given, settled }: Change): readonly unknown[] {
  if (!settled || typeof given !== "object" || given === null) return [given];
  if ("oneOf" in given && Array.isArray(given.oneOf)) return given.oneOf;
  if (!("between" in given) || !Array.isArray(given.between)) return [given];
  return given.between.filter((end) => end !== null);
}

describe.each(FILES)("%s", (file) => {
  const yaml = readFileSync(TERMS + file, "utf8");
  const terms = readTerms(yaml);
  const decide = compile(terms);
  const { examples } = parse(yaml) as { examples: readonly Example[] };

  test.each(examples.map((e) => [e.name, e.given] as const))("%s", (_, given) => {
    expect(bytes(decide(given).explanation)).toBeLessThanOrEqual(MAX_BYTES);
    const found = searched(resolvedOf(terms), given, []);
    const [zh, en] = [worded(found, { language: "zh" }), worded(found, { language: "en" })];
    for (const said of [zh, en]) expect(bytes(said)).toBeLessThanOrEqual(MAX_BYTES);
    for (const text of [zh.headline, ...zh.clauses.map((c) => c.says), ...zh.changes.map((c) => c.text)])
      expect(text).not.toMatch(FEEL);
    expect(en.changes.map((c) => ({ ...c, text: "" }))).toEqual(zh.changes.map((c) => ({ ...c, text: "" })));
    for (const change of zh.changes)
      for (const value of valuesOf(change)) {
        const { outcome, settled, payable } = decide(changed(given, { ...change, given: value }));
        const { outcome: said, settled: surely, payable: amount } = change;
        expect({ outcome, settled, payable }).toEqual({ outcome: said, settled: surely, payable: amount });
      }
  });
});

const terms = readTerms(readFileSync(`${TERMS}medical/jinhuibao-2025.yaml`, "utf8"));
const waiting = {
  入院日期: "2025-01-31",
  生效日期: "2025-01-01",
  连续参保: false,
  意外伤害: false,
  医疗总费用: 200000,
  基本医保已付: 90000,
  大病保险已付: 20000,
  医疗救助已付: 0,
  目录外费用: 30000,
  特药费用: 0,
  既往症: false,
  异地未备案: false,
  本年已扣目录内免赔额: 0,
  本年已扣目录外免赔额: 0,
  本年目录内已赔: 0,
  本年目录外已赔: 0,
  本年特药已赔: 0,
};

test("a refusal: why, and from which day it would have been paid", () => {
  const said = explain(terms, waiting, { certain: ["生效日期"] });
  expect(said.headline).toBe("不赔：等待期内因疾病就医（第一条）。");
  expect(said.clauses.map((c) => c.says)).toEqual([
    "须 意外伤害（否）或 连续参保（否）或 入院日期 2025年1月31日 晚于 生效日期 2025年1月1日 + 30日：不符合（等待期内因疾病就医）",
  ]);
  expect(said.changes.map((c) => c.text)).toEqual([
    "如果 入院日期 在 2025年2月1日 或以后，则可赔付 45,000 元。",
    "如果 连续参保 为 是，则可赔付 45,000 元。",
    "如果 意外伤害 为 是，则可赔付 45,000 元。",
  ]);
});

test("in English, by the names given", () => {
  const names = { 入院日期: "admitted on", 连续参保: "renewed without gap" };
  const said = explain(terms, waiting, { language: "en", names, certain: ["生效日期"] });
  expect(said.headline).toBe("Not paid: 「等待期内因疾病就医」 (第一条).");
  expect(said.changes[0]?.text).toBe("If 'admitted on' is 1 February 2025 or later: CNY 45,000 is payable.");
  expect(said.changes[2]?.text).toBe("If 「意外伤害」 is yes: CNY 45,000 is payable.");
  expect(said.note).toContain("The Chinese wording governs");
});

test("two reasons, each enough by itself: no single fact is told, and that is said", () => {
  const both = readTerms(`terms: t/1
title: 示例
kind: product
effective: {from: 2024-01-01}
facts:
  入院日期: {type: date}
  在册: {type: boolean}
clauses:
  - {id: 第一条, text: t, require: 在册, otherwise: 不在名册}
  - {id: 第二条, text: t, require: '入院日期 >= date("2024-03-02")', otherwise: 等待期内}
  - {id: 第三条, text: t, pay: 300000, as: 给付}
`);
  const said = explain(both, { 入院日期: "2024-02-01", 在册: false });
  expect(said.headline).toBe("不赔：不在名册（第一条）；等待期内（第二条）。");
  expect(said.changes).toEqual([]);
  expect(said.alone).toBe("第一条、第二条各自都足以决定这一结果；单凭某一项事实不同，不会因此得到赔付。");
  const one = explain(both, { 入院日期: "2024-02-01", 在册: true });
  expect(one.changes.map((c) => [c.text, c.given])).toEqual([
    ["如果 入院日期 在 2024年3月2日 或以后，则可赔付 300,000 元。", { between: ["2024-03-02", null] }],
  ]);
  expect(one.alone).toBeNull();
});

test("a time, to the minute, and a leap of the amount", () => {
  const life = readTerms(readFileSync(`${TERMS}life/endowment-holiday-2019.yaml`, "utf8"));
  const facts = {
    合同成立日期: "2019-04-30",
    生效日期: "2019-05-01",
    满期日: "2039-04-30",
    最近复效日期: { none: true },
    合同效力: "有效",
    基本保险金额: 100000,
    应扣欠款: 0,
    身故: true,
    身故日期: "2024-10-05",
    意外伤害: true,
    除外情形: "无",
    出险时间: "2024-10-04T08:12:00",
  };
  const said = explain(life, facts);
  expect(said.headline).toBe("应赔付 100,000 元。");
  expect(said.changes.map((c) => c.text)).toEqual([
    "如果 出险时间 在 2024年10月1日 00:00 至 2024年10月3日 23:59:59 之间，则可赔付 1,000,000 元。",
  ]);
});
