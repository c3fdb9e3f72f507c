import { describe, expect, it } from "vitest";
import type { PartyId } from "../kernel/ids.ts";
import { Refused } from "../kernel/refusal.ts";
import { readTable } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { exportParties } from "./export.ts";
import {
  describeParty,
  findByPhone,
  mergeParties,
  type PartyRecord,
  phoneBlind,
  residentCheck,
} from "./index.ts";
import { listParties } from "./list.ts";
import { revealValue } from "./reveal.ts";
import type { PersonSources } from "./sources.ts";
import { readPartyView } from "./view.ts";

const database = await testDatabase();
const staff = await testStaff(database, { name: "李工（示例）" });
const NONE: PersonSources = {
  policies: async () => new Map(),
  openCases: async () => new Map(),
  covers: async () => [],
  cases: async () => [],
  timeline: [],
};
const MERGE = { sample: true, apply: true, existing: "update" } as const;

const person = (serial: number, given: Partial<PartyRecord> = {}): PartyRecord => {
  const first17 = `999403${19700101}${String(serial).padStart(3, "0")}`;
  return {
    kind: "person",
    name: `客户${serial}（示例）`,
    identity: { kind: "resident-id", number: first17 + residentCheck(first17) },
    customerNumber: `C${serial}`,
    bornOn: "1970-01-01",
    countyCode: "140403",
    phone: `1990001${String(serial).padStart(4, "0")}`,
    wechat: null,
    address: null,
    account: null,
    ...given,
  };
};
const merge = (records: readonly PartyRecord[], options: Partial<typeof MERGE> = {}) =>
  database.run((context) => mergeParties(context, records, { ...MERGE, ...options }));
const search = (q: string, institutionId = database.institutionId) =>
  database.run((context) => listParties(context, NONE, { q, limit: 50 }), {
    kind: "system",
    name: "test",
    institutionId,
  });
const idOf = async (record: PartyRecord): Promise<PartyId> => {
  const [outcome] = await merge([record]);
  if (!outcome || outcome.change === "conflict") throw new Error("conflict");
  return outcome.partyId;
};

describe("merging", () => {
  it("creates, leaves the same row alone, updates a changed one, and keeps its id", async () => {
    const [first] = await merge([person(1)]);
    expect(first?.change).toBe("created");
    expect(await merge([person(1)])).toEqual([{ ...first, change: "unchanged" }]);
    expect(await merge([person(1, { name: "改名（示例）" })])).toMatchObject([
      { ...first, change: "updated" },
    ]);
    expect((await search("改名")).items.map((item) => item.name)).toEqual(["改名（示例）"]);
  });

  it("a dry run says what would change and changes nothing", async () => {
    const dry = await database.run((context) =>
      mergeParties(context, [person(2)], { sample: true, apply: false, existing: "update" }),
    );
    expect(dry[0]?.change).toBe("created");
    expect((await search("客户2（示例）")).total).toBe(0);
  });

  it("a customer number and a document of two different parties is a conflict", async () => {
    await merge([person(3), person(4)]);
    const [outcome] = await merge([person(3, { customerNumber: "C4" })]);
    expect(outcome?.change).toBe("conflict");
  });

  it("a phone given up no longer signs anyone in, and stays on record as stale", async () => {
    const partyId = await idOf(person(5));
    await merge([person(5, { phone: "19900019999" })]);
    const known = (phone: string) => database.store.entry((tx) => findByPhone(tx, phoneBlind(phone)));
    expect(await known("19900010005")).toEqual([]);
    expect(await known("19900019999")).toEqual([{ institutionId: database.institutionId, partyId }]);
    const view = await database.run((context) => readPartyView(context, NONE, partyId));
    expect(view.contacts.map(({ masked, status }) => [masked, status]).sort()).toEqual([
      ["199****0005", "stale"],
      ["199****9999", "good"],
    ]);
    expect(await database.run((context) => describeParty(context, partyId))).toMatchObject({
      beneficiaryOf: [],
    });
  });

  it("nothing personal stands in the clear in any row", async () => {
    const record = person(6, { wechat: "wx_secret_id", address: "长治市潞州区某街某号某室" });
    const partyId = await idOf(record);
    const { rows } = await database.store.owner.pool.query(
      "select row_to_json(p)::text || coalesce((select string_agg(row_to_json(c)::text, '') from contact c where c.party_id = p.party_id), '') as text from party p where party_id = $1",
      [partyId],
    );
    const text = String(rows[0]?.text);
    for (const secret of [record.identity?.number, record.phone, record.wechat, record.address])
      expect(text).not.toContain(secret);
  });
});

describe("finding", () => {
  it("by part of a name, a phone, a document or a customer number; never across institutions", async () => {
    await merge([person(10, { name: "欧阳雪梅（示例）" })]);
    const number = person(10).identity?.number ?? "";
    for (const q of ["雪梅", "199 0001 0010", number, number.toLowerCase(), "C10", "c10"])
      expect(
        (await search(q)).items.map((item) => item.name),
        q,
      ).toEqual(["欧阳雪梅（示例）"]);
    for (const q of ["雪梅", "19900010010", number])
      expect((await search(q, database.otherInstitutionId)).total).toBe(0);
    expect((await search("19900010011")).total).toBe(0);
  });

  it("page by page gives everyone once, in order", async () => {
    await merge(Array.from({ length: 23 }, (_, n) => person(100 + n, { name: `翻页${n % 7}（示例）` })));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await database.run((context) =>
        listParties(context, NONE, { q: "翻页", limit: 5, cursor }),
      );
      expect(page.total).toBe(23);
      seen.push(...page.items.map((item) => item.partyId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(23);
    expect(seen.length).toBe(23);
  });

  it("a cursor of somebody else's making is refused", async () => {
    const zero = Buffer.from(JSON.stringify(["a\0", database.newId()])).toString("base64url");
    for (const cursor of ["xx", zero]) {
      const reading = database.run((context) => listParties(context, NONE, { limit: 5, cursor }));
      await expect(reading).rejects.toBeInstanceOf(Refused);
    }
  });

  it("the export holds what the page shows, masked, and is on record", async () => {
    await merge([person(200, { name: "导出（示例）" })]);
    const file = await database.run((context) => exportParties(context, NONE, "导出"), staff);
    const table = await readTable(file.content as Uint8Array, file.filename);
    expect(table.sheets[0]?.rows[1]?.cells.slice(0, 5)).toEqual([
      "导出（示例）",
      "个人",
      expect.stringMatching(/^999\*{11}.{4}$/),
      "1970-01-01",
      "199****0200",
    ]);
  });
});

describe("opening a masked value", () => {
  it("gives it, and the person sees who opened it, and why", async () => {
    const record = person(300);
    const partyId = await idOf(record);
    const value = await database.run(
      (context) => revealValue(context, partyId, "identity", "核对身份证原件"),
      staff,
    );
    expect(value).toBe(record.identity?.number);
    const view = await database.run((context) => readPartyView(context, NONE, partyId));
    expect(view.openings).toEqual([
      { at: "2025-03-10T09:00:00+08:00", by: "李工（示例）", what: "证件号码", purpose: "核对身份证原件" },
    ]);
    expect(
      view.timeline.some((entry) => entry.kind === "access" && entry.zh.includes("核对身份证原件")),
    ).toBe(true);
    const phone = view.contacts[0]?.contactId ?? "";
    expect(await database.run((context) => revealValue(context, partyId, phone, "回访客户"), staff)).toBe(
      record.phone,
    );
  });

  it("of another institution's party, or what is not on record, is refused", async () => {
    const partyId = await idOf(person(301, { identity: null }));
    const opening = database.run((context) => revealValue(context, partyId, "identity", "核对"), staff);
    await expect(opening).rejects.toMatchObject({ refusal: { code: "people.nothing-to-reveal" } });
    const other = await testStaff(database, { institutionId: database.otherInstitutionId });
    const across = database.run((context) => revealValue(context, partyId, "identity", "核对"), other);
    await expect(across).rejects.toMatchObject({ refusal: { code: "people.no-party" } });
  });
});
