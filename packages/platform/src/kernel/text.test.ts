import { expect, test } from "vitest";
import { isKeepable } from "./text.ts";

test.each(["王太太（示例）🀄", "a\tb\r\nc", "", "👨‍👩‍👧", "𠮷田", "\u202dLTR"])("%j can be kept", (text) => {
  expect(isKeepable(text)).toBe(true);
});

test.each(["a\0", "a\u0007", "a\u001b", "a\u007f", "\ud800b", "\udc00", "\uffff", "\ufffe", "\ufdd0"])(
  "%j cannot",
  (text) => {
    expect(isKeepable(text)).toBe(false);
  },
);
