import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import { testDatabase } from "../../testing/index.ts";
import { type Head, headText } from "./chain.ts";
import { parseHead, record, sealAudit, verifyAudit } from "./index.ts";

const database = await testDatabase();
const { store, institutionId, otherInstitutionId } = database;
const owner = store.owner.db;
const parties = [0, 1, 2].map(() => PartyId.parse(database.newId()));

const note = (n: number, at = institutionId) =>
  database.run(
    (context) =>
      record(context, {
        action: "test.note",
        subject: { kind: "thing", id: `${n}` },
        ...(parties[n % 3] ? { partyId: parties[n % 3] } : {}),
        detail: { n, zh: "查看", deep: { b: 1, a: [null, 1.5] } },
      }),
    { kind: "system", name: "test", institutionId: at },
  );
const notes = async (count: number) => {
  for (let n = 0; n < count; n++) await note(n);
};
const verify = (kept?: Head) => store.within({ institutionId }, (tx) => verifyAudit(tx, institutionId, kept));
const noteAt = async (seq: number) =>
  (
    await owner
      .selectFrom("audit_link")
      .select("audit_id")
      .where("seq", "=", BigInt(seq))
      .executeTakeFirstOrThrow()
  ).audit_id;

beforeEach(async () => {
  for (const table of ["audit_entry", "audit_waiting", "audit_link", "audit_head"] as const)
    await owner.deleteFrom(table).execute();
});

test("however noting and chaining are interleaved, every note is chained once and the chain holds", async () => {
  await fc.assert(
    fc
      .asyncProperty(
        fc.array(fc.oneof(fc.constant("seal"), fc.nat(20)), { maxLength: 12 }),
        async (steps) => {
          for (const step of steps)
            if (typeof step === "string") await sealAudit(store, institutionId);
            else await note(step);
          await Promise.all([1, 2, 3].map(() => sealAudit(store, institutionId)));
          const { links, waiting, differs } = await verify();
          expect({ links, waiting, differs }).toEqual({
            links: BigInt(steps.filter((step) => step !== "seal").length),
            waiting: 0,
            differs: [],
          });
        },
      )
      .beforeEach(async () => {
        for (const table of ["audit_entry", "audit_waiting", "audit_link", "audit_head"] as const)
          await owner.deleteFrom(table).execute();
      }),
    { numRuns: 15 },
  );
});

test("what waits is said, and is no fault; an institution's chain is its own", async () => {
  expect(await verify()).toMatchObject({ links: 0n, waiting: 0, differs: [] });
  await notes(2);
  await note(7, otherInstitutionId);
  expect(await verify()).toMatchObject({ links: 0n, waiting: 2, differs: [] });
  expect(await sealAudit(store, institutionId)).toBe(2);
  expect(await verify()).toMatchObject({ links: 2n, waiting: 0, differs: [] });
  expect(await sealAudit(store, otherInstitutionId)).toBe(1);
  expect(await verify()).toMatchObject({ links: 2n, differs: [] });
});

const forge = (seq: bigint) =>
  owner
    .updateTable("audit_link")
    .set({ hash: Buffer.alloc(32, 1) })
    .where("seq", "=", seq)
    .execute();
const cutLast = async () => {
  await owner
    .deleteFrom("audit_entry")
    .where("audit_id", "=", await noteAt(6))
    .execute();
  await owner.deleteFrom("audit_link").where("seq", "=", 6n).execute();
};

/** What someone who may write to the database could do, and what must be said of it. */
const ATTACKS: readonly { name: string; attack: () => Promise<unknown>; says: RegExp }[] = [
  {
    name: "a name is put in another's place",
    attack: async () =>
      owner
        .updateTable("audit_entry")
        .set({ actor_name: "别人" })
        .where("audit_id", "=", await noteAt(3))
        .execute(),
    says: /^link 3: the note .* or its link was changed$/,
  },
  {
    name: "a time is moved by a microsecond",
    attack: async () =>
      store.owner.pool.query(
        "update audit_entry set at = at + interval '1 microsecond' where audit_id = $1",
        [await noteAt(2)],
      ),
    says: /^link 2: /,
  },
  {
    name: "the details are changed",
    attack: async () =>
      owner
        .updateTable("audit_entry")
        .set({ detail: "{}" })
        .where("audit_id", "=", await noteAt(5))
        .execute(),
    says: /^link 5: /,
  },
  {
    name: "a note is taken away",
    attack: async () =>
      owner
        .deleteFrom("audit_entry")
        .where("audit_id", "=", await noteAt(4))
        .execute(),
    says: /^link 4: its note .* is gone$/,
  },
  {
    name: "a note and its link are taken away",
    attack: async () => {
      await owner
        .deleteFrom("audit_entry")
        .where("audit_id", "=", await noteAt(4))
        .execute();
      await owner.deleteFrom("audit_link").where("seq", "=", 4n).execute();
    },
    says: /^link 4 is gone, before the note /,
  },
  {
    name: "a note is put in",
    attack: () =>
      store.owner.pool.query(
        `insert into audit_entry select party_id, gen_random_uuid(), institution_id, at, actor_kind, actor_id, actor_name,
         action, subject_kind, 'x', purpose, detail from audit_entry limit 1`,
      ),
    says: /^the note .* was put in past the chain$/,
  },
  { name: "the last link is made up", attack: () => forge(6n), says: /^link 6: / },
  { name: "a link in the middle is made up", attack: () => forge(3n), says: /^link 3: / },
  {
    name: "the chain is cut short, notes and all",
    attack: cutLast,
    says: /^the chain ends at link 5, but was let end at link 6$/,
  },
  {
    name: "the chain is cut short and its head is moved",
    attack: async () => {
      await cutLast();
      const last = await owner
        .selectFrom("audit_link")
        .select(["seq", "hash"])
        .where("seq", "=", 5n)
        .executeTakeFirstOrThrow();
      await owner.updateTable("audit_head").set(last).execute();
    },
    says: /^the head of the chain was changed$/,
  },
  {
    name: "the head is taken away",
    attack: () => owner.deleteFrom("audit_head").execute(),
    says: /^the head of the chain is gone$/,
  },
  {
    name: "a note goes before it was chained",
    attack: async () => {
      await note(9);
      await owner.deleteFrom("audit_entry").where("subject_id", "=", "9").execute();
    },
    says: /^the note .* is gone before it was chained$/,
  },
];

test.for(ATTACKS)("$name: it is found, and where", async ({ attack, says }) => {
  await notes(6);
  await sealAudit(store, institutionId);
  expect((await verify()).differs).toEqual([]);
  await attack();
  const { differs } = await verify();
  expect(differs.join("\n")).toMatch(new RegExp(says.source, "m"));
  expect(differs).toHaveLength(1);
});

test("a head that was kept proves that even a whole chain written anew is not the old one", async () => {
  await notes(3);
  await sealAudit(store, institutionId);
  const kept = parseHead((await verify()).head);
  if (!kept) throw new Error("a head is not read back");
  await notes(2);
  await sealAudit(store, institutionId);
  expect((await verify(kept)).differs).toEqual([]);
  await owner.deleteFrom("audit_link").execute();
  await owner.deleteFrom("audit_head").execute();
  await owner.deleteFrom("audit_entry").where("subject_id", "=", "2").execute();
  await store.owner.pool.query(
    "insert into audit_waiting select party_id, audit_id, institution_id from audit_entry",
  );
  await sealAudit(store, institutionId);
  expect((await verify()).differs).toEqual([]);
  expect((await verify(kept)).differs.join()).toContain("it is not the one that was kept");
  expect((await verify({ ...kept, seq: 40n })).differs.join()).toContain("link 40, which was kept, is gone");
});

test("a kept head is read as it was written, and nothing else is", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 17n }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (seq, hash) => {
        const head = { seq, hash: Buffer.from(hash) };
        expect(parseHead(headText(head))).toEqual(head);
      },
    ),
  );
  for (const wrong of ["", "1", "1:ab", `x:${"0".repeat(64)}`, `1:${"g".repeat(64)}`])
    expect(parseHead(wrong)).toBeUndefined();
});
