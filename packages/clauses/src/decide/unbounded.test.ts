/** Where nothing bounds an amount, `most` is null (terms language §3), never a large figure. */
import { expect, test } from "vitest";
import { compile, type FactsInput, readTerms } from "../index.ts";

const document = (clauses: string): string => `terms: t/1
title: 示例
kind: product
effective: {from: 2024-01-01}
facts:
  甲: {type: money}
  乙: {type: money}
  丙: {type: boolean}
clauses:
${clauses}`;

const SUM = "  - {id: 一, text: t, pay: 甲 + 乙, as: p}\n";
const DIFFERENCE = "  - {id: 一, text: t, pay: 甲 - 乙, as: p}\n";
const GUARDED = "  - {id: 一, text: t, when: 丙, pay: 甲 * 0.5, as: p}\n";
const CAPPED = `${SUM}  - {id: 二, text: t, cap: 5000}\n`;
const LARGE_CAP = `${SUM}  - {id: 二, text: t, cap: 7000000000000}\n`;

test.each<[string, string, FactsInput, string, string | null]>([
  ["a sum of two unknown amounts", SUM, {}, "0.00", null],
  ["one known, one unknown", SUM, { 甲: 5 }, "5.00", null],
  ["one bounded, one unknown", SUM, { 甲: { between: [1, 2] } }, "1.00", null],
  ["both known", SUM, { 甲: 1, 乙: 2 }, "3.00", "3.00"],
  ["what is taken away is unknown", DIFFERENCE, { 甲: 9 }, "0.00", "9.00"],
  ["what it is taken from is unknown", DIFFERENCE, { 乙: 9 }, "0.00", null],
  ["only where a guard holds", GUARDED, {}, "0.00", null],
  ["a guard that does not hold", GUARDED, { 丙: false }, "0.00", "0.00"],
  ["a limit", CAPPED, {}, "0.00", "5000.00"],
  ["a limit larger than any that was tried", LARGE_CAP, {}, "0.00", "7000000000000.00"],
])("%s", (_, clauses, facts, least, most) => {
  const decision = compile(readTerms(document(clauses)))(facts);
  expect(decision.payable).toEqual({ least, most });
  expect(decision.tight).toBe(true);
  if (clauses !== CAPPED && clauses !== LARGE_CAP)
    expect(decision.benefits[0]).toMatchObject({ least, most });
});

test.each<[string, string]>([
  ["a sum beyond all that is tried", "甲 + 乙 > 30000000000000"],
  ["one amount beyond all that is tried", "甲 > 30000000000000"],
  ["below what is tried of the other", "甲 - 乙 < -30000000000000"],
])(
  "a condition that turns far away is open, asked for, and its reason is not certain: %s",
  (_, condition) => {
    const terms = readTerms(
      document(`  - {id: 一, text: t, exclude: ${condition}, because: 太多}\n${SUM.replace("一", "二")}`),
    );
    for (const explain of [true, false]) {
      const decision = compile(terms, { explain })({ 乙: condition.includes("-") ? null : 1 });
      expect(decision).toMatchObject({ outcome: "open", reasons: [] });
      expect(decision.asks.map(({ fact }) => fact)).toContain("甲");
    }
    const refused = readTerms(document(`  - {id: 一, text: t, require: ${condition}, otherwise: 太少}\n`));
    for (const explain of [true, false]) expect(compile(refused, { explain })({}).settled).toBe(false);
  },
);
