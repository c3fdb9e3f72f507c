/** An open text that a function reads may be anything: the texts a document names do not stand for all others. */
import { expect, test } from "vitest";
import { compile, type FactsInput, readTerms } from "../index.ts";

const decide = compile(
  readTerms(`terms: t/1
title: 示例
kind: product
effective: {from: 2024-01-01}
facts:
  姓名: {type: string}
  已故: {type: boolean}
clauses:
  - {id: 一, text: t, require: 'starts with(姓名, "王")', otherwise: 不姓王}
  - {id: 二, text: t, require: not(已故), otherwise: 已故}
`),
);

test.each<[string, FactsInput, string, readonly string[]]>([
  ["unknown: it is asked for", { 已故: false }, "open", ["姓名"]],
  ["known to hold", { 姓名: "王先生", 已故: false }, "accept", []],
  ["known not to hold", { 姓名: "李先生", 已故: false }, "decline", []],
  ["a choice is tried through", { 姓名: { oneOf: ["王先生", "王太太"] }, 已故: false }, "accept", []],
  ["unknown, where it no longer matters", { 已故: true }, "decline", []],
])("%s", (_, facts, outcome, asks) => {
  const decision = decide(facts);
  expect(decision.outcome).toBe(outcome);
  expect(decision.asks.map((a) => a.fact)).toEqual(asks);
});
