import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database, Store } from "../../store/index.ts";
import { type Cipher, VaultError } from "./cipher.ts";
import { type KeyProvider, masterId } from "./provider.ts";

/** A key that values are sealed with (数据密钥), out of its wrapping. */
export interface DataKey {
  readonly id: string;
  readonly cipher: Cipher;
  readonly key: Buffer;
  /** Seals from this instant on; opens always. */
  readonly sealsFrom: Date;
}
/** All that a vault works with. */
export interface KeyRing {
  readonly sealing: readonly DataKey[];
  /** Makes blind indexes; it never changes, or nothing would be found. */
  readonly blind: Buffer;
}
export interface RingOptions {
  readonly now: Date;
  readonly cipher: Cipher;
}

/** One number for this program: two processes that start together make one ring. */
const LOCK = 7_163_151;
/** Longer than any process goes without reading the ring anew. */
export const ANNOUNCED_MS = 5 * 60_000;

/** The ring of this database, made where there is none. What masters sealed directly before goes on being readable. */
export const openRing = async (
  store: Store,
  provider: KeyProvider,
  options: RingOptions,
): Promise<KeyRing> => {
  await locked(store, async (db) => {
    if ((await readRows(db)).length > 0) return;
    // Records from before there was a ring were sealed, and are found, by the masters themselves.
    const hasRecords = (await store.institutions()).length > 0;
    await makeRing(db, provider, hasRecords ? provider.earlier : undefined, options);
  });
  return unwrapped(await readRows(store.owner.db), provider);
};

/** A new key (轮换数据密钥), which seals once every process has learned of it. @returns its id, and from when it seals */
export const rotate = (
  store: Store,
  provider: KeyProvider,
  { now, cipher }: RingOptions,
): Promise<{ id: string; sealsFrom: Date }> =>
  locked(store, async (db) => {
    const sealsFrom = new Date(now.getTime() + ANNOUNCED_MS);
    const key = randomBytes(32);
    const id = masterId(key);
    await insert(db, provider, { id, purpose: "seal", cipher, key, sealsFrom, now });
    return { id, sealsFrom };
  });

/** Wraps every key anew with the newest master (更换主密钥); after it the older masters are of no use. @returns how many were */
export const rewrap = (store: Store, provider: KeyProvider): Promise<number> =>
  locked(store, async (db) => {
    const rows = await readRows(db);
    for (const row of rows)
      await db
        .updateTable("data_key")
        .set({ wrapped: await provider.wrap(await provider.unwrap(row.wrapped)), wrapped_by: provider.id })
        .where("key_id", "=", row.key_id)
        .execute();
    return rows.length;
  });

/** What there is, without any key. */
export const describeRing = async (store: Store) =>
  (await readRows(store.owner.db)).map(({ key_id, purpose, cipher, wrapped_by, seals_from }) => ({
    id: key_id,
    purpose,
    cipher,
    wrappedBy: wrapped_by,
    sealsFrom: seals_from,
  }));

/** What a backup says of its keys: one of them, wrapped. Who can unwrap it can read the backup. */
export const markOf = async (store: Store): Promise<string> => {
  const blind = (await readRows(store.owner.db)).find(({ purpose }) => purpose === "blind");
  if (!blind) throw new VaultError("this database has no keys yet");
  return blind.wrapped;
};

const makeRing = async (
  db: Database,
  provider: KeyProvider,
  earlier: KeyProvider["earlier"],
  { now, cipher }: RingOptions,
): Promise<void> => {
  const long = new Date(0);
  for (const one of earlier?.sealing ?? [])
    await insert(db, provider, { ...one, purpose: "seal", cipher: "aes-256-gcm", sealsFrom: long, now });
  const key = randomBytes(32);
  await insert(db, provider, { id: masterId(key), purpose: "seal", cipher, key, sealsFrom: now, now });
  const blind = earlier?.blind ?? randomBytes(32);
  await insert(db, provider, {
    id: masterId(blind),
    purpose: "blind",
    cipher: "hmac-sha256",
    key: blind,
    sealsFrom: long,
    now,
  });
};

interface NewKey {
  readonly id: string;
  readonly purpose: "seal" | "blind";
  readonly cipher: Cipher | "hmac-sha256";
  readonly key: Buffer;
  readonly sealsFrom: Date;
  readonly now: Date;
}
const insert = async (db: Database, provider: KeyProvider, given: NewKey): Promise<void> => {
  await db
    .insertInto("data_key")
    .values({
      key_id: given.id,
      purpose: given.purpose,
      cipher: given.cipher,
      wrapped: await provider.wrap(given.key),
      wrapped_by: provider.id,
      seals_from: given.sealsFrom,
      created_at: given.now,
    })
    .execute();
};

const readRows = (db: Database) =>
  db.selectFrom("data_key").selectAll().orderBy("seals_from").orderBy("key_id").execute();

const unwrapped = async (
  rows: Awaited<ReturnType<typeof readRows>>,
  provider: KeyProvider,
): Promise<KeyRing> => {
  const sealing: DataKey[] = [];
  let blind: Buffer | undefined;
  for (const { key_id: id, cipher, wrapped, seals_from: sealsFrom } of rows) {
    const key = await provider.unwrap(wrapped);
    if (cipher === "hmac-sha256") blind = key;
    else sealing.push({ id, cipher, key, sealsFrom });
  }
  if (!blind || sealing.length === 0) throw new VaultError("the database's ring of keys is not whole");
  return { sealing, blind };
};

/** As the owner, like a migration: nobody is signed in yet. */
const locked = <T>(store: Store, work: (db: Database) => Promise<T>): Promise<T> =>
  store.owner.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    return work(tx);
  });
