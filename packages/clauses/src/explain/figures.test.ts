/** An explanation is for a person: signs as on paper, functions in words, times as they are said. */
import { expect, test } from "vitest";
import { compile, type FactsInput, readTerms } from "../index.ts";

const decide = compile(
  readTerms(`terms: t/1
title: 示例
kind: product
effective: {from: 2024-01-01}
facts:
  时间: {type: date and time}
  意外: {type: boolean}
  金额: {type: money}
clauses:
  - {id: 一, text: t, when: 意外 and statutory holiday(时间) and 金额 >= 100, pay: 金额 * 2, as: 甲}
  - {id: 二, text: t, require: not(意外) or 金额 != 7, otherwise: 不赔}
`),
);
const shows = (facts: FactsInput, clause: string): string | undefined =>
  decide(facts).explanation?.find((line) => line.clause === clause)?.shows;

test("while a time is bounded", () => {
  const facts = { 意外: true, 金额: 500, 时间: { between: ["2024-09-30T21:00:00", "2024-10-03T08:40:00"] } };
  expect(shows(facts, "一")).toBe(
    "如 意外（是） 且 法定节假日(2024-09-30 21:00:00 ~ 2024-10-03 08:40:00) 且 500 ≥ 100：甲 = 500 × 2 = 1000，应付 0.00 ~ 1000.00",
  );
});

test("where all is known", () => {
  const facts = { 意外: true, 金额: 500, 时间: "2024-10-02T08:12:05" };
  expect(shows(facts, "一")).toBe("甲 = 500 × 2 = 1000，应付 1000.00");
  expect(shows(facts, "二")).toBe("非(意外（是）) 或 500 ≠ 7：成立");
  expect(shows({ ...facts, 时间: "2024-10-08T08:12:05" }, "一")).toContain("法定节假日(2024-10-08 08:12:05)");
});
