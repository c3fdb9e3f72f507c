import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { showYuan } from "../facts/words.ts";

type Facts = Readonly<Record<string, unknown>>;
const conflict = (reason: string, zh: string, en: string, facts: Facts = {}): Refusal =>
  refuse("conflict", `claims.${reason}`, { zh, en }, facts);

/** Every way in which a step towards a case's end cannot be taken; the case stays as it was. */
export const lifeRefusals = {
  closed: (at: string, number: string) =>
    conflict(
      "closed",
      `案件 ${number} 已于 ${at.slice(0, 10)} 结案。有新的证据或者需要更正时，请先写明原因重开案件。`,
      `Case ${number} was closed on ${at.slice(0, 10)}. Where new evidence comes or something must be put right, reopen it with a reason first.`,
      { closedAt: at, number },
    ),
  notClosed: () =>
    conflict("not-closed", "案件没有结案，不必重开。", "The case is not closed; there is nothing to reopen."),
  notNamed: () =>
    refuse("forbidden", "claims.named-person", {
      zh: "拒赔只能由具名的工作人员提出和复核，系统不能拒赔。",
      en: "Only named persons propose and approve a refusal; the platform itself refuses nobody.",
    }),
  nothingToRefuse: (outcomes: readonly { readonly number: string; readonly outcome: string }[]) =>
    conflict(
      "nothing-to-refuse",
      "没有可以拒赔的保单：只有依条款在任何情形下都不属于保险责任、且尚未作出拒赔的保单，才能提出。",
      "There is no policy to refuse: only one under which nothing is owed whatever turns out, and which was not refused before.",
      { outcomes },
    ),
  refusalWaiting: (proposer: string) =>
    conflict(
      "refusal-waiting",
      `${proposer}提出的拒赔意见还在等待另一人复核。`,
      `A refusal proposed by ${proposer} still waits for a second person.`,
      { proposer },
    ),
  noRefusal: (refusalId: string) =>
    refuse(
      "missing",
      "claims.no-refusal",
      { zh: "没有这份拒赔意见。", en: "There is no such proposal to refuse." },
      { refusalId },
    ),
  notWaiting: (status: "approved" | "returned" | "lapsed") => {
    const words = {
      approved: { zh: "已经复核同意", en: "has been approved" },
      returned: { zh: "已被退回", en: "has been returned" },
      lapsed: {
        zh: "因事实有变已失效，请按新的决定重新提出",
        en: "lapsed when the decision changed; propose it anew",
      },
    }[status];
    return conflict(
      "refusal-not-waiting",
      `这份拒赔意见${words.zh}，不再待复核。`,
      `This proposal ${words.en} and no longer waits.`,
      { status },
    );
  },
  sameHand: (proposer: string) =>
    refuse(
      "forbidden",
      "claims.four-eyes",
      {
        zh: "这份拒赔意见由您提出，须由另一人复核。",
        en: "You proposed this refusal; another person decides on it.",
      },
      { proposer },
    ),
  notCovered: () =>
    conflict(
      "nothing-to-agree",
      "还没有核定为属于保险责任的数额，不能登记给付协议（保险法第二十三条）。",
      "No covered amount has been determined, so there is nothing to agree on (Insurance Law, art. 23).",
    ),
  agreementDay: (on: string, from: string, to: string) =>
    refuse(
      "invalid",
      "claims.agreement-day",
      {
        zh: `协议日期 ${on} 应在核定之日 ${from} 至今天 ${to} 之间。`,
        en: `The day of agreement, ${on}, should lie between the determination on ${from} and today, ${to}.`,
      },
      { on, from, to },
    ),
  stillMoving: (numbers: readonly string[]) =>
    conflict(
      "close-moving",
      `付款 ${numbers.join("、")} 还没有到账，不能结案。`,
      `Payment ${numbers.join(", ")} has not arrived yet; the case cannot be closed.`,
      { numbers },
    ),
  stillOwed: (amount: string) =>
    conflict(
      "close-owed",
      `还有 ${showYuan(amount)} 元已经确定、尚未给付，不能结案。`,
      `${showYuan(amount)} yuan are certain and not paid; the case cannot be closed.`,
      { amount },
    ),
  overpaid: (amount: string) =>
    conflict(
      "close-over",
      `已提交的给付比现在确定的多 ${showYuan(amount)} 元，须先由人核对，不能结案。`,
      `Payments exceed what is certain by ${showYuan(amount)} yuan; somebody must look before the case is closed.`,
      { amount },
    ),
  stillReferred: (numbers: readonly string[]) =>
    conflict(
      "close-referred",
      `保单 ${numbers.join("、")} 还须由人审核后决定，不能结案。`,
      `Policy ${numbers.join(", ")} still waits for a person's judgement; the case cannot be closed.`,
      { numbers },
    ),
  stillUnrefused: (numbers: readonly string[]) =>
    conflict(
      "close-unrefused",
      `保单 ${numbers.join("、")} 不属于保险责任，尚未由具名人员作出拒赔并通知，不能结案（保险法第二十四条）。`,
      `Under policy ${numbers.join(", ")} nothing is owed, and no named person has refused it and told the claimant; the case cannot be closed (Insurance Law, art. 24).`,
      { numbers },
    ),
  stillOpen: (asks: readonly string[], most: string | null) =>
    conflict(
      "close-open",
      `还没有核定完：${asks.join("、")}尚不清楚，可能还有应付的金额。申请人自己撤回申请的，请注明后结案。`,
      `The decision is still open (${asks.join(", ")}), so something may be owed. Where the claimant took the claim back, say so.`,
      { asks, most },
    ),
} as const;
