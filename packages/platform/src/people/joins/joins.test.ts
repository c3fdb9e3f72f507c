import { expect, it } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import { testDatabase, testStaff } from "../../testing/index.ts";
import { findByPhone, mergeParties, type PartyRecord, phoneBlind, residentCheck } from "../index.ts";
import { listParties } from "../list.ts";
import type { PersonSources } from "../sources.ts";
import { readPartyView } from "../view.ts";
import { judge, undo } from "./judge.ts";
import { likelyDuplicates } from "./read.ts";

const database = await testDatabase();
const staff = await testStaff(database, { name: "李工（示例）" });
const sources: PersonSources = {
  policies: async (_, ids) => new Map(ids.map((id) => [id, 1])),
  openCases: async () => new Map(),
  covers: async () => [],
  cases: async () => [],
  timeline: [],
};
const first17 = (n: number) => `99940319700101${String(n).padStart(3, "0")}`;
const person = (n: number, given: Partial<PartyRecord> = {}): PartyRecord => ({
  kind: "person",
  name: `客户${n}（示例）`,
  identity: null,
  customerNumber: `J${n}`,
  bornOn: null,
  countyCode: null,
  phone: `1990003${String(n).padStart(4, "0")}`,
  wechat: null,
  address: null,
  account: null,
  ...given,
});
const add = async (...records: PartyRecord[]): Promise<PartyId[]> => {
  const merges = await database.run((context) =>
    mergeParties(context, records, { sample: true, apply: true, existing: "update" }),
  );
  return merges.map((merge) => {
    if (merge.change === "conflict") throw new Error(merge.problem.en);
    return merge.partyId;
  });
};
const run = <T>(fn: Parameters<typeof database.run<T, typeof staff>>[0]) => database.run(fn, staff);
const join = (party: PartyId, other: PartyId) =>
  run((context) => judge(context, { verdict: "same", party, other }, "证件复印件核对一致"));
const pairsOf = (...ids: PartyId[]) =>
  run(async (context) =>
    (await likelyDuplicates(context, sources, { limit: 200 })).items.filter(({ records }) =>
      records.every(({ partyId }) => ids.includes(partyId)),
    ),
  );
const view = (partyId: PartyId) => run((context) => readPartyView(context, sources, partyId));
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("missing");
  return value;
};

it("finds the same number in its old and new form, and under two kinds of document", async () => {
  const resident = first17(1) + residentCheck(first17(1));
  const ids = await add(
    person(1, { identity: { kind: "resident-id", number: resident } }),
    person(2, { identity: { kind: "resident-id", number: "999403700101001" } }),
    person(3, { identity: { kind: "household-register", number: resident } }),
  );
  const found = await pairsOf(...ids);
  expect(found).toHaveLength(3);
  for (const { evidence } of found) expect(evidence).toEqual(["number"]);
});

it("finds a shared phone with the same name; a family's phone or two document numbers are not enough", async () => {
  const phone = "19900039000";
  const numbered = (n: number): PartyRecord["identity"] => ({
    kind: "resident-id",
    number: first17(n) + residentCheck(first17(n)),
  });
  const [a, b, wife, namesake] = await add(
    person(11, { name: "赵同（示例）", phone }),
    person(12, { name: "赵同（示例）", phone, identity: numbered(12) }),
    person(13, { name: "王某（示例）", phone, identity: numbered(13) }),
    person(14, { name: "赵同（示例）", identity: numbered(14), phone }),
  );
  const found = await pairsOf(must(a), must(b), must(wife), must(namesake));
  expect(found.map(({ evidence }) => evidence)).toEqual([
    ["phone", "name"],
    ["phone", "name"],
  ]);
  for (const { records } of found) expect(records.map(({ partyId }) => partyId)).toContain(a);
});

it("joined records are read together whichever is asked for, listed and signed in to once; undoing gives all back", async () => {
  const [a, b] = await add(person(21), person(22, { name: "客户廿一（示例）" }));
  const before = [await view(must(a)), await view(must(b))];
  const { verdictId, main } = await join(must(b), must(a));
  expect(main).toBe(a);
  for (const asked of [must(a), must(b)]) {
    const seen = await view(asked);
    expect(seen.partyId).toBe(a);
    expect(seen.policies).toBe(2);
    expect(seen.contacts.map(({ partyId }) => partyId).sort()).toEqual([a, b].sort());
    expect(seen.records.map(({ partyId, main: isMain }) => [partyId, isMain])).toEqual([
      [a, true],
      [b, false],
    ]);
    expect(seen.records[1]?.joined).toMatchObject({
      verdictId,
      by: "李工（示例）",
      reason: "证件复印件核对一致",
    });
  }
  const search = (q: string) => run((context) => listParties(context, sources, { q, limit: 10 }));
  for (const q of ["客户廿一", "19900030022", "J22", "客户21（"])
    expect(
      (await search(q)).items.map(({ partyId }) => partyId),
      q,
    ).toEqual([a]);
  const grants = await database.store.entry((tx) => findByPhone(tx, phoneBlind("19900030022")));
  expect(grants.map(({ partyId }) => partyId).sort()).toEqual([a, b].sort());

  await run((context) => undo(context, must(a), verdictId, "核对有误，不是同一人"));
  expect([await view(must(a)), await view(must(b))]).toEqual(before);
  expect((await search("客户廿一")).items.map(({ partyId }) => partyId)).toEqual([b]);
  await expect(run((context) => undo(context, must(a), verdictId, "再撤销一次"))).rejects.toMatchObject({
    refusal: { code: "people.nothing-to-undo" },
  });
  const { rows } = await database.store.owner.pool.query(
    "select party_id, action, purpose from audit_entry where party_id = any($1) order by at, audit_id",
    [[a, b]],
  );
  expect(rows.map(({ action }) => action).sort()).toEqual([
    "people.join",
    "people.join",
    "people.undo-join",
    "people.undo-join",
  ]);
});

it("undoing a join in the middle takes along only what came with it", async () => {
  const [a, b, c] = (await add(person(31), person(32), person(33))).map(must) as [PartyId, PartyId, PartyId];
  await join(c, b);
  const { verdictId, main } = await join(c, a);
  expect(main).toBe(a);
  expect((await view(c)).records.map(({ partyId }) => partyId).sort()).toEqual([a, b, c].sort());
  await run((context) => undo(context, b, verdictId, "两户不是一家"));
  expect((await view(a)).records).toHaveLength(1);
  expect((await view(c)).records.map(({ partyId }) => partyId)).toEqual([b, c]);
});

it("two people joining the same two records each way at once leave one join", async () => {
  const [a, b] = (await add(person(41), person(42))).map(must) as [PartyId, PartyId];
  const both = await Promise.allSettled([join(a, b), join(b, a)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await view(a)).records).toHaveLength(2);
});

it("what was found to be two people's does not come again, until that is undone", async () => {
  const shared = { name: "孙同（示例）", bornOn: "1980-02-02" };
  const [a, b] = (await add(person(51, shared), person(52, shared))).map(must) as [PartyId, PartyId];
  expect(await pairsOf(a, b)).toHaveLength(1);
  const { verdictId } = await run((context) =>
    judge(context, { verdict: "different", party: a, other: b }, "同名同日生，住址不同"),
  );
  expect(await pairsOf(a, b)).toHaveLength(0);
  await run((context) => undo(context, a, verdictId, "认定有误"));
  expect(await pairsOf(a, b)).toHaveLength(1);
});

it("pages hold every pair once, and another institution's records are nobody's here", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await run((context) => likelyDuplicates(context, sources, { limit: 2, cursor }));
    seen.push(...page.items.map(({ records }) => records.map(({ partyId }) => partyId).join(" ")));
    cursor = page.next ?? undefined;
    if (page.next === null) expect(seen).toHaveLength(page.total);
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  await expect(
    run((context) => likelyDuplicates(context, sources, { limit: 2, cursor: "nonsense" })),
  ).rejects.toMatchObject({ refusal: { code: "people.cursor" } });
  const other = await testStaff(database, { institutionId: database.otherInstitutionId });
  const theirs = await database.run((context) => likelyDuplicates(context, sources, { limit: 200 }), other);
  expect(theirs.total).toBe(0);
  const [a] = await add(person(61));
  const across = database.run(
    (context) =>
      judge(
        context,
        { verdict: "same", party: must(a), other: PartyId.parse(context.newId()) },
        "跨机构合并",
      ),
    other,
  );
  await expect(across).rejects.toMatchObject({ refusal: { code: "people.no-party" } });
});
