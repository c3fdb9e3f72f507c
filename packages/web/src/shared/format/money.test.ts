import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromCents, share, toCents, yuanFull, yuanShort } from "./money.ts";

describe("yuan", () => {
  test.each([
    ["370000.00", "370,000", "370,000.00"],
    ["1270000.00", "1,270,000", "1,270,000.00"],
    ["312.45", "312.45", "312.45"],
    ["-12500.50", "−12,500.50", "−12,500.50"],
    ["0.00", "0", "0.00"],
    ["999", "999", "999.00"],
    ["不是金额", "不是金额", "不是金额"],
  ])("%s is shown %s", (yuan, short, full) => {
    expect(yuanShort(yuan)).toBe(short);
    expect(yuanFull(yuan)).toBe(full);
  });

  test("goes to 分 and back without losing any", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (cents) => {
        expect(toCents(fromCents(cents))).toBe(cents);
      }),
    );
  });

  test("a share for drawing lies between nothing and all", () => {
    expect(share(37n, 127n)).toBeCloseTo(37 / 127, 4);
    expect(share(5n, 0n)).toBe(0);
    expect(share(200n, 100n)).toBe(1);
  });
});
