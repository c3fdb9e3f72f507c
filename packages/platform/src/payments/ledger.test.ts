import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cents, cents } from "../kernel/money.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { decide } from "./decide.ts";
import { readEvent, writeEvent } from "./events.ts";
import { evolve, fold } from "./evolve.ts";
import { addBalances, balancesDue, balancesOf, NO_BALANCES, type Posting, postings } from "./ledger.ts";
import type { PaymentCommand, PaymentEvent, PaymentOrder } from "./model.ts";
import { aBatch, aLine, anApprover, aPayment, aPerson, someTerms } from "./sample.fixture.ts";

const at = new Date("2025-03-10T01:00:00Z");
const ORDERS = 3;
const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 13n }), { minLength: ORDERS, maxLength: ORDERS });
const steps = fc.array(
  fc.record({
    order: fc.nat(ORDERS - 1),
    type: fc.constantFrom("prepare", "approve", "reject", "send", "settle", "return"),
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
}

const commandOf = (step: Step, amount: Cents): PaymentCommand => {
  const by = aPerson(step.person);
  const approver = anApprover(step.person, step.limit);
  const batchId = aBatch(step.batch);
  const terms = someTerms({ paymentId: aPayment(step.order), amount, lines: [aLine(amount)] });
  switch (step.type) {
    case "prepare":
      return { type: "prepare", terms, by: aPerson(1), at };
    case "approve":
      return { type: "approve", by: approver, at, findings: [], overrides: [] };
    case "reject":
      return { type: "reject", by: approver, at, reason: "不符" };
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

const play = (money: readonly bigint[], sequence: readonly Step[]): Run => {
  const orders: (PaymentOrder | null)[] = money.map(() => null);
  const events: PaymentEvent[][] = money.map(() => []);
  const posted: Posting[] = [];
  for (const step of sequence) {
    const amount = cents(money[step.order] ?? 1n);
    const event = decide(commandOf(step, amount), orders[step.order] ?? null);
    if (isRefusal(event)) continue;
    orders[step.order] = evolve(orders[step.order] ?? null, event);
    events[step.order]?.push(event);
    posted.push(...postings(event.type, amount));
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
        (sum, order) =>
          order ? addBalances(sum, balancesDue(order.progress.status, order.terms.amount)) : sum,
        NO_BALANCES,
      );
      expect(balances).toEqual(due);
    }),
    { numRuns: 300 },
  );
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
