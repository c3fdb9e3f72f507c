import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { readAudit } from "../access/index.ts";
import { cents } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import { downloadFile, isLive, onPaymentChanged } from "./index.ts";
import { codeOf, openOffice } from "./office.fixture.ts";
import { aCase, aLine, aParty, SAMPLE_CARD } from "./sample.fixture.ts";

const office = await openOffice();
const { database, cashier, changes, prepared, approved, send, answer, statusOf } = office;
beforeEach(office.listen);

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
  test("two batches that share two cases do not wait for one another in a circle", async () => {
    const order = (party: number) => approved({ partyId: aParty(party), caseId: aCase(party) });
    const [a, b, c, d] = [await order(50), await order(51), await order(51), await order(50)];
    // Each step holds its case, as claims does; slowly, so that both batches are at it at once.
    onPaymentChanged(async ({ tx }, { order: { terms } }) => {
      await sql`select pg_advisory_xact_lock(hashtext(${terms.caseId}))`.execute(tx);
      await new Promise((resolve) => setTimeout(resolve, 60));
    });
    await Promise.all([send(a, b), send(c, d)]);
    for (const one of [a, b, c, d]) expect(await statusOf(one)).toBe("sent");
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
    changes.length = 0;
    const first = await answer(batch.batchId, rows);
    expect(first).toMatchObject({
      answer: { settled: 1, returned: 1, changed: 2, unknown: [], format: "csv" },
      batch: { settled: 1, returned: 1, count: 2, settledTotal: 100n, returnedTotal: 200n },
      repeated: false,
    });
    expect(changes.map(({ to }) => to).sort()).toEqual(["returned", "settled"]);
    expect(await answer(batch.batchId, rows)).toEqual({ ...first, repeated: true });
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
