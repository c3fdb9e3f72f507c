import { beforeEach, describe, expect, test } from "vitest";
import { mask, vault } from "../access/index.ts";
import { cents } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import { testStaff } from "../testing/index.ts";
import { approve, onPaymentChanged, prepare, reject, verifyPayments } from "./index.ts";
import { ANYWAY, codeOf, openOffice } from "./office.fixture.ts";
import { aLine, SAMPLE_CARD, someInput } from "./sample.fixture.ts";

const office = await openOffice();
const { database, handler, approver, second, changes, prepared, statusOf } = office;
beforeEach(office.listen);

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
        database.run((context) => approve(context, terms.paymentId, ANYWAY), approver),
        database.run((context) => approve(context, terms.paymentId, ANYWAY), second),
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
      database.run((context) => approve(context, terms.paymentId, ANYWAY), approver),
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
      database.run((context) => approve(context, order.terms.paymentId, ANYWAY), approver),
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
