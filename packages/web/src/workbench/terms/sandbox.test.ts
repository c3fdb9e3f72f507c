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
