/** A list of which nothing is known is asked for only where some list would change the decision. */
import { expect, test } from "vitest";
import { compile, type FactsInput, readTerms } from "../index.ts";

const asked = (clauses: readonly string[], facts: FactsInput): readonly string[] => {
  const terms = readTerms(
    [
      "terms: 列/一",
      "facts:",
      "  项目: {type: {list of: {额: money, 类: {type: {one of: [甲, 乙]}}}}}",
      "  额度: {type: money, max: 100}",
      "clauses:",
      ...clauses.map((c) => `  - ${c}`),
    ].join("\n"),
  );
  const decision = compile(terms, { explain: false })(facts);
  expect(decision.settled).toBe(decision.asks.length === 0);
  return decision.asks.map((a) => a.fact);
};
const PAY = "{id: 付, pay: 额度, as: 款}";

test("how many there are is a number, whatever the list", () => {
  const guarded = "{id: 付, when: 'count(项目) >= 0', pay: 额度, as: 款}";
  expect(asked([guarded], { 额度: 10 })).toEqual([]);
  expect(asked([guarded.replace(">= 0", "> 2")], { 额度: 10 })).toEqual(["项目"]);
});

test("a warning sign changes nothing that is owed", () => {
  const flag = "{id: 警, flag: 'count(项目[类 = \"甲\"]) > 3', as: 多, points: 2}";
  expect(asked([PAY, flag], { 额度: 10 })).toEqual([]);
  expect(asked([PAY, flag], {})).toEqual(["额度"]);
});

test("the sum of no amounts cannot be computed, so the list matters even where nothing is left to pay", () => {
  const capped = "{id: 付, pay: 'sum(项目.额)', as: 款, upTo: 额度}";
  expect(asked([capped], { 额度: 0 })).toEqual(["项目"]);
  expect(asked([capped], { 额度: 0, 项目: [{ 额: 5 }] })).toEqual([]);
});

test("a list that may have no value at all still may not be counted", () => {
  const terms = readTerms(
    `terms: 列/二\nfacts:\n  项目: {type: {list of: money}, optional: true}\n  额度: {type: money}\nclauses:\n  - {id: 付, when: 'count(项目) >= 0', pay: 额度, as: 款}`,
  );
  const decide = compile(terms, { explain: false });
  expect(decide({ 额度: 10 }).settled).toBe(false);
  expect(decide({ 额度: 10, 项目: [1] }).outcome).toBe("pay");
});
