import fc from "fast-check";
import { expect, test } from "vitest";
import { num } from "../feel/value.ts";
import { compare, higher, lower } from "./order.ts";

const decimal = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: -12, max: 12 }))
  .map(([n, e]) => num(`${n}e${e}`));
const small = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -3, max: 3 }))
  .map(([n, e]) => num(`${n}e${e}`));
const far = fc.constantFrom(num("Infinity"), num("-Infinity"), num(0), num("-0"));
const any = fc.oneof(decimal, small, far);

test("orders numbers as decimal arithmetic does", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(compare(a, b)).toBe(a.comparedTo(b) === 0 ? 0 : a.comparedTo(b));
      expect(higher(a, b).equals(a.greaterThan(b) ? a : b)).toBe(true);
      expect(lower(a, b).equals(a.lessThan(b) ? a : b)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("equal numbers below zero are plainly zero apart", () => {
  expect(compare(num("-12.5"), num("-12.50"))).toBe(0);
});
