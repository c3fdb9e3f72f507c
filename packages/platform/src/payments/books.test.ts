import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { cents } from "../kernel/money.ts";
import { reject, verifyPayments } from "./index.ts";
import { openOffice } from "./office.fixture.ts";
import { aLine, aParty } from "./sample.fixture.ts";

const office = await openOffice();
const { database, approver, prepared, approved, send, answer } = office;

/** One order in every state. */
beforeAll(async () => {
  office.listen();
  const of = (amount: bigint) => ({ amount: cents(amount), lines: [aLine(amount)] });
  await prepared(of(1n));
  const { terms } = await prepared(of(10n));
  await database.run((context) => reject(context, terms.paymentId, "材料不全"), approver);
  await approved(of(100n));
  await send(await approved(of(1_000n)));
  const [good, bad] = [await approved(of(10_000n)), await approved(of(100_000n))];
  const { batchId } = await send(good, bad);
  await answer(batchId, [`${good.terms.number},100.00,成功,`, `${bad.terms.number},1000.00,失败,账号不存在`]);
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

test("after every kind of step each stream folds to its row and the ledger to the orders", async () => {
  const verification = await database.run((context) => verifyPayments(context));
  expect(verification.differs).toEqual([]);
  // One approved, one sent, one settled: expense for all three; the one that came back has left nothing.
  expect(verification).toMatchObject({
    orders: 7,
    entries: 1 + 2 + 3 + 4,
    balances: {
      "claims-expense": 11_100n,
      "claims-payable": -100n,
      "cash-in-transit": -1_000n,
      bank: -10_000n,
    },
  });
});

test("no entry with one side, no entry of nothing, no unknown account", async () => {
  const [row] = await database.run(({ tx }) => tx.selectFrom("ledger_entry").selectAll().limit(1).execute());
  if (!row) throw new Error("an empty ledger");
  for (const wrong of [
    { debit_account: row.credit_account },
    { amount: 0n },
    { amount: -1n },
    { credit_account: sql<"bank">`'petty-cash'` },
  ])
    await expect(
      database.run(({ tx }) =>
        tx
          .insertInto("ledger_entry")
          .values({ ...row, line: 9, ...wrong })
          .execute(),
      ),
    ).rejects.toThrow(/violates check constraint/);
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
