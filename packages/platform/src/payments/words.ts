import type { PaymentStatus } from "./contract.ts";
import type { PaymentPurpose } from "./model.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const statusName: Readonly<Record<PaymentStatus, Words>> = {
  pending: { zh: "待批准", en: "waiting for approval" },
  approved: { zh: "已批准", en: "approved" },
  rejected: { zh: "已退回经办", en: "rejected" },
  sent: { zh: "已送银行", en: "sent to the bank" },
  settled: { zh: "已到账", en: "settled" },
  returned: { zh: "银行退回", en: "returned by the bank" },
};

export const purposeName: Readonly<Record<PaymentPurpose, Words>> = {
  advance: { zh: "先行给付", en: "advance" },
  benefit: { zh: "保险金", en: "benefit" },
  remainder: { zh: "余额给付", en: "remainder" },
};
