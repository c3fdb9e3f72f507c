import { expect, test } from "vitest";
import { followPayment, prepareDue, readClaimView } from "../claims/index.ts";
import type { CaseId } from "../kernel/ids.ts";
import { parseYuan } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import {
  approve,
  createBatch,
  onPaymentChanged,
  ordersOfCase,
  recordBankResult,
  setPayerAccount,
} from "../payments/index.ts";
import type { ConsumerContext } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { ConsumerClaim, ConsumerOverview } from "./contract.ts";
import { readOverview } from "./overview.ts";
import { readConsumerClaim } from "./read.ts";
import { CARDS, consumer, makeWorld, report } from "./world.fixture.ts";

const database = await testDatabase();
const world = await makeWorld(database);
const handler = await testStaff(database, { name: "理赔甲（示例）" });
const approver = await testStaff(database, { name: "审批乙（示例）", approvalLimit: 1_000_000_000n });
onPaymentChanged(followPayment);
await database.run((context) =>
  setPayerAccount(context, {
    holder: "示例人寿（示例）",
    bank: "示例银行总行",
    bankCode: null,
    number: "99900011112222",
    template: "sample-bank-gb18030/1",
  }),
);
const policyIds = (...numbers: string[]) =>
  numbers.map((number) => {
    const id = world.policies.get(number);
    if (!id) throw new Error(`no policy ${number}`);
    return id;
  });

const death = await report(database, handler, {
  partyId: world.王先生,
  eventKind: "death",
  reportedAt: "2025-03-01T10:00:00+08:00",
  policies: policyIds("E1", "C1", "C2"),
  facts: {
    身故: true,
    身故日期: "2024-10-03",
    意外伤害: true,
    除外情形: "无",
    出险时间: { between: ["2024-09-30T21:00:00+08:00", "2024-10-03T08:40:00+08:00"] },
  },
  source: "家属陈述（王太太）",
});
const illness = await report(database, handler, {
  partyId: world.王先生,
  eventKind: "illness",
  reportedAt: "2025-03-02T10:00:00+08:00",
  policies: policyIds("C1"),
  facts: { 身故: false, 申请疾病: "恶性肿瘤", 确诊日期: "2024-09-01" },
  source: "被保险人申请",
});
const hers = await report(database, handler, {
  partyId: world.李女士,
  eventKind: "illness",
  reportedAt: "2025-03-02T10:00:00+08:00",
  policies: policyIds("L1"),
  facts: { 申请疾病: "恶性肿瘤" },
  source: "被保险人申请",
});

const wife = consumer(database, "王太太（示例）", world.王太太, [world.王先生]);
const son = consumer(database, "王大明（示例）", world.王大明, [world.王先生]);
const husband = consumer(database, "王先生（示例）", world.王先生, []);
const stranger = consumer(database, "李女士（示例）", world.李女士, []);

const overview = async (who: ConsumerContext) => ConsumerOverview.parse(await readOverview(who));
const claim = async (who: ConsumerContext, caseId: CaseId) =>
  ConsumerClaim.parse(await readConsumerClaim(who, caseId));
const codeOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof Refused ? `${error.refusal.kind} ${error.refusal.code}` : "shown";
};

/** 先行给付: what is certain now is prepared and approved; gives the orders. */
const pay = async () => {
  const view = await database.run((context) => readClaimView(context, death));
  const amount = parseYuan(view.money.available);
  if (amount === null) throw new Error("no amount");
  await database.run(
    (context) => prepareDue(context, { caseId: death, version: view.version, amount }),
    handler,
  );
  return database.run((context) => ordersOfCase(context, world.王先生, death));
};

test("covers: one's own, and of the insured those that name one, each with what it pays and the share", async () => {
  const mine = await overview(wife);
  expect(mine.covers.map(({ number, role, ofWhom }) => [number, role, ofWhom])).toEqual([
    ["C1", "beneficiary", "王先生（示例）"],
    ["E1", "beneficiary", "王先生（示例）"],
  ]);
  const [critical, endowment] = mine.covers;
  expect(critical?.plain.zh).toContain("份额 50%");
  expect(endowment?.plain.zh).toContain("法定节假日意外身故保险金");
  expect(endowment?.plain.zh).toContain("基本保险金额 100,000 元");
  expect((await overview(husband)).covers.map(({ number, role }) => [number, role])).toEqual([
    ["C1", "insured"],
    ["C2", "insured"],
    ["E1", "insured"],
  ]);
  expect((await overview(stranger)).covers.map(({ number }) => number)).toEqual(["L1"]);
});

test("another's case is not found, exactly as one that does not exist", async () => {
  expect(await codeOf(claim(stranger, death))).toBe("missing consumer.no-claim");
  expect(await codeOf(claim(wife, hers))).toBe("missing consumer.no-claim");
  const nobody = database.newId() as CaseId;
  expect(await codeOf(claim(wife, nobody))).toBe("missing consumer.no-claim");
  expect((await overview(stranger)).claims.map(({ caseId }) => caseId)).toEqual([hers]);
});

test("of the insured's illness a beneficiary sees nothing; the insured sees all of it", async () => {
  expect(await codeOf(claim(wife, illness))).toBe("missing consumer.no-claim");
  expect((await overview(wife)).claims.map(({ caseId }) => caseId)).toEqual([death]);
  expect(new Set((await overview(husband)).claims.map(({ caseId }) => caseId))).toEqual(
    new Set([death, illness]),
  );
  expect((await claim(husband, illness)).title).toContain("王先生");
});

test("of the death each sees the policies that name them, and the amounts of those alone", async () => {
  const hersSeen = await claim(wife, death);
  expect(hersSeen.because.map(({ number }) => number).sort()).toEqual(["C1", "E1"]);
  expect([hersSeen.least, hersSeen.most]).toEqual(["220000.01", "1120000.01"]);
  const hisSeen = await claim(son, death);
  expect(hisSeen.because.map(({ number }) => number).sort()).toEqual(["C1", "C2"]);
  expect([hisSeen.least, hisSeen.most, hisSeen.settled]).toEqual(["125000.01", "125000.01", true]);
  expect(hersSeen.settled).toBe(false);
  expect(hersSeen.stillNeeded.map(({ ask }) => ask.zh)).toContain(
    "意外是什么时候发生的？通话记录、付款记录都能帮助确定。",
  );
  expect(hisSeen.stillNeeded).toEqual([]);
});

test("why: by which terms, and the clauses in their own words with the numbers in place", async () => {
  const { because } = await claim(wife, death);
  const endowment = because.find(({ number }) => number === "E1");
  expect(endowment?.terms).toBe("life-endowment-holiday/2019");
  expect(endowment?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  const { zh, en } = endowment?.explained ?? {};
  expect(zh?.headline).toBe("还不能确定：100,000 至 1,000,000 元。还要弄清：出险时间。");
  expect(en?.headline).toBe("Still open: CNY 100,000 to 1,000,000. To be found out: 'incident at'.");
  const holiday = zh?.clauses.filter(({ clause }) => clause === "第五条") ?? [];
  expect(holiday.map(({ text }) => text).join()).toContain("国家法定节假日");
  expect(holiday.map(({ says }) => says).join()).toContain("10 × 基本保险金额 100,000");
  const best = zh?.changes[0];
  expect(best?.payable).toEqual({ least: "1000000.00", most: "1000000.00" });
  expect(best?.text).toMatch(/^如果 出险时间 在 2024年10月1日 00:00 .*则可赔付 1,000,000 元。$/);
  expect(en?.changes[0]?.text).toMatch(/^If 'incident at' is from 1 October 2024, 00:00 \(China time\)/);
});

test("the facts that one's own policies read, with who says so, and one's rights", async () => {
  const { facts, rights } = await claim(wife, death);
  const event = facts.find(({ name }) => name.zh === "出险时间");
  expect(event?.source.match(/家属陈述（王太太）/g)).toHaveLength(2);
  expect(event?.shows.zh).toContain("2024");
  expect(facts.map(({ name }) => name.zh)).toContain("身故日期");
  // The son's policies are critical-illness covers, whose terms read no hour of the accident.
  const his = (await claim(son, death)).facts.map(({ name }) => name.zh);
  expect(his).toContain("身故日期");
  expect(his).not.toContain("出险时间");
  expect(rights.length).toBeGreaterThan(3);
});

test("money: for each the orders to them alone; nobody sees another's account or amount", async () => {
  const orders = await pay();
  expect(orders.map(({ terms }) => terms.payee.name).sort()).toEqual(["王大明（示例）", "王太太（示例）"]);
  const waiting = await claim(wife, death);
  // 100,000.00 of E1 and half of 120,000.01, whose odd 分 goes to the first named.
  expect(waiting.forYou).toBe("160000.01");
  expect((await overview(wife)).onTheWay).toBeNull();
  for (const { terms } of orders)
    await database.run((context) => approve(context, terms.paymentId), approver);
  const batch = await database.run(
    (context) =>
      createBatch(
        context,
        orders.map(({ terms }) => terms.paymentId),
      ),
    approver,
  );
  expect((await overview(wife)).onTheWay).toMatchObject({ amount: "160000.01", caseId: death });
  expect((await overview(son)).onTheWay).toMatchObject({ amount: "65000.00" });
  const rows = orders.map(({ terms }) =>
    terms.payee.partyId === world.王太太
      ? `${terms.number},160000.01,成功,`
      : `${terms.number},65000.00,失败,账号户名不符`,
  );
  const content = new TextEncoder().encode(["指令编号,金额,结果,原因", ...rows].join("\n"));
  await database.run(
    (context) =>
      recordBankResult(context, batch.batchId, { filename: "回盘.csv", mediaType: "text/csv", content }),
    approver,
  );

  const hersSeen = await claim(wife, death);
  expect(hersSeen.payments).toMatchObject([
    {
      amount: "160000.01",
      status: "已到账",
      bank: "王太太的银行（示例）",
      accountMasked: expect.stringMatching(/^\*+0121$/),
    },
  ]);
  expect(hersSeen.progress.map(({ step, at }) => [step, at !== null])).toEqual([
    ["reported", true],
    ["decided", false],
    ["approved", true],
    ["sent", true],
    ["settled", true],
  ]);
  const hisSeen = await claim(son, death);
  expect(hisSeen.payments).toMatchObject([{ amount: "65000.00", status: "银行退回，正在核对收款账户" }]);
  expect(hisSeen.forYou).toBe("0.00");
  expect(hisSeen.progress.map(({ at }) => at !== null)).toEqual([true, true, false, false, false]);

  for (const [seen, others] of [
    [hersSeen, ["王大明", "65000.00", "0139", CARDS.王大明]],
    [hisSeen, ["王太太的银行", "160000.01", "0121", CARDS.王太太, "E1"]],
    [await overview(son), ["王太太", "160000.01", "E1"]],
  ] as const)
    for (const word of others) expect(JSON.stringify(seen)).not.toContain(word);
});

test("who looked: staff by name, oneself as oneself, another entitled person without a name", async () => {
  database.clock.set("2025-03-10T09:30:00+08:00");
  await claim(son, death);
  database.clock.set("2025-03-10T09:31:00+08:00");
  const { looked } = await claim(wife, death);
  const who = new Set(looked.map((line) => line.who.zh));
  expect(who).toContain("您本人");
  expect(who).toContain("另一位权利人");
  expect(who).toContain("理赔甲（示例）");
  expect(who).not.toContain("王大明（示例）");
  expect(looked.slice(0, 2)).toEqual([
    {
      at: "2025-03-10T09:31:00+08:00",
      who: { zh: "您本人", en: "yourself" },
      what: { zh: "查看了案件", en: "looked at the case" },
    },
    {
      at: "2025-03-10T09:30:00+08:00",
      who: { zh: "另一位权利人", en: "another entitled person" },
      what: { zh: "查看了案件", en: "looked at the case" },
    },
  ]);
  expect(looked.filter(({ what }) => what.zh === "为写入银行文件使用了收款账号")).toHaveLength(1);
  const before = looked.length;
  expect((await claim(wife, death)).looked).toHaveLength(before + 1);
});

test("a look that is refused leaves no trace and tells nothing", async () => {
  const before = (await claim(husband, death)).looked.length;
  expect(await codeOf(claim(stranger, death))).toBe("missing consumer.no-claim");
  expect((await claim(husband, death)).looked).toHaveLength(before + 1);
});
