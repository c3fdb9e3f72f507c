import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cents, yuan } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import { testStaff } from "../testing/index.ts";
import {
  approve,
  createBatch,
  listOrders,
  onPaymentChanged,
  type PaymentOrder,
  reject,
  verifyPayments,
} from "./index.ts";
import { ANYWAY, openOffice } from "./office.fixture.ts";
import { aCase, aLine, aParty } from "./sample.fixture.ts";

const office = await openOffice();
const { database, approver, second, handler, cashier, prepared, approved, answer } = office;
const third = await testStaff(database, { name: "审批戊（示例）" });
const approvers = [approver, second, third, handler];

/** Stands for the case: every step of an order locks it, as claims does, until the step's transaction ends. */
onPaymentChanged(async ({ tx }, { order }) => {
  await sql`select pg_advisory_xact_lock(hashtext(${order.terms.caseId}))`.execute(tx);
});

const ORDERS = 12;
const acts = fc.record({
  act: fc.constantFrom("approve", "reject", "send", "send", "send"),
  who: fc.nat(approvers.length - 1),
  orders: fc.uniqueArray(fc.nat(ORDERS - 1), { minLength: 1, maxLength: 3 }),
  good: fc.boolean(),
});
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

const dropped = (result: PromiseSettledResult<unknown>): PromiseSettledResult<void> =>
  result.status === "fulfilled" ? { status: "fulfilled", value: undefined } : result;

const storm = async (sequence: readonly Act[]): Promise<unknown[]> => {
  const orders: PaymentOrder[] = [];
  for (let n = 0; n < ORDERS; n++) {
    const amount = cents(BigInt(n + 1) * 101n);
    // Three parties and six cases, so that orders meet in both; most are ready to be sent.
    const given = { partyId: aParty(n % 3), caseId: aCase(n % 6), amount, lines: [aLine(amount)] };
    orders.push(await (n % 4 === 0 ? prepared(given) : approved(given)));
  }
  const batches: { batchId: Parameters<typeof answer>[0]; rows: string[] }[] = [];
  const run = async ({ act, who, orders: chosen, good }: Act): Promise<void> => {
    const own = chosen.flatMap((at) => orders[at] ?? []);
    const [first] = own;
    if (!first) return;
    const { paymentId } = first.terms;
    if (act === "approve")
      await database.run((context) => approve(context, paymentId, ANYWAY), approvers[who]);
    if (act === "reject") await database.run((context) => reject(context, paymentId, "不符"), approvers[who]);
    if (act === "send") {
      const ids = own.map(({ terms }) => terms.paymentId);
      const { batchId } = await database.run((context) => createBatch(context, ids), cashier);
      const result = good ? "成功," : "失败,账号不存在";
      batches.push({
        batchId,
        rows: own.map(({ terms }) => `${terms.number},${yuan(terms.amount)},${result}`),
      });
    }
  };
  const results = await Promise.allSettled(sequence.map(run));
  // The bank answers each batch twice, while the rest is still being sent.
  const answers = [...batches, ...batches].map(({ batchId, rows }) => answer(batchId, rows));
  results.push(...(await Promise.allSettled([...answers, ...sequence.map(run)])).map(dropped));
  return results.flatMap((result) =>
    result.status === "rejected" && !(result.reason instanceof Refused) ? [result.reason] : [],
  );
};

test("everybody at once: each act is done or refused, none hangs or breaks, and the books agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 30, maxLength: 60, size: "max" }), async (sequence) => {
      expect(await storm(sequence)).toEqual([]);
      expect((await database.run((context) => verifyPayments(context))).differs).toEqual([]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
  const orders = await database.run((context) => listOrders(context, {}, { after: null, limit: 1000 }));
  const reached = new Set(orders.map(({ progress }) => progress.status));
  for (const status of ["approved", "rejected", "settled", "returned"]) expect(reached).toContain(status);
  const { rows } = await database.run(({ tx }) =>
    sql<{ n: bigint }>`select count(*) as n from payment_order o join payment_batch_order m
      using (party_id, payment_id) where o.batch_id is distinct from m.batch_id`.execute(tx),
  );
  expect(rows).toEqual([{ n: 0n }]);
}, 120_000);
