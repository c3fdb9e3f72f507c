import { type Cents, yuan } from "../../kernel/money.ts";
import { never } from "../../kernel/never.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { Approver, PaymentOrder, Person } from "../model.ts";
import { statusName } from "../words.ts";
import { outstanding, type Recovery } from "./model.ts";

interface By {
  readonly by: Person;
  readonly at: Date;
}
export type RecoveryCommand =
  | (By & { readonly type: "request-recovery"; readonly amount: Cents; readonly reason: string })
  | (By & { readonly type: "promise-recovery"; readonly on: string; readonly note: string })
  | (By & { readonly type: "receive-recovery"; readonly amount: Cents; readonly reference: string })
  | (By & { readonly type: "propose-write-off"; readonly reason: string })
  | { readonly type: "write-off"; readonly by: Approver; readonly at: Date };

export type RecoveryEvent =
  | (By & { readonly type: "recovery-requested"; readonly amount: Cents; readonly reason: string })
  | (By & { readonly type: "recovery-promised"; readonly on: string; readonly note: string })
  | (By & { readonly type: "recovery-received"; readonly amount: Cents; readonly reference: string })
  | (By & { readonly type: "write-off-proposed"; readonly reason: string })
  | (By & { readonly type: "written-off"; readonly amount: Cents });

const no = (
  kind: Refusal["kind"],
  code: string,
  { terms }: PaymentOrder,
  zh: string,
  en: string,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal =>
  refuse(
    kind,
    `payments.${code}`,
    { zh: `指令 ${terms.number}：${zh}。`, en: `Order ${terms.number}: ${en}.` },
    { number: terms.number, ...facts },
  );

const request = (
  command: Extract<RecoveryCommand, { type: "request-recovery" }>,
  order: PaymentOrder,
): RecoveryEvent | Refusal => {
  const { progress, recovery, terms } = order;
  const { by, at, amount, reason } = command;
  if (progress.status !== "settled")
    return no(
      "conflict",
      "recovery-not-settled",
      order,
      `${statusName[progress.status].zh}，没有到账的款项无从追回`,
      `it is ${statusName[progress.status].en}; what has not arrived cannot be asked back`,
    );
  if (recovery) return no("conflict", "recovery-open", order, "已经在追回", "it is being asked back already");
  if (amount <= 0n || amount > terms.amount)
    return no(
      "invalid",
      "recovery-amount",
      order,
      `追回金额应大于零，不超过 ${yuan(terms.amount)} 元`,
      `what is asked back must be more than nothing and at most ${yuan(terms.amount)} yuan`,
      { amount: yuan(amount), paid: yuan(terms.amount) },
    );
  return { type: "recovery-requested", by, at, amount, reason };
};

const receive = (
  command: Extract<RecoveryCommand, { type: "receive-recovery" }>,
  order: PaymentOrder,
  recovery: Recovery,
): RecoveryEvent | Refusal => {
  const { by, at, amount, reference } = command;
  const before = recovery.receipts.find((receipt) => receipt.reference === reference);
  if (before)
    return no(
      "conflict",
      "recovery-receipt-known",
      order,
      `银行流水 ${reference} 已登记过 ${yuan(before.amount)} 元`,
      `the bank's entry ${reference} is on record with ${yuan(before.amount)} yuan`,
      { reference, amount: yuan(before.amount) },
    );
  const rest = outstanding(recovery);
  if (amount <= 0n || amount > rest)
    return no(
      "invalid",
      "recovery-amount",
      order,
      `收回金额应大于零，不超过尚欠的 ${yuan(rest)} 元`,
      `what came back must be more than nothing and at most the ${yuan(rest)} yuan outstanding`,
      { amount: yuan(amount), outstanding: yuan(rest) },
    );
  return { type: "recovery-received", by, at, amount, reference };
};

/** 核销 by another person than the one who proposed it, with permission and within their limit. */
const writeOff = (
  by: Approver,
  at: Date,
  order: PaymentOrder,
  recovery: Recovery,
): RecoveryEvent | Refusal => {
  const { proposal } = recovery;
  if (!proposal)
    return no(
      "conflict",
      "write-off-not-proposed",
      order,
      "还没有人提出核销",
      "nobody has proposed a write-off",
    );
  if (!by.permissions.has("payments.approve") || by.staffId === null)
    return no("forbidden", "no-permission", order, "您没有批准核销的权限", "you may not approve a write-off");
  if (by.staffId === proposal.by.staffId)
    return no(
      "forbidden",
      "four-eyes",
      order,
      "核销由您提出，须由另一人批准",
      "you proposed the write-off; another person approves it",
    );
  const amount = outstanding(recovery);
  if (by.limit === null || amount > by.limit)
    return no(
      "forbidden",
      "over-limit",
      order,
      `核销 ${yuan(amount)} 元超过您的批准额度`,
      `writing off ${yuan(amount)} yuan is above your limit`,
      { amount: yuan(amount), limit: by.limit === null ? null : yuan(by.limit) },
    );
  return { type: "written-off", by: { staffId: by.staffId, name: by.name }, at, amount };
};

/** What follows from a step of recovery, or why it cannot be done. Pure. */
export const decideRecovery = (command: RecoveryCommand, order: PaymentOrder): RecoveryEvent | Refusal => {
  const by: Person = { staffId: command.by.staffId, name: command.by.name };
  if (command.type === "request-recovery") return request({ ...command, by }, order);
  const { recovery } = order;
  if (!recovery || outstanding(recovery) === 0n)
    return no("conflict", "recovery-none", order, "没有尚待追回的款项", "nothing is being asked back");
  const { at } = command;
  switch (command.type) {
    case "promise-recovery":
      return { type: "recovery-promised", by, at, on: command.on, note: command.note };
    case "receive-recovery":
      return receive({ ...command, by }, order, recovery);
    case "propose-write-off":
      return { type: "write-off-proposed", by, at, reason: command.reason };
    case "write-off":
      return writeOff(command.by, at, order, recovery);
    default:
      return never(command);
  }
};
