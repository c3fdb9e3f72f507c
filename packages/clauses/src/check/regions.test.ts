/** Regions of tables, compared with every input tried one by one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, describeTables, readTerms, rowsAt, type TableDescription } from "../index.ts";

const document = (
  facts: string,
  on: string,
  rows: readonly string[],
  hit = "unique",
): string => `terms: 表/2024
title: 表
kind: programme
effective: { from: 2024-01-01 }
facts: { ${facts} }
clauses:
  - id: 附表
    text: 示例
    table:
      define: [结果]
      hit: ${hit}
      on: [${on}]
      rows:
${rows.map((r) => `        - [${r}]`).join("\n")}
  - id: 给出
    text: 示例
    gives: [结果]
`;

const tableOf = (text: string): TableDescription => {
  const [table] = describeTables(readTerms(text));
  if (table === undefined) throw new Error("no table");
  return table;
};

const axis = (facts: string, cells: readonly string[]): readonly string[] =>
  tableOf(
    document(
      facts,
      facts.split(":")[0] ?? "",
      cells.map((c) => `${c}, 1`),
    ),
  ).axes[0]?.pieces.map((p) => p.text) ?? [];

describe("an axis is cut where its cells change", () => {
  test.each<[string, string, string[], string[]]>([
    [
      "neighbours alike are one piece",
      "龄: {type: number, min: 0, max: 120, step: 1}",
      ["'< 18'", "'>= 18'"],
      ["[0..18)", "[18..120]"],
    ],
    ["a point left out stays a point", "龄: {type: number}", ["'< 18'", "'> 18'"], ["< 18", "18", "> 18"]],
    [
      "the grid leaves nothing between",
      "龄: {type: number, step: 1}",
      ["'<= 17'", "'>= 18'"],
      ["<= 17", ">= 18"],
    ],
    ["dates", "日: {type: date}", ["'< date(\"2024-03-01\")'", "'-'"], ["< 2024-03-01", ">= 2024-03-01"]],
    [
      "durations",
      "时: {type: days and time duration}",
      ["'<= duration(\"P30D\")'", "'-'"],
      ["<= P30D", "> P30D"],
    ],
    ["booleans", "是: {type: boolean}", ["true", "'-'"], ["true", "false"]],
    ["members in their order", "种: {type: {one of: [丙, 甲, 乙]}}", ["甲", "not(甲)"], ["丙", "甲", "乙"]],
    ["numbers of a one of", "码: {type: {one of: [3, 1, 9]}}", ["'< 3'", "'>= 3'"], ["1", "3", "9"]],
    ["open texts", "名: {type: string}", ["'\"甲\"'", "'-'"], ["甲", "（其他）"]],
    ["no value", "龄: {type: number, optional: true}", ["'>= 18'", "'-'"], ["< 18", ">= 18", "（无）"]],
    [
      "lists and not()",
      "龄: {type: number, step: 1}",
      ["'1, 3'", "'not(1, 3)'"],
      ["< 1", "1", "(1..3)", "3", "> 3"],
    ],
    [
      "tests that name their input",
      "龄: {type: number, step: 1}",
      ["'? > 5 and ? <= 9'", "'not(? in (5..9])'"],
      ["<= 5", "(5..9]", "> 9"],
    ],
  ])("%s", (_what, facts, cells, pieces) => {
    expect(axis(facts, cells)).toEqual(pieces);
  });
});

test("what is not made of constants has no pieces, and the rest keeps its own", () => {
  const table = tableOf(
    document("甲: {type: number}, 乙: {type: number}", "甲, 乙", ["'< 乙', '< 5', 1", "'-', '-', 2"]),
  );
  expect(table.axes.map((a) => a.pieces.map((p) => p.text))).toEqual([[], ["< 5", ">= 5"]]);
  expect(table.grid).toBeNull();
  expect(table.rows[0]?.takes).toEqual([null, [{ from: 0, to: 0 }]]);
});

test("a grid too large is left to `rowsAt`", () => {
  const rows = Array.from({ length: 70 }, (_, i) => `${i}, ${i}, ${i}`);
  const table = tableOf(document("甲: {type: number, step: 1}, 乙: {type: number, step: 1}", "甲, 乙", rows));
  expect(table.grid).toBeNull();
  const at = table.axes.map((a) => a.pieces.findIndex((p) => p.text === "7"));
  expect(rowsAt(table, at)).toEqual([7]);
  expect(table.findings.map((f) => [f.kind, f.sample])).toEqual([["gap", ["-1", "0"]]]);
});

const MAX = 6;
const cell = fc.oneof(
  fc.constant("-"),
  fc
    .tuple(fc.constantFrom("<", "<=", ">", ">=", ""), fc.integer({ min: 0, max: MAX }))
    .map(([op, n]) => `${op} ${n}`.trim()),
  fc
    .tuple(fc.constantFrom("[", "("), fc.nat(MAX), fc.nat(MAX), fc.constantFrom("]", ")"))
    .filter(([, a, b]) => a <= b)
    .map(([l, a, b, h]) => `${l}${a}..${b}${h}`),
  fc.uniqueArray(fc.nat(MAX), { minLength: 1, maxLength: 3 }).map((ns) => ns.join(", ")),
  fc.uniqueArray(fc.nat(MAX), { minLength: 1, maxLength: 3 }).map((ns) => `not(${ns.join(", ")})`),
  fc.nat(MAX).map((n) => `? > ${n} or ? = ${n - 1}`),
);

/** What a cell means, told by hand. */
function takes(source: string, x: number): boolean {
  if (source === "-") return true;
  const asks = /^\? > (\d+) or/.exec(source);
  if (asks) return x > Number(asks[1]) || x === Number(asks[1]) - 1;
  const range = /^([[(])(\d+)\.\.(\d+)([\])])$/.exec(source);
  if (range) {
    const [, l, a, b, h] = range;
    return (l === "[" ? x >= Number(a) : x > Number(a)) && (h === "]" ? x <= Number(b) : x < Number(b));
  }
  const compared = /^(<=|>=|<|>) (\d+)$/.exec(source);
  if (compared) {
    const n = Number(compared[2]);
    return { "<": x < n, "<=": x <= n, ">": x > n, ">=": x >= n }[compared[1] ?? ""] ?? false;
  }
  const negated = source.startsWith("not(");
  const listed = (source.match(/\d+/g) ?? []).map(Number).includes(x);
  return listed !== negated;
}

test("gaps and overlaps are those that trying every input finds, and their examples the smallest", () => {
  const fact = `{type: number, min: 0, max: ${MAX}, step: 1}`;
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(table, (rows) => {
      const text = document(
        `甲: ${fact}, 乙: ${fact}`,
        "甲, 乙",
        rows.map(([a, b], i) => `'${a}', '${b}', ${i}`),
      );
      const described = tableOf(text);
      const all = Array.from(
        { length: (MAX + 1) ** 2 },
        (_, i) => [Math.floor(i / (MAX + 1)), i % (MAX + 1)] as const,
      );
      const matching = all.map(([x, y]) =>
        rows.flatMap(([a, b], i) => (takes(a, x) && takes(b, y) ? [i] : [])),
      );
      const gap = matching.findIndex((m) => m.length === 0);
      const found = described.findings.filter((f) => f.kind === "gap").map((f) => f.sample.map(Number));
      expect(found).toEqual(gap < 0 ? [] : [all[gap]]);
      const overlaps = new Map<string, readonly number[]>();
      matching.forEach(([first, ...others], i) => {
        for (const o of others)
          if (!overlaps.has(`${first},${o}`)) overlaps.set(`${first},${o}`, [...(all[i] ?? [])]);
      });
      const told = described.findings.filter((f) => f.kind === "overlap");
      expect(new Map(told.map((f) => [f.rows.join(","), f.sample.map(Number)]))).toEqual(overlaps);
      const samples = described.axes.map((a) =>
        a.pieces.map((p) => Number("at" in p ? p.at : "sample" in p ? p.sample : Number.NaN)),
      );
      described.grid?.forEach((cellRows, index) => {
        const width = samples[1]?.length ?? 1;
        const [x, y] = [samples[0]?.[Math.floor(index / width)] ?? -1, samples[1]?.[index % width] ?? -1];
        expect(cellRows).toEqual(matching[x * (MAX + 1) + y]);
      });
      const wrong = check([{ file: "t", text }]).filter((p) => p.severity === "error");
      expect(wrong.length > 0).toBe(gap >= 0 || overlaps.size > 0);
    }),
    { numRuns: 150 },
  );
});
