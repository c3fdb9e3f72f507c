import fc from "fast-check";
import { expect, test } from "vitest";
import { afterFailure, LOCK_MS, MAX_FAILURES } from "./lockout.ts";
import { mask } from "./mask.ts";

test("masks show enough to recognise and too little to use", () => {
  expect(mask.phone("19900000001")).toBe("199****0001");
  expect(mask.identity("99912319700101123X")).toBe("999***********123X");
  expect(mask.bankCard("6222 0212 3456 7890 8888")).toBe("****************8888");
  expect(mask.name("王先生（示例）")).toBe("王**（示例）");
  expect(mask.name("欧阳𠮷")).toBe("欧**");
  expect(mask.phone("123")).toBe("***");
  expect(mask.account("wxid_abc")).toBe("wx*****c");
});

test("however failures are spaced, a lock comes at the fifth within the window and never before", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 * LOCK_MS }), { maxLength: 30 }), (gaps) => {
      let at = 0;
      let inARow = 0;
      let count: ReturnType<typeof afterFailure> | undefined;
      for (const gap of gaps) {
        at += gap;
        if (count?.lockedUntil && count.lockedUntil.getTime() > at) continue; // refused before it is counted
        inARow = count && at - count.lastAt.getTime() < LOCK_MS && !count.lockedUntil ? inARow + 1 : 1;
        count = afterFailure(count, new Date(at));
        expect(count.lockedUntil !== null).toBe(inARow >= MAX_FAILURES);
      }
    }),
  );
});
