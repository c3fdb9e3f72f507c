import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Refused } from "../kernel/refusal.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { editionUsed, keepEditions, openLibrary, terms, termsApi, verifyEditions } from "./index.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "goodfaith-terms-"));
  folders.push(folder);
  writeFileSync(join(folder, "vocabulary.yaml"), "facts: {}\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
const document = (amount: number): string => `
terms: sample/1
title: 示例
kind: product
effective: { from: 2024-01-01 }
facts:
  住院: { type: boolean }
clauses:
  - id: 第一条
    text: 住院的，给付 ${amount} 元。
    when: 住院
    pay: ${amount}
    as: 保险金
`;

describe("the library", () => {
  it("reads every document beside the packages, with its facts in the vocabulary", () => {
    expect(terms.list().length).toBeGreaterThanOrEqual(8);
    for (const { facts } of terms.list())
      for (const { name } of facts) expect(terms.vocabulary.has(name), name).toBe(true);
    expect(terms.need("life-endowment-holiday/2019")).toMatchObject({ folder: "life" });
    const facts = { 受益人已确认: true, 与被保险人关系已核实: true, 受益人身份已核验: true };
    expect(
      terms
        .compile("claim-payment/2024")(facts)
        .asks.map(({ fact }) => fact),
    ).toEqual(["收款账户已核验"]);
  });

  it("knows no document of another name", () => {
    expect(terms.get("nothing/1")).toBeNull();
    expect(() => terms.need("nothing/1")).toThrow(Refused);
  });

  it("refuses two files that bear one id", () => {
    const folder = folderWith({ "a.yaml": document(1), "b.yaml": document(2) });
    expect(() => openLibrary(folder)).toThrow(/b\.yaml: sample\/1 stands in two files/);
  });

  it("reads nothing that is no document, and gives the same decision for the same facts", () => {
    const library = openLibrary(folderWith({ "a.yaml": document(7), "notes.yaml": "titles: [一]\n" }));
    expect(library.list().map(({ terms: { id } }) => id)).toEqual(["sample/1"]);
    const { decide, decideAfresh } = library.need("sample/1");
    expect(decide({ 住院: true }).payable).toEqual({ least: "7.00", most: "7.00" });
    expect(JSON.stringify(decide({ 住院: true }))).toBe(JSON.stringify(decideAfresh({ 住院: true })));
    expect(() => decide({ 住院: "是" })).toThrow();
  });
});

describe("editions that decisions used", async () => {
  const database = await testDatabase();
  const used = "life-endowment-holiday/2019";

  it("are kept with their text, once, and found again by their digest", async () => {
    await database.run((context) => keepEditions(context, [used, used]));
    await database.run((context) => keepEditions(context, [used]));
    const { digest, text } = terms.need(used).terms;
    const rows = await database.run(({ tx }) => tx.selectFrom("terms_edition").selectAll().execute());
    expect(rows).toMatchObject([{ terms_id: used, digest, source: text }]);
    const edition = await database.run((context) => editionUsed(context, used, digest));
    expect(edition?.terms.digest).toBe(digest);
    expect(
      await database.run((context) => editionUsed(context, used, `sha256:${"0".repeat(64)}`)),
    ).toBeNull();
  });

  it("never change: another text under the same id stops the start, naming both digests", async () => {
    await database.run((context) => verifyEditions(context));
    const before = openLibrary(folderWith({ "a.yaml": document(1) }));
    const after = openLibrary(folderWith({ "a.yaml": document(2) }));
    const kept = before.need("sample/1").terms;
    await database.run(({ tx }) =>
      tx
        .insertInto("terms_edition")
        .values({ terms_id: kept.id, digest: kept.digest, source: kept.text, first_used_at: new Date() })
        .execute(),
    );
    await database.run((context) => verifyEditions(context, before));
    const failing = database.run((context) => verifyEditions(context, after));
    await expect(failing).rejects.toMatchObject({
      refusal: {
        code: "terms.edition-changed",
        facts: { kept: kept.digest, now: after.need("sample/1").terms.digest },
      },
    });
    const edition = await database.run((context) => editionUsed(context, kept.id, kept.digest));
    expect(edition?.decide({ 住院: true }).payable.least).toBe("1.00");
  });

  it("cannot be altered or removed by the application", async () => {
    for (const statement of ["update", "delete"] as const)
      await expect(
        database.run(async ({ tx }) =>
          statement === "update"
            ? tx.updateTable("terms_edition").set({ source: "" }).execute()
            : tx.deleteFrom("terms_edition").execute(),
        ),
      ).rejects.toThrow(/permission denied/);
  });

  it("are listed with how many policies each governs", async () => {
    const staff = await testStaff(database);
    const none = { count: async () => 0, read: async () => ({ decisions: [], cases: 0, next: null }) };
    const list = termsApi(none).find(({ operation }) => operation.id === "terms.list");
    if (list?.kind !== "staff") throw new Error("no list");
    const input = { params: undefined, query: undefined, body: undefined, file: undefined };
    const answer = await database.run((context) => list.run({ ...context, actor: staff }, input), staff);
    expect(answer).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: used, policies: 0 })]),
    });
  });
});
