/** Wrong facts are named in Chinese without a word of another language, but for what is quoted. */
import { expect, test } from "vitest";
import { compile, FactsError, readTerms } from "../index.ts";

const decide = compile(
  readTerms(`terms: 示例/1
title: 示例
effective: { from: 2024-01-01, to: 2024-12-31 }
governs: 日
facts:
  是: boolean
  数: { type: number, min: 1, max: 9 }
  额: money
  日: date
  时: date and time
  天: days and time duration
  年: years and months duration
  文: string
  级: { type: { one of: [甲, 乙] } }
  档: { type: { one of: [1, 2] } }
  列: { type: { list of: money } }
  表: { type: { list of: { 金额: money, 日期: date } } }
clauses:
  - id: 一
    text: 示例
    pay: 额
`),
);

const WRONG: readonly (readonly [fact: string, value: unknown])[] = [
  ...["是", "数", "额", "日", "时", "天", "年", "级", "档", "列", "表"].map((f) => [f, "错"] as const),
  ["文", 3],
  ["额", 1.005],
  ["额", { least: 3 }],
  ["额", { between: [3] }],
  ["额", { between: [9, 3] }],
  ["额", { none: true }],
  ["额", -1],
  ["数", 0],
  ["级", { oneOf: [] }],
  ["级", { between: ["甲", "乙"] }],
  ["列", ["错"]],
  ["列", Array.from({ length: 1_001 }, () => 1)],
  ["表", [3]],
  ["表", [{ 金客: 3 }]],
  ["日", "2025-01-01"],
  ["没有", 3],
];

test.each(WRONG)("%s: %j", (fact, value) => {
  let problems: FactsError["problems"] = [];
  try {
    decide({ [fact]: value });
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    problems = error.problems;
  }
  expect(problems.length).toBeGreaterThan(0);
  for (const { zh } of problems) {
    const bare = `${zh.message}；${zh.hint}`.replace(/`[^`]*`|“[^”]*”|"[^"]*"|\{"[^}]*\}/g, "");
    expect(bare).toMatch(/[\u4e00-\u9fff]/);
    expect(bare).not.toMatch(/[A-Za-z]/);
  }
});
