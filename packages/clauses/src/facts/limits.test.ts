import { expect, test } from "vitest";
import { compile, FactsError, readTerms } from "../index.ts";

const terms = (type: string, limits: string) => `
terms: limits/1
title: 界限
kind: programme
effective: { from: 2000-01-01 }
facts:
  它: { type: ${type}, ${limits} }
clauses:
  - id: 第一条
    text: 给出它。
    define: { 甲: 它 }
  - id: 第二条
    text: 给出甲。
    gives: [甲]
`;
const refused = (type: string, limits: string, given: unknown) => {
  try {
    compile(readTerms(terms(type, limits)))({ 它: given });
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    const [problem] = error.problems;
    return { en: problem?.hint, zh: problem?.zh.hint };
  }
  throw new Error("it was taken");
};

test.each([
  [
    "date and time",
    "min: 1980-01-01T00:00:00, max: 2024-10-03T08:40:00",
    "1970-01-01T00:00:00",
    "1980-01-01T00:00:00+08:00",
    "2024-10-03T08:40:00+08:00",
  ],
  ["date", "min: 1980-01-01, max: 2024-10-03", "1970-01-01", "1980-01-01", "2024-10-03"],
  ["days and time duration", "min: PT2H, max: P3DT2H", "PT1H", "PT2H", "P3DT2H"],
  ["years and months duration", "min: P6M, max: P2Y", "P1M", "P6M", "P2Y"],
  ["money", "min: 10.5, max: 20", "1.00", "10.5", "20"],
  ["number", "min: 1, max: 12", 13, "1", "12"],
])("the limits of a %s are written as people write them", (type, limits, given, from, to) => {
  expect(refused(type, limits, given)).toEqual({
    en: `it must be from ${from} to ${to}`,
    zh: `应在 ${from} 至 ${to} 之间`,
  });
});

test("one limit alone, and bounds that have nothing between them, say the same", () => {
  const type = "date and time";
  const least = refused(type, "min: 1980-01-01T00:00:00", "1970-01-01T00:00:00");
  expect(least.en).toBe("it must be at least 1980-01-01T00:00:00+08:00");
  const limits = "min: 1980-01-01T00:00:00, max: 2024-10-03T08:40:00";
  const between = refused(type, limits, { between: ["1970-01-01T00:00:00", "1971-01-01T00:00:00"] });
  expect(between.en).toContain("from 1980-01-01T00:00:00+08:00 to 2024-10-03T08:40:00+08:00");
});
