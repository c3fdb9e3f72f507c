import { expect, test } from "vitest";
import { base32, codeOf, stepAt, stepOfCode } from "./totp.ts";

const SECRET = Buffer.from("12345678901234567890");

/** RFC 6238, appendix B, the rows of SHA-1. */
test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("at second %i the code is %s", (second, code) => {
  expect(codeOf(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code);
});

/** RFC 4648, §10, without its padding. */
test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base 32 of %j is %j", (text, letters) => {
  expect(base32(Buffer.from(text))).toBe(letters);
});

test("a code holds half a minute to either side, and once", () => {
  const now = new Date("2025-03-10T01:00:10Z");
  const step = stepAt(now);
  for (const [off, found] of [
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ] as const)
    expect(stepOfCode(SECRET, codeOf(SECRET, step + off), now, 0)).toBe(found);
  expect(stepOfCode(SECRET, codeOf(SECRET, step), now, step)).toBeNull();
  expect(stepOfCode(SECRET, "12345", now, 0)).toBeNull();
});
