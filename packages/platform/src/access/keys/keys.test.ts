import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { migrate } from "../../store/index.ts";
import { testDatabase } from "../../testing/index.ts";
import { makeVault } from "../vault.ts";
import { CIPHERS, decipher, derive, encipher, VaultError } from "./cipher.ts";
import { commandProvider } from "./command.ts";
import { readKeys } from "./masters.ts";
import { localProvider, masterId } from "./provider.ts";
import { ANNOUNCED_MS, describeRing, markOf, openRing, rewrap, rotate } from "./ring.ts";

const now = new Date("2025-03-10T09:00:00+08:00");
const later = new Date(now.getTime() + ANNOUNCED_MS);
const cipher = "aes-256-gcm";
const [oldMaster, newMaster] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const folder = await mkdtemp(join(tmpdir(), "goodfaith-keys-"));
afterAll(() => rm(folder, { recursive: true }));

test.each(CIPHERS)(
  "%s: what is sealed opens again, never twice alike, and not with one bit changed",
  (name) => {
    const key = randomBytes(32);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, at) => {
        const sealed = encipher(name, key, Buffer.from(text));
        expect(decipher(name, key, sealed).toString()).toBe(text);
        expect(encipher(name, key, Buffer.from(text)).equals(sealed)).toBe(false);
        const altered = Buffer.from(sealed);
        const byte = at % altered.length;
        altered.writeUInt8(altered.readUInt8(byte) ^ (1 << (at % 8)), byte);
        expect(() => decipher(name, key, altered)).toThrow();
        expect(() => decipher(name, randomBytes(32), sealed)).toThrow();
      }),
    );
    expect(() => decipher(name, key, Buffer.alloc(5))).toThrow(VaultError);
  },
);

test("a database that is new gets a ring of its own; whoever opens it later finds the same", async () => {
  const { store } = await testDatabase({ migrated: false });
  await migrate(store);
  const ring = await openRing(store, localProvider([oldMaster]), { now, cipher });
  expect(ring.sealing).toHaveLength(1);
  expect(ring.blind.equals(derive(oldMaster, "blind"))).toBe(false);
  const again = await openRing(store, localProvider([oldMaster]), { now: later, cipher });
  expect(again).toEqual(ring);
  const text = JSON.stringify(await store.owner.db.selectFrom("data_key").selectAll().execute());
  for (const { key } of ring.sealing) expect(text).not.toContain(key.toString("base64url"));
  await expect(openRing(store, localProvider([newMaster]), { now, cipher })).rejects.toThrow(
    `master key ${masterId(oldMaster)} is not here`,
  );
});

test("two processes that start together make one ring", async () => {
  const { store } = await testDatabase();
  const provider = localProvider([oldMaster]);
  const rings = await Promise.all([1, 2, 3].map(() => openRing(store, provider, { now, cipher })));
  for (const ring of rings) expect(ring).toEqual(rings[0]);
});

test("what masters sealed themselves, before there were rings, opens and is found as before", async () => {
  const { store } = await testDatabase();
  const ring = await openRing(store, localProvider([newMaster, oldMaster]), { now, cipher });
  const before = makeVault({
    sealing: [{ id: masterId(oldMaster), cipher, key: derive(oldMaster, "seal"), sealsFrom: new Date(0) }],
    blind: derive(oldMaster, "blind"),
  });
  const after = makeVault(ring, () => now.getTime());
  expect(after.open(before.seal("至诚"))).toBe("至诚");
  expect(after.blind("phone", "1").equals(before.blind("phone", "1"))).toBe(true);
  expect(() => before.open(after.seal("至诚"))).toThrow(VaultError);
});

test("a new key seals once it was announced; what older keys sealed stays readable", async () => {
  const { store } = await testDatabase();
  const provider = localProvider([oldMaster]);
  const first = makeVault(await openRing(store, provider, { now, cipher }), () => now.getTime());
  const early = first.seal("王先生");
  const { id, sealsFrom } = await rotate(store, provider, { now, cipher: "sm4-ctr-hmac-sm3" });
  expect(sealsFrom).toEqual(later);
  let time = later.getTime() - 1;
  const second = makeVault(await openRing(store, provider, { now, cipher }), () => time);
  expect(second.seal("王太太").startsWith(id)).toBe(false);
  time += 1;
  const sealed = second.seal("王太太");
  expect(sealed.startsWith(`${id}.`)).toBe(true);
  expect(second.open(sealed)).toBe("王太太");
  expect(second.open(early)).toBe("王先生");
  expect(() => first.open(sealed)).toThrow(`the key ${id}`);
});

test("another master: all is wrapped anew, and the old master is of no use any more", async () => {
  const { store } = await testDatabase();
  const sealed = makeVault(await openRing(store, localProvider([oldMaster]), { now, cipher }), () =>
    now.getTime(),
  ).seal("至诚");
  const mark = await markOf(store);
  const keys = await describeRing(store);
  expect(await rewrap(store, localProvider([newMaster, oldMaster]))).toBe(keys.length);
  const after = makeVault(await openRing(store, localProvider([newMaster]), { now, cipher }));
  expect(after.open(sealed)).toBe("至诚");
  await expect(openRing(store, localProvider([oldMaster]), { now, cipher })).rejects.toThrow(VaultError);
  expect(new Set((await describeRing(store)).map(({ wrappedBy }) => wrappedBy))).toEqual(
    new Set([masterId(newMaster)]),
  );
  // The backup of before still needs, and finds, the master of before.
  await expect(localProvider([newMaster]).unwrap(mark)).rejects.toThrow(VaultError);
  expect(await localProvider([oldMaster]).unwrap(mark)).toHaveLength(32);
});

test("a program of one's own holds the master; one that fails or answers nonsense is named, its words are not", async () => {
  const program = async (name: string, body: string) => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\nread line\n${body}\n`);
    await chmod(path, 0o700);
    return commandProvider(path);
  };
  const { store } = await testDatabase();
  // Turns letters about: no cipher, but its own inverse.
  const there = await program("kms", 'printf "%s\\n" "$line" | tr "A-Za-z" "N-ZA-Mn-za-m"');
  const ring = await openRing(store, there, { now, cipher });
  expect(await openRing(store, there, { now, cipher })).toEqual(ring);
  const failing = await program("failing", 'echo "the secret is $line" >&2; exit 3');
  await expect(openRing(store, failing, { now, cipher })).rejects.toThrow(/failing unwrap failed \(3\)$/);
  const silent = await program("silent", ":");
  await expect(silent.wrap(oldMaster)).rejects.toThrow("did not print one line");
  const short = await program("short", "echo YWJj");
  await expect(short.unwrap("x")).rejects.toThrow("not a key of 32");
  await expect(commandProvider(join(folder, "nowhere")).wrap(oldMaster)).rejects.toThrow("failed");
});

test("masters come from the environment, or from a file that only we may read", async () => {
  const given = `${newMaster.toString("base64")},${oldMaster.toString("base64")}`;
  expect(await readKeys(folder, given)).toEqual([newMaster, oldMaster]);
  await expect(readKeys(folder, "short")).rejects.toThrow("GOODFAITH_KEY: a key is 32 bytes");
  const keys = join(folder, "keys");
  const [made] = await readKeys(keys, undefined);
  expect(await readKeys(keys, undefined)).toEqual([made]);
  const [name = ""] = await readdir(keys);
  expect((await stat(join(keys, name))).mode & 0o077).toBe(0);
  expect((await stat(keys)).mode & 0o077).toBe(0);
  expect(() => localProvider([])).toThrow(VaultError);
  expect(() => localProvider([Buffer.alloc(31)])).toThrow(VaultError);
});
