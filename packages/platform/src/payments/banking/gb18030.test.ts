import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGb18030 } from "./gb18030.ts";

const decode = (bytes: Uint8Array): string => new TextDecoder("gb18030", { fatal: true }).decode(bytes);

test("every character of the basic plane but private use comes back as itself", () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    // Private use: what these stand for differs from bank to bank, and they are in no name (payments.text).
    if (code >= 0xe000 && code <= 0xf8ff) continue;
    if (decode(encodeGb18030(character)) !== character) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test("and those above it: rare family names are written with them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0x1_0000, max: 0x10_ffff }), (code) => {
      const character = String.fromCodePoint(code);
      expect(decode(encodeGb18030(character))).toBe(character);
    }),
    { numRuns: 2000 },
  );
  expect(decode(encodeGb18030("𠮷𬎆"))).toBe("𠮷𬎆");
});

test("common characters have the two bytes that every bank expects", () => {
  expect([...encodeGb18030("王")]).toEqual([0xcd, 0xf5]);
  expect([...encodeGb18030("至诚A1")]).toEqual([0xd6, 0xc1, 0xb3, 0xcf, 0x41, 0x31]);
});

test("half a surrogate pair is refused", () => {
  expect(() => encodeGb18030("\ud800")).toThrow(RangeError);
});
