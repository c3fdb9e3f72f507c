/** Formulas in words, in both languages: nothing of FEEL is left in Chinese, names have their figures beside them. */
import { expect, test } from "vitest";
import { explain, type FactsInput, readTerms } from "../index.ts";

const terms = readTerms(`terms: t/1
title: 示例
kind: product
effective: {from: 2024-01-01}
facts:
  日: {type: date, min: 2000-01-01, max: 2100-01-01}
  时: {type: date and time, min: 2000-01-01T00:00:00, max: 2100-01-01T00:00:00}
  等级: {type: {one of: [甲, 乙, 丙]}}
  在册: {type: boolean}
  同意: {type: boolean}
  金额: {type: money}
  已退: {type: money, optional: true}
  处: {type: {list of: {伤残等级: {type: number}}}}
clauses:
  - {id: 一, text: t, define: {底数: 'if 已退 = null then 金额 else max(0, 金额 - 已退)'}}
  - {id: 二, text: t, require: '等级 in (甲, 乙)', otherwise: 不赔}
  - {id: 三, text: t, require: '日 > date("2024-01-01") + duration("P1Y6M")', otherwise: 等待期}
  - {id: 四, text: t, require: '在册 or 同意 and 金额 >= 1', otherwise: 未参保}
  - {id: 五, text: t, refer: '已退 != null and 已退 > 金额', because: 退得过多}
  - {id: 六, text: t, require: 'every x in 处 satisfies x.伤残等级 > 3', otherwise: 过重}
  - {id: 七, text: t, exclude: 'statutory holiday(时)', because: 节假日除外}
  - {id: 八, text: t, pay: 'min(底数, 1270000)', as: 给付, upTo: 2000000 - 金额}
`);
const given = {
  日: "2026-01-02",
  时: "2024-10-08T08:12:00",
  等级: "甲",
  在册: true,
  同意: { oneOf: [true, false] },
  金额: 1500000,
  已退: { none: true },
  处: [{ 伤残等级: 5 }],
};
const says = (facts: FactsInput, language: "zh" | "en", clause: string): string | undefined =>
  explain(terms, facts, {
    language,
    names: language === "en" ? { 日: "admitted on", 甲: "first" } : {},
  }).clauses.find((c) => c.clause === clause)?.says;

test.each([
  ["一", "底数 = 金额 1,500,000"],
  ["二", "须 等级（“甲”）为 “甲”、“乙” 之一：符合"],
  ["三", "须 日 2026年1月2日 晚于 2024年1月1日 + 1年6个月：符合"],
  ["四", "须 在册（是）或（同意 且 金额 1,500,000 ≥ 1）：符合"],
  ["五", "有 已退（无）且 已退（无）> 金额 1,500,000：无须专人判断"],
  ["六", "须 处 中的 x，每一个都须 x 的 伤残等级 > 3：符合"],
  ["七", "不赔的情形：时 2024年10月8日 08:12 在法定节假日：没有这种情形"],
  ["八", "给付 = 底数 1,500,000 与 1,270,000 中较小者 = 1,270,000 元，以 500,000 元 为限，应付 500,000 元"],
])("in Chinese: clause %s", (clause, words) => expect(says(given, "zh", clause)).toBe(words));

test.each([
  ["二", "Required: 「等级」 ('first') is one of 'first', 「乙」: met"],
  ["三", "Required: 'admitted on' (2 January 2026) is after 1 January 2024 + 1 year 6 months: met"],
  ["四", "Required: 「在册」 (yes) or (「同意」 and 「金额」 (1,500,000) ≥ 1): met"],
  ["五", "there is 「已退」 (none) and 「已退」 (none) > 「金额」 (1,500,000): no person need decide"],
  [
    "七",
    "Not covered where: 「时」 (8 October 2024, 08:12 (China time)) falls on a statutory holiday: this is not the case",
  ],
  [
    "八",
    "「给付」 = the lesser of (「底数」 (1,500,000), 1,270,000) = CNY 1,270,000, at most CNY 500,000, payable CNY 500,000",
  ],
])("in English: clause %s", (clause, words) => expect(says(given, "en", clause)).toBe(words));

test("below zero counts as zero, and an amount that is bounded keeps both ends", () => {
  expect(says({ ...given, 已退: 1600000, 金额: 1500000 }, "zh", "一")).toBe(
    "底数 = （金额 1,500,000 − 已退 1,600,000，低于 0 按 0 计） = 0",
  );
  expect(says({ ...given, 金额: { between: [10, 60] } }, "zh", "一")).toBe("底数 = 金额（10 至 60）");
});
