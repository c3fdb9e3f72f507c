import { describe, expect, test } from "vitest";
import { describeTables, readTerms, type TableDescription } from "./engine.ts";
import { canDraw, cellsOf, firstView, turned } from "./picture.ts";

const tableOf = (hit: string, on: string, rows: string): TableDescription => {
  const terms = readTerms(`
terms: sample/1
title: 示例
kind: product
effective: { from: 2024-01-01 }
facts:
  金额: { type: money }
  甲: { type: boolean }
  乙: { type: { one of: [一, 二] } }
clauses:
  - id: 附表
    text: 表
    table: { define: 比例, hit: ${hit}, on: ${on}, rows: ${rows} }
  - { id: 付, text: 付, pay: 金额 * 比例, as: 金 }
`);
  const [table] = describeTables(terms);
  if (!table) throw new Error("no table");
  return table;
};
const kinds = (table: TableDescription, view = firstView(table)) =>
  cellsOf(table, view).map((line) => line.map(({ kind, rows }) => `${kind} ${rows.join()}`.trim()));

describe("the picture of a table", () => {
  test("a strip: what no row takes, and what two take", () => {
    const table = tableOf("unique", "[金额]", '[["[0..100]", 1], ["[100..200)", 2], [">= 300", 3]]');
    expect(canDraw(table)).toBe(true);
    expect(kinds(table)).toEqual([["one 1", "overlap 1,2", "one 2", "gap", "one 3"]]);
    expect(table.findings.map(({ kind }) => kind)).toEqual(["gap", "overlap"]);
  });

  test("several rows of a first-hit table are no overlap", () => {
    expect(kinds(tableOf("first", "[甲]", '[[true, 1], ["-", 2]]'))).toEqual(
      expect.arrayContaining([expect.arrayContaining(["several 1,2", "one 2"])]),
    );
  });

  test("a grid of two axes; of three, the third stands where it is put; axes change places", () => {
    const two = tableOf("unique", "[甲, 乙]", '[[true, "-", 1], [false, \'"一"\', 2]]');
    expect(kinds(two).flat().sort()).toEqual(["gap", "one 1", "one 1", "one 2"]);
    const three = tableOf("unique", "[甲, 乙, 金额]", '[[true, "-", "-", 1], [false, "-", "<= 100", 2]]');
    const view = firstView(three);
    expect(view).toEqual({ across: 0, down: 1, at: [0, 0, 0] });
    expect(kinds(three, { ...view, at: [0, 0, 1] }).flat()).toContain("gap");
    expect(kinds(three, view).flat()).not.toContain("gap");
    expect(turned(view, "across", 1)).toMatchObject({ across: 1, down: 0 });
    expect(turned(view, "across", 2)).toMatchObject({ across: 2, down: 1 });
  });
});
