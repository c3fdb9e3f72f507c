import { expect, it } from "vitest";
import { fillSounds, mergeParties, type PartyRecord, residentCheck } from "../people/index.ts";
import type { StaffActor } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { searchApi } from "./api.ts";
import type { SearchResult } from "./contract.ts";

const database = await testDatabase();
const staff = await testStaff(database);
const first17 = "99940319700101456";
const NUMBER = first17 + residentCheck(first17);
const person = (n: number, name: string, given: Partial<PartyRecord> = {}): PartyRecord => ({
  kind: "person",
  name,
  identity: null,
  customerNumber: `S${n}`,
  bornOn: null,
  countyCode: null,
  phone: `1990007${String(n).padStart(4, "0")}`,
  wechat: null,
  address: null,
  account: null,
  ...given,
});
await database.run((context) =>
  mergeParties(
    context,
    [
      person(1, "王小明（示例）", { identity: { kind: "resident-id", number: NUMBER } }),
      person(2, "汪晓鸣（示例）"),
      person(3, "单长青（示例）"),
      person(4, "沁县示例合作社", { kind: "company" }),
    ],
    { sample: true, apply: true, existing: "update" },
  ),
);
const search = async (q: string, as: StaffActor = staff): Promise<SearchResult> => {
  const [bound] = searchApi;
  if (bound?.kind !== "staff") throw new Error("the search is for staff");
  const input = { query: { q }, params: undefined, body: undefined, file: undefined };
  return (await database.run((context) => bound.run(context, input as never), as)) as SearchResult;
};
const names = async (q: string) => (await search(q)).people.map(({ name, by }) => `${name} ${by}`);

it("finds a name as typed first, then those that sound like it", async () => {
  expect(await names("王小明")).toEqual(["王小明（示例） itself", "汪晓鸣（示例） sound"]);
  expect(await names("善常清")).toEqual(["单长青（示例） sound"]);
  expect((await names("wxm")).sort()).toEqual(["汪晓鸣（示例） sound", "王小明（示例） sound"].sort());
  expect(await names("qinxian")).toEqual(["沁县示例合作社 sound"]);
  expect(await names("合作")).toEqual(["沁县示例合作社 itself"]);
});

it("finds a number, and where there is none the one that differs in a digit, said to be near", async () => {
  expect(await names("19900070003")).toEqual(["单长青（示例） itself"]);
  expect((await names("19900170003")).at(0)).toBe("单长青（示例） near");
  expect(await names(NUMBER)).toEqual(["王小明（示例） itself"]);
  const wrong = `${NUMBER.slice(0, 9)}8${NUMBER.slice(10)}`;
  expect(wrong).not.toBe(NUMBER);
  expect(await names(wrong)).toEqual(["王小明（示例） near"]);
});

it("names that came before their sounds get them, and another institution finds nobody", async () => {
  const clear = "update party set name_sound = null where name like '单%'";
  await database.store.owner.pool.query("alter table party no force row level security");
  await database.store.owner.pool.query(clear);
  await database.store.owner.pool.query("alter table party force row level security");
  expect(await names("scq")).toEqual([]);
  expect(await database.run((context) => fillSounds(context))).toBe(1);
  expect(await database.run((context) => fillSounds(context))).toBe(0);
  expect(await names("scq")).toEqual(["单长青（示例） sound"]);
  const other = await testStaff(database, { institutionId: database.otherInstitutionId });
  for (const q of ["王小明", "wxm", "19900070003", NUMBER])
    expect((await search(q, other)).people).toEqual([]);
});
