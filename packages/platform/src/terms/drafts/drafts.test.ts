import { describe, expect, it } from "vitest";
import { testDatabase } from "../../testing/index.ts";
import { editionUsed, keepEditions, termsOf } from "../index.ts";
import { DraftId } from "./contract.ts";
import { type DraftEvent, fold } from "./model.ts";
import { openOffice, written } from "./office.fixture.ts";
import { loadDraft } from "./store.ts";

const database = await testDatabase();
const office = await openOffice(database, database.institutionId);
const other = await openOffice(database, database.otherInstitutionId);
const { begin, call, publish, save, shown, sign, step, upload } = office;

describe("from a draft to an edition", () => {
  it("is written, found wrong, mended, signed by two others, and stands in the library for good", async () => {
    const draft = await begin(written("allowance/2026").replace("pay: 100", "pay: 住院天数 * 100"));
    const refused = await step("zhou", "submit", draft);
    expect(refused).toMatchObject({ status: 400, body: { code: "terms.check-failed" } });
    expect(refused.text).toContain("住院天数");
    const mended = shown(await save("zhou", draft, written("allowance/2026")));
    const submitted = shown(await step("zhou", "submit", mended));
    const once = shown(await sign("wu", submitted));
    expect(once.status).toBe("submitted");
    const twice = shown(await sign("zhao", once));
    expect(twice).toMatchObject({ status: "signed", termsId: "allowance/2026" });
    const read = await call("li", "GET", "/terms/allowance/2026");
    expect(read.body).toMatchObject({
      digest: twice.digest,
      signed: { by: ["吴产品（示例）", "赵经理（示例）"] },
    });
    const list = await call("li", "GET", "/terms");
    expect(list.body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: "allowance/2026", digest: twice.digest })]),
    );
    const decision = await database.run(async (context) => {
      await keepEditions(context, ["allowance/2026"]);
      return (await termsOf(context)).compile("allowance/2026")({ 住院: true });
    });
    expect(decision).toMatchObject({ terms: "allowance/2026", digest: twice.digest });
    const used = await database.run((context) => editionUsed(context, "allowance/2026", twice.digest));
    expect(used?.terms.digest).toBe(twice.digest);
  });

  it("its steps fold to its row, texts are found again, and each step is on record", async () => {
    const first = await begin(written("folds/1"));
    const second = shown(await save("zhou", first, written("folds/1", { yuan: 200 })));
    shown(await step("wu", "return", shown(await step("zhou", "submit", second)), { remark: "请核对金额" }));
    const draftId = DraftId.parse(first.draftId);
    const { rows, state, noted } = await database.run(async (context) => ({
      rows: await context.tx
        .selectFrom("terms_draft_event")
        .selectAll()
        .where("draft_id", "=", draftId)
        .orderBy("version")
        .execute(),
      state: (await loadDraft(context, draftId)).state,
      noted: await context.tx
        .selectFrom("audit_entry")
        .select("action")
        .where("subject_id", "=", draftId)
        .execute(),
    }));
    const steps = rows.map((row) => ({
      version: row.version,
      event: { type: row.type, ...row.data } as DraftEvent,
      by: { id: row.actor_id, name: row.actor_name },
      at: row.at.toISOString(),
    }));
    expect(fold(draftId, steps)).toEqual(state);
    expect(state).toMatchObject({ status: "draft", version: 4, remark: "请核对金额", signatures: [] });
    expect(noted.map(({ action }) => action).sort()).toEqual(
      ["created", "returned", "saved", "submitted"].map((type) => `terms.draft-${type}`),
    );
    const old = await call("zhou", "GET", `/terms-drafts/${first.draftId}/versions/1`);
    expect(old.body.source).toBe(written("folds/1"));
    expect((await call("zhou", "GET", `/terms-drafts/${first.draftId}/versions/3`)).status).toBe(404);
  });

  it("the same text saved again is no step; a text without its final form may be saved", async () => {
    const draft = await begin("terms: half/1\ntitle: 只写了一半");
    expect(draft).toMatchObject({ termsId: "half/1", title: "只写了一半" });
    expect(shown(await save("zhou", draft, "terms: half/1\r\ntitle: 只写了一半")).version).toBe(1);
  });
});

describe("who may do what", () => {
  it("nobody signs what they wrote, nor twice; handlers do not see drafts, approvers do not write", async () => {
    const draft = await begin(written("eyes/1"));
    expect((await call("li", "GET", "/terms-drafts")).status).toBe(403);
    expect((await call("zhao", "POST", "/terms-drafts", { source: "terms: a/1" })).status).toBe(403);
    const both = shown(await save("wu", draft, written("eyes/1", { yuan: 300 })));
    const submitted = shown(await step("zhou", "submit", both));
    for (const author of ["zhou", "wu"])
      expect((await sign(author, submitted)).body.code).toBe("terms.sign-own");
    const once = shown(await sign("zhao", submitted));
    expect((await sign("zhao", once)).body.code).toBe("terms.sign-twice");
    expect((await sign("zhao", submitted)).body.code).toBe("terms.draft-changed");
    const view = await call("zhou", "GET", `/terms-drafts/${draft.draftId}`);
    expect(view.body).toMatchObject({ notSigning: "author", may: { sign: false, return: true } });
  });

  it("a signature is of one text; what was returned must be signed anew", async () => {
    const submitted = shown(await step("zhou", "submit", await begin(written("anew/1"))));
    const otherText = await step("wu", "sign", submitted, { digest: `sha256:${"0".repeat(64)}` });
    expect(otherText.body.code).toBe("terms.draft-other-text");
    const once = shown(await sign("wu", submitted));
    const back = shown(await step("zhou", "return", once, { remark: "改一个字" }));
    expect((await sign("zhao", back)).body.code).toBe("terms.draft-not-submitted");
    const again = shown(await step("zhou", "submit", back));
    expect(shown(await sign("zhao", again)).status).toBe("submitted");
  });

  it("of two who change it at once one is told; submitted it is not changed, ended it is never", async () => {
    const draft = await begin(written("race/1"));
    const answers = await Promise.all([
      save("zhou", draft, written("race/1", { yuan: 1 })),
      save("wu", draft, written("race/1", { yuan: 2 })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = await call("zhou", "GET", `/terms-drafts/${draft.draftId}`);
    const submitted = shown(await step("zhou", "submit", shown(now)));
    expect((await save("zhou", submitted, written("race/1"))).body.code).toBe("terms.draft-submitted");
    const gone = shown(await step("zhou", "withdraw", submitted, { remark: "不做了" }));
    expect((await save("zhou", gone, written("race/1"))).body.code).toBe("terms.draft-ended");
    expect((await sign("zhao", gone)).body.code).toBe("terms.draft-ended");
  });
});

describe("an edition", () => {
  it("never changes, whoever tries, and its two signers are two in the database too", async () => {
    const { draftId } = await publish(written("stone/1"));
    for (const statement of ["update terms_signed set source = ''", "delete from terms_signed"]) {
      await expect(database.store.owner.pool.query(statement)).rejects.toThrow("never change");
      const app = database.run(({ tx }) =>
        statement.startsWith("update")
          ? tx.updateTable("terms_signed").set({ source: "" }).execute()
          : tx.deleteFrom("terms_signed").execute(),
      );
      await expect(app).rejects.toThrow("permission denied");
    }
    const insert = (author: string, first: string, second: string) =>
      database.store.owner.pool.query(
        `insert into terms_signed select institution_id, 'stone/2', digest, source, draft_id, signed_at,
         $1, $2, '甲', $3, '乙' from terms_signed where draft_id = $4`,
        [author, first, second, draftId],
      );
    const [a, b] = [database.newId(), database.newId()];
    await expect(insert(a, b, b)).rejects.toThrow("terms_signed_by_two");
    await expect(insert(a, b, a)).rejects.toThrow("terms_signed_by_others");
  });

  it("has an id of its own: not one of the folder, nor one signed, not even in a race", async () => {
    const folder = await begin(written("life-endowment-holiday/2019"));
    expect((await step("zhou", "submit", folder)).body.code).toBe("terms.edition-exists");
    const racers = [];
    for (const yuan of [1, 2]) {
      const draft = await begin(written("twice/1", { yuan }));
      racers.push(shown(await sign("wu", shown(await step("zhou", "submit", draft)))));
    }
    const answers = await Promise.all(racers.map((draft) => sign("zhao", draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("terms.edition-exists");
  });

  it("does not overlap another edition of its family", async () => {
    await publish(written("family/2026"));
    const draft = await begin(written("family/2027", { from: "2026-12-01", to: "2027-12-31" }));
    const refused = await step("zhou", "submit", draft);
    expect(refused.body.code).toBe("terms.check-failed");
    expect(refused.text).toContain("有效期重叠");
  });

  it("is its institution's alone: another sees neither draft nor edition, and may use the same id", async () => {
    const mine = await publish(written("alone/1"));
    expect((await other.call("zhou", "GET", "/terms/alone/1")).status).toBe(404);
    expect((await other.call("zhou", "GET", `/terms-drafts/${mine.draftId}`)).status).toBe(404);
    expect((await other.call("zhou", "GET", `/terms-drafts/${mine.draftId}/versions/1`)).status).toBe(404);
    expect((await other.call("zhou", "GET", "/terms-drafts")).body.items).toEqual([]);
    const theirs = await other.publish(written("alone/1", { yuan: 9 }));
    expect(theirs.digest).not.toBe(mine.digest);
    const elsewhere = { kind: "system", name: "test", institutionId: database.otherInstitutionId } as const;
    const digests = await Promise.all(
      [undefined, elsewhere].map((as) =>
        database.run(async (context) => (await termsOf(context)).need("alone/1").terms.digest, as),
      ),
    );
    expect(digests).toEqual([mine.digest, theirs.digest]);
    expect(
      await database.run((context) => editionUsed(context, "alone/1", mine.digest), elsewhere),
    ).toBeNull();
  });
});

describe("what is no document", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ["10 MB", bytes(`terms: a/1\n# ${"甲".repeat(3_500_000)}`), 413, "http.too-large"],
    ["a zip", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe]), 400, "terms.draft-not-text"],
    ["control characters", bytes("terms: a/1\n\u0000"), 400, "terms.draft-not-text"],
    ["another YAML", bytes("version: 3\nservices: {}\n"), 400, "terms.draft-no-terms"],
    ["nothing", new Uint8Array(), 400, "terms.draft-no-terms"],
  ])("%s is refused in words", async (_what, content, status, code) => {
    const answer = await upload("zhou", content);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it("a file with a mark and Windows lines has the digest of its plain text", async () => {
    const plain = written("marked/1");
    const marked = await upload("zhou", bytes(`\ufeff${plain.replaceAll("\n", "\r\n")}`));
    expect(shown(marked).digest).toBe((await begin(plain)).digest);
    expect(shown(await step("zhou", "submit", shown(marked))).status).toBe("submitted");
  });

  const laughs = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`);
  it.each([
    ["a billion laughs", `terms: bad/1\na0: &a0 [1]\n${laughs.join("\n")}\n`],
    ["deep nesting", `terms: bad/1\nfacts: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`],
    ["YAML that breaks off", "terms: bad/1\nfacts: {甲: {type: boolean\n"],
    ["an expression without end", written("bad/1").replace("when: 住院", `when: ${"(".repeat(30_000)}`)],
  ])("%s may be kept as a draft, and is never submitted", async (_what, source) => {
    const refused = await step("zhou", "submit", await begin(source));
    expect(refused).toMatchObject({ status: 400, body: { code: "terms.check-failed" } });
  });
});
