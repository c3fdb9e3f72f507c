import { randomUUID } from "node:crypto";
import type { Decision } from "@goodfaith/clauses";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseId, PartyId, PaymentId, PolicyId } from "../../kernel/ids.ts";
import { cents, yuan } from "../../kernel/money.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { dueNow } from "../commands/payment.ts";
import type { ClaimEvent, PolicyDecided } from "./events.ts";
import { evolve, fold } from "./evolve.ts";
import { availableFor, moneyOf, orderedFor } from "./money.ts";
import type { ClaimState } from "./state.ts";

const policyIds = [1, 2, 3].map((n) => PolicyId.parse(`00000000-0000-4000-8000-00000000000${n}`));
const partyId = PartyId.parse("00000000-0000-4000-8000-0000000000aa");
const digest = "0".repeat(64);
const snapshot = { terms: "t/1", digest: "sha256:0", facts: {}, decision: digest, settled: true, asks: [] };

const decidedEvent = (
  leasts: readonly number[],
  outcomes: readonly PolicyDecided["outcome"][],
): ClaimEvent => ({
  type: "decided",
  payment: { ...snapshot, outcome: "accept" },
  policies: policyIds.map((policyId, at) => {
    const least = yuan(cents(BigInt(leasts[at] ?? 0)));
    return { ...snapshot, policyId, outcome: outcomes[at] ?? "pay", least, most: least };
  }),
});
const reported: ClaimEvent = {
  type: "reported",
  caseId: CaseId.parse("00000000-0000-4000-8000-0000000000cc"),
  partyId,
  number: "C",
  title: "示例",
  eventKind: "death",
  insuredName: "王先生（示例）",
  sample: true,
  handler: null,
  reportedAt: "2025-03-01T09:30:00+08:00",
  source: "示例",
  policies: policyIds.map((policyId) => ({ policyId, number: "P", product: "p", terms: "t/1" })),
};
const decisionOf = ({ least, most }: PolicyDecided): Decision => ({
  terms: "t/1",
  digest: "sha256:0",
  outcome: "pay",
  settled: true,
  tight: true,
  payable: { least, most },
  benefits: [{ clause: "第一条", name: "保险金", least, most, reasons: [] }],
  reasons: [],
  values: {},
  promises: [],
  flags: [],
  points: "0",
  steps: [],
  asks: [],
});

const next = (state: ClaimState, event: ClaimEvent): ClaimState =>
  evolve(state, { version: state.version + 1, at: "2025-03-02T00:00:00+08:00", by: "示例", event });

/** Orders all that is due, as the shell does; the case as it was where nothing is. */
const order = (state: ClaimState): ClaimState => {
  const { available } = moneyOf(state);
  const decisions = new Map(state.decided?.policies.map((one) => [one.policyId, decisionOf(one)]));
  const due = dueNow(state, available, decisions);
  if (isRefusal(due)) {
    expect(due.code).toBe("claims.nothing-available");
    return state;
  }
  expect(due.lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(available);
  return next(state, {
    type: "payment-prepared",
    paymentId: PaymentId.parse(randomUUID()),
    number: "ZF",
    purpose: due.purpose,
    amount: yuan(available),
    payee: { partyId, name: "王太太（示例）" },
    replaces: null,
    lines: due.lines.map((line) => ({ ...line, amount: yuan(line.amount) })),
  });
};

const outcome = fc.constantFrom<PolicyDecided["outcome"]>("pay", "pay", "open", "decline", "refer");
const leasts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 3 });
const step = fc.oneof(
  fc.record({
    do: fc.constant("decide" as const),
    leasts,
    outcomes: fc.array(outcome, { minLength: 3, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant("order" as const) }),
  fc.record({ do: fc.constantFrom("rejected", "returned", "settled"), which: fc.nat(5) }),
);

const play = (state: ClaimState, one: typeof step extends fc.Arbitrary<infer S> ? S : never): ClaimState => {
  if (one.do === "decide" && "leasts" in one) return next(state, decidedEvent(one.leasts, one.outcomes));
  if (one.do === "order" || !("which" in one)) return order(state);
  const payment = state.payments[one.which];
  if (payment?.status !== "pending") return state;
  const { paymentId } = payment;
  if (one.do === "settled") return next(state, { type: "payment-settled", paymentId });
  const type = one.do === "rejected" ? "payment-rejected" : "payment-returned";
  return next(state, { type, paymentId, reason: "示例" });
};

describe("the case's money", () => {
  it("is never ordered twice and never beyond what is certain, whatever happens in whatever order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let state = fold([{ version: 1, at: "2025-03-01T00:00:00+08:00", by: "示例", event: reported }]);
        for (const one of steps) {
          if (!state) throw new Error("nothing was reported");
          const before = moneyOf(state);
          const ordering: ClaimState = state;
          state = play(ordering, one);
          const after = moneyOf(state);
          for (const policy of state.decided?.policies ?? []) {
            const rest = availableFor(state, policy);
            if (policy.outcome === "decline" || policy.outcome === "refer") expect(rest).toBe(0n);
            else if (rest > 0n)
              expect(orderedFor(state, policy.policyId) + rest).toBe(
                BigInt(Math.round(Number(policy.least) * 100)),
              );
          }
          if (one.do === "order") {
            expect(after.available).toBe(0n);
            expect(after.ordered).toBe(before.ordered + before.available);
            expect(after.over).toBe(before.over);
          }
          expect(after.paid).toBeLessThanOrEqual(after.ordered);
        }
      }),
    );
  });

  it("refuses any amount but the right one, and says which it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 600 }), (least, asked) => {
        fc.pre(least !== asked);
        const events = [reported, decidedEvent([least], ["pay"])];
        const state = fold(
          events.map((event, at) => ({ version: at + 1, at: "2025-03-01T00:00:00+08:00", by: "", event })),
        );
        if (!state) throw new Error("nothing was reported");
        const refused = dueNow(state, cents(BigInt(asked)), new Map());
        expect(refused).toMatchObject({
          code: "claims.wrong-amount",
          facts: { right: yuan(cents(BigInt(least))) },
        });
      }),
    );
  });

  it("stands in a state that is JSON and nothing else", () => {
    const events = [reported, decidedEvent([100, 200, 300], ["pay", "pay", "pay"])];
    const state = fold(
      events.map((event, at) => ({ version: at + 1, at: "2025-03-01T00:00:00+08:00", by: "", event })),
    );
    if (!state) throw new Error("nothing was reported");
    const ordered = order(state);
    expect(JSON.parse(JSON.stringify(ordered))).toEqual(ordered);
  });
});
