import { describe, expect, it } from "vitest";
import { cents } from "../kernel/money.ts";
import { writeXlsx } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { withdrawFinding } from "./commands/findings.ts";
import { dropFile, openClaim, prepareDue } from "./index.ts";
import { act } from "./shell/commit.ts";
import { openDesk } from "./testing/desk.ts";
import { callRecords, photo, refusalOf, reportOf, tellStory, walletBill } from "./testing/story.ts";

const database = await testDatabase();
const { handler, run, open, view, drop, find, unchanged } = await openDesk(database);

describe("bad input leaves the case as it was", () => {
  it("contradictory findings are refused naming both", async () => {
    const { caseId } = await open();
    const late = await unchanged(caseId, () =>
      find(caseId, { kind: "not-before", value: "2024-10-04T00:00:00" }),
    );
    expect(late.code).toBe("claims.contradiction");
    expect(late.zh).toContain("2024-10-03 08:40:00");
    expect(late.zh).toContain("2024-10-04 00:00:00");
    const outside = await unchanged(caseId, () => find(caseId, { value: "2024-09-01T00:00:00" }));
    expect(outside.zh).toContain("2024-09-30 21:00:00");
    const record = await unchanged(caseId, () => find(caseId, { fact: "应扣欠款", value: "500.00" }));
    expect(record.code).toBe("claims.contradiction");
    expect(record.zh).toContain("保险单");
  });

  it.each([
    [{ fact: "没有这个事实", value: true }, "claims.unknown-fact"],
    [{ fact: "身故", value: "也许" }, "claims.not-a-value"],
    [{ fact: "身故", kind: "not-before" as const, value: true }, "claims.not-ordered"],
    [{ fact: "除外情形", value: "天意" }, "claims.not-a-value"],
    [{ fact: "出险时间", value: "2024-13-01T00:00:00" }, "claims.not-a-value"],
  ])("a finding that is no value: %j", async (given, code) => {
    const { caseId } = await open();
    expect((await unchanged(caseId, () => find(caseId, given))).code).toBe(code);
  });

  it("another person's bill, an unnamed one, a file twice, a file that is none", async () => {
    const { caseId } = await open();
    const code = async (file: ReturnType<typeof photo>) =>
      (await unchanged(caseId, () => drop(caseId, file))).code;
    expect(await code(walletBill("邻居老李"))).toBe("evidence.another-account");
    expect(await code(callRecords("19900000777"))).toBe("evidence.another-account");
    expect(await code(walletBill(null))).toBe("evidence.owner-unconfirmed");
    const text = (words: string) => ({
      filename: "x.csv",
      mediaType: "",
      content: new TextEncoder().encode(words),
    });
    expect(await code(text("姓名,电话\n王,1\n"))).toBe("evidence.not-a-statement");
    expect(await code(text(""))).toBe("tabular.empty");
    for (const filename of ["微信支付账单.CSV", "账单.xlsx", "账单.xls"])
      expect(await code({ ...photo(), filename })).toBe("claims.misnamed");
    const junk = {
      filename: "x.bin",
      mediaType: "",
      content: Uint8Array.from([1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7]),
    };
    expect(await code(junk)).toBe("claims.unknown-file");
    const workbook = await writeXlsx([{ name: "a", columns: [{ header: "a" }], rows: [] }]);
    const cut = { filename: "账单.xlsx", mediaType: "", content: workbook.slice(0, workbook.length / 2) };
    expect(await code(cut)).toBe("tabular.truncated");
    await drop(caseId, walletBill(null), true);
    expect(await code(walletBill(null))).toBe("claims.same-file");
  });

  it("a finding on a policy that the case is not about, or on a fact that the policy does not read", async () => {
    const { caseId, story } = await open();
    const [critical] = story.policies;
    const other = (await open()).story.policies[0] ?? null;
    const elsewhere = await unchanged(caseId, () =>
      find(caseId, { policyId: other, value: "2024-10-02T09:00:00" }),
    );
    expect(elsewhere).toMatchObject({ kind: "missing", code: "claims.no-policy" });
    if (!critical) throw new Error("no policy");
    const unread = await unchanged(caseId, () =>
      find(caseId, { policyId: critical, fact: "生存确认日期", value: "2024-09-01" }),
    );
    expect(unread.code).toBe("claims.unknown-fact");
    await find(caseId, { policyId: critical, fact: "无民事行为能力", value: false });
  });

  it("what has not happened yet, or happened only after it was reported", async () => {
    const { caseId, story } = await open({ facts: { 身故: true, 意外伤害: true } });
    const later = await unchanged(caseId, () => find(caseId, { value: "2025-03-01T09:30:01" }));
    expect(later).toMatchObject({ kind: "invalid", code: "claims.not-yet" });
    expect(later.zh).toContain("2025-03-01 09:30:00");
    const future = { fact: "身故日期", value: "2099-01-01" };
    expect((await unchanged(caseId, () => find(caseId, future))).code).toBe("claims.not-yet");
    expect((await unchanged(caseId, () => find(caseId, { ...future, kind: "not-before" }))).code).toBe(
      "claims.not-yet",
    );
    await find(caseId, { ...future, kind: "not-after" });
    const early = reportOf(story, { reportedAt: "2024-10-01T00:00:00", eventKind: "accident" });
    const said = { ...early, facts: { 出险时间: "2024-10-01T00:00:01" } };
    expect((await refusalOf(run((context) => openClaim(context, said)))).code).toBe("claims.not-yet");
  });

  it("a second death of one person: a policy's death is claimed once, however many report it", async () => {
    const { story, caseId } = await open();
    const { number } = await view(caseId);
    const again = await refusalOf(run((context) => openClaim(context, reportOf(story))));
    expect(again).toMatchObject({ kind: "conflict", code: "claims.already-reported" });
    expect(again.zh).toContain(number);
    // Nor by calling it an accident, whether at once or later.
    const accident = reportOf(story, { eventKind: "accident" });
    expect((await refusalOf(run((context) => openClaim(context, accident)))).code).toBe(again.code);
    const injury = { ...accident, facts: { 意外伤害: true } };
    const second = await run((context) => openClaim(context, injury));
    const died = () => find(second.caseId, { fact: "身故", value: true });
    expect((await unchanged(second.caseId, died)).code).toBe(again.code);
    await find(second.caseId, { fact: "身故", value: false });
    const one = await run((context) => tellStory(context, "twice"));
    const tries = await Promise.allSettled(
      Array.from({ length: 3 }, () => run((context) => openClaim(context, reportOf(one)))),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("a report for another's policy, from the future, or with facts the terms do not know", async () => {
    const { story } = await open();
    const other = await open();
    const report = (given: Parameters<typeof reportOf>[1]) =>
      refusalOf(run((context) => openClaim(context, reportOf(story, given)))).then(({ code }) => code);
    expect(await report({ policies: other.story.policies })).toBe("claims.policies");
    expect(await report({ reportedAt: "2031-01-01T00:00:00" })).toBe("claims.report-time");
    expect(await report({ facts: { 天气: "晴" } })).toBe("claims.unknown-fact");
  });
});

describe("evidence", () => {
  it("keeps a photo byte for byte without findings", async () => {
    const { caseId } = await open();
    const { read } = await drop(caseId, photo());
    expect(read.kind).toBe("document");
    const claim = await view(caseId);
    expect(claim.evidence).toMatchObject([{ mediaType: "image/jpeg", kind: "document", findings: [] }]);
    expect(claim.money.most).toBe("1270000.00");
  });

  it("waits for the hour of discovery, and is read again once it is known or changes", async () => {
    const facts = { 身故: true, 身故日期: "2024-10-03", 意外伤害: true, 除外情形: "无" };
    const { caseId } = await open({ facts });
    const dropped = await drop(caseId, callRecords());
    expect(dropped.read.zh).toContain("还不知道何时被发现");
    expect((await view(caseId)).findings.filter(({ fact }) => fact === "出险时间")).toEqual([]);
    await find(caseId, { kind: "not-after", value: "2024-10-03T09:30:00" });
    const bound = async () => {
      const fact = (await view(caseId)).facts.find(({ name }) => name === "出险时间");
      return fact?.value;
    };
    expect(await bound()).toEqual({ between: ["2024-10-03T09:10:00+08:00", "2024-10-03T09:30:00+08:00"] });
    await find(caseId, { kind: "not-after", value: "2024-10-03T08:40:00" });
    expect(await bound()).toEqual({ between: ["2024-10-01T19:42:00+08:00", "2024-10-03T08:40:00+08:00"] });
  });

  it("takes with it, when withdrawn, what it proved; the history keeps both", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    const [finding] = (await view(caseId)).findings.filter(({ source }) => source.kind === "statement");
    if (!finding) throw new Error("no finding");
    const { version } = await view(caseId);
    await run((context) =>
      act(context, caseId, version, { action: "claims.withdraw-finding" }, (state) =>
        withdrawFinding(state, { findingId: finding.findingId, reason: "号码有误（示例）" }),
      ),
    );
    const claim = await view(caseId);
    expect(claim.money).toMatchObject({ least: "370000.00", most: "1270000.00" });
    expect(claim.history.map(({ type }) => type)).toContain("finding-withdrawn");
    expect(claim.findings.find(({ findingId }) => findingId === finding.findingId)?.withdrawn?.reason).toBe(
      "号码有误（示例）",
    );
  });
});

describe("two handlers at once", () => {
  it("one wins, the other is told, and nothing is lost", async () => {
    const { caseId } = await open();
    const { version } = await view(caseId);
    const other = await testStaff(database, { name: "周经办（示例）" });
    const drops = await Promise.allSettled(
      [handler, other].map((who) =>
        run(
          (context) => dropFile(context, { caseId, version, ownerConfirmed: false, file: callRecords() }),
          who,
        ),
      ),
    );
    expect(drops.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = drops.find((one) => one.status === "rejected");
    expect(lost?.status === "rejected" && lost.reason).toMatchObject({ refusal: { code: "cases.changed" } });
    expect((await view(caseId)).evidence).toHaveLength(1);
  });

  it("orders an amount once, however many ask", async () => {
    const { caseId } = await open();
    const { version } = await view(caseId);
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        run((context) => prepareDue(context, { caseId, version, amount: cents(37_000_000n) })),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await view(caseId)).money.ordered).toBe("370000.00");
  });
});
