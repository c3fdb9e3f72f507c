import { describe, expect, it } from "vitest";
import { readEvents } from "../cases/index.ts";
import { type CaseId, PaymentId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { approve, createBatch, recordBankResult, setPayerAccount } from "../payments/index.ts";
import { writeXlsx } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { readTodayView } from "../today/index.ts";
import { prepareDue } from "./index.ts";
import { openDesk } from "./testing/desk.ts";
import { callRecords, refusalOf, walletBill } from "./testing/story.ts";

const database = await testDatabase();
const { run, open, view, drop, unchanged } = await openDesk(database);
const approver = await testStaff(database, { name: "赵主管（示例）" });

describe("the holiday that settles a case (D4)", () => {
  it("opens with the bar from 370,000 to 1,270,000 and asks for one thing", async () => {
    const { caseId } = await open();
    const claim = await view(caseId);
    expect(claim.money).toEqual({
      least: "370000.00",
      most: "1270000.00",
      ordered: "0.00",
      available: "370000.00",
    });
    expect(claim.needs).toMatchObject({ decision: [{ fact: "出险时间", settles: true }], payment: [] });
    expect(claim).toMatchObject({ status: "open", settled: false, title: "王先生（示例）意外身故" });
    expect(claim.next).toMatchObject({ do: "answer-ask", fact: "出险时间" });
    const endowment = claim.policies.at(0);
    expect(endowment?.number.startsWith("LQ")).toBe(true);
    expect(endowment?.clauses.find(({ id }) => id === "第五条")?.lamp).toBe("depends");
    const segments = endowment?.whatIfs.find(({ fact }) => fact === "出险时间")?.segments ?? [];
    expect(segments.map(({ from, payable }) => [from.slice(0, 19), payable.least])).toEqual([
      ["2024-09-30T21:00:00", "100000.00"],
      ["2024-10-01T00:00:00", "1000000.00"],
    ]);
  });

  it("closes at 1,270,000 with two files, each bound with its row; the deduction counts for nothing", async () => {
    const { caseId } = await open();
    const calls = await drop(caseId, callRecords());
    expect(calls.read.zh).toContain("2024-10-01 19:42:00");
    expect((await view(caseId)).money).toMatchObject({ least: "1270000.00", most: "1270000.00" });
    const bill = await drop(caseId, walletBill());
    expect(bill.read).toMatchObject({ kind: "wechat-bill", rows: 2 });
    const claim = await view(caseId);
    const moment = claim.facts.find(({ name }) => name === "出险时间");
    expect(moment?.value).toEqual({ between: ["2024-10-02T08:12:05+08:00", "2024-10-03T08:40:00+08:00"] });
    expect(moment?.sources.map(({ locator }) => locator)).toContainEqual(
      "第 7 行：扫二维码付款 · 便民早餐店（示例） ¥12.50",
    );
    expect(claim).toMatchObject({ status: "decided", settled: true, asks: [] });
    expect(claim.next.do).toBe("prepare-payment");
    expect(claim.evidence.map(({ kind }) => kind)).toEqual(["call-records", "wechat-bill"]);
  });

  it("advances what is certain, then orders only the rest; a second person approves; the bank's word makes it paid", async () => {
    const { caseId } = await open();
    await run((context) =>
      setPayerAccount(context, {
        holder: "示例人寿（示例）",
        bank: "示例银行",
        bankCode: "999164000012",
        number: "99900000000001",
        template: "sample-bank-gb18030/1",
      }),
    );
    const prepare = async (amount: bigint) => {
      const { version } = await view(caseId);
      return run((context) => prepareDue(context, { caseId, version, amount: cents(amount) }));
    };
    expect(await unchanged(caseId, () => prepare(127_000_000n))).toMatchObject({
      code: "claims.wrong-amount",
      facts: { right: "370000.00" },
    });
    await prepare(37_000_000n);
    const advanced = await view(caseId);
    expect(advanced.money).toMatchObject({ ordered: "370000.00", available: "0.00" });
    expect((await unchanged(caseId, () => prepare(37_000_000n))).code).toBe("claims.nothing-available");
    await drop(caseId, callRecords());
    await prepare(90_000_000n);
    const ordered = await view(caseId);
    expect(ordered.payments.map(({ amount }) => amount)).toEqual(["370000.00", "900000.00"]);
    expect(ordered.next.do).toBe("await-approval");
    const payments = ordered.payments.map(({ paymentId }) => PaymentId.parse(paymentId));
    for (const paymentId of payments) await run((context) => approve(context, paymentId), approver);
    expect((await view(caseId)).next.do).toBe("send-batch");
    const batch = await run((context) => createBatch(context, payments));
    expect((await view(caseId)).next.do).toBe("await-bank");
    await answer(batch.batchId, caseId);
    const paid = await view(caseId);
    expect(paid).toMatchObject({ status: "paid", next: { do: "nothing" } });
    expect(paid.clocks.find(({ name }) => name === "给付")?.state).toBe("met");
    const today = await run(readTodayView);
    expect(today.week).toMatchObject({ paid: "1270000.00", paidCount: 2 });
  });

  const answer = async (batchId: Parameters<typeof recordBankResult>[1], caseId: CaseId) => {
    const orders = await run(({ tx }) =>
      tx.selectFrom("payment_order").select(["number", "amount"]).where("case_id", "=", caseId).execute(),
    );
    const content = await writeXlsx([
      {
        name: "回盘",
        columns: ["指令编号", "金额", "结果", "原因"].map((header) => ({ header })),
        rows: orders.map(({ number, amount }) => [number, cents(BigInt(amount)), "成功", ""]),
      },
    ]);
    await run((context) =>
      recordBankResult(context, batchId, { filename: "回盘.xlsx", mediaType: "", content }),
    );
  };
});

describe("what is never paid by the engine", () => {
  it("a decline asks for a named person", async () => {
    const { caseId } = await open({}, (policy) => ({ ...policy, status: "lapsed" }));
    const claim = await view(caseId);
    expect(claim.policies.map(({ decision }) => decision.outcome)).toContain("decline");
    expect(claim.next.do).toBe("propose-refusal");
    const { version } = claim;
    const refusal = await refusalOf(
      run((context) => prepareDue(context, { caseId, version, amount: cents(1n) })),
    );
    expect(refusal.code).toBe("claims.nothing-available");
  });
});

describe("today", () => {
  it("shows what is owed, what is asked and which clock ends first", async () => {
    const { caseId } = await open();
    const today = await run(readTodayView);
    expect(today).toMatchObject({ day: "2025-03-10", weekday: { zh: "星期一" }, dayKind: "working-day" });
    expect(today.owed).toContainEqual(expect.objectContaining({ caseId, available: "370000.00" }));
    expect(today.asking).toContainEqual(
      expect.objectContaining({ caseId, fact: "出险时间", least: "370000.00" }),
    );
    expect(today.clocks).toContainEqual(
      expect.objectContaining({ subjectId: caseId, name: "核定", due: "2025-03-31", daysLeft: 21 }),
    );
    expect(today.looked.cases).toBeGreaterThan(0);
    expect(today.looked.policies).toBeGreaterThanOrEqual(4);
  });
});

describe("history", () => {
  it("says every event in words, newest first", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    const { history, partyId } = await view(caseId);
    const events = await run((context) => readEvents(context, { partyId, caseId }));
    expect(history.map(({ version }) => version)).toEqual(events.map(({ version }) => version).reverse());
    for (const { zh, en, by } of history) {
      expect(zh.length).toBeGreaterThan(3);
      expect(en).toMatch(/[A-Za-z]/);
      expect(by).toBe("李经办（示例）");
    }
    expect(history[0]?.zh).toContain("已核定：应付 1,270,000.00 元");
  });
});
