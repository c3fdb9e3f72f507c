import { expect, test } from "vitest";
import { compile, readTerms } from "../index.ts";

const document = (effect: string) => `
terms: 试/1
title: 试
kind: product
effective: {from: 2024-01-01}
facts:
  单据: {type: {list of: {金额: {type: number, min: 0, max: 9, step: 1}, 有效: {type: boolean}}}}
clauses:
  - id: 甲
    text: 有效的单据每张按金额的二倍计。
    for each: x in 单据[有效]
${effect}
  - id: 乙
    text: 合计给付。
    pay: sum(应计)
    as: 保险金
`;
const DEFINE = "    define: {应计: x.金额 * 2}";
const TABLE = `    table:
      define: [应计]
      hit: unique
      on: [x.金额]
      rows:
        - ['< 3', 0]
        - ['>= 3', 8]`;

test.each([
  { what: "a definition", effect: DEFINE, known: "8.00", low: "8.00", high: "18.00" },
  { what: "a table", effect: TABLE, known: "8.00", low: "8.00", high: "16.00" },
])("$what for each element of a filtered list reads those that are there", ({ effect, known, low, high }) => {
  const decide = compile(readTerms(document(effect)));
  const certain = [
    { 金额: 4, 有效: true },
    { 金额: 9, 有效: false },
  ];
  expect(decide({ 单据: certain })).toMatchObject({
    outcome: "pay",
    settled: true,
    tight: true,
    payable: { least: known, most: known },
  });
  expect(decide({ 单据: [...certain, { 金额: 5 }] })).toMatchObject({
    tight: true,
    payable: { least: low, most: high },
    asks: [{ fact: "单据[3].有效" }],
  });
  // FEEL's sum of nothing is null.
  expect(decide({ 单据: [] })).toMatchObject({ outcome: "refer", settled: true });
});

test("where each of a list of unknown length counts, an open field is asked for, by its place", () => {
  const decide = compile(readTerms(document(DEFINE)));
  const decision = decide({ 单据: [{ 有效: true }, { 金额: 1 }] });
  expect(decision.payable).toEqual({ least: "0.00", most: "20.00" });
  expect(decision.asks.map(({ fact }) => fact)).toEqual(["单据[1].金额", "单据[2].有效"]);
});
