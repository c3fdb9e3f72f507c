import { describe, expect, test } from "vitest";
import { cents } from "../kernel/money.ts";
import { isRefusal } from "../kernel/refusal.ts";
import type { PaymentStatus } from "./contract.ts";
import { decide } from "./decide.ts";
import { evolve, fold, ImpossibleEvent } from "./evolve.ts";
import type { PaymentCommand, PaymentEvent, PaymentOrder } from "./model.ts";
import { aBatch, aHold, aLine, anApprover, aPerson, someTerms } from "./sample.fixture.ts";

const at = new Date("2025-03-10T01:00:00Z");
const preparer = aPerson(1);
const prepared: PaymentEvent = { type: "prepared", terms: someTerms(), by: preparer, at };
const approved: PaymentEvent = { type: "approved", by: aPerson(2), at, overrides: [] };
const rejected: PaymentEvent = { type: "rejected", by: aPerson(2), at, reason: "材料不全" };
const sent: PaymentEvent = { type: "sent", by: aPerson(3), at, batchId: aBatch() };
const settled: PaymentEvent = { type: "settled", by: aPerson(3), at };
const returned: PaymentEvent = { type: "returned", by: aPerson(3), at, reason: "账号不存在", code: "AC01" };

const orderIn = (status: PaymentStatus): PaymentOrder => {
  const streams: Record<PaymentStatus, PaymentEvent[]> = {
    pending: [prepared],
    approved: [prepared, approved],
    rejected: [prepared, rejected],
    sent: [prepared, approved, sent],
    settled: [prepared, approved, sent, settled],
    returned: [prepared, approved, sent, returned],
  };
  const order = fold(streams[status]);
  if (!order) throw new Error("a stream that folds to nothing");
  return order;
};

const commands = {
  approve: { type: "approve", by: anApprover(), at, findings: [], overrides: [] },
  reject: { type: "reject", by: anApprover(), at, reason: "材料不全" },
  send: { type: "send", by: aPerson(3), at, batchId: aBatch() },
  settle: { type: "settle", by: aPerson(3), at, batchId: aBatch() },
  return: {
    type: "return",
    by: aPerson(3),
    at,
    batchId: aBatch(),
    reason: "账号不存在",
    code: "AC01",
    moneyBack: false,
  },
  moneyBack: {
    type: "return",
    by: aPerson(3),
    at,
    batchId: aBatch(),
    reason: "退汇",
    code: null,
    moneyBack: true,
  },
  hold: { type: "hold", by: aPerson(4), at, holdId: aHold(), reason: "涉嫌冒领（示例）" },
  release: { type: "release", by: aPerson(5), at, holdId: aHold() },
} as const satisfies Record<string, PaymentCommand>;

const codeOf = (command: PaymentCommand, order: PaymentOrder | null): string => {
  const result = decide(command, order);
  return isRefusal(result) ? result.code : result.type;
};

describe("every command in every state", () => {
  const table: Record<keyof typeof commands, Record<PaymentStatus, string>> = {
    approve: {
      pending: "approved",
      approved: "payments.not-pending",
      rejected: "payments.not-pending",
      sent: "payments.not-pending",
      settled: "payments.not-pending",
      returned: "payments.not-pending",
    },
    reject: {
      pending: "rejected",
      approved: "payments.not-pending",
      rejected: "payments.not-pending",
      sent: "payments.not-pending",
      settled: "payments.not-pending",
      returned: "payments.not-pending",
    },
    send: {
      pending: "payments.not-approved",
      approved: "sent",
      rejected: "payments.not-approved",
      sent: "payments.not-approved",
      settled: "payments.not-approved",
      returned: "payments.not-approved",
    },
    settle: {
      pending: "payments.not-sent",
      approved: "payments.not-sent",
      rejected: "payments.not-sent",
      sent: "settled",
      settled: "payments.contradicted",
      returned: "payments.contradicted",
    },
    return: {
      pending: "payments.not-sent",
      approved: "payments.not-sent",
      rejected: "payments.not-sent",
      sent: "returned",
      settled: "payments.contradicted",
      returned: "payments.contradicted",
    },
    moneyBack: {
      pending: "payments.not-sent",
      approved: "payments.not-sent",
      rejected: "payments.not-sent",
      sent: "returned",
      settled: "bounced",
      returned: "payments.contradicted",
    },
    hold: {
      pending: "held",
      approved: "held",
      rejected: "payments.too-late-to-hold",
      sent: "payments.too-late-to-hold",
      settled: "payments.too-late-to-hold",
      returned: "payments.too-late-to-hold",
    },
    release: {
      pending: "payments.not-held",
      approved: "payments.not-held",
      rejected: "payments.not-held",
      sent: "payments.not-held",
      settled: "payments.not-held",
      returned: "payments.not-held",
    },
  };
  for (const [name, command] of Object.entries(commands))
    for (const [status, expected] of Object.entries(table[name as keyof typeof commands]))
      test(`${name} when ${status}: ${expected}`, () => {
        const order = orderIn(status as PaymentStatus);
        expect(codeOf(command, order)).toBe(expected);
        const event = decide(command, order);
        if (!isRefusal(event)) expect(evolve(order, event).version).toBe(order.version + 1);
      });
  test("nothing can be done to an order that is not there", () => {
    for (const command of Object.values(commands)) expect(codeOf(command, null)).toBe("payments.missing");
  });
  test("an order is prepared once", () => {
    const command: PaymentCommand = { type: "prepare", terms: someTerms(), by: preparer, at };
    expect(codeOf(command, null)).toBe("prepared");
    expect(codeOf(command, orderIn("pending"))).toBe("payments.exists");
  });
});

describe("四眼: who may approve", () => {
  const order = orderIn("pending");
  const approve = (by: ReturnType<typeof anApprover>) =>
    decide({ type: "approve", by, at, findings: [], overrides: [] }, order);

  test("not the one who prepared it, whatever their limit", () => {
    expect(approve(anApprover(1))).toMatchObject({
      code: "payments.four-eyes",
      kind: "forbidden",
      facts: { preparedBy: preparer.name },
    });
  });
  test("not above the limit, and the refusal says both amounts", () => {
    expect(approve(anApprover(2, 36_999_999n))).toMatchObject({
      code: "payments.over-limit",
      facts: { amount: "370000.00", limit: "369999.99" },
    });
    expect(approve(anApprover(2, 37_000_000n))).toMatchObject({ type: "approved" });
  });
  test("not without a limit or the permission", () => {
    expect(approve(anApprover(2, null))).toMatchObject({ code: "payments.no-limit" });
    expect(approve({ ...anApprover(2), permissions: new Set(["payments.prepare"]) })).toMatchObject({
      code: "payments.no-permission",
    });
  });
  test("not the platform by itself", () => {
    const itself = { ...anApprover(2), staffId: null };
    expect(approve(itself)).toMatchObject({ code: "payments.no-permission" });
  });
  test("rejecting needs another person too, but no limit", () => {
    const reject = (by: ReturnType<typeof anApprover>) =>
      decide({ type: "reject", by, at, reason: "重复" }, order);
    expect(reject(anApprover(1))).toMatchObject({ code: "payments.four-eyes" });
    expect(reject(anApprover(2, null))).toMatchObject({ type: "rejected", reason: "重复" });
  });
  test("a second approval says who approved first", () => {
    expect(decide(commands.approve, orderIn("approved"))).toMatchObject({
      kind: "conflict",
      facts: { status: "approved", by: aPerson(2).name },
    });
  });
});

describe("what is checked", () => {
  const prepare = (given: Parameters<typeof someTerms>[0]) =>
    decide({ type: "prepare", terms: someTerms(given), by: preparer, at }, null);
  test("amounts above zero that sum to the order exactly", () => {
    expect(prepare({ amount: cents(0n) })).toMatchObject({ code: "payments.amount" });
    expect(prepare({ amount: cents(-1n) })).toMatchObject({ code: "payments.amount" });
    expect(prepare({ amount: cents(300n), lines: [aLine(100n), aLine(199n, 2)] })).toMatchObject({
      code: "payments.lines",
      facts: { amount: "3.00", sum: "2.99" },
    });
    expect(prepare({ amount: cents(300n), lines: [aLine(400n), aLine(-100n, 2)] })).toMatchObject({
      code: "payments.amount",
    });
    expect(prepare({ amount: cents(300n), lines: [aLine(100n), aLine(200n, 2)] })).toMatchObject({
      type: "prepared",
    });
  });
  test("同名: only to the payee's own account", () => {
    const account = { ...someTerms().account, holder: "王先生（示例）" };
    expect(prepare({ account })).toMatchObject({
      code: "payments.not-same-name",
      facts: { payee: "王太太（示例）", holder: "王先生（示例）" },
    });
  });
  test("names that a bank file can carry", () => {
    const named = (name: string) =>
      prepare({
        payee: { ...someTerms().payee, name },
        account: { ...someTerms().account, holder: name },
      });
    for (const name of ["", " ", "王\u0000", "王\u200b太太", "\ue78d", "王".repeat(141)])
      expect(named(name)).toMatchObject({ code: "payments.text" });
    expect(named("𠮷".repeat(140))).toMatchObject({ type: "prepared" });
  });
  test("an order whose terms went wrong after it was prepared cannot be approved", () => {
    const order = orderIn("pending");
    const damaged = { ...order, terms: { ...order.terms, lines: [aLine(1n)] } };
    expect(decide(commands.approve, damaged)).toMatchObject({ code: "payments.lines" });
  });
  test("the bank's answer belongs to the batch that was sent", () => {
    expect(decide({ ...commands.settle, batchId: aBatch(2) }, orderIn("sent"))).toMatchObject({
      code: "payments.other-batch",
    });
  });
});

test("a stream that cannot be is an error and never a state", () => {
  expect(() => fold([prepared, sent])).toThrow(ImpossibleEvent);
  expect(() => fold([approved])).toThrow(ImpossibleEvent);
  expect(() => fold([prepared, prepared])).toThrow(ImpossibleEvent);
  expect(() => fold([prepared, approved, rejected])).toThrow(ImpossibleEvent);
  expect(() => fold([prepared, approved, sent, settled, returned])).toThrow(ImpossibleEvent);
});
