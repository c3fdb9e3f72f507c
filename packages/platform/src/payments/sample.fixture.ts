import { mask, vault } from "../access/index.ts";
import { BatchId, CaseId, HoldId, PartyId, PaymentId, PolicyId, StaffId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import type { Permission } from "../kernel/operation.ts";
import type { Approver, OrderTerms, PaymentLine, Person } from "./model.ts";
import type { PrepareInput } from "./prepare.ts";

/** For tests: ids and people that read the same in every run. */
const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
export const aParty = (n = 1) => PartyId.parse(uuid(0x1000 + n));
export const aCase = (n = 1) => CaseId.parse(uuid(0x2000 + n));
export const aPayment = (n = 1) => PaymentId.parse(uuid(0x3000 + n));
export const aBatch = (n = 1) => BatchId.parse(uuid(0x4000 + n));
export const aPolicy = (n = 1) => PolicyId.parse(uuid(0x5000 + n));
export const aHold = (n = 1) => HoldId.parse(uuid(0x7000 + n));
export const aPerson = (n = 1): Person => ({
  staffId: StaffId.parse(uuid(0x6000 + n)),
  name: `职员${n}（示例）`,
});
export const anApprover = (n = 2, limit: bigint | null = 200_000_000n): Approver => ({
  ...aPerson(n),
  permissions: new Set<Permission>(["payments.approve"]),
  limit: limit === null ? null : cents(limit),
});

/** A card number that passes Luhn's check and belongs to no bank: its first digits are assigned to nobody. */
export const SAMPLE_CARD = "9990001234567890121";

export const aLine = (amount: bigint, n = 1): PaymentLine => ({
  policyId: aPolicy(n),
  policyNumber: `P-${n}`,
  product: "两全保险（示例）",
  benefit: "意外身故保险金",
  amount: cents(amount),
  clause: "第六条",
});

export const someTerms = (given: Partial<OrderTerms> = {}): OrderTerms => {
  const amount = given.amount ?? cents(37_000_000n);
  return {
    partyId: aParty(1),
    paymentId: aPayment(1),
    number: "ZF202503100000000001",
    caseId: aCase(1),
    caseNumber: "C-2024-10-0713",
    title: "王先生（示例）意外身故",
    purpose: "benefit",
    amount,
    lines: [aLine(amount)],
    payee: { partyId: aParty(2), name: "王太太（示例）" },
    account: {
      holder: "王太太（示例）",
      kind: "card",
      bank: "示例银行长治分行",
      bankCode: "999164000012",
      sealed: "sealed",
      masked: "***************0121",
    },
    replaces: null,
    ...given,
  };
};

/** What claims would ask to have prepared; its account really sealed. */
export const someInput = (given: Partial<PrepareInput> = {}): PrepareInput => {
  const {
    paymentId: _id,
    number: _number,
    replaces: _replaces,
    ...terms
  } = someTerms({
    ...(given.amount === undefined ? {} : { amount: given.amount }),
  });
  return {
    ...terms,
    account: { ...terms.account, sealed: vault.seal(SAMPLE_CARD), masked: mask.bankCard(SAMPLE_CARD) },
    idempotencyKey: "first",
    ...given,
  };
};
