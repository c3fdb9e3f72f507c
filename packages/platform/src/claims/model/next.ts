import { yuan } from "../../kernel/money.ts";
import { showYuan } from "../facts/words.ts";
import { closingObstacle } from "../life/close.ts";
import { standingRefusals, unrefused, waitingRefusal } from "../life/state.ts";
import { groundNames } from "../life/words.ts";
import { moneyOf } from "./money.ts";
import { decisionNeeds, needInWords, paymentNeeds } from "./needs.ts";
import { type ClaimState, isMoving } from "./state.ts";

/** The one next thing to do, in words. `fact` where it is about one. */
export interface Next {
  readonly do:
    | "answer-ask"
    | "send-notice"
    | "prepare-payment"
    | "complete-payment-needs"
    | "await-approval"
    | "send-batch"
    | "await-bank"
    | "refer"
    | "propose-refusal"
    | "approve-refusal"
    | "close"
    | "nothing";
  readonly zh: string;
  readonly en: string;
  readonly fact: string | null;
}

const step = (todo: Next["do"], zh: string, en: string, fact: string | null = null): Next => ({
  do: todo,
  zh,
  en,
  fact,
});

/** What to do next: first what only a person can judge, then what the decision lacks, then the money on its way. */
export const nextOf = (state: ClaimState): Next =>
  ended(state) ?? referral(state) ?? asking(state) ?? paying(state) ?? refusing(state) ?? moving(state);

const ended = ({ closed }: ClaimState): Next | null => {
  if (!closed) return null;
  const { zh, en } = groundNames[closed.ground];
  return step("nothing", `已结案：${zh}。`, `Closed: ${en}.`);
};

const referral = (state: ClaimState): Next | null => {
  const money = moneyOf(state);
  if (money.over > 0n)
    return step(
      "refer",
      `已提交的给付比现在确定的多 ${showYuan(yuan(money.over))} 元，须由人核对。`,
      `Payments ordered exceed what is now certain by ${showYuan(yuan(money.over))} yuan: a person must look.`,
    );
  const referred = state.decided?.policies.find(({ outcome }) => outcome === "refer");
  if (referred)
    return step("refer", "有保单须由人审核后决定。", "A person must decide on one of the policies.");
  return null;
};

/** A decline binds nobody until two named persons have taken it on themselves and the claimant was told (保险法 24). */
const refusing = (state: ClaimState): Next | null => {
  const waiting = waitingRefusal(state);
  if (waiting)
    return step(
      "approve-refusal",
      `${waiting.proposer.name}提出了拒赔意见，等待另一人复核。`,
      `${waiting.proposer.name} proposed a refusal; it waits for another person.`,
    );
  return unrefused(state).length === 0
    ? null
    : step(
        "propose-refusal",
        "依条款不属于保险责任；拒赔须由具名人员提出、另一人复核，并说明理由。",
        "By the terms nothing is owed; a named person refuses with reasons, and another approves.",
      );
};

const asking = (state: ClaimState): Next | null => {
  const needs = decisionNeeds(state);
  const [first] = needs;
  if (!first) return null;
  const open = needs.length + paymentNeeds(state).length;
  if (open > 1 && state.notice === null)
    return step(
      "send-notice",
      `还需 ${open} 项材料，发一次性补正通知一次说全。`,
      `${open} things are still needed: ask for all of them in the one-time notice.`,
      first.fact,
    );
  return step(
    "answer-ask",
    needs.length === 1
      ? `只差一件：${needInWords(first)}`
      : `还差 ${needs.length} 件，先问：${needInWords(first)}`,
    needs.length === 1
      ? `One thing is missing: ${first.fact}.`
      : `${needs.length} things are missing; first ${first.fact}.`,
    first.fact,
  );
};

const paying = (state: ClaimState): Next | null => {
  const { available } = moneyOf(state);
  if (available === 0n) return null;
  const [need] = paymentNeeds(state);
  if (need)
    return step(
      "complete-payment-needs",
      `金额已经确定，付款前还须：${needInWords(need)}`,
      `The amount is certain; before payment ${need.fact} must be established.`,
      need.fact,
    );
  const amount = showYuan(yuan(available));
  return step(
    "prepare-payment",
    `提交给付 ${amount} 元，由另一人批准。`,
    `Prepare payment of ${amount} yuan for another person to approve.`,
  );
};

const moving = (state: ClaimState): Next => {
  const statuses = new Set(state.payments.filter(isMoving).map(({ status }) => status));
  if (statuses.has("pending"))
    return step(
      "await-approval",
      "等待另一人批准付款。",
      "Waiting for another person to approve the payment.",
    );
  if (statuses.has("approved"))
    return step("send-batch", "已批准，等待送银行。", "Approved; waiting to be sent to the bank.");
  if (statuses.has("sent"))
    return step("await-bank", "已送银行，等待回盘。", "At the bank; waiting for its answer.");
  const { paid } = moneyOf(state);
  if (paid === 0n && closingObstacle(state) === null && standingRefusals(state).length === 0)
    return step(
      "close",
      "依现有事实没有应付金额，可以写明原因结案。",
      "On what is known nothing is owed; the case can be closed with a reason.",
    );
  return paid > 0n
    ? step(
        "nothing",
        `已全部给付 ${showYuan(yuan(paid))} 元。`,
        `All ${showYuan(yuan(paid))} yuan have been paid.`,
      )
    : step("nothing", "已作出拒赔并发出通知书。", "Refused, and the notice has gone out.");
};
