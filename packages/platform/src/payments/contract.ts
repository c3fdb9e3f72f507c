import { z } from "zod";
import { AnswerId, BatchId, CaseId, HoldId, PartyId, PaymentId } from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

export const PaymentStatus = z.enum(["pending", "approved", "rejected", "sent", "settled", "returned"]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** 付款前核对: what is looked at before an order may be approved; how severely and how far back is data. */
export const CheckId = z.enum(["same-name", "hold", "over-limit", "duplicate", "new-account"]);
export type CheckId = z.infer<typeof CheckId>;

const Words = z.object({ zh: z.string(), en: z.string() });
const Override = z.object({ check: CheckId, reason: z.string().trim().min(2).max(500) });

export const PaymentView = z.object({
  paymentId: PaymentId,
  number: z.string(),
  caseId: CaseId,
  caseNumber: z.string(),
  title: z.string(),
  amount: Yuan,
  payee: z.string(),
  accountMasked: z.string(),
  bank: z.string(),
  status: PaymentStatus,
  /** 先行给付 (保险法 25) or the decision's whole or remaining amount. */
  purpose: z.enum(["advance", "benefit", "remainder"]),
  lines: z.array(
    z.object({
      policyNumber: z.string(),
      product: z.string(),
      benefit: z.string(),
      amount: Yuan,
      clause: z.string(),
    }),
  ),
  preparedBy: z.string(),
  preparedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  batchId: BatchId.nullable(),
  returnedReason: z.string().nullable(),
  /** ISO 20022, where the bank gave a code or its words are known. */
  returnedCode: z.string().nullable(),
  returnedAt: z.string().nullable(),
  /** 止付: a hold stands on it. */
  held: z.boolean(),
  /** What keeps the person signed in from approving it, in words; null where they may. */
  cannotApprove: Words.nullable(),
});
export type PaymentView = z.infer<typeof PaymentView>;

export const BatchView = z.object({
  batchId: BatchId,
  number: z.string(),
  bank: z.string(),
  count: z.number().int(),
  total: Yuan,
  createdAt: z.string(),
  createdBy: z.string(),
  settled: z.number().int(),
  returned: z.number().int(),
  /** What arrived and what came back, in yuan; the rest is still with the bank. */
  settledTotal: Yuan,
  returnedTotal: Yuan,
  formats: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** 银行答复: one file that was read. */
export const AnswerView = z.object({
  answerId: AnswerId,
  format: z.enum(["csv", "xlsx", "pain.002", "camt.054"]),
  filename: z.string(),
  messageId: z.string().nullable(),
  batchId: BatchId.nullable(),
  /** How many orders the file says arrived, came back, or are still in hand, whether it said so before or not. */
  settled: z.number().int(),
  returned: z.number().int(),
  pending: z.number().int(),
  /** How many orders moved by it. */
  changed: z.number().int(),
  /** References that are no order of ours. */
  unknown: z.array(
    z.object({
      row: z.number().int(),
      reference: z.string(),
      amount: Yuan.nullable(),
      outcome: z.enum(["settled", "returned", "pending"]),
    }),
  ),
  readAt: z.string(),
  readBy: z.string(),
});
export type AnswerView = z.infer<typeof AnswerView>;

export const HoldView = z.object({
  holdId: HoldId,
  partyId: PartyId,
  name: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  lifted: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type HoldView = z.infer<typeof HoldView>;

const Who = z.object({ by: z.string(), at: z.string() });
export const RecoveryView = Who.extend({
  amount: Yuan,
  reason: z.string(),
  received: Yuan,
  outstanding: Yuan,
  promise: Who.extend({ on: z.string(), note: z.string() }).nullable(),
  receipts: z.array(Who.extend({ amount: Yuan, reference: z.string() })),
  proposal: Who.extend({ reason: z.string() }).nullable(),
  writtenOff: Who.extend({ amount: Yuan }).nullable(),
});

/** What a list of orders may be narrowed by; days are China's, both included. */
const Narrowed = z.object({
  status: PaymentStatus.optional(),
  purpose: z.enum(["advance", "benefit", "remainder"]).optional(),
  q: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  held: z.literal("true").optional(),
});

const Reason = z.string().trim().min(2).max(500);
const One = z.object({ paymentId: PaymentId });

export const listPayments = operation({
  id: "payments.list",
  method: "GET",
  path: "/payments",
  who: { staff: "payments.read" },
  summary: { zh: "付款指令", en: "Payment orders" },
  query: PageQuery.extend(Narrowed.shape),
  output: pageOf(PaymentView),
});
export const readPayment = operation({
  id: "payments.read",
  method: "GET",
  path: "/payments/:paymentId",
  who: { staff: "payments.read" },
  summary: { zh: "一笔付款", en: "One payment order" },
  params: One,
  output: PaymentView.extend({
    ledger: z.array(
      z.object({ at: z.string(), entry: z.string(), account: z.string(), debit: Yuan, credit: Yuan }),
    ),
    partyId: PartyId,
    payeePartyId: PartyId,
    /** While it waits: each check, and what it found. */
    checks: z.array(
      z.object({
        check: CheckId,
        level: z.enum(["block", "warn"]),
        name: Words,
        found: Words.nullable(),
      }),
    ),
    /** What the approver passed over, and why. */
    overrides: z.array(z.object({ check: CheckId, name: Words, reason: z.string() })),
    /** The holds that stand on its payee or its party. */
    holds: z.array(HoldView),
    /** 追回: what was paid too much, how far it has come back, and who proposes to write off the rest. */
    recovery: RecoveryView.nullable(),
  }),
});
export const exportPayments = operation({
  id: "payments.export",
  method: "GET",
  path: "/payments.xlsx",
  who: { staff: "payments.read" },
  summary: { zh: "导出付款指令", en: "Export payment orders" },
  query: Narrowed,
  output: "download",
});
/**
 * The one who approves is not the one who prepared, and the amount is within the approver's limit. What a check blocks cannot
 * be approved; a warning needs its reason.
 */
export const approvePayment = operation({
  id: "payments.approve",
  method: "POST",
  path: "/payments/:paymentId/approve",
  who: { staff: "payments.approve" },
  summary: { zh: "批准付款", en: "Approve a payment" },
  params: One,
  body: z.object({ overrides: z.array(Override).max(CheckId.options.length).default([]) }),
  output: PaymentView,
});
export const rejectPayment = operation({
  id: "payments.reject",
  method: "POST",
  path: "/payments/:paymentId/reject",
  who: { staff: "payments.approve" },
  summary: { zh: "退回付款", en: "Reject a payment" },
  params: One,
  body: z.object({ reason: Reason }),
  output: PaymentView,
});
/** 撤销批准: before the money leaves; its entries are reversed. */
export const revokePayment = operation({
  id: "payments.revoke",
  method: "POST",
  path: "/payments/:paymentId/revoke",
  who: { staff: "payments.approve" },
  summary: { zh: "撤销批准", en: "Take an approval back" },
  params: One,
  body: z.object({ reason: Reason }),
  output: PaymentView,
});
/** 追回多付: asked of the payee; the books say from then on that it is owed to the institution. */
export const requestRecovery = operation({
  id: "payments.requestRecovery",
  method: "POST",
  path: "/payments/:paymentId/recovery",
  who: { staff: "payments.prepare" },
  summary: { zh: "追回多付款项", en: "Ask an overpayment back" },
  params: One,
  body: z.object({ amount: Yuan, reason: Reason }),
  output: PaymentView,
});
export const promiseRecovery = operation({
  id: "payments.promiseRecovery",
  method: "POST",
  path: "/payments/:paymentId/recovery/promise",
  who: { staff: "payments.prepare" },
  summary: { zh: "登记退还承诺", en: "Record a promise to pay back" },
  params: One,
  body: z.object({ on: z.iso.date(), note: Reason }),
  output: PaymentView,
});
/** Each receipt once, by the bank's own reference. */
export const receiveRecovery = operation({
  id: "payments.receiveRecovery",
  method: "POST",
  path: "/payments/:paymentId/recovery/receipts",
  who: { staff: "payments.send" },
  summary: { zh: "登记收回款项", en: "Record money that came back" },
  params: One,
  body: z.object({ amount: Yuan, reference: z.string().trim().min(2).max(64) }),
  output: PaymentView,
});
export const proposeWriteOff = operation({
  id: "payments.proposeWriteOff",
  method: "POST",
  path: "/payments/:paymentId/recovery/write-off",
  who: { staff: "payments.prepare" },
  summary: { zh: "提出核销", en: "Propose a write-off" },
  params: One,
  body: z.object({ reason: Reason }),
  output: PaymentView,
});
/** By another person than the one who proposed it, within their limit. */
export const approveWriteOff = operation({
  id: "payments.writeOff",
  method: "POST",
  path: "/payments/:paymentId/recovery/write-off/approve",
  who: { staff: "payments.approve" },
  summary: { zh: "批准核销", en: "Approve a write-off" },
  params: One,
  body: z.object({}),
  output: PaymentView,
});
export const listBatches = operation({
  id: "payments.batches",
  method: "GET",
  path: "/payment-batches",
  who: { staff: "payments.read" },
  summary: { zh: "付款批次", en: "Payment batches" },
  query: PageQuery,
  output: pageOf(BatchView),
});
/** Puts every approved order into one bank file and marks them sent. */
export const createBatch = operation({
  id: "payments.createBatch",
  method: "POST",
  path: "/payment-batches",
  who: { staff: "payments.send" },
  creates: true,
  summary: { zh: "生成付款批次", en: "Make a bank batch" },
  body: z.object({ payments: z.array(PaymentId).min(1).max(1000) }),
  output: BatchView,
});
export const downloadBatch = operation({
  id: "payments.downloadBatch",
  method: "GET",
  path: "/payment-batches/:batchId/file",
  who: { staff: "payments.send" },
  summary: { zh: "下载银行文件", en: "Download the bank file" },
  params: z.object({ batchId: BatchId }),
  query: z.object({ format: z.enum(["pain.001", "csv", "xlsx"]) }),
  output: "download",
});
/** The bank's answer to a batch (回盘文件), CSV, XLSX, pain.002 or camt.054. All or nothing; the same file again changes nothing. */
export const recordBankResult = operation({
  id: "payments.bankResult",
  method: "POST",
  path: "/payment-batches/:batchId/result",
  who: { staff: "payments.send" },
  summary: { zh: "导入银行回盘", en: "Read the bank's answer" },
  params: z.object({ batchId: BatchId }),
  body: z.object({}),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ batch: BatchView, answer: AnswerView, repeated: z.boolean() }),
});
/** pain.002 付款状态报告 or camt.054 借贷记通知, of any batch. All or nothing; the same file again changes nothing. */
export const readBankAnswer = operation({
  id: "payments.readAnswer",
  method: "POST",
  path: "/bank-answers",
  who: { staff: "payments.send" },
  summary: { zh: "导入银行报文", en: "Read a bank's message" },
  body: z.object({}),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ answer: AnswerView, repeated: z.boolean() }),
});
export const listBankAnswers = operation({
  id: "payments.answers",
  method: "GET",
  path: "/bank-answers",
  who: { staff: "payments.read" },
  summary: { zh: "银行答复记录", en: "Bank answers that were read" },
  query: PageQuery.extend({ batchId: BatchId.optional() }),
  output: pageOf(AnswerView),
});
export const readBatch = operation({
  id: "payments.batch",
  method: "GET",
  path: "/payment-batches/:batchId",
  who: { staff: "payments.read" },
  summary: { zh: "一个付款批次", en: "One payment batch" },
  params: z.object({ batchId: BatchId }),
  output: BatchView.extend({ payments: z.array(PaymentView), answers: z.array(AnswerView) }),
});
export const listHolds = operation({
  id: "payments.holds",
  method: "GET",
  path: "/payment-holds",
  who: { staff: "payments.read" },
  summary: { zh: "止付", en: "Holds on payments" },
  /** Without `all`, those that stand. */
  query: PageQuery.extend({ all: z.literal("true").optional() }),
  output: pageOf(HoldView),
});
/** Stops every payment that goes to a party or comes from its cases, until another person lifts it. */
export const placeHold = operation({
  id: "payments.placeHold",
  method: "POST",
  path: "/payment-holds",
  who: { staff: "payments.hold" },
  creates: true,
  summary: { zh: "止付", en: "Hold payments" },
  body: z.object({ partyId: PartyId, reason: z.string().trim().min(2).max(500) }),
  output: z.object({
    hold: HoldView,
    /** Orders that were stopped by it, and those that had gone to the bank already. */
    stopped: z.array(z.string()),
    gone: z.array(z.string()),
  }),
});
export const liftHold = operation({
  id: "payments.liftHold",
  method: "POST",
  path: "/payment-holds/:holdId/lift",
  who: { staff: "payments.approve" },
  summary: { zh: "解除止付", en: "Lift a hold" },
  params: z.object({ holdId: HoldId }),
  body: z.object({ reason: Reason }),
  output: z.object({ released: z.number().int() }),
});
