import { never } from "../kernel/never.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { approvalObstacle, rejectionObstacle } from "./approval.ts";
import { checkTerms } from "./checks.ts";
import type { Approver, PaymentCommand, PaymentEvent, PaymentOrder, Person } from "./model.ts";
import { statusName } from "./words.ts";

const personOf = ({ staffId, name }: Approver | Person): Person => ({ staffId, name });

const wrongStatus = (order: PaymentOrder, needs: "approved" | "sent"): Refusal => {
  const { terms, progress, version } = order;
  return refuse(
    "conflict",
    needs === "approved" ? "payments.not-approved" : "payments.not-sent",
    {
      zh: `指令 ${terms.number} 当前为“${statusName[progress.status].zh}”，须为“${statusName[needs].zh}”。`,
      en: `Order ${terms.number} is ${statusName[progress.status].en}; it must be ${statusName[needs].en}.`,
    },
    { number: terms.number, status: progress.status, needs, version },
  );
};

const exists = ({ terms, progress }: PaymentOrder): Refusal =>
  refuse(
    "conflict",
    "payments.exists",
    { zh: `指令 ${terms.number} 已经存在。`, en: `Order ${terms.number} exists already.` },
    { number: terms.number, status: progress.status },
  );

const missing = (command: PaymentCommand["type"]): Refusal =>
  refuse(
    "missing",
    "payments.missing",
    { zh: "没有这笔付款指令。", en: "There is no such payment order." },
    { command },
  );

const decideBank = (
  command: Extract<PaymentCommand, { type: "settle" | "return" }>,
  order: PaymentOrder,
): PaymentEvent | Refusal => {
  if (order.progress.status !== "sent") return wrongStatus(order, "sent");
  if (order.progress.sent.batchId !== command.batchId)
    return refuse(
      "invalid",
      "payments.other-batch",
      {
        zh: `指令 ${order.terms.number} 不在这个批次中。`,
        en: `Order ${order.terms.number} is not in this batch.`,
      },
      { number: order.terms.number, batchId: command.batchId },
    );
  const stamp = { by: personOf(command.by), at: command.at };
  return command.type === "settle"
    ? { type: "settled", ...stamp }
    : { type: "returned", ...stamp, reason: command.reason };
};

/** What follows from a command on an order, or why it cannot be done. Pure: time and people come with the command. */
export const decide = (command: PaymentCommand, order: PaymentOrder | null): PaymentEvent | Refusal => {
  if (command.type === "prepare") {
    if (order) return exists(order);
    return (
      checkTerms(command.terms) ?? {
        type: "prepared",
        terms: command.terms,
        by: personOf(command.by),
        at: command.at,
      }
    );
  }
  if (!order) return missing(command.type);
  const stamp = { by: personOf(command.by), at: command.at };
  switch (command.type) {
    case "approve":
      return approvalObstacle(order, command.by) ?? { type: "approved", ...stamp };
    case "reject":
      return rejectionObstacle(order, command.by) ?? { type: "rejected", ...stamp, reason: command.reason };
    case "send":
      if (order.progress.status !== "approved") return wrongStatus(order, "approved");
      return { type: "sent", ...stamp, batchId: command.batchId };
    case "settle":
    case "return":
      return decideBank(command, order);
    default:
      return never(command);
  }
};
