/** Four policies and one fall that nobody saw (service D4): the money of all of them together, as evidence narrows the hour. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, describeFacts, type FactsInput, readTerms } from "@goodfaith/clauses";
import { describe, expect, it } from "vitest";

/** Decides a document by those of the facts that it declares, as a case with many policies does. */
function decider(file: string) {
  const terms = readTerms(readFileSync(join(import.meta.dirname, file), "utf8"));
  const declared = new Set(describeFacts(terms).map((f) => f.name));
  const decide = compile(terms);
  return (facts: FactsInput) =>
    decide(Object.fromEntries(Object.entries(facts).filter(([name]) => declared.has(name))));
}

const event = { 身故: true, 身故日期: "2024-10-03", 意外伤害: true, 除外情形: "无" };
const contract = { 最近复效日期: { none: true }, 合同效力: "有效", 应扣欠款: 0 };
const endowment = { ...contract, 合同成立日期: "2019-04-30", 生效日期: "2019-05-01", 满期日: "2039-04-30" };
const critical = { ...contract, 已给付重大疾病保险金: false };

const policies = [
  { file: "life/endowment-holiday-2019.yaml", facts: { ...endowment, 基本保险金额: 100_000 } },
  {
    file: "life/critical-illness-2007.yaml",
    facts: { ...critical, 合同成立日期: "2012-08-19", 生效日期: "2012-08-20", 基本保险金额: 120_000 },
  },
  {
    file: "life/critical-illness-2007.yaml",
    facts: { ...critical, 合同成立日期: "2016-03-08", 生效日期: "2016-03-09", 基本保险金额: 100_000 },
  },
  {
    file: "life/critical-illness-2020.yaml",
    facts: { ...critical, 合同成立日期: "2021-06-10", 生效日期: "2021-06-11", 基本保险金额: 50_000 },
  },
].map(({ file, facts }) => ({ decide: decider(file), facts }));

function together(出险时间: FactsInput[string]) {
  const decisions = policies.map(({ decide, facts }) => decide({ ...facts, ...event, 出险时间 }));
  const total = (amounts: readonly (string | null)[]) => amounts.reduce((sum, a) => sum + Number(a), 0);
  return {
    least: total(decisions.map((d) => d.payable.least)),
    most: total(decisions.map((d) => d.payable.most)),
    asks: decisions.flatMap((d) => d.asks.map((a) => a.fact)),
    settled: decisions.map((d) => d.settled),
  };
}

describe("a death benefit that hangs on a moment", () => {
  it("owes 370,000 whatever turns out, and asks only when it happened", () => {
    expect(together({ between: ["2024-09-30T21:00:00", "2024-10-03T08:40:00"] })).toEqual({
      least: 370_000,
      most: 1_270_000,
      asks: ["出险时间"],
      settled: [false, true, true, true],
    });
  });

  it("is the same while nothing is known of the hour", () => {
    expect(together(null)).toMatchObject({ least: 370_000, most: 1_270_000, asks: ["出险时间"] });
  });

  it("settles at 1,270,000 once a payment shows him alive on the second day of the holiday", () => {
    expect(together({ between: ["2024-10-02T08:12:05", "2024-10-03T08:40:00"] })).toEqual({
      least: 1_270_000,
      most: 1_270_000,
      asks: [],
      settled: [true, true, true, true],
    });
  });

  it("settles at 370,000 where every hour left lies before the holiday", () => {
    expect(together({ between: ["2024-09-30T21:00:00", "2024-09-30T23:59:59"] })).toMatchObject({
      least: 370_000,
      most: 370_000,
      asks: [],
    });
  });
});
