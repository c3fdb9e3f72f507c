import { describe, expect, it } from "vitest";
import { readAudit } from "../../access/index.ts";
import { type CaseId, PaymentId } from "../../kernel/ids.ts";
import { cents } from "../../kernel/money.ts";
import {
  approve as approvePayment,
  createBatch,
  onPaymentChanged,
  recordBankResult,
  setPayerAccount,
  tellPayee,
} from "../../payments/index.ts";
import { testDatabase, testStaff } from "../../testing/index.ts";
import { readTodayView } from "../../today/index.ts";
import { followPayment, openClaim, prepareDue, refreshCases, replayDecisions } from "../index.ts";
import { openDesk } from "../testing/desk.ts";
import { deliverAll, runClaimJobs } from "../testing/jobs.ts";
import { callRecords, photo, refusalOf, reportOf, tellStory } from "../testing/story.ts";
import { approve, closeByHand, propose, recordAgreed, reopenClosed, sendBack } from "./steps.ts";

const database = await testDatabase();
const { run, open, view, drop, unchanged, handler } = await openDesk(database);
onPaymentChanged(followPayment, tellPayee);
const second = await testStaff(database, { name: "赵主管（示例）" });

const lapsed = () => open({}, (policy) => ({ ...policy, status: "lapsed" }));
const words = "身故时合同效力中止，不在保险期间内（示例）";
const versionOf = async (caseId: CaseId) => (await view(caseId)).version;
const refuse = async (caseId: CaseId) => {
  const version = await versionOf(caseId);
  await run((context) => propose(context, { caseId, version, words }));
  const refusal = (await view(caseId)).life.refusals.at(-1);
  if (!refusal) throw new Error("nothing was proposed");
  return refusal;
};
const agreeTo = async (
  caseId: CaseId,
  refusalId: Parameters<typeof approve>[1]["refusalId"],
  as = second,
) => {
  const version = await versionOf(caseId);
  return run((context) => approve(context, { caseId, version, refusalId }), as);
};
const closing = async (caseId: CaseId, reason = "核对完毕（示例）", claimantWithdrew = false) => {
  const version = await versionOf(caseId);
  return run((context) => closeByHand(context, { caseId, version, reason, claimantWithdrew }));
};

describe("a refusal", () => {
  it("is proposed by a named person, approved by another, told in words, and ends the case", async () => {
    const { caseId, story } = await lapsed();
    expect((await view(caseId)).next.do).toBe("propose-refusal");
    const todo = async () =>
      (await run(readTodayView)).judging.find((one) => one.caseId === caseId)?.todo ?? null;
    expect(await todo()).toBe("propose-refusal");
    const refusal = await refuse(caseId);
    expect(refusal).toMatchObject({ status: "proposed", proposedBy: "李经办（示例）", words });
    expect(refusal.policies).toHaveLength(4);
    for (const { reasons } of refusal.policies) expect(reasons[0]?.clause).toMatch(/^第.+条$/);
    expect((await view(caseId)).next.do).toBe("approve-refusal");
    expect(await todo()).toBe("approve-refusal");
    expect((await unchanged(caseId, () => agreeTo(caseId, refusal.refusalId, handler))).code).toBe(
      "claims.four-eyes",
    );
    expect((await unchanged(caseId, () => closing(caseId))).code).toBe("claims.refusal-waiting");
    await agreeTo(caseId, refusal.refusalId);
    const refused = await view(caseId);
    const notice = refused.life.refusals[0]?.notice;
    expect(notice?.text).toContain(words);
    expect(notice?.text).toContain(refusal.policies[0]?.reasons[0]?.clause);
    expect(notice).toMatchObject({ to: expect.stringContaining("王太太"), deliveredAt: null });
    expect(refused.clocks.find(({ name }) => name === "拒绝通知")).toMatchObject({
      due: "2025-03-13",
      state: "met",
    });
    expect(refused.clocks.find(({ name }) => name === "核定")?.state).toBe("met");
    await deliverAll(database);
    await runClaimJobs(database, "claims.follow-refusal");
    await runClaimJobs(database, "claims.close-when-told");
    const closed = await view(caseId);
    expect(closed).toMatchObject({ status: "closed", life: { closed: { ground: "done", reason: null } } });
    expect(closed.next.do).toBe("nothing");
    expect(await todo()).toBeNull();
    const audit = await run((context) => readAudit(context, story.insured));
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["claims.propose-refusal", "claims.approve-refusal", "claims.close"]),
    );
    expect(await run((context) => replayDecisions(context, caseId))).toMatchObject({ same: true });
  });

  it("is possible only where nothing is owed whatever turns out, and by a person alone", async () => {
    const { caseId } = await open();
    const propose1 = async () => {
      const version = await versionOf(caseId);
      return run((context) => propose(context, { caseId, version, words }));
    };
    expect(await unchanged(caseId, propose1)).toMatchObject({ code: "claims.nothing-to-refuse" });
    const other = await lapsed();
    const version = await versionOf(other.caseId);
    const engine = database.run((context) => propose(context, { caseId: other.caseId, version, words }));
    expect((await refusalOf(engine)).code).toBe("claims.named-person");
  });

  it("can be returned with a reason and proposed anew, but not twice at once", async () => {
    const { caseId } = await lapsed();
    const first = await refuse(caseId);
    expect((await unchanged(caseId, () => refuse(caseId))).code).toBe("claims.refusal-waiting");
    const version = await versionOf(caseId);
    await run(
      (context) =>
        sendBack(context, { caseId, version, refusalId: first.refusalId, reason: "先核实缴费记录（示例）" }),
      second,
    );
    expect((await view(caseId)).life.refusals[0]).toMatchObject({
      status: "returned",
      returnedReason: "先核实缴费记录（示例）",
    });
    expect((await unchanged(caseId, () => agreeTo(caseId, first.refusalId))).facts).toEqual({
      status: "returned",
    });
    expect((await refuse(caseId)).status).toBe("proposed");
  });

  it("lapses when the decision that it rests on changes", async () => {
    const { caseId, story } = await lapsed();
    const refusal = await refuse(caseId);
    const [policy] = (await view(caseId)).policies;
    const suffix = /^[A-Z]+(\d+)-/.exec(policy?.number ?? "")?.[1] ?? "";
    // The records were wrong: the policies had been in force all along.
    await run((context) => tellStory(context, suffix));
    await run((context) => refreshCases(context, story.insured));
    const changed = await view(caseId);
    expect(changed.life.refusals[0]?.status).toBe("lapsed");
    expect(changed.money.least).toBe("370000.00");
    expect((await unchanged(caseId, () => agreeTo(caseId, refusal.refusalId))).facts).toEqual({
      status: "lapsed",
    });
  });
});

describe("closing and reopening", () => {
  it("refuses each step that the case does not allow yet, with why", async () => {
    const { caseId } = await open();
    const owed = await unchanged(caseId, () => closing(caseId));
    expect(owed).toMatchObject({ code: "claims.close-owed", facts: { amount: "370000.00" } });
    expect((await unchanged(caseId, () => closing(caseId, "申请人来电撤回（示例）", true))).code).toBe(
      "claims.close-owed",
    );
    const version = await versionOf(caseId);
    const again = () => run((context) => reopenClosed(context, { caseId, version, reason: "误开（示例）" }));
    expect((await unchanged(caseId, again)).code).toBe("claims.not-closed");
    const declined = await lapsed();
    expect((await unchanged(declined.caseId, () => closing(declined.caseId))).code).toBe(
      "claims.close-unrefused",
    );
  });

  it("lets a claimant take an undecided claim back where nothing is certain; new evidence reopens it", async () => {
    const { caseId } = await open({ eventKind: "illness", facts: {} });
    expect((await unchanged(caseId, () => closing(caseId))).code).toBe("claims.close-open");
    await closing(caseId, "申请人来电撤回（示例）", true);
    expect(await view(caseId)).toMatchObject({
      status: "closed",
      life: { closed: { ground: "claimant-withdrew", by: "李经办（示例）" } },
    });
    expect((await unchanged(caseId, () => drop(caseId, photo()))).code).toBe("claims.closed");
    expect((await unchanged(caseId, () => closing(caseId))).code).toBe("claims.closed");
    const version = await versionOf(caseId);
    await run((context) => reopenClosed(context, { caseId, version, reason: "送来新的病理报告（示例）" }));
    const reopened = await view(caseId);
    expect(reopened).toMatchObject({ status: "open", life: { closed: null } });
    expect(reopened.history[0]?.zh).toContain("送来新的病理报告");
    await drop(caseId, photo());
  });

  it("closes itself once all is paid and the payee told; the death stays claimed once", async () => {
    const { caseId, story } = await open();
    await drop(caseId, callRecords());
    await run((context) =>
      setPayerAccount(context, {
        holder: "示例人寿（示例）",
        bank: "示例银行",
        bankCode: "999164000012",
        number: "99900000000001",
        template: "sample-bank-gb18030/1",
      }),
    );
    const version = await versionOf(caseId);
    await run((context) =>
      recordAgreed(context, {
        caseId,
        version,
        on: "2025-03-10",
        with: "王太太（示例）",
        source: "给付协议（示例）",
      }),
    );
    expect((await view(caseId)).clocks.find(({ name }) => name === "给付")?.due).toBe("2025-03-20");
    const amount = cents(127_000_000n);
    const before = await versionOf(caseId);
    await run((context) => prepareDue(context, { caseId, version: before, amount }));
    expect((await unchanged(caseId, () => closing(caseId))).code).toBe("claims.close-moving");
    const payments = (await view(caseId)).payments.map(({ paymentId }) => PaymentId.parse(paymentId));
    for (const paymentId of payments) await run((context) => approvePayment(context, paymentId), second);
    const { batchId } = await run((context) => createBatch(context, payments));
    await settleAll(batchId, caseId);
    expect((await view(caseId)).status).toBe("paid");
    await runClaimJobs(database, "claims.close-when-told");
    expect((await view(caseId)).status).toBe("paid");
    await deliverAll(database);
    await runClaimJobs(database, "claims.close-when-told");
    expect((await view(caseId)).status).toBe("closed");
    const twice = await refusalOf(run((context) => openClaim(context, reportOf(story))));
    expect(twice).toMatchObject({ code: "claims.already-reported", facts: { closed: true } });
  });

  const settleAll = async (batchId: Parameters<typeof recordBankResult>[1], caseId: CaseId) => {
    const orders = await run(({ tx }) =>
      tx.selectFrom("payment_order").select(["number", "amount"]).where("case_id", "=", caseId).execute(),
    );
    const lines = orders.map(({ number, amount }) => `${number},${amount / 100n}.00,成功,`);
    const content = new TextEncoder().encode(`\ufeff指令编号,金额,结果,原因\n${lines.join("\n")}\n`);
    await run((context) =>
      recordBankResult(context, batchId, { filename: "回盘.csv", mediaType: "", content }),
    );
  };
});

describe("an agreement", () => {
  it("needs a covered amount, and a day from the determination until today", async () => {
    const { caseId } = await open();
    const agreeOn = async (on: string) => {
      const version = await versionOf(caseId);
      const given = { on, with: "王太太（示例）", source: "给付协议（示例）" };
      return run((context) => recordAgreed(context, { caseId, version, ...given }));
    };
    expect((await unchanged(caseId, () => agreeOn("2025-03-10"))).code).toBe("claims.nothing-to-agree");
    await drop(caseId, callRecords());
    for (const on of ["2025-03-09", "2025-03-11"])
      expect((await unchanged(caseId, () => agreeOn(on))).code).toBe("claims.agreement-day");
    await agreeOn("2025-03-10");
    expect((await view(caseId)).life.agreement).toMatchObject({ on: "2025-03-10", with: "王太太（示例）" });
  });
});
