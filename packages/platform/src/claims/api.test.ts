import { describe, expect, it } from "vitest";
import { readTable } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import type { ClaimView } from "./contract.ts";
import { claimsApi } from "./index.ts";
import { openDesk } from "./testing/desk.ts";
import { callRecords, photo, refusalOf, reportOf, tellStory } from "./testing/story.ts";

const database = await testDatabase();
const { handler, run, open, view } = await openDesk(database);

/** Calls an operation as http does: in one transaction, as a member of staff, with the input already parsed. */
const call = async <T>(id: string, input: object, as = handler): Promise<T> => {
  const bound = claimsApi.find(({ operation }) => operation.id === id);
  if (bound?.kind !== "staff") throw new Error(`no operation ${id}`);
  const whole = { params: undefined, query: undefined, body: undefined, file: undefined, ...input };
  return database.run((context) => bound.run({ ...context, actor: as }, whole) as Promise<T>, as);
};
interface Page {
  readonly items: readonly { caseId: string; number: string; handler: string | null }[];
  readonly next: string | null;
  readonly total: number;
}

describe("operations", () => {
  it("lists by page, by handler, by number and name; exports the same rows", async () => {
    const cases = [await open(), await open(), await open()];
    const first = await call<Page>("claims.list", { query: { limit: 2 } });
    expect(first).toMatchObject({ total: 3 });
    const rest = await call<Page>("claims.list", { query: { limit: 2, cursor: first.next } });
    expect(new Set([...first.items, ...rest.items].map(({ caseId }) => caseId))).toEqual(
      new Set(cases.map(({ caseId }) => caseId)),
    );
    expect(rest.next).toBeNull();
    const other = await testStaff(database, { name: "周经办（示例）" });
    expect(await call("claims.list", { query: { limit: 5, mine: "true" } }, other)).toMatchObject({
      total: 0,
    });
    const [one] = first.items;
    expect(await call("claims.list", { query: { limit: 5, q: one?.number } })).toMatchObject({ total: 1 });
    expect(await call("claims.list", { query: { limit: 5, q: "王先生" } })).toMatchObject({ total: 3 });
    const bad = refusalOf(call("claims.list", { query: { limit: 5, cursor: "AAAA" } }));
    expect(await bad).toMatchObject({ code: "http.invalid-input", facts: { fields: ["cursor"] } });
    const file = await call<{ filename: string; content: Uint8Array }>("claims.export", { query: {} });
    const table = await readTable(file.content, file.filename);
    expect(table.sheets[0]?.rows).toHaveLength(4);
    expect(table.sheets[0]?.rows[1]?.cells).toContain("王先生（示例）");
  });

  it("reports, takes a file, gives it back byte for byte, withdraws it with what it proved", async () => {
    const body = reportOf(await run((context) => tellStory(context, "told")));
    const claim = await call<ClaimView>("claims.report", { body });
    const params = { caseId: claim.caseId };
    const file = callRecords();
    const added = await call<{ claim: ClaimView; read: { kind: string } }>("claims.addFile", {
      params,
      body: { version: claim.version },
      file,
    });
    expect(added.read.kind).toBe("call-records");
    const [evidence] = added.claim.evidence;
    if (!evidence) throw new Error("no evidence");
    const back = await call<{ content: Uint8Array; filename: string }>("claims.readFile", {
      params: { ...params, evidenceId: evidence.evidenceId },
    });
    expect(Buffer.from(back.content).equals(Buffer.from(file.content))).toBe(true);
    const withdrawn = await call<ClaimView>("claims.withdrawFile", {
      params: { ...params, evidenceId: evidence.evidenceId },
      body: { version: added.claim.version, reason: "放错了案件（示例）" },
    });
    expect(withdrawn.evidence[0]?.withdrawn).toBe(true);
    expect(withdrawn.money).toMatchObject({ least: "370000.00", most: "1270000.00" });
    const again = call("claims.withdrawFile", {
      params: { ...params, evidenceId: evidence.evidenceId },
      body: { version: withdrawn.version, reason: "再撤一次（示例）" },
    });
    expect((await refusalOf(again)).code).toBe("claims.withdrawn");
    const replay = await call("claims.replay", { params });
    expect(replay).toMatchObject({ same: true });
  });

  it("records a finding on a photo, and withdraws it", async () => {
    const { caseId } = await open({
      facts: { 身故: true, 意外伤害: true, 除外情形: "无", 出险时间: "2024-10-02T10:00:00" },
    });
    const params = { caseId };
    const version = async () => (await view(caseId)).version;
    const added = await call<{ claim: ClaimView }>("claims.addFile", {
      params,
      body: { version: await version() },
      file: photo(),
    });
    const finding = {
      fact: "身故日期",
      kind: "value",
      value: "2024-10-03",
      source: "死亡医学证明（示例）",
      evidenceId: added.claim.evidence[0]?.evidenceId,
    };
    const found = await call<ClaimView>("claims.recordFinding", {
      params,
      body: { ...finding, version: await version() },
    });
    const source = found.facts.find(({ name }) => name === "身故日期")?.sources[0];
    expect(source).toMatchObject({ kind: "evidence", by: "李经办（示例）", locator: "死亡医学证明.jpg" });
    const withdrawn = await call<ClaimView>("claims.withdrawFinding", {
      params: { ...params, findingId: source?.findingId },
      body: { version: await version(), reason: "日期看错（示例）" },
    });
    expect(withdrawn.facts.find(({ name }) => name === "身故日期")?.state ?? "unknown").toBe("unknown");
  });

  it("notes who looked, for the person to see", async () => {
    const { caseId, story } = await open();
    await call("claims.read", { params: { caseId } });
    const looked = await database.run(({ tx }) =>
      tx
        .selectFrom("audit_entry")
        .select(["actor_name", "party_id"])
        .where("action", "=", "claims.read")
        .execute(),
    );
    expect(looked).toContainEqual({ actor_name: "李经办（示例）", party_id: story.insured });
  });
});
