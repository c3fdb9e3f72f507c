import type { BatchId, CaseId, PartyId, PaymentId, PolicyId, StaffId } from "../kernel/ids.ts";
import type { Cents } from "../kernel/money.ts";
import type { Permission } from "../kernel/operation.ts";
import type { PaymentStatus } from "./contract.ts";

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

/** How far an order has come, with what must be true of it there. */
export type Progress =
  | { readonly status: "pending" }
  | { readonly status: "rejected"; readonly rejected: Stamp; readonly reason: string }
  | { readonly status: "approved"; readonly approved: Stamp }
  | { readonly status: "sent"; readonly approved: Stamp; readonly sent: Sent }
  | { readonly status: "settled"; readonly approved: Stamp; readonly sent: Sent; readonly settled: Stamp }
  | {
      readonly status: "returned";
      readonly approved: Stamp;
      readonly sent: Sent;
      readonly returned: Stamp;
      readonly reason: string;
    };

/** 付款指令 */
export interface PaymentOrder {
  readonly terms: OrderTerms;
  readonly version: number;
  readonly prepared: Stamp;
  readonly progress: Progress;
}

export type PaymentCommand =
  | { readonly type: "prepare"; readonly terms: OrderTerms; readonly by: Person; readonly at: Date }
  | { readonly type: "approve"; readonly by: Approver; readonly at: Date }
  | { readonly type: "reject"; readonly by: Approver; readonly at: Date; readonly reason: string }
  | { readonly type: "send"; readonly by: Person; readonly at: Date; readonly batchId: BatchId }
  | { readonly type: "settle"; readonly by: Person; readonly at: Date; readonly batchId: BatchId }
  | {
      readonly type: "return";
      readonly by: Person;
      readonly at: Date;
      readonly batchId: BatchId;
      readonly reason: string;
    };

export type PaymentEvent =
  | { readonly type: "prepared"; readonly terms: OrderTerms; readonly by: Person; readonly at: Date }
  | { readonly type: "approved"; readonly by: Person; readonly at: Date }
  | { readonly type: "rejected"; readonly by: Person; readonly at: Date; readonly reason: string }
  | { readonly type: "sent"; readonly by: Person; readonly at: Date; readonly batchId: BatchId }
  | { readonly type: "settled"; readonly by: Person; readonly at: Date }
  | { readonly type: "returned"; readonly by: Person; readonly at: Date; readonly reason: string };

/** True where the order's amount has left the case's hands: it may not be ordered a second time. */
export const isLive = (status: PaymentStatus): boolean => status !== "rejected" && status !== "returned";
