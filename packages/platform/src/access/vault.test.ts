import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readKeys } from "./keys.ts";
import { afterFailure, LOCK_MS, MAX_FAILURES } from "./lockout.ts";
import { mask } from "./mask.ts";
import { makeVault, VaultError } from "./vault.ts";

const oldKey = Buffer.alloc(32, 1);
const newKey = Buffer.alloc(32, 2);

test("what is sealed opens again, never twice alike, and not when a letter was changed", () => {
  const vault = makeVault([oldKey]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const sealed = vault.seal(text);
      expect(vault.open(sealed)).toBe(text);
      expect(vault.seal(text)).not.toBe(sealed);
      const [id = "", data = ""] = sealed.split(".");
      const bytes = Buffer.from(data, "base64url");
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      expect(() => vault.open(`${id}.${bytes.toString("base64url")}`)).toThrow();
    }),
  );
  expect(() => vault.open("not sealed")).toThrow(VaultError);
});

test("after a change of keys old values open and are found, and new ones are sealed with the new key", () => {
  const before = makeVault([oldKey]);
  const after = makeVault([newKey, oldKey]);
  expect(after.open(before.seal("至诚"))).toBe("至诚");
  expect(() => before.open(after.seal("至诚"))).toThrow(VaultError);
  expect(after.blind("phone", "1").equals(before.blind("phone", "1"))).toBe(true);
  expect(after.blind("phone", "1").equals(after.blind("identity", "1"))).toBe(false);
  expect(() => makeVault([])).toThrow(VaultError);
  expect(() => makeVault([Buffer.alloc(31)])).toThrow(VaultError);
});

test("masks show enough to recognise and too little to use", () => {
  expect(mask.phone("19900000001")).toBe("199****0001");
  expect(mask.identity("99912319700101123X")).toBe("999***********123X");
  expect(mask.bankCard("6222 0212 3456 7890 8888")).toBe("****************8888");
  expect(mask.name("王先生（示例）")).toBe("王**（示例）");
  expect(mask.name("欧阳𠮷")).toBe("欧**");
  expect(mask.phone("123")).toBe("***");
  expect(mask.account("wxid_abc")).toBe("wx*****c");
});

test("keys come from the environment, or from a file that only we may read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "goodfaith-keys-"));
  try {
    const given = `${newKey.toString("base64")},${oldKey.toString("base64")}`;
    expect(await readKeys(folder, given)).toEqual([newKey, oldKey]);
    await expect(readKeys(folder, "short")).rejects.toThrow("GOODFAITH_KEY: a key is 32 bytes");
    const keys = join(folder, "keys");
    const [made] = await readKeys(keys, undefined);
    expect(await readKeys(keys, undefined)).toEqual([made]);
    const [name = ""] = await readdir(keys);
    expect((await stat(join(keys, name))).mode & 0o077).toBe(0);
    expect((await stat(keys)).mode & 0o077).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
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
