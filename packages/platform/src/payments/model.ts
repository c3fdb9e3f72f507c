import type { BatchId, CaseId, HoldId, PartyId, PaymentId, PolicyId, StaffId } from "../kernel/ids.ts";
import type { Cents } from "../kernel/money.ts";
import type { Permission } from "../kernel/operation.ts";
import type { CheckId, PaymentStatus } from "./contract.ts";
import type { Booked } from "./ledger.ts";
import type { RecoveryCommand, RecoveryEvent } from "./recovery/decide.ts";
import type { Recovery } from "./recovery/model.ts";

/** 先行给付 (保险法 25), the whole benefit, or what remained after an advance. */
export type PaymentPurpose = "advance" | "benefit" | "remainder";

/** Who did a step. `staffId` is null where the platform acted by itself, which it never does to approve. */
export interface Person {
  readonly staffId: StaffId | null;
  readonly name: string;
}

/** Who asks to approve, with what decides whether they may. */
export interface Approver extends Person {
  readonly permissions: ReadonlySet<Permission>;
  /** 授权额度, 分; null where none may be approved. */
  readonly limit: Cents | null;
}

export interface Stamp {
  readonly by: Person;
  readonly at: Date;
}

/** One benefit of one policy inside an order, with the clause that gives it. */
export interface PaymentLine {
  readonly policyId: PolicyId;
  readonly policyNumber: string;
  readonly product: string;
  readonly benefit: string;
  readonly amount: Cents;
  readonly clause: string;
}

/** 收款人 */
export interface Payee {
  readonly partyId: PartyId;
  readonly name: string;
}

/** 收款账户, its number sealed. */
export interface PayeeAccount {
  readonly holder: string;
  /** `card` has a number with a Luhn check digit; `account` is a passbook or company account without one. */
  readonly kind: "card" | "account";
  readonly bank: string;
  /** 联行号 (CNAPS, 12 digits), where known. */
  readonly bankCode: string | null;
  readonly sealed: string;
  readonly masked: string;
}

/** What an order is for; none of it ever changes. */
export interface OrderTerms {
  readonly partyId: PartyId;
  readonly paymentId: PaymentId;
  /** 指令编号, at most 35 characters: the end-to-end reference at the bank. */
  readonly number: string;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly title: string;
  readonly purpose: PaymentPurpose;
  readonly amount: Cents;
  readonly lines: readonly PaymentLine[];
  readonly payee: Payee;
  readonly account: PayeeAccount;
  /** The returned or rejected order that this one makes good. */
  readonly replaces: PaymentId | null;
}

interface Sent extends Stamp {
  readonly batchId: BatchId;
}

/** A warning that the approver passed over, and why. */
export interface Override {
  readonly check: CheckId;
  readonly reason: string;
}
interface Approval extends Stamp {
  readonly overrides: readonly Override[];
}
/** Why the bank sent the money back: its words, and the ISO 20022 code where it gave one. */
interface BankReturn {
  readonly status: "returned";
  readonly approved: Approval;
  readonly sent: Sent;
  readonly returned: Stamp;
  readonly reason: string;
  readonly code: string | null;
}

/** How far an order has come, with what must be true of it there. */
export type Progress =
  | { readonly status: "pending" }
  | { readonly status: "rejected"; readonly rejected: Stamp; readonly reason: string }
  | { readonly status: "approved"; readonly approved: Approval }
  | { readonly status: "sent"; readonly approved: Approval; readonly sent: Sent }
  | { readonly status: "settled"; readonly approved: Approval; readonly sent: Sent; readonly settled: Stamp }
  | BankReturn
  // 退汇: it had arrived, and came back
  | (BankReturn & { readonly settled: Stamp });

/** 付款指令 */
export interface PaymentOrder {
  readonly terms: OrderTerms;
  readonly version: number;
  readonly prepared: Stamp;
  readonly progress: Progress;
  /** 止付: while one stands the order is neither approved nor sent. */
  readonly holds: readonly HoldId[];
  /** 入账科目: where the approval's debit stands; null until it is approved. */
  readonly booked: Booked | null;
  /** 追回; null where nothing is asked back. */
  readonly recovery: Recovery | null;
}

/** What the checks before payment found of one order, for the one who would approve it. */
export interface Finding {
  readonly check: CheckId;
  readonly level: "block" | "warn";
  readonly zh: string;
  readonly en: string;
}

export type PaymentCommand =
  | { readonly type: "prepare"; readonly terms: OrderTerms; readonly by: Person; readonly at: Date }
  | {
      readonly type: "approve";
      readonly by: Approver;
      readonly at: Date;
      readonly findings: readonly Finding[];
      readonly overrides: readonly Override[];
    }
  | { readonly type: "reject"; readonly by: Approver; readonly at: Date; readonly reason: string }
  | { readonly type: "send"; readonly by: Person; readonly at: Date; readonly batchId: BatchId }
  | { readonly type: "settle"; readonly by: Person; readonly at: Date; readonly batchId: BatchId }
  | {
      readonly type: "return";
      readonly by: Person;
      readonly at: Date;
      readonly batchId: BatchId;
      readonly reason: string;
      readonly code: string | null;
      /** True where the bank says that the money itself came back (退汇): then it may have settled before. */
      readonly moneyBack: boolean;
    }
  | {
      readonly type: "hold";
      readonly by: Person;
      readonly at: Date;
      readonly holdId: HoldId;
      readonly reason: string;
    }
  | { readonly type: "release"; readonly by: Person; readonly at: Date; readonly holdId: HoldId }
  // 撤销批准: before the money leaves
  | { readonly type: "revoke"; readonly by: Approver; readonly at: Date; readonly reason: string }
  // 冲抵: the decision stands, and the advance becomes part of what it comes to
  | { readonly type: "net"; readonly by: Person; readonly at: Date; readonly against: string }
  | RecoveryCommand;

interface BankSaid {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string;
  readonly code: string | null;
}

export type PaymentEvent =
  | { readonly type: "prepared"; readonly terms: OrderTerms; readonly by: Person; readonly at: Date }
  | {
      readonly type: "approved";
      readonly by: Person;
      readonly at: Date;
      readonly overrides: readonly Override[];
      readonly booked: Booked;
    }
  | { readonly type: "revoked"; readonly by: Person; readonly at: Date; readonly reason: string }
  | { readonly type: "netted"; readonly by: Person; readonly at: Date; readonly against: string }
  | RecoveryEvent
  | { readonly type: "rejected"; readonly by: Person; readonly at: Date; readonly reason: string }
  | { readonly type: "sent"; readonly by: Person; readonly at: Date; readonly batchId: BatchId }
  | { readonly type: "settled"; readonly by: Person; readonly at: Date }
  | (BankSaid & { readonly type: "returned" })
  | (BankSaid & { readonly type: "bounced" })
  | {
      readonly type: "held";
      readonly by: Person;
      readonly at: Date;
      readonly holdId: HoldId;
      readonly reason: string;
    }
  | { readonly type: "released"; readonly by: Person; readonly at: Date; readonly holdId: HoldId };

/** Events that change an order's status, which its case hears of. */
export type StatusEvent = Exclude<
  PaymentEvent,
  { type: "prepared" | "held" | "released" | "netted" } | RecoveryEvent
>;

/** Events that the case hears of: its status changed, or what was paid too much came back or was given up. */
export type ToldEvent = StatusEvent | Extract<RecoveryEvent, { type: "recovery-received" | "written-off" }>;

export const isToldEvent = (event: PaymentEvent): event is ToldEvent =>
  isStatusEvent(event) || event.type === "recovery-received" || event.type === "written-off";

const STATUS_EVENTS: readonly PaymentEvent["type"][] = [
  "approved",
  "rejected",
  "revoked",
  "sent",
  "settled",
  "returned",
  "bounced",
] satisfies StatusEvent["type"][];

export const isStatusEvent = (event: PaymentEvent): event is StatusEvent =>
  STATUS_EVENTS.includes(event.type);

/** True where the order's amount has left the case's hands: it may not be ordered a second time. */
export const isLive = (status: PaymentStatus): boolean => status !== "rejected" && status !== "returned";
