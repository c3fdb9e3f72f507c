import { describe, expect, it } from "vitest";
import { type CaseId, PaymentId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { approve, createBatch, recordBankResult, reject, setPayerAccount } from "../payments/index.ts";
import { writeXlsx } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { prepareDue, refreshCases } from "./index.ts";
import { openDesk } from "./testing/desk.ts";
import { callRecords, refusalOf, tellStory } from "./testing/story.ts";

const database = await testDatabase();
const { run, open, view, drop } = await openDesk(database);
const approver = await testStaff(database, { name: "赵主管（示例）" });
const ALL = 127_000_000n;

const settledCase = async (change?: Parameters<typeof open>[1]) => {
  const opened = await open({}, change);
  await drop(opened.caseId, callRecords());
  return opened;
};
const prepare = async (caseId: CaseId, amount = ALL) => {
  const { version } = await view(caseId);
  await run((context) => prepareDue(context, { caseId, version, amount: cents(amount) }));
  return view(caseId);
};
const ordersOf = (caseId: CaseId) =>
  run(({ tx }) =>
    tx
      .selectFrom("payment_order")
      .selectAll()
      .where("case_id", "=", caseId)
      .orderBy("prepared_at")
      .orderBy("status")
      .execute(),
  );

describe("an order that comes to nothing", () => {
  it("rejected by the second person, its amount is due again, and the new order makes it good", async () => {
    const { caseId } = await settledCase();
    const [first] = (await prepare(caseId)).payments;
    const paymentId = PaymentId.parse(first?.paymentId);
    await run((context) => reject(context, paymentId, "账户待核对（示例）"), approver);
    const rejected = await view(caseId);
    expect(rejected.money).toMatchObject({ ordered: "0.00", available: "1270000.00" });
    expect(rejected.next.do).toBe("prepare-payment");
    expect(rejected.history[0]?.zh).toContain("账户待核对（示例）");
    const again = await prepare(caseId);
    expect(again.payments.map(({ status }) => status)).toEqual(["rejected", "pending"]);
    expect((await ordersOf(caseId)).map(({ replaces }) => replaces)).toContain(paymentId);
  });

  it("returned by the bank, it is due again too", async () => {
    const { caseId } = await settledCase();
    await run((context) =>
      setPayerAccount(context, {
        holder: "示例人寿（示例）",
        bank: "示例银行",
        bankCode: "999164000012",
        number: "99900000000001",
        template: "sample-bank-gb18030/1",
      }),
    );
    const [first] = (await prepare(caseId)).payments;
    const paymentId = PaymentId.parse(first?.paymentId);
    await run((context) => approve(context, paymentId), approver);
    const { batchId } = await run((context) => createBatch(context, [paymentId]));
    const [order] = await ordersOf(caseId);
    const content = await writeXlsx([
      {
        name: "回盘",
        columns: ["指令编号", "金额", "结果", "原因"].map((header) => ({ header })),
        rows: [[order?.number ?? "", cents(ALL), "失败", "账号户名不符（示例）"]],
      },
    ]);
    await run((context) =>
      recordBankResult(context, batchId, { filename: "回盘.xlsx", mediaType: "", content }),
    );
    const returned = await view(caseId);
    expect(returned).toMatchObject({
      status: "decided",
      money: { ordered: "0.00", available: "1270000.00" },
    });
    expect(returned.clocks.find(({ name }) => name === "给付")?.state).toBe("running");
    expect((await prepare(caseId)).payments.map(({ status }) => status)).toEqual(["returned", "pending"]);
  });
});

describe("records that changed since the last decision", () => {
  const without = (policy: Parameters<NonNullable<Parameters<typeof tellStory>[2]>>[0]) => ({
    ...policy,
    beneficiaries: policy.beneficiaries.map((one) => ({ ...one, account: null })),
  });

  it("an account registered later is found when payment is prepared, and the decision is stored anew", async () => {
    const { caseId } = await settledCase(without);
    expect((await view(caseId)).next).toMatchObject({ do: "complete-payment-needs", fact: "收款账户已核验" });
    const { version } = await view(caseId);
    const refused = refusalOf(run((context) => prepareDue(context, { caseId, version, amount: cents(ALL) })));
    expect((await refused).code).toBe("claims.payment-needs");
    await run((context) => tellStory(context, "3"));
    const prepared = await prepare(caseId);
    expect(prepared.payments).toMatchObject([{ amount: "1270000.00", payee: "王太太（示例）" }]);
    expect(prepared.history.map(({ type }) => type).slice(0, 2)).toEqual(["payment-prepared", "decided"]);
  });

  it("decides the party's cases anew when whoever changed the records says so, once", async () => {
    const { story, caseId } = await settledCase(without);
    const refresh = () => run((context) => refreshCases(context, story.insured));
    expect(await refresh()).toEqual({ redecided: [], contradicted: [] });
    await run((context) => tellStory(context, "4"));
    expect(await refresh()).toEqual({ redecided: [caseId], contradicted: [] });
    expect((await view(caseId)).next.do).toBe("prepare-payment");
    expect(await refresh()).toEqual({ redecided: [], contradicted: [] });
  });

  it("a contract that proves lapsed is not paid on what was thought before", async () => {
    const { caseId } = await settledCase();
    await run((context) =>
      tellStory(context, "5", (policy) => ({ ...policy, status: "lapsed", statusSince: "2023-01-01" })),
    );
    const { version } = await view(caseId);
    const refused = refusalOf(run((context) => prepareDue(context, { caseId, version, amount: cents(ALL) })));
    expect((await refused).code).toBe("claims.nothing-available");
  });
});

describe("two beneficiaries", () => {
  it("are each paid their share of every line, and no 分 is lost", async () => {
    const { story, caseId } = await settledCase((policy) => ({
      ...policy,
      beneficiaries: policy.beneficiaries.flatMap((one) => [
        { ...one, share: "66.67" },
        {
          ...one,
          partyId: policy.insured.partyId,
          name: "王小姐（示例）",
          kinship: "子女",
          share: "33.33",
          account: one.account && { ...one.account, holder: "王小姐（示例）" },
        },
      ]),
    }));
    const { payments } = await prepare(caseId);
    expect(payments.map(({ payee, amount }) => [payee, amount])).toEqual([
      ["王太太（示例）", "846709.00"],
      ["王小姐（示例）", "423291.00"],
    ]);
    expect(story.policies).toHaveLength(4);
  });
});
