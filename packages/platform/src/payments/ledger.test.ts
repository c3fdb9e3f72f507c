import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cents, cents } from "../kernel/money.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { decide } from "./decide.ts";
import { readEvent, writeEvent } from "./events.ts";
import { evolve, fold } from "./evolve.ts";
import { addBalances, balancesDue, balancesOf, NO_BALANCES, type Posting, postings } from "./ledger.ts";
import type { PaymentCommand, PaymentEvent, PaymentOrder } from "./model.ts";
import { received } from "./recovery/model.ts";
import { aBatch, aLine, anApprover, aPayment, aPerson, someTerms } from "./sample.fixture.ts";

const at = new Date("2025-03-10T01:00:00Z");
const ORDERS = 3;
const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 13n }), { minLength: ORDERS, maxLength: ORDERS });
const steps = fc.array(
  fc.record({
    order: fc.nat(ORDERS - 1),
    type: fc.constantFrom(
      "prepare",
      "approve",
      "approve",
      "reject",
      "revoke",
      "send",
      "send",
      "settle",
      "settle",
      "return",
      "net",
      "request-recovery",
      "receive-recovery",
      "promise-recovery",
      "propose-write-off",
      "write-off",
    ),
    part: fc.bigInt({ min: 1n, max: 10n ** 13n }),
    // The one who prepares is 1; that they try to approve is part of the game.
    person: fc.integer({ min: 1, max: 3 }),
    limit: fc.oneof(fc.constant(10n ** 13n), fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n }))),
    batch: fc.oneof(fc.constant(1), fc.constant(1), fc.constant(2)),
  }),
  { minLength: 20, maxLength: 120, size: "max" },
);

interface Step {
  readonly order: number;
  readonly type: string;
  readonly person: number;
  readonly limit: bigint | null;
  readonly batch: number;
  readonly part: bigint;
}

const commandOf = (step: Step, amount: Cents): PaymentCommand => {
  const by = aPerson(step.person);
  const approver = anApprover(step.person, step.limit);
  const batchId = aBatch(step.batch);
  const purpose = step.order === 0 ? "advance" : "benefit";
  const terms = someTerms({ paymentId: aPayment(step.order), amount, lines: [aLine(amount)], purpose });
  const part = cents((step.part % amount) + 1n);
  switch (step.type) {
    case "prepare":
      return { type: "prepare", terms, by: aPerson(1), at };
    case "approve":
      return { type: "approve", by: approver, at, findings: [], overrides: [] };
    case "reject":
      return { type: "reject", by: approver, at, reason: "不符" };
    case "revoke":
      return { type: "revoke", by: approver, at, reason: "误批" };
    case "net":
      return { type: "net", by, at, against: "C-1" };
    case "request-recovery":
      return { type: "request-recovery", by, at, amount: part, reason: "多付" };
    case "promise-recovery":
      return { type: "promise-recovery", by, at, on: "2025-04-01", note: "月底前" };
    case "receive-recovery":
      return { type: "receive-recovery", by, at, amount: part, reference: `R${step.part % 5n}` };
    case "propose-write-off":
      return { type: "propose-write-off", by, at, reason: "无法联系" };
    case "write-off":
      return { type: "write-off", by: approver, at };
    case "send":
      return { type: "send", by, at, batchId };
    case "settle":
      return { type: "settle", by, at, batchId };
    default:
      return {
        type: "return",
        by,
        at,
        batchId,
        reason: "账号不存在",
        code: "AC01",
        moneyBack: step.limit === null,
      };
  }
};

interface Run {
  readonly orders: readonly (PaymentOrder | null)[];
  readonly events: readonly (readonly PaymentEvent[])[];
  readonly posted: readonly Posting[];
}

/** At every event: the ledger sums to nothing, and says what the orders say. */
const everyMoment = (orders: readonly (PaymentOrder | null)[], posted: readonly Posting[]): void => {
  const balances = balancesOf(posted);
  if (Object.values(balances).reduce((sum, balance) => sum + balance, 0n) !== 0n)
    throw new Error("the ledger is out of balance");
  const due = orders.reduce(
    (sum, order) => (order ? addBalances(sum, balancesDue(order)) : sum),
    NO_BALANCES,
  );
  expect(balances).toEqual(due);
};

const play = (money: readonly bigint[], sequence: readonly Step[]): Run => {
  const orders: (PaymentOrder | null)[] = money.map(() => null);
  const events: PaymentEvent[][] = money.map(() => []);
  const posted: Posting[] = [];
  for (const step of sequence) {
    const amount = cents(money[step.order] ?? 1n);
    const event = decide(commandOf(step, amount), orders[step.order] ?? null);
    if (isRefusal(event)) continue;
    const before = orders[step.order] ?? null;
    const after = evolve(before, event);
    orders[step.order] = after;
    posted.push(...postings(event, before ?? after));
    everyMoment(orders, posted);
    events[step.order]?.push(event);
  }
  return { orders, events, posted };
};

test("whatever people and banks do, the ledger balances and says what the orders say", () => {
  fc.assert(
    fc.property(amounts, steps, (money, sequence) => {
      const { orders, posted } = play(money, sequence);
      const balances = balancesOf(posted);
      expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
      const due = orders.reduce(
        (sum, order) => (order ? addBalances(sum, balancesDue(order)) : sum),
        NO_BALANCES,
      );
      expect(balances).toEqual(due);
    }),
    { numRuns: 300 },
  );
});

test("what is recovered never exceeds what was paid, and nothing is received or written off by one person alone", () => {
  fc.assert(
    fc.property(amounts, steps, (money, sequence) => {
      for (const order of play(money, sequence).orders) {
        const recovery = order?.recovery;
        if (!order || !recovery) continue;
        expect(order.progress.status).toBe("settled");
        expect(recovery.amount).toBeLessThanOrEqual(order.terms.amount);
        expect(received(recovery) + (recovery.writtenOff?.amount ?? 0n)).toBeLessThanOrEqual(recovery.amount);
        expect(new Set(recovery.receipts.map(({ reference }) => reference)).size).toBe(
          recovery.receipts.length,
        );
        if (recovery.writtenOff)
          expect(recovery.writtenOff.by.staffId).not.toBe(recovery.proposal?.by.staffId);
      }
    }),
    { numRuns: 300 },
  );
});

test("the game nets advances, recovers and writes off, so the properties above are about them", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(amounts, steps, (money, sequence) => {
      for (const stream of play(money, sequence).events) for (const { type } of stream) reached.add(type);
    }),
    { numRuns: 400, seed: 11 },
  );
  for (const type of ["netted", "revoked", "recovery-received", "written-off", "bounced"])
    expect(reached).toContain(type);
});

test("the game reaches every state, so the property above is about all of them", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(amounts, steps, (money, sequence) => {
      for (const order of play(money, sequence).orders) if (order) reached.add(order.progress.status);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect([...reached].sort()).toEqual(["approved", "pending", "rejected", "returned", "sent", "settled"]);
});

test("no order is ever approved by the one who prepared it", () => {
  fc.assert(
    fc.property(amounts, steps, (money, sequence) => {
      for (const order of play(money, sequence).orders)
        if (order && "approved" in order.progress)
          expect(order.progress.approved.by.staffId).not.toBe(order.prepared.by.staffId);
    }),
    { numRuns: 300 },
  );
});

test("an order's events, written and read back, fold to the same order", () => {
  fc.assert(
    fc.property(amounts, steps, (money, sequence) => {
      const { orders, events } = play(money, sequence);
      events.forEach((stream, at) => {
        const read = stream.map((event) => readEvent(JSON.parse(writeEvent(event))));
        expect(fold(read)).toEqual(orders[at]);
      });
    }),
    { numRuns: 200 },
  );
});
