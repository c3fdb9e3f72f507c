import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "./checks.ts";
import { aLine } from "./sample.fixture.ts";
import { splitLines } from "./split.ts";

const lines = fc
  .array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 6 })
  .map((amounts) => amounts.map((amount, at) => aLine(amount, at + 1)));
const shares = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 7 })
  .filter((weights) => weights.some((weight) => weight > 0n))
  .map((weights) => weights.map((weight, who) => ({ who, weight })));

test("no 分 is lost or made, on any line or in all", () => {
  fc.assert(
    fc.property(lines, shares, (whole, beneficiaries) => {
      const parts = splitLines(whole, beneficiaries);
      expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(sumOf(whole));
      for (const part of parts) expect(sumOf(part.lines)).toBe(part.amount);
      for (const line of whole) {
        const own = parts.flatMap((part) =>
          part.lines.filter(({ policyNumber }) => policyNumber === line.policyNumber),
        );
        expect(sumOf(own)).toBe(line.amount);
      }
    }),
    { numRuns: 500 },
  );
});

test("each share is within one 分 a line of what it is in proportion", () => {
  fc.assert(
    fc.property(lines, shares, (whole, beneficiaries) => {
      const total = beneficiaries.reduce((sum, { weight }) => sum + weight, 0n);
      const parts = new Map(splitLines(whole, beneficiaries).map(({ who, amount }) => [who, amount]));
      for (const { who, weight } of beneficiaries) {
        const difference = (parts.get(who) ?? 0n) * total - sumOf(whole) * weight;
        const most = total * BigInt(whole.length);
        expect(difference < most && difference > -most).toBe(true);
      }
    }),
  );
});

test("three equal beneficiaries of 100.00: the 分 left over goes to the first", () => {
  const parts = splitLines(
    [aLine(10_000n)],
    ["甲", "乙", "丙"].map((who) => ({ who, weight: 1n })),
  );
  expect(parts.map(({ who, amount }) => [who, amount])).toEqual([
    ["甲", 3334n],
    ["乙", 3333n],
    ["丙", 3333n],
  ]);
});

test("who gets nothing gets no order", () => {
  const parts = splitLines(
    [aLine(1n)],
    [
      { who: "甲", weight: 1n },
      { who: "乙", weight: 1n },
    ],
  );
  expect(parts.map(({ who }) => who)).toEqual(["甲"]);
});
