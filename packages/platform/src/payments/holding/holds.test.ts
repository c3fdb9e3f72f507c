import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { PartyId } from "../../kernel/ids.ts";
import { cents } from "../../kernel/money.ts";
import { mergeParties } from "../../people/index.ts";
import { approve, liftHold, placeHold, reject, verifyPayments } from "../index.ts";
import { ANYWAY, codeOf, openOffice } from "../office.fixture.ts";
import { aLine, aParty } from "../sample.fixture.ts";

const office = await openOffice();
const { database, handler, approver, second, prepared, approved, send, statusOf } = office;
beforeEach(office.listen);

let people = 0;
const payee = async (): Promise<PartyId> => {
  people += 1;
  const record = {
    kind: "person",
    name: "王太太（示例）",
    phone: null,
    identity: null,
    customerNumber: `hold-${people}`,
    bornOn: null,
    countyCode: null,
    wechat: null,
    address: null,
    account: null,
  } as const;
  const [merge] = await database.run((context) =>
    mergeParties(context, [record], { sample: true, apply: true, existing: "update" }),
  );
  if (!merge || merge.change === "conflict") throw new Error("no party");
  return merge.partyId;
};
const to = (partyId: PartyId, amount = 100n) => ({
  payee: { partyId, name: "王太太（示例）" },
  amount: cents(amount),
  lines: [aLine(amount)],
});
const hold = (partyId: PartyId, as = handler) =>
  database.run((context) => placeHold(context, { partyId, reason: "家属反映冒领（示例）" }), as);
const lift = (holdId: Awaited<ReturnType<typeof hold>>["hold"]["holdId"], as = approver) =>
  database.run((context) => liftHold(context, { holdId, reason: "已核实身份（示例）" }), as);

describe("a hold", () => {
  test("stops what waits and what is approved, and what is prepared later", async () => {
    const partyId = await payee();
    const waiting = await prepared(to(partyId, 101n));
    const ready = await approved(to(partyId, 102n));
    const { stopped, gone } = await hold(partyId);
    expect(stopped).toHaveLength(2);
    expect(gone).toEqual([]);
    const later = await prepared(to(partyId, 103n));
    expect(later.holds).toHaveLength(1);
    for (const { terms } of [waiting, later])
      expect(
        await codeOf(database.run((context) => approve(context, terms.paymentId, ANYWAY), approver)),
      ).toBe("payments.blocked");
    expect(await codeOf(send(ready))).toBe("payments.not-ready");
    // To reject what is held is always allowed: nothing moves.
    await database.run((context) => reject(context, waiting.terms.paymentId, "不再支付"), approver);
    expect(await statusOf(waiting)).toBe("rejected");
  });
  test("is lifted by another person, and then the order goes on from where it was", async () => {
    const partyId = await payee();
    const ready = await approved(to(partyId));
    const { hold: placed } = await hold(partyId, approver);
    expect(await codeOf(lift(placed.holdId, approver))).toBe("payments.hold-four-eyes");
    expect(await lift(placed.holdId, second)).toEqual({ released: 1 });
    expect(await codeOf(lift(placed.holdId, second))).toBe("payments.hold-lifted");
    await send(ready);
    expect(await statusOf(ready)).toBe("sent");
  });
  test("of two holds the second still stands when the first is lifted", async () => {
    const partyId = await payee();
    const ready = await approved(to(partyId));
    const first = await hold(partyId);
    const other = await hold(partyId);
    await lift(first.hold.holdId);
    expect(await codeOf(send(ready))).toBe("payments.not-ready");
    await lift(other.hold.holdId);
    await send(ready);
  });
  test("on the one whose case it is stops it too; on nobody is refused", async () => {
    const insured = await payee();
    const ready = await approved({ partyId: insured });
    await hold(insured);
    expect(await codeOf(send(ready))).toBe("payments.not-ready");
    expect(await codeOf(hold(aParty(999)))).toBe("payments.hold-nobody");
  });
  test("what has gone to the bank is told, not held", async () => {
    const partyId = await payee();
    const ready = await approved(to(partyId));
    await send(ready);
    expect(await hold(partyId)).toMatchObject({ stopped: [], gone: [ready.terms.number] });
  });
});

describe("a hold and a sending meet in one row", () => {
  test("at the same moment one of them wins, twelve times", async () => {
    for (let round = 0; round < 12; round++) {
      const partyId = await payee();
      const ready = await approved(to(partyId));
      const [held, sent] = await Promise.allSettled([hold(partyId), send(ready)]);
      if (held.status === "rejected") throw held.reason;
      const status = await statusOf(ready);
      const stopped = held.value.stopped.length === 1;
      expect(status).toBe(stopped ? "approved" : "sent");
      expect(sent.status).toBe(stopped ? "rejected" : "fulfilled");
      expect(held.value.gone).toEqual(stopped ? [] : [ready.terms.number]);
    }
    expect((await database.run((context) => verifyPayments(context))).differs).toEqual([]);
  });
  test("a hold and a preparing at the same moment: the order is held, whichever came first", async () => {
    for (let round = 0; round < 8; round++) {
      const partyId = await payee();
      const [, order] = await Promise.all([hold(partyId), prepared(to(partyId))]);
      const { rows } = await database.run(({ tx }) =>
        sql<{ n: number }>`select cardinality(hold_ids) as n from payment_order
          where payment_id = ${order.terms.paymentId}::uuid`.execute(tx),
      );
      expect(rows).toEqual([{ n: 1 }]);
    }
  });
  test("and the database itself refuses the second, whatever the application says", async () => {
    const partyId = await payee();
    const [held, sent] = [await approved(to(partyId)), await approved()];
    await hold(partyId);
    await send(sent);
    const force = (change: ReturnType<typeof sql>, order: typeof held) =>
      database.run(({ tx }) =>
        sql`update payment_order set ${change} where payment_id = ${order.terms.paymentId}::uuid`.execute(tx),
      );
    const now = database.clock.now();
    const asSent = sql`status = 'sent', batch_id = ${database.newId()}::uuid, sent_by_name = '某人', sent_at = ${now}`;
    await expect(force(asSent, held)).rejects.toThrow(/payment_order_held_is_not_sent/);
    await expect(force(sql`hold_ids = array[${database.newId()}::uuid]`, sent)).rejects.toThrow(
      /payment_order_held_is_not_sent/,
    );
  });
  test("nobody lifts their own hold, whatever the application says", async () => {
    const { hold: placed } = await hold(await payee());
    await expect(
      database.run(({ tx }) =>
        tx
          .updateTable("payment_hold")
          .set({
            lifted_by: handler.staffId,
            lifted_by_name: handler.name,
            lifted_at: database.clock.now(),
            lifted_reason: "自己解除",
          })
          .where("party_id", "=", placed.partyId)
          .where("hold_id", "=", placed.holdId)
          .execute(),
      ),
    ).rejects.toThrow(/payment_hold_four_eyes/);
  });
});
