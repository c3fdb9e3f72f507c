import { expect, test } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import { testDatabase, testServer, testStaff } from "../../testing/index.ts";
import { auditApi } from "./api.ts";
import { record, sealAudit } from "./index.ts";

const database = await testDatabase();
const { clock, store, institutionId } = database;
const auditor = await testStaff(database, { name: "审计（示例）", permissions: ["audit.read"] });
const elsewhere = await testStaff(database, { institutionId: database.otherInstitutionId });
const handler = await testStaff(database, { permissions: ["claims.read"] });
let actor = auditor;
const client = await testServer(database, auditApi, async () => actor);
const SIGNED_IN = { headers: { authorization: `Bearer ${"x".repeat(43)}` } };
const partyId = PartyId.parse(database.newId());

/** Ten notes, a minute apart, by two people, in two fields. */
for (let n = 0; n < 10; n += 1) {
  await database.run(
    (context) =>
      record(context, {
        action: n % 2 === 0 ? "people.reveal" : "claims.read",
        subject: { kind: n % 2 === 0 ? "party" : "case", id: partyId },
        ...(n < 4 ? { partyId } : {}),
        detail: { n },
      }),
    n < 6 ? { ...handler, name: "李工（示例）" } : { ...handler, name: "赵_经理" },
  );
  clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
}
await sealAudit(store, institutionId);

const list = async (query = "") => {
  const answer = await client.call("GET", `/audit${query}`, SIGNED_IN);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as {
    items: { action: string; link: string | null; who: string; what: { zh: string } }[];
    next: string | null;
    total: number;
  };
};

test("newest first, in words, with its place in the chain; page after page, nothing twice and nothing left out", async () => {
  const { items, total } = await list();
  expect(total).toBe(10);
  expect(items[0]).toMatchObject({
    action: "claims.read",
    what: { zh: "查看了案件" },
    link: "10",
    who: "赵_经理",
  });
  const links: (string | null)[] = [];
  for (let cursor = ""; ; ) {
    const page = await list(`?limit=3${cursor}`);
    links.push(...page.items.map(({ link }) => link));
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(links).toEqual(["10", "9", "8", "7", "6", "5", "4", "3", "2", "1"]);
});

test("by field, by name, by what it is about, by day", async () => {
  expect((await list("?area=people")).total).toBe(5);
  expect((await list(`?who=${encodeURIComponent("李工")}`)).total).toBe(6);
  // A letter that a search could take for a pattern is a letter.
  expect((await list("?who=_")).total).toBe(4);
  expect((await list("?who=%25")).total).toBe(0);
  expect((await list(`?about=${partyId}`)).total).toBe(10);
  expect((await list("?from=2025-03-10&to=2025-03-10")).total).toBe(10);
  expect((await list("?from=2025-03-11")).total).toBe(0);
  expect((await list("?to=2025-03-09")).total).toBe(0);
});

test("what is not a filter is refused by name", async () => {
  for (const query of ["?area=everything", "?about=me", "?from=yesterday", "?cursor=x", "?limit=0"]) {
    const answer = await client.call("GET", `/audit${query}`, SIGNED_IN);
    expect(answer.status, query).toBe(400);
  }
});

test("only who may read the audit, and only of their own institution", async () => {
  actor = handler;
  for (const [method, path] of [
    ["GET", "/audit"],
    ["GET", "/audit/export"],
    ["POST", "/audit/check"],
  ] as const)
    expect((await client.call(method, path, SIGNED_IN)).status).toBe(403);
  actor = elsewhere;
  expect((await list()).total).toBe(0);
  actor = auditor;
});

test("it is verified and taken along, and both are noted", async () => {
  const check = await client.call("POST", "/audit/check", SIGNED_IN);
  expect(check.body).toMatchObject({ links: "10", waiting: 0, differs: [] });
  const taken = await client.call("GET", "/audit/export?area=people", SIGNED_IN);
  expect(taken.text.trim().split("\n")).toHaveLength(6);
  expect(taken.text).toContain("查看了完整的个人信息");
  const noted = await list("?area=access");
  expect(noted.items.map(({ action, link }) => [action, link])).toEqual(
    expect.arrayContaining([
      ["access.export-audit", null],
      ["access.check-audit", null],
    ]),
  );
  await store.owner.db
    .updateTable("audit_entry")
    .set({ purpose: "别的" })
    .where("action", "=", "claims.read")
    .execute();
  expect((await client.call("POST", "/audit/check", SIGNED_IN)).body.differs).toHaveLength(5);
});
