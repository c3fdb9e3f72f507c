import { describe, expect, test } from "vitest";
import type { FactDescription } from "./engine.ts";
import { EMPTY, entriesOf, factsOf } from "./sandbox.ts";

const fact = (
  name: string,
  type: FactDescription["type"],
  extra: Partial<FactDescription> = {},
): FactDescription => ({
  name,
  type,
  ask: null,
  from: null,
  optional: false,
  min: null,
  max: null,
  step: null,
  options: null,
  elements: null,
  ...extra,
});
const FACTS = [
  fact("出险时间", "date and time"),
  fact("保额", "money"),
  fact("身故", "boolean"),
  fact("效力", "one of", { options: ["有效", "中止"] }),
  fact("等级", "one of", { options: [1, 2, 3] }),
  fact("复效日期", "date", { optional: true }),
];

describe("the sandbox's entries", () => {
  test("give back the facts of an example", () => {
    const given = {
      出险时间: { between: ["2024-09-30T21:00:00+08:00", "2024-10-03T08:40:00+08:00"] },
      保额: "100000.00",
      身故: true,
      效力: { oneOf: ["有效", "中止"] },
      等级: 2,
      复效日期: { none: true },
    };
    expect(factsOf(FACTS, entriesOf(FACTS, given))).toEqual(given);
  });

  test("leave out what is not yet complete", () => {
    const half = { ...EMPTY, mode: "bounded" as const, low: "2024-10-01T00:00:00" };
    expect(factsOf(FACTS, { 出险时间: half, 身故: { ...EMPTY, mode: "known", draft: "perhaps" } })).toEqual(
      {},
    );
  });
});

describe("lists in the sandbox", () => {
  const records = fact("伤残项目", "list", {
    elements: [fact("部位", "string"), fact("等级", "one of", { options: [1, 2, 3] })],
  });
  const plain = fact("读数", "list", { elements: [fact("读数", "number")] });

  test("give back their elements, fields unknown and open ones too", () => {
    const given = {
      伤残项目: [{ 部位: "甲", 等级: 2 }, { 等级: { oneOf: [1, 3] } }, {}],
      读数: ["1.5", "2"],
    };
    const facts = [records, plain];
    expect(factsOf(facts, entriesOf(facts, given))).toEqual(given);
    expect(factsOf(facts, entriesOf(facts, { 伤残项目: [] }))).toEqual({ 伤残项目: [] });
  });

  test("of plain values are not complete while one is missing", () => {
    const entry = { ...EMPTY, mode: "known" as const, items: [{}] };
    expect(factsOf([plain], { 读数: entry })).toEqual({});
  });
});
