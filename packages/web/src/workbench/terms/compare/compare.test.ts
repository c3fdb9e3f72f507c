import { describe, expect, test } from "vitest";
import { documentAt, documents } from "../documents.fixture.ts";
import { clauseDiffs, factDiffs, headDiffs, wordRuns } from "./clauses.ts";
import { exampleDiffs } from "./examples.ts";

const holiday = documentAt("life/endowment-holiday-2019.yaml");
const halved = holiday
  .replace("pay: 10 * 基本保险金额", "pay: 5 * 基本保险金额")
  .replace("基本保险金额的十倍", "基本保险金额的五倍")
  .replace("effective: { from: 2019-01-01, to: 2021-12-31 }", "effective: { from: 2030-01-01 }")
  .replace("  现金价值: { type: money", "  现金价值: { type: money, min: 1");

describe("two editions side by side", () => {
  test("words that differ are told apart, and each side is its own text", () => {
    const runs = wordRuns("按基本保险金额的十倍给付", "按基本保险金额的五倍给付");
    const side = (kind: "in" | "out") =>
      runs
        .filter((run) => run.kind === "same" || run.kind === kind)
        .map(({ text }) => text)
        .join("");
    expect(side("out")).toBe("按基本保险金额的十倍给付");
    expect(side("in")).toBe("按基本保险金额的五倍给付");
    expect(runs.some(({ kind }) => kind === "same")).toBe(true);
    expect(new Set(runs.map(({ from }) => from)).size).toBe(runs.length);
  });

  test("texts that share hardly a word stand whole for each other", () => {
    expect(wordRuns("等待期内不承担责任。", "目录内费用为余额。").map(({ kind }) => kind)).toEqual([
      "out",
      "in",
    ]);
    expect(wordRuns("", "新")).toEqual([{ from: 0, text: "新", kind: "in" }]);
    expect(wordRuns("同", "同")).toEqual([{ from: 0, text: "同", kind: "same" }]);
    expect(wordRuns("", "")).toEqual([]);
  });

  test("clauses are added, removed, changed or the same, in the order of the texts", () => {
    const changed = clauseDiffs(holiday, halved).filter(({ change }) => change !== "same");
    expect(changed.map(({ id, change }) => [id, change])).toEqual([["第五条", "changed"]]);
    const [a, b] = [documentAt("medical/jinhuibao-2024.yaml"), documentAt("medical/jinhuibao-2025.yaml")];
    const there = clauseDiffs(a, b);
    const back = clauseDiffs(b, a);
    const count = (diffs: typeof there, change: string) =>
      diffs.filter((one) => one.change === change).length;
    expect(count(there, "added")).toBe(count(back, "removed"));
    expect(count(there, "changed")).toBe(count(back, "changed"));
    expect(there.length).toBe(back.length);
  });

  test("facts and what a document says of itself are compared too", () => {
    expect(factDiffs(holiday, halved).map(({ name, change }) => [name, change])).toEqual([
      ["现金价值", "changed"],
    ]);
    expect(headDiffs(holiday, halved).map(({ key }) => key)).toEqual(["effective"]);
  });

  test("every example is decided by both, those that differ first, whatever their periods", () => {
    const diffs = exampleDiffs(holiday, halved);
    const [first] = diffs;
    expect(first?.differs).toBe(true);
    expect(diffs.filter(({ differs }) => differs).length).toBeLessThan(diffs.length);
    const night = diffs.find(({ name }) => name.startsWith("只知道意外在9月30日晚"));
    expect(night?.a.decision?.payable.most).toBe("1000000.00");
    expect(night?.b.decision?.payable.most).toBe("500000.00");
  });

  test("what the other does not read is said, and what it cannot decide", () => {
    const other = holiday.replace("  身故日期: { type: date", "  身故日期: { type: date, max: 2024-01-01");
    const cannot = exampleDiffs(holiday, other).filter(({ b }) => b.error !== null);
    expect(cannot.length).toBeGreaterThan(0);
    expect(cannot[0]?.b.error?.problems[0]?.fact).toBe("身故日期");
  });

  test.each(documents)("$path differs from itself in nothing", ({ text }) => {
    expect(clauseDiffs(text, text).every(({ change }) => change === "same")).toBe(true);
    expect(factDiffs(text, text)).toEqual([]);
    expect(headDiffs(text, text)).toEqual([]);
    expect(exampleDiffs(text, text).some(({ differs }) => differs)).toBe(false);
  });
});
