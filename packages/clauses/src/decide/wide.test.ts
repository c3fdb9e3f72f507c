/** Many unknown facts in a long document: exact, and of a size that must stay quick. */
import { expect, test } from "vitest";
import { Engine } from "../decide/engine.ts";
import { readOrThrow } from "../terms/read.ts";
import { byBoxes } from "./compile.ts";

const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Forty clauses on twelve conditions and six amounts: exclusions, and benefits with guards and limits. */
const DOCUMENT = [
  "terms: 宽/一",
  "facts:",
  ...numbers(12).map((i) => `  是${i}: {type: boolean}`),
  ...numbers(6).map((i) => `  额${i}: {type: money, max: 100000}`),
  "clauses:",
  ...numbers(12).map(
    (i) => `  - {id: 免${i}, exclude: 是${i} and 额${(i % 6) + 1} > 90000, because: 免责${i}}`,
  ),
  ...numbers(14).map((i) => `  - {id: 值${i}, define: {净${i}: 'max(0, 额${(i % 6) + 1} - ${i * 100})'}}`),
  ...numbers(13).map(
    (i) =>
      `  - {id: 付${i}, when: not(是${(i % 12) + 1}), pay: '净${i} * 0.5', upTo: ${i * 1000}, as: 款${i}}`,
  ),
  "  - {id: 总限, cap: 40000}",
].join("\n");

const BOUNDED = Object.fromEntries(numbers(6).map((i) => [`额${i}`, { between: [10_000, 20_000] }]));

test("twelve unknown conditions and six bounded amounts are decided exactly", () => {
  const resolved = readOrThrow(DOCUMENT, "wide");
  expect(resolved.doc.clauses).toHaveLength(40);
  const decision = byBoxes(new Engine(resolved))(BOUNDED);
  expect(decision?.tight).toBe(true);
  // Nothing is due where every condition holds; all together come to more than the limit where none does.
  expect(decision?.payable).toEqual({ least: "0.00", most: "40000.00" });
  expect(decision?.outcome).toBe("open");
  expect(decision?.asks.map((a) => a.fact).sort()).toEqual(
    [...numbers(12).map((i) => `是${i}`), ...numbers(6).map((i) => `额${i}`)].sort(),
  );
});
