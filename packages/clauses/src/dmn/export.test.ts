/** Tables of terms, written as DMN and read again: the same inputs, hit policy, rows and values. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { toJson } from "../feel/json.ts";
import { compile, readTerms } from "../index.ts";
import { evaluateDmn, exportDmn, readDmn } from "./index.ts";
import { dmnInputs } from "./input.ts";
import type { Boxed, DmnModel, TableBox } from "./model.ts";

const schemas = fileURLToPath(new URL("../../../../../shared/data/dmn-tck/", import.meta.url));

/** The tables of a model, wherever they stand in its decisions. */
function tablesIn(model: DmnModel): readonly TableBox[] {
  return [...model.elements.values()].flatMap((element) =>
    element.kind === "decision" ? tablesOf(element.logic) : [],
  );
}

function tablesOf(boxed: Boxed): readonly TableBox[] {
  if (boxed.kind === "table") return [boxed];
  if (boxed.kind === "conditional") return tablesOf(boxed.consequent);
  return boxed.kind === "for" ? tablesOf(boxed.body) : [];
}

const shape = (table: TableBox) => ({
  hit: table.hit + (table.aggregation ?? ""),
  on: table.inputs.map(({ expression }) => expression.source),
  define: table.outputs.map(({ name }) => name),
  rows: table.rules.map(({ tests, outputs }) => [...tests, ...outputs].map(({ source }) => source)),
});

const header = `terms: test/1
title: 一 & <二> "三"
kind: programme
effective: {from: 2024-01-01}
`;

describe("a document's tables", () => {
  const yaml = `${header}facts:
  等级: {type: {one of: [甲, 乙, 丙 丁]}}
  年龄: {type: number, min: 0, max: 120, step: 1}
  起: {type: date and time}
  项目: {type: {list of: {金额: {type: money}, 类: {type: {one of: [1, 2]}}}}}
clauses:
  - id: 附表一
    text: 比例
    table:
      define: [高, 低]
      hit: first
      on: [等级, 年龄 + 1]
      rows:
        - [甲, "< 60", 年龄 * 2, '"x < y"']
        - ["乙, 丙 丁", "-", 0.5, '"b"']
  - id: 附表二
    text: 每项
    for each: 项 in 项目
    table:
      define: [折扣]
      hit: sum
      on: [项.金额]
      rows:
        - [">= 100", 0.1]
        - ["[50..200]", 0.2]
  - id: 附表三
    text: 读其他表的表
    when: 年龄 > 10
    table:
      define: [合计]
      hit: max
      on: [count(折扣), 起]
      rows:
        - ["not(0)", '> @"2024-01-01T00:00:00"', 高]
  - id: 给出
    text: 给出
    gives: [合计]
`;
  const { xml, problems } = exportDmn(readTerms(yaml));
  const model = readDmn(xml);

  test("are read again as they were", () => {
    expect(problems).toEqual([]);
    expect(model.problems).toEqual([]);
    expect(tablesIn(model).map(shape)).toEqual([
      {
        hit: "F",
        on: ["等级", "年龄 + 1"],
        define: ["高", "低"],
        rows: [
          ['"甲"', "< 60", "年龄 * 2", '"x < y"'],
          ['"乙", "丙 丁"', "-", "0.5", '"b"'],
        ],
      },
      {
        hit: "CSUM",
        on: ["项.金额"],
        define: ["折扣"],
        rows: [
          [">= 100", "0.1"],
          ["[50..200]", "0.2"],
        ],
      },
      {
        hit: "CMAX",
        on: ["count(折扣)", "起"],
        define: ["合计"],
        rows: [["not(0)", '> @"2024-01-01T00:00:00+08:00"', "高"]],
      },
    ]);
  });

  test("give what the terms give", () => {
    const facts = {
      等级: "甲",
      年龄: 30,
      起: "2024-01-01T01:00:00+08:00",
      项目: [
        { 金额: 100, 类: 1 },
        { 金额: 60, 类: 2 },
      ],
      高: 60,
    };
    const { values } = evaluateDmn(model, dmnInputs(model, facts));
    const json = Object.fromEntries(
      [...values].map(([name, value]) => [name, JSON.stringify(toJson(value))]),
    );
    expect(json).toEqual({ 附表一: '{"高":"60","低":"x < y"}', 折扣: '["0.3","0.2"]', 合计: '"60"' });
  });

  test.skipIf(!existsSync(schemas))(`are valid by the schema (skipped without ${schemas})`, async () => {
    const file = (fileName: string) => ({ fileName, contents: readFileSync(schemas + fileName, "utf8") });
    const result = await validateXML({
      xml: { fileName: "exported.dmn", contents: xml },
      schema: file("DMN15.xsd"),
      preload: ["DMNDI15.xsd", "DI.xsd", "DC.xsd"].map(file),
    });
    expect(result.errors).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test("say what DMN cannot do", () => {
    const text = `${header}facts: {日: {type: date}}
clauses:
  - {id: 一, text: 一, table: {define: [甲], hit: unique, on: [day off(日)], rows: [[true, 1], [false, 2]]}}
  - {id: 二, text: 二, gives: [甲]}
`;
    expect(exportDmn(readTerms(text, { file: "f.yaml" })).problems).toEqual([
      expect.objectContaining({ file: "f.yaml", message: expect.stringContaining("day off") }),
    ]);
  });
});

describe("any table", () => {
  const bound = fc.integer({ min: -5, max: 5 });
  const numberCell = fc.oneof(
    fc.constant("-"),
    fc.tuple(fc.constantFrom("<", "<=", ">", ">="), bound).map(([op, n]) => `${op} ${n}`),
    fc.tuple(bound, bound).map(([a, b]) => `[${Math.min(a, b)}..${Math.max(a, b)}]`),
    fc.tuple(bound, bound).map(([a, b]) => `${a}, ${b}`),
    bound.map((n) => `not(${n})`),
  );
  const memberCell = fc.constantFrom("-", "甲", "乙", "甲, 丙", 'not("甲")', '"乙"');
  const row = fc.tuple(numberCell, memberCell, fc.constantFrom("1", "2.5", "数 * 2", "-数"));
  const table = fc.record({
    hit: fc.constantFrom("unique", "first", "sum", "max"),
    rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  });
  const facts = fc.record({ 数: fc.integer({ min: -6, max: 6 }), 类: fc.constantFrom("甲", "乙", "丙") });

  const document = (hit: string, rows: readonly (readonly string[])[]): string => `${header}facts:
  数: {type: number, min: -6, max: 6, step: 1}
  类: {type: {one of: [甲, 乙, 丙]}}
clauses:
  - id: 表
    text: 表
    table:
      define: [值]
      hit: ${hit}
      on: [数, 类]
      rows:
${rows.map((cells) => `        - [${cells.map((cell) => `'${cell}'`).join(", ")}]`).join("\n")}
  - {id: 给, text: 给, gives: [值]}
`;

  test("has the same rows and gives the same values", () => {
    let known = 0;
    fc.assert(
      fc.property(table, fc.array(facts, { minLength: 1, maxLength: 5 }), ({ hit, rows }, cases) => {
        const terms = readTerms(document(hit, rows));
        const decide = compile(terms);
        const model = readDmn(exportDmn(terms).xml);
        expect(model.problems).toEqual([]);
        expect(
          tablesIn(model)
            .map(shape)
            .map(({ rows: again }) => again.length),
        ).toEqual([rows.length]);
        for (const given of cases) {
          const { values } = evaluateDmn(model, dmnInputs(model, given));
          if (values.get("值") !== null) known++;
          expect(JSON.stringify(toJson(values.get("值") ?? null))).toBe(expectedOf(decide(given).values.值));
        }
      }),
      { numRuns: 150 },
    );
    expect(known).toBeGreaterThan(50);
  });

  const expectedOf = (value: unknown): string =>
    value === undefined || value === null ? "null" : JSON.stringify(String(value));
});
