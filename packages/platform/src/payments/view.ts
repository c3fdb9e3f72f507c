import type { z } from "zod";
import { cents, yuan } from "../kernel/money.ts";
import type { Answer } from "./answers/store.ts";
import { approvalObstacle } from "./approval.ts";
import { templateOf } from "./banking/template.ts";
import type { Batch } from "./batches.ts";
import type { CheckRule } from "./checking/rules.ts";
import type { AnswerView, BatchView, HoldView, PaymentView } from "./contract.ts";
import type { Hold } from "./holding/read.ts";
import { accountName, type Posting } from "./ledger.ts";
import type { Approver, Finding, PaymentEvent, PaymentOrder } from "./model.ts";
import type { PostedEntry } from "./streams.ts";

/** The times and people of the steps an order has taken; null for those it has not. */
const stepsOf = ({ progress }: PaymentOrder) => ({
  approvedBy: "approved" in progress ? progress.approved.by.name : null,
  approvedAt: "approved" in progress ? progress.approved.at.toISOString() : null,
  sentAt: "sent" in progress ? progress.sent.at.toISOString() : null,
  settledAt: "settled" in progress ? progress.settled.at.toISOString() : null,
  batchId: "sent" in progress ? progress.sent.batchId : null,
  returnedReason: "reason" in progress ? progress.reason : null,
  returnedCode: "code" in progress ? progress.code : null,
  returnedAt:
    "returned" in progress
      ? progress.returned.at.toISOString()
      : "rejected" in progress
        ? progress.rejected.at.toISOString()
        : null,
});

/** An order as a page shows it to one person: what keeps that person from approving it is part of the answer. */
export const viewOf = (order: PaymentOrder, viewer: Approver): PaymentView => {
  const { terms, prepared, progress } = order;
  const obstacle = approvalObstacle(order, viewer);
  return {
    paymentId: terms.paymentId,
    number: terms.number,
    caseId: terms.caseId,
    caseNumber: terms.caseNumber,
    title: terms.title,
    amount: yuan(terms.amount),
    payee: terms.payee.name,
    accountMasked: terms.account.masked,
    bank: terms.account.bank,
    status: progress.status,
    purpose: terms.purpose,
    lines: terms.lines.map(({ policyNumber, product, benefit, amount, clause }) => ({
      policyNumber,
      product,
      benefit,
      amount: yuan(amount),
      clause,
    })),
    preparedBy: prepared.by.name,
    preparedAt: prepared.at.toISOString(),
    ...stepsOf(order),
    held: order.holds.length > 0,
    cannotApprove: obstacle && { zh: obstacle.zh, en: obstacle.en },
  };
};

/** What each event's entry is called. */
const entryName: Readonly<Record<PaymentEvent["type"], string>> = {
  prepared: "提交给付",
  approved: "批准付款",
  rejected: "退回经办",
  sent: "送交银行",
  settled: "银行入账",
  returned: "银行退回（冲销）",
  bounced: "退汇（冲销）",
  held: "止付",
  released: "解除止付",
  revoked: "撤销批准（冲销）",
  netted: "预付赔款冲抵",
  "recovery-requested": "追回多付",
  "recovery-promised": "承诺退还",
  "recovery-received": "收回多付",
  "write-off-proposed": "提出核销",
  "written-off": "核销",
};

interface LedgerLine {
  readonly at: string;
  readonly entry: string;
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
}

const NOTHING = "0.00";

const sides = ({ debit, credit, amount }: Posting, at: string, entry: string): LedgerLine[] => [
  { at, entry, account: accountName[debit], debit: yuan(amount), credit: NOTHING },
  { at, entry, account: accountName[credit], debit: NOTHING, credit: yuan(amount) },
];

/** The entries as a bookkeeper reads them: two lines each, the debit first. */
export const ledgerView = (
  entries: readonly PostedEntry[],
  events: readonly PaymentEvent[],
): readonly LedgerLine[] =>
  entries.flatMap((entry) => {
    const event = events[entry.version - 1];
    return sides(entry, entry.at.toISOString(), event ? entryName[event.type] : "");
  });

/** A batch as its page shows it, with the files that can be had. */
export const batchView = (batch: Batch): z.output<typeof BatchView> => ({
  batchId: batch.batchId,
  number: batch.number,
  bank: batch.bank,
  count: batch.count,
  total: yuan(cents(batch.total)),
  createdAt: batch.createdAt.toISOString(),
  createdBy: batch.createdBy,
  settled: batch.settled,
  returned: batch.returned,
  settledTotal: yuan(cents(batch.settledTotal)),
  returnedTotal: yuan(cents(batch.returnedTotal)),
  formats: [
    { id: "pain.001", name: "ISO 20022 pain.001.001.09" },
    { id: templateOf(batch.template).file.format, name: templateOf(batch.template).name },
  ],
});

export const answerView = ({ readAt, unknown, ...answer }: Answer): AnswerView => ({
  ...answer,
  unknown: unknown.map((one) => ({ ...one })),
  readAt: readAt.toISOString(),
});

export const holdView = ({ at, lifted, byId: _byId, ...hold }: Hold): HoldView => ({
  ...hold,
  at: at.toISOString(),
  lifted: lifted && { ...lifted, at: lifted.at.toISOString() },
});

/** Each check by its name, with what it found; and what an approver passed over. */
export const checksView = (
  rules: readonly CheckRule[],
  findings: readonly Finding[],
  { progress }: PaymentOrder,
) => {
  const nameOf = (check: CheckRule["check"]) =>
    rules.find((rule) => rule.check === check)?.name ?? { zh: check, en: check };
  return {
    checks:
      progress.status === "pending"
        ? rules.map(({ check, level, name }) => {
            const found = findings.find((finding) => finding.check === check);
            return { check, level, name, found: found ? { zh: found.zh, en: found.en } : null };
          })
        : [],
    overrides:
      "approved" in progress
        ? progress.approved.overrides.map(({ check, reason }) => ({ check, reason, name: nameOf(check) }))
        : [],
  };
};
