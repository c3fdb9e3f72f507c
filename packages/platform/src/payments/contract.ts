import { z } from "zod";
import { BatchId, CaseId, PaymentId } from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

export const PaymentStatus = z.enum(["pending", "approved", "rejected", "sent", "settled", "returned"]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

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
  /** What keeps the person signed in from approving it, in words; null where they may. */
  cannotApprove: z.object({ zh: z.string(), en: z.string() }).nullable(),
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
  formats: z.array(z.object({ id: z.string(), name: z.string() })),
});

const One = z.object({ paymentId: PaymentId });

export const listPayments = operation({
  id: "payments.list",
  method: "GET",
  path: "/payments",
  who: { staff: "payments.read" },
  summary: { zh: "付款指令", en: "Payment orders" },
  query: PageQuery.extend({ status: PaymentStatus.optional() }),
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
  }),
});
export const exportPayments = operation({
  id: "payments.export",
  method: "GET",
  path: "/payments.xlsx",
  who: { staff: "payments.read" },
  summary: { zh: "导出付款指令", en: "Export payment orders" },
  query: z.object({ status: PaymentStatus.optional() }),
  output: "download",
});
/** The one who approves is not the one who prepared, and the amount is within the approver's limit. */
export const approvePayment = operation({
  id: "payments.approve",
  method: "POST",
  path: "/payments/:paymentId/approve",
  who: { staff: "payments.approve" },
  summary: { zh: "批准付款", en: "Approve a payment" },
  params: One,
  body: z.object({}),
  output: PaymentView,
});
export const rejectPayment = operation({
  id: "payments.reject",
  method: "POST",
  path: "/payments/:paymentId/reject",
  who: { staff: "payments.approve" },
  summary: { zh: "退回付款", en: "Reject a payment" },
  params: One,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
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
  query: z.object({ format: z.enum(["pain.001", "csv"]) }),
  output: "download",
});
/** The bank's answer (回盘文件), CSV or XLSX: 指令编号, 金额, 结果, 原因. All or nothing. */
export const recordBankResult = operation({
  id: "payments.bankResult",
  method: "POST",
  path: "/payment-batches/:batchId/result",
  who: { staff: "payments.send" },
  summary: { zh: "导入银行回盘", en: "Read the bank's answer" },
  params: z.object({ batchId: BatchId }),
  body: z.object({}),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ batch: BatchView, settled: z.number().int(), returned: z.number().int() }),
});
