import type { ClaimView, Explained } from "../claims/contract.ts";
import { CaseId, PartyId, PaymentId, PolicyId, RefusalId, StaffId, TermsId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import type { OrderTerms } from "../payments/index.ts";
import type { Grant } from "../store/index.ts";

/** For tests: a case as staff see it, and the grants over it. */
const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
export const aPolicyId = (n: number) => PolicyId.parse(uuid(0x5000 + n));
export const aPartyId = (n: number) => PartyId.parse(uuid(0x1000 + n));
export const theCase = CaseId.parse(uuid(0x2001));

type Policy = ClaimView["policies"][number];

export const aPolicy = (n: number, least: string, most: string | null, settled = least === most): Policy => ({
  policyId: aPolicyId(n),
  number: `P-${n}`,
  product: `第${n}份（示例）`,
  terms: TermsId.parse("sample/1"),
  facts: [],
  decision: {
    terms: "sample/1",
    digest: `sha256:${"0".repeat(64)}`,
    outcome: settled ? "pay" : "open",
    settled,
    tight: true,
    payable: { least, most },
    benefits: [],
    reasons: [],
    values: {},
    promises: [],
    flags: [],
    points: "0",
    steps: [],
    asks: settled
      ? []
      : [{ fact: "出险时间", ask: "意外是什么时候发生的？", from: "通话记录", clauses: ["第五条"] }],
    explanation: [{ clause: "第五条", text: "节假日十倍给付。", shows: "100000 × 10 = 1000000" }],
  },
  clauses: [],
  whatIfs: [],
});

/** A policy under which the clauses come to nothing. */
export const aDecline = (n: number): Policy => {
  const policy = aPolicy(n, "0.00", "0.00");
  const reasons = [{ clause: "第一条", text: "等待期内" }];
  return { ...policy, decision: { ...policy.decision, outcome: "decline", reasons } };
};

type Refusal = ClaimView["life"]["refusals"][number];

export const aRefusal = (status: Refusal["status"], n: number): Refusal => ({
  refusalId: RefusalId.parse(uuid(0x6000 + n)),
  status,
  policies: [{ policyId: aPolicyId(n), number: `P-${n}`, product: `第${n}份（示例）`, reasons: [] }],
  words: "等待期内，不属于保险责任。",
  proposedBy: "理赔甲（示例）",
  proposer: StaffId.parse(uuid(0x7001)),
  proposedAt: "2025-03-04T10:00:00+08:00",
  approvedBy: status === "approved" ? "理赔乙（示例）" : null,
  approvedAt: status === "approved" ? "2025-03-05T10:00:00+08:00" : null,
  returnedReason: null,
  notice: null,
});

/** An explanation in both languages that says one thing. */
export const anExplanation = (headline: string): Explained => {
  const told = { headline, clauses: [], changes: [], alone: null, note: "" };
  return { zh: { language: "zh", ...told }, en: { language: "en", ...told } };
};

const aFact = (name: string): ClaimView["facts"][number] => ({
  name,
  type: "date and time",
  ask: null,
  value: { between: ["2024-10-01T08:12:00+08:00", "2024-10-03T23:59:59+08:00"] },
  shows: "10月1日 至 10月3日",
  state: "bounded",
  options: null,
  sources: [
    {
      kind: "evidence",
      label: "通话记录",
      at: null,
      by: "理赔甲（示例）",
      evidenceId: null,
      findingId: null,
      locator: "第 12 行，对方 138****0000",
    },
    {
      kind: "staff",
      label: "家属陈述",
      at: null,
      by: null,
      evidenceId: null,
      findingId: null,
      locator: null,
    },
  ],
  asked: true,
});

export const aView = (policies: readonly Policy[], given: Partial<ClaimView> = {}): ClaimView => ({
  caseId: theCase,
  number: "C-1",
  title: "王先生（示例）意外身故",
  status: "open",
  insuredName: "王先生（示例）",
  partyId: aPartyId(1),
  openedAt: "2025-03-01T10:00:00+08:00",
  handler: null,
  payable: { least: "1.00", most: null },
  ordered: "0.00",
  settled: false,
  asks: [],
  nextDue: null,
  sample: true,
  version: 3,
  eventKind: "death",
  facts: [aFact("出险时间"), aFact("确诊日期"), { ...aFact("身故"), state: "unknown" }],
  policies: [...policies],
  needs: {
    decision: [
      {
        fact: "出险时间",
        ask: "意外是什么时候发生的？",
        from: "通话记录",
        clauses: [],
        settles: true,
        policies: ["P-1"],
      },
      { fact: "病理确诊", ask: "病理报告？", from: null, clauses: [], settles: true, policies: ["P-2"] },
    ],
    payment: [{ fact: "收款账户已核验", ask: null, from: "银行卡", clauses: [] }],
  },
  paymentFacts: [],
  life: { refusable: [], refusals: [], agreement: null, mayAgree: false, closed: null, cannotClose: null },
  notice: null,
  evidence: [],
  findings: [],
  money: { least: "1.00", most: null, ordered: "0.00", available: "0.00" },
  clocks: [],
  extensions: [],
  payments: [],
  history: [
    { version: 3, type: "decided", at: "2025-03-03T10:00:00+08:00", by: "x", zh: "", en: "" },
    { version: 2, type: "decided", at: "2025-03-02T10:00:00+08:00", by: "x", zh: "", en: "" },
    { version: 1, type: "reported", at: "2025-03-01T10:00:00+08:00", by: "x", zh: "", en: "" },
  ],
  next: { do: "nothing", zh: "", en: "", fact: null },
  ...given,
});

export const aGrant = (as: Grant["as"], self: number): Grant => ({
  institutionId: uuid(1) as Grant["institutionId"],
  institution: "示例人寿（示例）",
  partyId: aPartyId(1),
  as,
  self: aPartyId(self),
  sample: true,
});

/** The terms of an order of the case. */
export const orderTerms = (amount: bigint, payee: number): OrderTerms => ({
  partyId: aPartyId(1),
  paymentId: PaymentId.parse(uuid(0x3001)),
  number: "ZF202503100000000001",
  caseId: theCase,
  caseNumber: "C-1",
  title: "王先生（示例）意外身故",
  purpose: "benefit",
  amount: cents(amount),
  lines: [],
  payee: { partyId: aPartyId(payee), name: "王太太（示例）" },
  account: {
    holder: "王太太（示例）",
    kind: "card",
    bank: "示例银行",
    bankCode: null,
    sealed: "sealed",
    masked: "****0121",
  },
  replaces: null,
});
