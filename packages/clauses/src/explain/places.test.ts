/** What is FEEL in a formula is said in words, whether or not its figures are known. */
import { expect, test } from "vitest";
import { compile, type FactsInput, readTerms } from "../index.ts";

const decide = compile(
  readTerms(`terms: t/1
title: 示例
kind: product
effective: {from: 2024-01-01}
facts:
  日: {type: date, min: 2000-01-01, max: 2100-01-01}
  等级: {type: {one of: [甲, 乙, 丙]}}
  金额: {type: money}
  已退: {type: money, optional: true}
  处: {type: {list of: {伤残等级: {type: number}}}}
clauses:
  - {id: 一, text: t, define: {底数: 'if 已退 = null then 金额 else max(0, 金额 - 已退)'}}
  - {id: 二, text: t, require: '等级 in (甲, 乙)', otherwise: 不赔}
  - {id: 三, text: t, require: '日 > date("2024-01-01") + duration("P1Y6M")', otherwise: 等待期}
  - {id: 四, text: t, require: '金额 between 1 and 100 or every x in 处 satisfies x.伤残等级 > 3', otherwise: 超出}
  - {id: 五, text: t, pay: 'round half up(底数, 0)', as: 甲金}
`),
);
const shows = (facts: FactsInput, clause: string): string | undefined =>
  decide(facts).explanation?.find((line) => line.clause === clause)?.shows;
const given = { 日: "2026-01-01", 等级: "甲", 金额: 50, 已退: { none: true }, 处: [] };

test.each([
  ["一", "底数 = 如 （无） = （无） 则 50 否则 较大者(0, 50 − （无）) = 50"],
  ["二", "甲 属于 (甲, 乙)：成立"],
  ["四", "50 介于 1 与 100 或 每个 x 属于 处 满足 x.伤残等级 > 3：成立"],
  ["五", "甲金 = 四舍五入(50, 0) = 50，应付 50.00"],
])("clause %s", (clause, words) => expect(shows(given, clause)).toBe(words));

test("a duration is said as people say it", () => {
  expect(shows({ ...given, 日: "2025-07-01" }, "三")).toBe(
    "2025-07-01 > 2024-01-01 + 1年6个月：不成立，等待期",
  );
});

test("an amount that is not known leaves the words in place", () => {
  expect(shows({ ...given, 金额: { between: [10, 60] } }, "五")).toBe(
    "甲金 = 四舍五入((10 ~ 60), 0) = 10 ~ 60，应付 10.00 ~ 60.00",
  );
});
