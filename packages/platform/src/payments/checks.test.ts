import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAccountNumber, sameName } from "./checks.ts";
import { luhn } from "./luhn.ts";
import { batchNumber, orderNumber } from "./number.ts";
import { SAMPLE_CARD } from "./sample.fixture.ts";

describe("Luhn", () => {
  test("the standard's own example and its neighbours", () => {
    expect(luhn("79927398713")).toBe(true);
    for (const last of "012456789") expect(luhn(`7992739871${last}`)).toBe(false);
  });
  test("any one wrong digit is found", () => {
    fc.assert(
      fc.property(fc.nat(SAMPLE_CARD.length - 1), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digit = (Number(SAMPLE_CARD[at]) + more) % 10;
        expect(luhn(`${SAMPLE_CARD.slice(0, at)}${digit}${SAMPLE_CARD.slice(at + 1)}`)).toBe(false);
      }),
    );
  });
  test("what is no number does not pass", () => {
    for (const text of ["", "0", "7992 7398 713", "７９９２７３９８７１３", "abc"])
      expect(luhn(text)).toBe(false);
  });
});

describe("account numbers", () => {
  test("a card is checked, a passbook is not", () => {
    expect(readAccountNumber(SAMPLE_CARD, "card")).toBe(SAMPLE_CARD);
    expect(readAccountNumber("9990 0012 3456 7890 121", "card")).toBe(SAMPLE_CARD);
    expect(readAccountNumber("9990001234567890122", "card")).toMatchObject({
      code: "payments.card-number",
      facts: { lastFour: "0122" },
    });
    expect(readAccountNumber("9990001234567890122", "account")).toBe("9990001234567890122");
  });
  test("a refusal never carries the number", () => {
    const refusal = readAccountNumber("9990001234567890122", "card");
    expect(JSON.stringify(refusal)).not.toContain("999000123456");
    expect(readAccountNumber("=1+1", "account")).toMatchObject({ code: "payments.account-number" });
  });
});

test("同名 is one name in any width, spacing and middle dot, and no other", () => {
  expect(sameName("王太太（示例）", "王太太(示例)")).toBe(true);
  expect(sameName("阿依古丽·买买提", "阿依古丽．买买提")).toBe(true);
  expect(sameName("阿依古丽·买买提", "阿依古丽•买买提")).toBe(true);
  expect(sameName("Li Lei", "LI LEI")).toBe(true);
  expect(sameName("王太太", "王大太")).toBe(false);
  expect(sameName("王太太", "王太太（示例）")).toBe(false);
});

test("numbers fit the bank's 35 characters, carry the day in China, and differ", () => {
  const at = new Date("2025-03-09T16:00:00Z");
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: 50, maxLength: 50 }), (ids) => {
      const numbers = ids.map((id) => orderNumber(id, at));
      for (const number of numbers) expect(number).toMatch(/^ZF20250310[0-9A-HJKMNP-TV-Z]{10}$/);
      for (const id of ids) expect(batchNumber(id, at)).toMatch(/^PC20250310[0-9A-HJKMNP-TV-Z]{8}$/);
      expect(new Set(numbers).size).toBe(new Set(ids.map((id) => id.slice(-14))).size);
    }),
    { numRuns: 20 },
  );
});
