import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { mask, readAudit, vault } from "../access/index.ts";
import { cents } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import type { StaffActor } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { aLine, aParty, SAMPLE_CARD, someInput } from "./fixtures.ts";
import {
  approve,
  createBatch,
  downloadFile,
  isLive,
  onPaymentChanged,
  ordersOfCase,
  type PaymentChange,
  type PaymentOrder,
  type PrepareInput,
  prepare,
  recordBankResult,
  reject,
  setPayerAccount,
  verifyPayments,
} from "./index.ts";

const database = await testDatabase();
const handler = await testStaff(database, { name: "经办甲（示例）" });
const approver = await testStaff(database, { name: "审批乙（示例）" });
const second = await testStaff(database, { name: "审批丙（示例）" });
const cashier = await testStaff(database, { name: "出纳丁（示例）", permissions: ["payments.send"] });
await database.run((context) =>
  setPayerAccount(context, {
    holder: "示例人寿（示例）",
    bank: "示例银行总行",
    bankCode: "999100000010",
    number: "99900011112222",
    template: "sample-bank-gb18030/1",
  }),
);

let changes: PaymentChange[] = [];
beforeEach(() => {
  changes = [];
  onPaymentChanged(async (_context, change) => {
    changes.push(change);
  });
});

let made = 0;
const prepared = (given: Partial<PrepareInput> = {}, as: StaffActor = handler): Promise<PaymentOrder> => {
  made += 1;
  const key = `key-${made}`;
  return database.run((context) => prepare(context, someInput({ idempotencyKey: key, ...given })), as);
};
const approved = async (given: Partial<PrepareInput> = {}): Promise<PaymentOrder> => {
  const { terms } = await prepared(given);
  return database.run((context) => approve(context, terms.paymentId), approver);
};
const send = (...orders: PaymentOrder[]) =>
  database.run(
    (context) =>
      createBatch(
        context,
        orders.map(({ terms }) => terms.paymentId),
      ),
    cashier,
  );
const answer = (batchId: Parameters<typeof recordBankResult>[1], rows: readonly string[]) =>
  database.run(
    (context) =>
      recordBankResult(context, batchId, {
        filename: "回盘.csv",
        mediaType: "text/csv",
        content: new TextEncoder().encode(["指令编号,金额,结果,原因", ...rows].join("\n")),
      }),
    cashier,
  );
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => "nothing was refused",
    (reason: unknown) => reason,
  );
  return error instanceof Refused ? error.refusal.code : String(error);
};
const statusOf = async ({ terms }: PaymentOrder): Promise<string | undefined> => {
  const orders = await database.run((context) => ordersOfCase(context, terms.partyId, terms.caseId));
  return orders.find((order) => order.terms.paymentId === terms.paymentId)?.progress.status;
};

describe("preparing", () => {
  test("the same request again is the same order; another under its key is refused", async () => {
    const input = someInput({ idempotencyKey: "again" });
    const first = await database.run((context) => prepare(context, input), handler);
    const again = await database.run(
      (context) =>
        prepare(context, { ...input, account: { ...input.account, sealed: vault.seal(SAMPLE_CARD) } }),
      handler,
    );
    expect(again).toEqual(first);
    const other = { ...input, amount: cents(1n), lines: [aLine(1n)] };
    expect(await codeOf(database.run((context) => prepare(context, other), handler))).toBe(
      "payments.key-reused",
    );
  });
  test("ten at once under one key make one order", async () => {
    const input = someInput({ idempotencyKey: "at-once" });
    const orders = await Promise.all(
      Array.from({ length: 10 }, () => database.run((context) => prepare(context, input), handler)),
    );
    expect(new Set(orders.map(({ terms }) => terms.paymentId)).size).toBe(1);
  });
  test("a card number with a wrong digit is refused and nothing is written", async () => {
    const wrong = "9990001234567890122";
    const account = { ...someInput().account, sealed: vault.seal(wrong), masked: mask.bankCard(wrong) };
    const before = await database.run((context) => verifyPayments(context));
    expect(await codeOf(prepared({ account }))).toBe("payments.card-number");
    expect((await database.run((context) => verifyPayments(context))).orders).toBe(before.orders);
  });
});

describe("approving", () => {
  test("not by the one who prepared it; the database itself says so too", async () => {
    const { terms } = await prepared();
    expect(await codeOf(database.run((context) => approve(context, terms.paymentId), handler))).toBe(
      "payments.four-eyes",
    );
    await expect(
      database.run((context) =>
        context.tx
          .updateTable("payment_order")
          .set({
            status: "approved",
            approved_by: handler.staffId,
            approved_by_name: handler.name,
            approved_at: database.clock.now(),
          })
          .where("party_id", "=", terms.partyId)
          .where("payment_id", "=", terms.paymentId)
          .execute(),
      ),
    ).rejects.toThrow(/payment_order_four_eyes/);
  });
  test("two at the same moment: one wins, and the other hears who", async () => {
    for (let round = 0; round < 10; round++) {
      const { terms } = await prepared();
      const results = await Promise.allSettled([
        database.run((context) => approve(context, terms.paymentId), approver),
        database.run((context) => approve(context, terms.paymentId), second),
      ]);
      const lost = results.filter((result) => result.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(Refused);
      expect(lost[0]?.reason.refusal.code).toBe("payments.not-pending");
      expect([approver.name, second.name]).toContain(lost[0]?.reason.refusal.facts.by);
    }
    expect(changes.filter(({ to }) => to === "approved")).toHaveLength(10);
  });
  test("approving and rejecting at the same moment: one wins", async () => {
    const { terms } = await prepared();
    const results = await Promise.allSettled([
      database.run((context) => approve(context, terms.paymentId), approver),
      database.run((context) => reject(context, terms.paymentId, "重复提交"), second),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(changes).toHaveLength(1);
  });
  test("the case hears of it in the same transaction: what it throws undoes the step", async () => {
    const order = await prepared();
    onPaymentChanged(async () => {
      throw new Error("the case has changed");
    });
    await expect(
      database.run((context) => approve(context, order.terms.paymentId), approver),
    ).rejects.toThrow("the case has changed");
    expect(await statusOf(order)).toBe("pending");
  });
  test("another institution has no such order", async () => {
    const { terms } = await prepared();
    const stranger = await testStaff(database, { institutionId: database.otherInstitutionId });
    expect(await codeOf(database.run((context) => approve(context, terms.paymentId), stranger))).toBe(
      "payments.missing",
    );
  });
});

describe("sending", () => {
  test("two batches at the same moment: an order is in one of them", async () => {
    for (let round = 0; round < 5; round++) {
      const shared = await approved();
      const alone = await approved({ partyId: aParty(3 + round) });
      const results = await Promise.allSettled([send(shared, alone), send(alone, shared)]);
      const lost = results.filter((result) => result.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason.refusal?.code).toBe("payments.not-ready");
    }
  });
  test("and the database itself refuses the second", async () => {
    const order = await approved();
    await send(order);
    await expect(
      database.run((context) =>
        context.tx
          .insertInto("payment_batch_order")
          .values({
            party_id: order.terms.partyId,
            payment_id: order.terms.paymentId,
            institution_id: database.institutionId,
            batch_id: database.newId(),
            position: 1,
          })
          .execute(),
      ),
    ).rejects.toThrow(/payment_batch_order_pkey/);
  });
  test("sending waits for whoever holds the row", async () => {
    const order = await approved();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let locked = () => {};
    const ready = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const holding = database.run(async ({ tx }) => {
      await sql`select 1 from payment_order where party_id = ${order.terms.partyId}::uuid
        and payment_id = ${order.terms.paymentId}::uuid for update`.execute(tx);
      locked();
      await held;
    });
    await ready;
    let done = false;
    const sending = send(order).then(() => {
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(done).toBe(false);
    release();
    await Promise.all([holding, sending]);
    expect(await statusOf(order)).toBe("sent");
  });
  test("one that is not approved stops the whole batch", async () => {
    const ready = await approved();
    const waiting = await prepared();
    expect(await codeOf(send(ready, waiting))).toBe("payments.not-ready");
    expect(await statusOf(ready)).toBe("approved");
  });
  test("the files are the same bytes every time, and opening the account is on record for the payee", async () => {
    const order = await approved();
    const batch = await send(order);
    const get = (format: "pain.001" | "csv") =>
      database.run((context) => downloadFile(context, batch.batchId, format), cashier);
    const xml = await get("pain.001");
    expect(new TextDecoder().decode(Buffer.from(xml.content))).toContain(SAMPLE_CARD);
    expect(await get("pain.001")).toEqual(xml);
    expect(await get("csv")).toEqual(await get("csv"));
    const openings = await database.run((context) =>
      readAudit(context, order.terms.payee.partyId, { action: "payments.open-account" }),
    );
    const own = openings.filter(({ subject }) => subject.id === order.terms.paymentId);
    expect(own).toMatchObject([{ by: cashier.name, subject: { kind: "payment" } }]);
    expect(own[0]?.purpose).toContain(batch.number);
  });
  test("no account number stands in the clear anywhere", async () => {
    await send(await approved());
    const tables = ["payment_order", "payment_event", "payment_batch_file", "payer_account", "audit_entry"];
    for (const table of tables) {
      const { rows } = await database.run(({ tx }) =>
        sql<{ all: string }>`select string_agg(t::text, ' ') as all from ${sql.table(table)} t`.execute(tx),
      );
      expect(rows[0]?.all).toBeTruthy();
      expect(rows[0]?.all).not.toContain(SAMPLE_CARD);
      expect(rows[0]?.all).not.toContain("99900011112222");
    }
  });
});

describe("the bank's answer", () => {
  test("settles and returns; the same file again changes nothing and says the same", async () => {
    const good = await approved({ amount: cents(100n), lines: [aLine(100n)] });
    const bad = await approved({ amount: cents(200n), lines: [aLine(200n)] });
    const batch = await send(good, bad);
    const rows = [`${good.terms.number},1.00,成功,`, `${bad.terms.number},2.00,失败,账号不存在`];
    changes = [];
    const first = await answer(batch.batchId, rows);
    expect(first).toMatchObject({ settled: 1, returned: 1, batch: { settled: 1, returned: 1, count: 2 } });
    expect(changes.map(({ to }) => to).sort()).toEqual(["returned", "settled"]);
    expect(await answer(batch.batchId, rows)).toEqual(first);
    expect(changes).toHaveLength(2);
    expect(await statusOf(bad)).toBe("returned");
  });
  test("one bad row, and nothing is applied; the row is named", async () => {
    const good = await approved({ amount: cents(100n), lines: [aLine(100n)] });
    const batch = await send(good);
    const error = await answer(batch.batchId, [
      `${good.terms.number},1.00,成功,`,
      "ZF-NOBODY,1.00,成功,",
    ]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refused);
    if (error instanceof Refused)
      expect(error.refusal).toMatchObject({
        code: "payments.bank-result",
        facts: { bad: 1, problems: [{ row: 3, column: "指令编号", value: "ZF-NOBODY" }] },
      });
    expect(await statusOf(good)).toBe("sent");
  });
  test("an order of another batch is not touched", async () => {
    const [one, other] = [await approved(), await approved()];
    const batch = await send(one);
    await send(other);
    expect(await codeOf(answer(batch.batchId, [`${other.terms.number},370000.00,成功,`]))).toBe(
      "payments.bank-result",
    );
    expect(await statusOf(other)).toBe("sent");
  });
  test("what came back is made good by one new order, and no more", async () => {
    const order = await approved();
    const batch = await send(order);
    const replaces = order.terms.paymentId;
    expect(await codeOf(prepared({ replaces }))).toBe("payments.replaces-live");
    await answer(batch.batchId, [`${order.terms.number},370000.00,退汇,账号户名不符`]);
    const results = await Promise.allSettled([prepared({ replaces }), prepared({ replaces })]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason.refusal?.code).toBe("payments.replaced-already");
    expect(await statusOf(order)).toBe("returned");
    expect(isLive("returned")).toBe(false);
  });
});

describe("what was written stays", () => {
  test.each(["payment_event", "ledger_entry", "payment_batch", "payment_batch_order", "payment_batch_file"])(
    "%s takes no change and no deletion",
    async (table) => {
      for (const statement of [
        sql`update ${sql.table(table)} set institution_id = institution_id`,
        sql`delete from ${sql.table(table)}`,
      ])
        await expect(database.run(({ tx }) => statement.execute(tx))).rejects.toThrow(/permission denied/);
    },
  );
  test("no order is deleted", async () => {
    await expect(database.run(({ tx }) => sql`delete from payment_order`.execute(tx))).rejects.toThrow(
      /permission denied/,
    );
  });
  test("a consumer's transaction sees its party's orders alone", async () => {
    await prepared({ partyId: aParty(90) });
    const seen = await database.run(
      ({ tx }) => tx.selectFrom("payment_order").select("party_id").distinct().execute(),
      undefined,
      { institutionId: database.institutionId, partyId: aParty(90) },
    );
    expect(seen).toEqual([{ party_id: aParty(90) }]);
  });
});

test("after all of it every stream folds to its row and the ledger to the orders", async () => {
  const verification = await database.run((context) => verifyPayments(context));
  expect(verification.differs).toEqual([]);
  expect(verification.orders).toBeGreaterThan(20);
  expect(verification.entries).toBeGreaterThan(20);
});

test("and a row that was altered is found", async () => {
  const order = await approved();
  await database.run(({ tx }) =>
    tx
      .updateTable("payment_order")
      .set({ title: "改过的案由" })
      .where("party_id", "=", order.terms.partyId)
      .where("payment_id", "=", order.terms.paymentId)
      .execute(),
  );
  const { differs } = await database.run((context) => verifyPayments(context));
  expect(differs).toEqual([`${order.terms.number}: its events do not fold to its row`]);
});
