import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { cents } from "../../kernel/money.ts";
import { runJobs } from "../../testing/index.ts";
import { lockOrders } from "../batches.ts";
import { approve, paymentsJobs, revoke, takeRecovery, verifyPayments } from "../index.ts";
import { balancesOf } from "../ledger.ts";
import type { PaymentOrder } from "../model.ts";
import { ANYWAY, codeOf, openOffice } from "../office.fixture.ts";
import { aCase, aLine } from "../sample.fixture.ts";
import { postingsOf } from "../streams.ts";

const office = await openOffice();
const { database, handler, approver, second, cashier, changes, prepared, approved, send, answer, statusOf } =
  office;
beforeEach(office.listen);

const of = (amount: bigint, more: Partial<Parameters<typeof prepared>[0]> = {}) => ({
  amount: cents(amount),
  lines: [aLine(amount)],
  ...more,
});
const settled = async (given: Parameters<typeof prepared>[0]): Promise<PaymentOrder> => {
  const order = await approved(given);
  const batch = await send(order);
  const yuan = `${order.terms.amount / 100n}.${String(order.terms.amount % 100n).padStart(2, "0")}`;
  await answer(batch.batchId, [`${order.terms.number},${yuan},成功,`]);
  return order;
};
const step = (
  { terms }: PaymentOrder,
  given: Parameters<typeof takeRecovery>[2],
  as: typeof handler = handler,
) => database.run((context) => takeRecovery(context, terms.paymentId, given), as);
const balances = async ({ terms }: PaymentOrder) => {
  const all = balancesOf(await database.run(({ tx }) => postingsOf(tx, terms.partyId, terms.paymentId)));
  return Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0n));
};
const net = () => runJobs(database, paymentsJobs, "payments.net-advances");
const sound = async () =>
  expect((await database.run((context) => verifyPayments(context))).differs).toEqual([]);

describe("预付赔款冲抵", () => {
  test("an advance stands as one until the rest is approved, and then under the expense", async () => {
    const case_ = { caseId: aCase(40) };
    const advance = await settled(of(300_00n, { ...case_, purpose: "advance" }));
    expect(await balances(advance)).toEqual({ "claims-advance": 300_00n, bank: -300_00n });
    await approved(of(700_00n, { ...case_, purpose: "remainder" }));
    await net();
    expect(await balances(advance)).toEqual({ "claims-expense": 300_00n, bank: -300_00n });
    await sound();
  });
  test("one that came back is not netted, and of another case neither", async () => {
    const advance = await approved(of(301_00n, { caseId: aCase(41), purpose: "advance" }));
    const batch = await send(advance);
    await answer(batch.batchId, [`${advance.terms.number},301.00,失败,账号不存在`]);
    const other = await settled(of(302_00n, { caseId: aCase(42), purpose: "advance" }));
    await approved(of(303_00n, { caseId: aCase(41), purpose: "benefit" }));
    await net();
    expect(await balances(advance)).toEqual({});
    expect(await balances(other)).toEqual({ "claims-advance": 302_00n, bank: -302_00n });
  });
  test("approving the rest waits for nobody who holds the advance: an order is locked before its case, never after", async () => {
    const case_ = { caseId: aCase(49) };
    const advance = await settled(of(304_00n, { ...case_, purpose: "advance" }));
    const { terms } = await prepared(of(305_00n, { ...case_, purpose: "remainder" }));
    await database.run(async (bank) => {
      await lockOrders(bank, [advance.terms]);
      await database.run(async (context) => {
        await sql`set local lock_timeout = '2s'`.execute(context.tx);
        await approve(context, terms.paymentId, ANYWAY);
      }, approver);
    });
    expect(await balances(advance)).toEqual({ "claims-advance": 304_00n, bank: -304_00n });
    await net();
    await net();
    expect(await balances(advance)).toEqual({ "claims-expense": 304_00n, bank: -304_00n });
    await sound();
  });
});

describe("追回", () => {
  test("asked, promised, received in parts, the rest written off by two persons; the books agree at each step", async () => {
    const order = await settled(of(1_000_00n, { caseId: aCase(43) }));
    changes.length = 0;
    await step(order, { type: "request-recovery", amount: cents(400_00n), reason: "残疾等级改判" });
    expect(await balances(order)).toEqual({
      "claims-expense": 600_00n,
      bank: -1_000_00n,
      recoverable: 400_00n,
    });
    await step(order, { type: "promise-recovery", on: "2025-04-30", note: "分两次退还" });
    await step(order, { type: "receive-recovery", amount: cents(150_00n), reference: "BK1" }, cashier);
    await sound();
    const again = { type: "receive-recovery", amount: cents(150_00n), reference: "BK1" } as const;
    expect(await codeOf(step(order, again, cashier))).toBe("payments.recovery-receipt-known");
    const tooMuch = { type: "receive-recovery", amount: cents(250_01n), reference: "BK2" } as const;
    expect(await codeOf(step(order, tooMuch, cashier))).toBe("payments.recovery-amount");
    expect(await codeOf(step(order, { type: "write-off" }, approver))).toBe(
      "payments.write-off-not-proposed",
    );
    await step(order, { type: "propose-write-off", reason: "家庭困难" }, approver);
    expect(await codeOf(step(order, { type: "write-off" }, approver))).toBe("payments.four-eyes");
    expect(await codeOf(step(order, { type: "write-off" }, cashier))).toBe("payments.no-permission");
    await step(order, { type: "write-off" }, second);
    expect(await balances(order)).toEqual({
      "claims-expense": 600_00n,
      bank: -850_00n,
      "recovery-loss": 250_00n,
    });
    expect(await codeOf(step(order, { type: "write-off" }, second))).toBe("payments.recovery-none");
    // The case hears of what came back and of what was given up.
    expect(changes.map(({ event }) => event.type)).toEqual(["recovery-received", "written-off"]);
    await sound();
  });
  test("not before it arrived, not more than was paid, not twice", async () => {
    const waiting = await prepared(of(501_00n, { caseId: aCase(44) }));
    const ask = (amount: bigint) =>
      ({ type: "request-recovery", amount: cents(amount), reason: "多付" }) as const;
    expect(await codeOf(step(waiting, ask(1n)))).toBe("payments.recovery-not-settled");
    const order = await settled(of(502_00n, { caseId: aCase(45) }));
    expect(await codeOf(step(order, ask(502_01n)))).toBe("payments.recovery-amount");
    await step(order, ask(502_00n));
    expect(await codeOf(step(order, ask(1n)))).toBe("payments.recovery-open");
  });
  test("what of an advance is asked back is not netted", async () => {
    const case_ = { caseId: aCase(46) };
    const advance = await settled(of(600_00n, { ...case_, purpose: "advance" }));
    await step(advance, { type: "request-recovery", amount: cents(100_00n), reason: "多付" });
    await approved(of(601_00n, { ...case_, purpose: "benefit" }));
    await net();
    expect(await balances(advance)).toEqual({
      "claims-expense": 500_00n,
      bank: -600_00n,
      recoverable: 100_00n,
    });
    await sound();
  });
});

describe("撤销批准", () => {
  test("reverses the entries; what was sent cannot be revoked; one who prepared cannot", async () => {
    const order = await approved(of(701_00n, { caseId: aCase(47) }));
    const { paymentId } = order.terms;
    expect(await codeOf(database.run((context) => revoke(context, paymentId, "误批"), handler))).toBe(
      "payments.four-eyes",
    );
    await database.run((context) => revoke(context, paymentId, "金额复核有误"), approver);
    expect(await statusOf(order)).toBe("rejected");
    expect(await balances(order)).toEqual({});
    expect(await codeOf(send(order))).toBe("payments.not-ready");
    expect(await codeOf(database.run((context) => approve(context, paymentId, ANYWAY), approver))).toBe(
      "payments.not-pending",
    );
    const gone = await approved(of(702_00n, { caseId: aCase(48) }));
    await send(gone);
    expect(
      await codeOf(database.run((context) => revoke(context, gone.terms.paymentId, "误批"), approver)),
    ).toBe("payments.not-approved");
    await sound();
  });
});
