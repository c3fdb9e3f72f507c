import { describe, expect, test } from "vitest";
import type { AuditLine } from "../access/index.ts";
import type { ClaimView } from "../claims/contract.ts";
import { CaseId } from "../kernel/ids.ts";
import type { PaymentOrder, Progress } from "../payments/index.ts";
import { claimOf, onTheWayOf, summaryOf } from "./build.ts";
import {
  aDecline,
  aGrant,
  anExplanation,
  aPolicy,
  aPolicyId,
  aRefusal,
  aView,
  orderTerms,
  theCase,
} from "./claim.fixture.ts";
import { showsInEnglish } from "./english.ts";
import { lookedOf } from "./looked.ts";
import { benefitNames, plainWords } from "./plain.ts";
import { visibleTo } from "./visible.ts";

const stamp = (minute: number) => ({
  by: { staffId: null, name: "甲" },
  at: new Date(Date.UTC(2025, 2, 4, 0, minute)),
});
const batchId = "00000000-0000-4000-8000-000000004001" as Extract<
  Progress,
  { status: "sent" }
>["sent"]["batchId"];
const steps: Record<Progress["status"], Progress> = {
  pending: { status: "pending" },
  rejected: { status: "rejected", rejected: stamp(1), reason: "重复" },
  approved: { status: "approved", approved: stamp(1) },
  sent: { status: "sent", approved: stamp(1), sent: { ...stamp(2), batchId } },
  settled: { status: "settled", approved: stamp(1), sent: { ...stamp(2), batchId }, settled: stamp(3) },
  returned: {
    status: "returned",
    approved: stamp(1),
    sent: { ...stamp(2), batchId },
    returned: stamp(3),
    reason: "户名不符",
  },
};
const order = (status: Progress["status"], amount: bigint, payee = 2): PaymentOrder => ({
  terms: orderTerms(amount, payee),
  version: 1,
  prepared: stamp(0),
  progress: steps[status],
});

const one = aPolicy(1, "100.00", "1000.00");
const two = aPolicy(2, "50.00", "50.00");
const view = aView([one, two]);
const wife = aGrant("beneficiary", 2);
const seen = (orders: readonly PaymentOrder[], names = [1], grant = wife, of = view) => {
  const found = visibleTo(of, grant, new Set(names.map(aPolicyId)), orders);
  if (!found) throw new Error("not visible");
  return found;
};

describe("visible", () => {
  test("the insured sees every policy, a beneficiary those that name them, nobody else anything", () => {
    expect(seen([], [], aGrant("self", 1)).policies).toHaveLength(2);
    expect(seen([], [2]).policies).toEqual([two]);
    expect(visibleTo(view, wife, new Set(), [])).toBeNull();
  });
  test("of a living person's case a beneficiary sees nothing, even where an order names them", () => {
    for (const eventKind of ["illness", "accident"])
      expect(
        visibleTo(aView([one], { eventKind }), wife, new Set([aPolicyId(1)]), [order("sent", 1n)]),
      ).toBeNull();
  });
  test("orders to another, of another case, or rejected are not theirs", () => {
    const other = order("settled", 1n, 3);
    const elsewhere = CaseId.parse("00000000-0000-4000-8000-000000002002");
    const moved = { ...order("settled", 1n), terms: { ...orderTerms(1n, 2), caseId: elsewhere } };
    expect(seen([other, moved, order("rejected", 5n)]).orders).toEqual([]);
  });
});

describe("the case in a list", () => {
  test("amounts are of the policies seen; an open end stays open", () => {
    expect(summaryOf(seen([]))).toMatchObject({ least: "100.00", most: "1000.00", settled: false });
    expect(summaryOf(seen([], [1, 2]))).toMatchObject({ least: "150.00", most: "1050.00" });
    const open = aView([aPolicy(1, "1.00", null), two]);
    expect(summaryOf(seen([], [1, 2], wife, open)).most).toBeNull();
  });
  test("forYou is what has been ordered for this person and has not come back", () => {
    const orders = [
      order("pending", 1n),
      order("approved", 10n),
      order("sent", 100n),
      order("settled", 1000n),
      order("returned", 10_000n),
      order("rejected", 100_000n),
      order("settled", 1_000_000n, 3),
    ];
    expect(summaryOf(seen(orders)).forYou).toBe("11.11");
  });
  test("progress follows the newest order that has not come back", () => {
    const at = (orders: readonly PaymentOrder[], names = [2]) =>
      summaryOf(seen(orders, names)).progress.map((step) => step.at !== null);
    expect(at([])).toEqual([true, true, false, false, false]);
    expect(at([], [1])).toEqual([true, false, false, false, false]);
    expect(at([order("settled", 1n), order("approved", 1n)])).toEqual([true, true, true, false, false]);
    expect(at([order("settled", 1n), order("returned", 1n)])).toEqual([true, true, true, true, true]);
    expect(summaryOf(seen([], [2])).progress[1]?.at).toBe("2025-03-03T10:00:00+08:00");
  });
  test("on the way is what was approved or sent, never what still waits", () => {
    expect(onTheWayOf([seen([order("pending", 5n)])])).toBeNull();
    expect(onTheWayOf([seen([order("settled", 5n)])])).toBeNull();
    const moving = [order("sent", 500n), order("approved", 50n), order("pending", 5n)];
    expect(onTheWayOf([seen([]), seen(moving)])).toMatchObject({ amount: "5.50" });
  });
});

describe("the case's page", () => {
  const explained = new Map([1, 2].map((n) => [aPolicyId(n), anExplanation(`第${n}份`)]));
  const beside = { reads: new Set(["出险时间", "身故"]), looked: [], explained };
  const claim = claimOf(seen([order("sent", 100n)]), beside);
  test("why, for the policies seen and no other", () => {
    expect(claim.because.map(({ number, explained: told }) => [number, told.zh.headline])).toEqual([
      ["P-1", "第1份"],
    ]);
    expect(JSON.stringify(claim)).not.toContain("第2份");
  });
  test("nobody reads of a refusal that two named persons have not made", () => {
    const declined = aDecline(1);
    const own = (given: Partial<ClaimView>) =>
      claimOf(seen([], [1], wife, aView([declined], given)), beside).because[0];
    expect(own({})).toMatchObject({
      refused: false,
      explained: { zh: { headline: expect.stringContaining("两位具名的人") } },
    });
    expect(own({})?.explained.en.headline).toContain("two named persons");
    const proposed = aRefusal("proposed", 1);
    expect(own({ life: { ...view.life, refusals: [proposed] } })?.refused).toBe(false);
    const approved = aRefusal("approved", 1);
    expect(own({ life: { ...view.life, refusals: [approved] } })).toMatchObject({
      refused: true,
      explained: { zh: { headline: "第1份" } },
    });
  });
  test("facts that those policies read and are known, with who says so and no more", () => {
    expect(claim.facts).toEqual([
      {
        name: { zh: "出险时间", en: "incident at" },
        shows: {
          zh: "10月1日 至 10月3日",
          en: "from 1 October 2024, 08:12 (China time) to 3 October 2024, 23:59:59 (China time)",
        },
        source: "通话记录；家属陈述",
      },
    ]);
    expect(JSON.stringify(claim)).not.toMatch(/138\*\*\*\*0000|理赔甲/);
  });
  test("still needed: what those policies ask, and what payment asks, each once", () => {
    expect(claim.stillNeeded).toEqual([
      { ask: { zh: "意外是什么时候发生的？", en: "incident at" }, from: "通话记录" },
      { ask: { zh: "收款账户已核验", en: "payee account verified" }, from: "银行卡" },
    ]);
  });
  test.each([
    [{ type: "money", value: "1270000.00" }, "CNY 1,270,000"],
    [{ type: "money", value: { between: ["0.5", null] } }, "from CNY 0.5"],
    [{ type: "boolean", value: true }, "yes"],
    [{ type: "date", value: { between: [null, "2024-10-02"] } }, "up to 2 October 2024"],
    [{ type: "one of", value: { oneOf: ["有效", "中止"] } }, "有效 or 中止"],
    [{ type: "date", value: { none: true } }, "none"],
    [{ type: "list", value: [1, 2] }, "2 entries"],
    [{ type: "money", value: null }, "not known yet"],
  ])("a fact in English: %o", (fact, words) => expect(showsInEnglish(fact)).toBe(words));
  test("a payment in the words of the one who waits, at the time of its last step", () => {
    expect(claim.payments).toMatchObject([
      { amount: "1.00", status: "已交银行，等待到账", at: "2025-03-04T00:02:00.000Z" },
    ]);
  });
});

describe("who looked", () => {
  const line = (action: string, by: string, subject: AuditLine["subject"], minute: number): AuditLine => ({
    at: stamp(minute).at,
    by,
    action,
    subject,
    purpose: null,
    detail: subject.kind === "evidence" ? { caseId: theCase } : {},
  });
  const lines = [
    line("claims.read", "理赔甲（示例）", { kind: "case", id: theCase }, 1),
    line("claims.read-file", "理赔甲（示例）", { kind: "evidence", id: "e1" }, 2),
    line("consumer.claim", "王太太（示例）", { kind: "case", id: theCase }, 3),
    line("consumer.claim", "王大明（示例）", { kind: "case", id: theCase }, 4),
    line("payments.open-account", "出纳丁（示例）", { kind: "payment", id: "mine" }, 5),
    line("payments.open-account", "出纳丁（示例）", { kind: "payment", id: "another's" }, 6),
    line("people.reveal", "理赔甲（示例）", { kind: "party", id: "p" }, 7),
    line("something.new", "理赔甲（示例）", { kind: "case", id: theCase }, 8),
  ];
  test("newest first, staff by name, others who may see it without one, payments to others left out", () => {
    const looked = lookedOf(lines, "王太太（示例）", { caseId: theCase, own: new Set(["mine"]) });
    expect(looked.map(({ who, what }) => [who.zh, what.zh])).toEqual([
      ["理赔甲（示例）", "办理了案件"],
      ["出纳丁（示例）", "为写入银行文件使用了收款账号"],
      ["另一位权利人", "查看了案件"],
      ["您本人", "查看了案件"],
      ["理赔甲（示例）", "查看了证据原件"],
      ["理赔甲（示例）", "查看了案件"],
    ]);
    expect(looked[0]?.at).toBe("2025-03-04T08:08:00+08:00");
  });
});

describe("plain words", () => {
  test("the benefits of a document, each once, in its order", () => {
    expect(benefitNames("clauses: [{as: 甲}, {id: x}, {as: 乙}, {as: 甲}]")).toEqual(["甲", "乙"]);
  });
  test("what it pays, how much, and one's share", () => {
    const benefits = ["甲", "乙", "丙", "丁", "戊"];
    expect(plainWords({ benefits, sumInsured: "100000.00", share: 3333n })).toEqual({
      zh: "您是受益人，份额 33.33%。会给付：甲、乙、丙、丁等 5 项。基本保险金额 100,000 元。",
      en: "You are a beneficiary, with a share of 33.33%. It pays: 甲, 乙, 丙, 丁 and 1 more. Sum insured 100,000 yuan.",
    });
    expect(plainWords({ benefits: ["甲"], sumInsured: "", share: null }).zh).toBe("会给付：甲。");
  });
});
