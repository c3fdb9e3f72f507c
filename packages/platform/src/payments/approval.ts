import { yuan } from "../kernel/money.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { checkTerms } from "./checks.ts";
import type { Approver, Finding, Override, PaymentOrder } from "./model.ts";
import { statusName } from "./words.ts";

/** What keeps anyone from deciding about an order: it is no longer waiting. */
const notWaiting = (order: PaymentOrder): Refusal | null => {
  const { progress, terms } = order;
  if (progress.status === "pending") return null;
  const by = progress.status === "rejected" ? progress.rejected : progress.approved;
  const name = statusName[progress.status];
  return refuse(
    "conflict",
    "payments.not-pending",
    {
      zh: `指令 ${terms.number} ${name.zh}（${progress.status === "rejected" ? "退回人" : "批准人"}：${by.by.name}），不再待批准。`,
      en: `Order ${terms.number} is ${name.en} (decided by ${by.by.name}) and no longer waits for approval.`,
    },
    {
      number: terms.number,
      status: progress.status,
      version: order.version,
      by: by.by.name,
      at: by.at.toISOString(),
    },
  );
};

const mayDecide = (order: PaymentOrder, by: Approver): Refusal | null => {
  if (!by.permissions.has("payments.approve") || by.staffId === null)
    return refuse(
      "forbidden",
      "payments.no-permission",
      { zh: "您没有批准付款的权限。", en: "You may not approve payments." },
      { needs: "payments.approve" },
    );
  if (by.staffId === order.prepared.by.staffId)
    return refuse(
      "forbidden",
      "payments.four-eyes",
      {
        zh: "这笔付款由您提交，须由另一人批准。",
        en: "You prepared this payment; another person approves it.",
      },
      { number: order.terms.number, preparedBy: order.prepared.by.name },
    );
  return null;
};

/** What keeps a person from approving an order, with its facts; null where they may. */
export const approvalObstacle = (order: PaymentOrder, by: Approver): Refusal | null => {
  const early = notWaiting(order) ?? mayDecide(order, by);
  if (early) return early;
  const { amount, number } = order.terms;
  if (by.limit === null)
    return refuse(
      "forbidden",
      "payments.no-limit",
      { zh: "您没有批准额度。", en: "You have no approval limit." },
      { number, amount: yuan(amount) },
    );
  if (amount > by.limit)
    return refuse(
      "forbidden",
      "payments.over-limit",
      {
        zh: `金额 ${yuan(amount)} 元超过您的批准额度 ${yuan(by.limit)} 元。`,
        en: `The amount, ${yuan(amount)} yuan, is above your limit of ${yuan(by.limit)}.`,
      },
      { number, amount: yuan(amount), limit: yuan(by.limit) },
    );
  return checkTerms(order.terms);
};

/** What the checks before payment leave in the way: anything that blocks, or a warning that nobody has answered for. */
export const findingsObstacle = (
  { terms }: PaymentOrder,
  findings: readonly Finding[],
  overrides: readonly Override[],
): Refusal | null => {
  const blocks = findings.filter(({ level }) => level === "block");
  if (blocks.length > 0)
    return refuse(
      "conflict",
      "payments.blocked",
      { zh: blocks.map(({ zh }) => zh).join(""), en: blocks.map(({ en }) => en).join(" ") },
      { number: terms.number, findings: blocks },
    );
  const answered = new Set(overrides.map(({ check }) => check));
  const open = findings.filter(({ check }) => !answered.has(check));
  if (open.length === 0) return null;
  return refuse(
    "conflict",
    "payments.needs-reason",
    {
      zh: `付款前核对有 ${open.length} 项提示，批准须逐项写明理由：${open.map(({ zh }) => zh).join("")}`,
      en: `The checks before payment give ${open.length} warnings; approving needs a reason for each: ${open.map(({ en }) => en).join(" ")}`,
    },
    { number: terms.number, findings: open },
  );
};

/** What keeps a person from rejecting an order. No limit applies: not paying yet needs less authority than paying. */
export const rejectionObstacle = (order: PaymentOrder, by: Approver): Refusal | null =>
  notWaiting(order) ?? mayDecide(order, by);

/** What keeps a person from taking an approval back (撤销批准): it must be approved and not yet sent. */
export const revocationObstacle = (order: PaymentOrder, by: Approver): Refusal | null => {
  const { progress, terms } = order;
  if (progress.status !== "approved")
    return refuse(
      "conflict",
      "payments.not-approved",
      {
        zh: `指令 ${terms.number} 当前为“${statusName[progress.status].zh}”，只有已批准、未送银行的可以撤销。`,
        en: `Order ${terms.number} is ${statusName[progress.status].en}; only what is approved and not yet sent can be revoked.`,
      },
      { number: terms.number, status: progress.status },
    );
  return mayDecide(order, by);
};
