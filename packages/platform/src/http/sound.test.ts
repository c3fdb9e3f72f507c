import { expect, test } from "vitest";
import { unsound } from "./sound.ts";

test("text of every script, and line breaks, are sound", () => {
  const value = { a: ["王太太（示例）🀄", "a\tb\r\nc", ""], b: { c: 1, d: null, e: true }, f: undefined };
  expect(unsound(value, "body")).toEqual([]);
});

test.each([
  ["NUL", "a\u0000b"],
  ["an escape", "a\u001bb"],
  ["half a character", "a\ud800b"],
  ["the other half", "\udc00"],
  ["a non-character", "a\uffff"],
])("%s is named with its field", (_what, text) => {
  expect(unsound({ facts: { 身故: [true, text] } }, "body")).toMatchObject([
    { in: "body", field: "facts.身故.1", zh: expect.any(String), en: expect.stringMatching(/characters/) },
  ]);
  expect(unsound({ [text]: 1 }, "query")).toMatchObject([{ in: "query" }]);
});

test("what is nested without end is refused at its top, without a stack that overflows", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`);
  const [problem, ...others] = unsound({ facts: deep }, "body");
  expect(others).toEqual([]);
  expect(problem?.field.startsWith("facts.a.a")).toBe(true);
  expect(problem?.field.length).toBeLessThan(200);
  expect(problem?.en).toMatch(/nested/);
});
