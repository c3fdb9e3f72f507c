import { describe, expect, it } from "vitest";
import type { CaseId } from "../../kernel/ids.ts";
import { editionUsed } from "../../terms/index.ts";
import { testDatabase } from "../../testing/index.ts";
import { withdrawFinding } from "../commands/findings.ts";
import { replayDecisions } from "../index.ts";
import { act } from "../shell/commit.ts";
import { loadClaim } from "../shell/load.ts";
import { openDesk } from "../testing/desk.ts";
import { callRecords, refusalOf } from "../testing/story.ts";
import { decideAgain } from "./again.ts";
import { pastDecisions, redecide } from "./redecide.ts";

const database = await testDatabase();
const { run, open, view, drop, find } = await openDesk(database);

const decisions = (caseId: CaseId) => run((context) => pastDecisions(context, caseId));
const again = (caseId: CaseId, version: number) => run((context) => redecide(context, caseId, version));
const retract = async (caseId: CaseId, fact: string, reason: string) => {
  const { version, findings } = await view(caseId);
  const finding = findings.find((one) => one.fact === fact && one.withdrawn === null);
  if (!finding) throw new Error(`nothing stands on ${fact}`);
  const command = { findingId: finding.findingId, reason };
  const note = { action: "claims.withdraw-finding" };
  await run((context) => act(context, caseId, version, note, (state) => withdrawFinding(state, command)));
};

describe("past decisions", () => {
  it("lists every decision with its edition, digest, grounds and findings, oldest first", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    await find(caseId, { fact: "应扣欠款", value: "0", source: "核保系统（示例）" });
    const items = await decisions(caseId);
    const { events } = await run((context) => loadClaim(context, caseId));
    expect(items.map(({ version }) => version)).toEqual(
      events.flatMap(({ version, event }) => (event.type === "decided" ? [version] : [])),
    );
    const [first, second] = items;
    expect(first).toMatchObject({ settled: false, payable: { least: "370000.00", most: "1270000.00" } });
    expect(second).toMatchObject({ settled: true, payable: { least: "1270000.00", most: "1270000.00" } });
    expect(first?.policies).toHaveLength(4);
    expect(first?.policies[0]?.edition).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(first?.policies[0]?.decision).toMatch(/^[0-9a-f]{64}$/);
    expect(first?.because[0]?.zh).toContain("登记报案");
    expect(second?.because.map(({ zh }) => zh).join()).toContain("通话详单.csv");
    const early = (first?.findings ?? []).map(({ findingId }) => findingId);
    expect(early.length).toBeGreaterThan(0);
    expect((second?.findings ?? []).map(({ findingId }) => findingId)).toEqual(expect.arrayContaining(early));
    expect((second?.findings ?? []).length).toBe(early.length + 1);
  });

  it("makes each of them again to the same bytes, as then and with what is known now", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    const items = await decisions(caseId);
    for (const { version, policies } of items) {
      const made = await again(caseId, version);
      for (const one of made.policies) {
        expect(one.again).toEqual({ result: "same", digest: one.made.decision });
        expect(policies.map(({ decision }) => decision)).toContain(one.again.digest);
      }
      expect(made.payment.again.result).toBe("same");
    }
    const replay = await run((context) => replayDecisions(context, caseId));
    // Four policies and payment, at every decision ever made and not the last alone.
    expect(replay).toEqual({ decisions: items.length * 5, same: true, differs: [] });
  });

  it("shows what differs with what is known now: facts, amounts, clauses", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    const [first] = await decisions(caseId);
    const made = await again(caseId, first?.version ?? 0);
    expect(made.payable).toEqual({
      before: { least: "370000.00", most: "1270000.00" },
      after: { least: "1270000.00", most: "1270000.00" },
    });
    const endowment = made.policies.find(({ number }) => number.startsWith("LQ"))?.change;
    expect(endowment?.outcome).toEqual({ before: "open", after: "pay" });
    expect(endowment?.facts).toEqual([
      {
        fact: "出险时间",
        before: "2024-09-30 21:00:00 至 2024-10-03 08:40:00 之间",
        after: "2024-10-01 19:42:00 至 2024-10-03 08:40:00 之间",
      },
    ]);
    expect(endowment?.benefits.length).toBeGreaterThan(0);
    const holiday = endowment?.clauses.find(({ id }) => id === "第五条");
    expect(holiday).toMatchObject({ before: { lamp: "depends" }, after: { lamp: "certain" } });
    const critical = made.policies.find(({ number }) => number.startsWith("ZJ"))?.change;
    expect(critical?.benefits).toEqual([]);
    expect(made.since.map(({ fact, fate }) => [fact, fate])).toEqual([["出险时间", "stands"]]);
    const last = (await decisions(caseId)).at(-1);
    const same = await again(caseId, last?.version ?? 0);
    expect(same.policies.every(({ change }) => change?.facts.length === 0)).toBe(true);
    expect(same.payable.before).toEqual(same.payable.after);
  });

  it("shows findings that were withdrawn or corrected since", async () => {
    const { caseId } = await open();
    await find(caseId, { fact: "除外情形", value: "无", source: "初查（示例）" });
    await retract(caseId, "除外情形", "另有记录（示例）");
    await retract(caseId, "除外情形", "报案时说错（示例）");
    await retract(caseId, "身故日期", "日期看错（示例）");
    await find(caseId, { fact: "身故日期", value: "2024-10-02", source: "死亡医学证明（示例）" });
    const [first] = await decisions(caseId);
    const fates = new Map(first?.findings.map(({ fact, fate }) => [fact, fate]));
    expect(fates.get("身故日期")).toBe("corrected");
    expect(fates.get("除外情形")).toBe("withdrawn");
    expect(fates.get("身故")).toBe("stands");
    const made = await again(caseId, first?.version ?? 0);
    expect(made.gone.find(({ fact }) => fact === "身故日期")).toMatchObject({
      shows: "为 2024-10-03",
      withdrawn: { reason: "日期看错（示例）", by: "李经办（示例）" },
    });
    expect(made.policies.every(({ again: made }) => made.result === "same")).toBe(true);
  });

  it("refuses a step that is no decision", async () => {
    const { caseId } = await open();
    expect(await refusalOf(again(caseId, 1))).toMatchObject({ code: "claims.no-decision", kind: "missing" });
  });
});

describe("deciding again", () => {
  it("tells a missing edition, other words and another result apart", async () => {
    const { caseId } = await open();
    const { state } = await run((context) => loadClaim(context, caseId));
    const made = state.decided?.policies[0];
    if (!made) throw new Error("nothing was decided");
    const edition = await run((context) => editionUsed(context, made.terms, made.digest));
    expect(decideAgain(edition, made).result).toBe("same");
    expect(decideAgain(null, made)).toEqual({ result: "edition-missing", digest: null });
    expect(decideAgain(edition, { ...made, decision: "0".repeat(64) }).result).toBe("words-differ");
    expect(decideAgain(edition, { ...made, decision: "0".repeat(64), least: "1.00" }).result).toBe("differs");
    expect(decideAgain(edition, { ...made, facts: { ...made.facts, 身故: "也许" } })).toEqual({
      result: "differs",
      digest: null,
    });
  });

  it("says plainly that the edition can no longer be found, and compares nothing with it", async () => {
    const { caseId } = await open();
    const [first] = await decisions(caseId);
    const gone = `sha256:${"0".repeat(64)}`;
    const edition = first?.policies[0]?.edition ?? "";
    await database.store.owner.pool.query(
      "update case_event set data = replace(data::text, $1, $2)::jsonb where case_id = $3 and type = 'decided'",
      [edition, gone, caseId],
    );
    const made = await again(caseId, first?.version ?? 0);
    const lost = made.policies.filter(({ made: by }) => by.edition === gone);
    expect(lost.length).toBeGreaterThan(0);
    for (const { again: result, change } of lost)
      expect([result.result, change]).toEqual(["edition-missing", null]);
    expect((await refusalOf(view(caseId))).code).toBe("claims.edition-missing");
  });
});
