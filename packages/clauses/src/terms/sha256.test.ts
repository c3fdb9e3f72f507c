import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

test("equals the standard implementation on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (s) => {
      expect(sha256(s)).toBe(createHash("sha256").update(s, "utf8").digest("hex"));
    }),
  );
});
