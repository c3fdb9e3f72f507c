import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { luhn, readAccountNumber, readPhone } from "./contact-data.ts";
import { creditCodeCheck, readCreditCode } from "./credit-code.ts";
import { readResidentNumber, residentCheck } from "./identity.ts";

const TODAY = "2025-03-10";
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2025-03-10"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const digits = (n: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: n, maxLength: n });
const resident = fc.tuple(digits(6), day, digits(3)).map(([region, born, serial]) => {
  const first17 = `${region}${born.replaceAll("-", "")}${serial}`;
  return { number: first17 + residentCheck(first17), born };
});

describe("GB 11643 resident numbers", () => {
  it("the standard's own examples", () => {
    expect(residentCheck("11010519491231002")).toBe("X");
    expect(residentCheck("44052418800101001")).toBe("4");
  });

  it("a number with its check digit reads, with its date of birth; small letters and spaces are set aside", () =>
    fc.assert(
      fc.property(resident, ({ number, born }) => {
        const typed = `${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`;
        expect(readResidentNumber(typed, TODAY)).toEqual({
          ok: true,
          identity: { kind: "resident-id", number },
          bornOn: born,
          warning: null,
        });
      }),
    ));

  it("any one digit changed, and any two neighbours swapped, is found", () =>
    fc.assert(
      fc.property(resident, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
        const changed = [...number];
        changed[at] = String((Number(changed[at]) + by) % 10);
        expect(readResidentNumber(changed.join(""), TODAY).ok).toBe(false);
        const swapped = [...number];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? "", swapped[at] ?? ""];
        if (swapped.join("") !== number) expect(readResidentNumber(swapped.join(""), TODAY).ok).toBe(false);
      }),
    ));

  it("an old number of 15 digits reads with a warning", () => {
    expect(readResidentNumber("140403480607123", TODAY)).toMatchObject({
      ok: true,
      bornOn: "1948-06-07",
      warning: { zh: expect.stringContaining("18 位") },
    });
  });

  it.each([
    ["", "18"],
    ["1404031990010112345", "19"],
    ["14040319900230123X", "出生日期"],
    ["140403203001011234", "出生日期"],
    ["1.40403E+17", "科学计数法"],
    ["140403481332123", "不是可能的日期"],
  ])("%j says what is wrong", (text, words) => {
    const reading = readResidentNumber(text, TODAY);
    expect(reading.ok ? "" : reading.problem.zh).toContain(words);
  });
});

describe("GB 32100 credit codes", () => {
  it("real codes fit, one letter changed does not", () => {
    expect(readCreditCode("91350100M000100Y43")).toMatchObject({ ok: true, warning: null });
    expect(readCreditCode("91350100M000100Y44")).toMatchObject({
      ok: true,
      warning: { en: expect.anything() },
    });
    expect(readCreditCode("91350100I000100Y43").ok).toBe(false);
  });
  it("every code made with its check character fits", () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"),
          minLength: 17,
          maxLength: 17,
        }),
        (first17) => {
          expect(readCreditCode(first17 + creditCodeCheck(first17))).toMatchObject({
            ok: true,
            warning: null,
          });
        },
      ),
    ));
});

describe("phones and accounts", () => {
  it.each([
    ["19900000001", "19900000001"],
    ["+86 199-0000-0001", "19900000001"],
    ["(0355) 2023456", "03552023456"],
  ])("%s", (typed, value) => expect(readPhone(typed)).toEqual({ ok: true, value }));
  it.each(["1990000000", "2023456", "电话"])("%s is no phone", (typed) =>
    expect(readPhone(typed).ok).toBe(false),
  );

  it("a card with one digit changed is found; a passbook's number has no check digit", () => {
    expect(luhn("6222020000000000018")).toBe(true);
    expect(readAccountNumber("6222 0200 0000 0000 018")).toMatchObject({ ok: true, value: { kind: "card" } });
    expect(readAccountNumber("6222020000000000019").ok).toBe(false);
    expect(readAccountNumber("0505012304000123")).toMatchObject({ ok: true, value: { kind: "account" } });
    expect(readAccountNumber("12345").ok).toBe(false);
  });
});
