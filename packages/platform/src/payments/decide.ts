import { never } from "../kernel/never.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { approvalObstacle, findingsObstacle, rejectionObstacle, revocationObstacle } from "./approval.ts";
import { checkTerms } from "./checks.ts";
import type { Approver, PaymentCommand, PaymentEvent, PaymentOrder, Person } from "./model.ts";
import { decideRecovery } from "./recovery/decide.ts";
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

/** The bank has said one thing before and says another now; only money that came back may follow money that arrived. */
const contradicted = ({ terms, progress, version }: PaymentOrder, said: "settle" | "return"): Refusal => {
  const before = statusName[progress.status];
  const now = statusName[said === "settle" ? "settled" : "returned"];
  return refuse(
    "conflict",
    "payments.contradicted",
    {
      zh: `指令 ${terms.number} 银行先前的答复是“${before.zh}”，这次是“${now.zh}”，两次矛盾，请向银行核实`,
      en: `The bank has said before that order ${terms.number} was ${before.en}, and now that it was ${now.en}; ask the bank which holds`,
    },
    { number: terms.number, status: progress.status, said, version },
  );
};

const decideBank = (
  command: Extract<PaymentCommand, { type: "settle" | "return" }>,
  order: PaymentOrder,
): PaymentEvent | Refusal => {
  const { progress } = order;
  // What is being asked back of the payee cannot come back a second time by the bank.
  if (order.recovery && command.type === "return") return contradicted(order, command.type);
  const bounces = command.type === "return" && command.moneyBack && progress.status === "settled";
  if (!bounces && (progress.status === "settled" || progress.status === "returned"))
    return contradicted(order, command.type);
  if (progress.status !== "sent" && progress.status !== "settled") return wrongStatus(order, "sent");
  if (progress.sent.batchId !== command.batchId)
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
  if (command.type === "settle") return { type: "settled", ...stamp };
  const { reason, code } = command;
  return { type: bounces ? "bounced" : "returned", ...stamp, reason, code };
};

const heldOrder = ({ terms, holds }: PaymentOrder): Refusal =>
  refuse(
    "conflict",
    "payments.held",
    {
      zh: `指令 ${terms.number} 已止付，解除止付后才能办理。`,
      en: `Order ${terms.number} is held; it can go on once the hold is lifted.`,
    },
    { number: terms.number, holds },
  );

const decideHold = (
  command: Extract<PaymentCommand, { type: "hold" | "release" }>,
  order: PaymentOrder,
): PaymentEvent | Refusal => {
  const { terms, progress, holds } = order;
  const { holdId } = command;
  const stamp = { by: personOf(command.by), at: command.at, holdId };
  if (command.type === "release")
    return holds.includes(holdId) ? { type: "released", ...stamp } : notHeld(order);
  if (progress.status !== "pending" && progress.status !== "approved")
    return refuse(
      "conflict",
      "payments.too-late-to-hold",
      {
        zh: `指令 ${terms.number} ${statusName[progress.status].zh}，不能再止付。`,
        en: `Order ${terms.number} is ${statusName[progress.status].en} and can no longer be held.`,
      },
      { number: terms.number, status: progress.status },
    );
  return { type: "held", ...stamp, reason: command.reason };
};

const notHeld = ({ terms }: PaymentOrder): Refusal =>
  refuse(
    "conflict",
    "payments.not-held",
    { zh: `指令 ${terms.number} 没有这项止付。`, en: `Order ${terms.number} is not under this hold.` },
    { number: terms.number },
  );

const notAnAdvance = ({ terms }: PaymentOrder): Refusal =>
  refuse(
    "conflict",
    "payments.not-an-advance",
    {
      zh: `指令 ${terms.number} 不是尚待冲抵的预付赔款。`,
      en: `Order ${terms.number} is no advance that waits to be netted.`,
    },
    { number: terms.number },
  );

const decideApproval = (
  command: Extract<PaymentCommand, { type: "approve" }>,
  order: PaymentOrder,
): PaymentEvent | Refusal => {
  const { by, at, findings, overrides } = command;
  const warned = findings.filter(({ level }) => level === "warn").map(({ check }) => check);
  return (
    approvalObstacle(order, by) ??
    findingsObstacle(order, findings, overrides) ?? {
      type: "approved",
      by: personOf(by),
      at,
      booked: order.terms.purpose === "advance" ? "claims-advance" : "claims-expense",
      // A reason for a warning that does not stand says nothing, and is not kept.
      overrides: overrides.filter(({ check }) => warned.includes(check)),
    }
  );
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
      return decideApproval(command, order);
    case "reject":
      return rejectionObstacle(order, command.by) ?? { type: "rejected", ...stamp, reason: command.reason };
    case "send":
      if (order.progress.status !== "approved") return wrongStatus(order, "approved");
      if (order.holds.length > 0) return heldOrder(order);
      return { type: "sent", ...stamp, batchId: command.batchId };
    case "settle":
    case "return":
      return decideBank(command, order);
    case "hold":
    case "release":
      return decideHold(command, order);
    case "revoke":
      return revocationObstacle(order, command.by) ?? { type: "revoked", ...stamp, reason: command.reason };
    case "net":
      return order.booked === "claims-advance" && order.progress.status === "settled"
        ? { type: "netted", ...stamp, against: command.against }
        : notAnAdvance(order);
    case "request-recovery":
    case "promise-recovery":
    case "receive-recovery":
    case "propose-write-off":
    case "write-off":
      return decideRecovery(command, order);
    default:
      return never(command);
  }
};
