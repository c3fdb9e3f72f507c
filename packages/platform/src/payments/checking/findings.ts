import { yuan } from "../../kernel/money.ts";
import { never } from "../../kernel/never.ts";
import { sameName } from "../checks.ts";
import type { Approver, Finding, PaymentOrder } from "../model.ts";
import type { CheckRule } from "./rules.ts";

/** What the records say around an order; gathered by `gather.ts`, judged here. */
export interface Around {
  /** Holds that stand on the payee or on the party whose case it is. */
  readonly holds: readonly { readonly name: string; readonly reason: string; readonly by: string }[];
  /** Other live orders of the same amount to the same payee, of the same case or policy, within the days of `duplicate`. */
  readonly twins: readonly { readonly number: string; readonly day: string }[];
  /** The last other account the payee was ordered to be paid to, where this one is first used within the days of `new-account`. */
  readonly formerAccount: { readonly masked: string; readonly bank: string; readonly day: string } | null;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

const sameNameWords = ({ terms: { payee, account } }: PaymentOrder): Words | null =>
  sameName(payee.name, account.holder)
    ? null
    : {
        zh: `收款人“${payee.name}”与账户户名“${account.holder}”不一致，只能付到本人账户。`,
        en: `The payee ${payee.name} is not the account's holder ${account.holder}.`,
      };

const holdWords = ({ holds }: Around): Words | null =>
  holds.length === 0
    ? null
    : {
        zh: holds.map(({ name, reason, by }) => `${name}已止付（${by}：${reason}）。`).join(""),
        en: holds.map(({ name, reason, by }) => `${name} is on hold (${by}: ${reason}).`).join(" "),
      };

const limitWords = ({ terms: { amount } }: PaymentOrder, { limit }: Approver): Words | null =>
  limit === null || amount <= limit
    ? null
    : {
        zh: `金额 ${yuan(amount)} 元超过您的批准额度 ${yuan(limit)} 元。`,
        en: `The amount, ${yuan(amount)} yuan, is above your limit of ${yuan(limit)}.`,
      };

const MOST_TWINS_NAMED = 3;

const twinWords = ({ twins }: Around, days: number): Words | null => {
  if (twins.length === 0) return null;
  const named = twins.slice(-MOST_TWINS_NAMED);
  const zh = named.map(({ number, day }) => `${number}（${day}）`).join("、");
  const en = named.map(({ number, day }) => `${number} (${day})`).join(", ");
  return {
    zh: `${days} 天内已有 ${twins.length} 笔同一收款人、同一金额的付款，最近的是 ${zh}。`,
    en: `Within ${days} days the same payee was ordered the same amount ${twins.length} times, lately as ${en}.`,
  };
};

const accountWords = (
  { terms: { account } }: PaymentOrder,
  { formerAccount: former }: Around,
): Words | null =>
  former === null
    ? null
    : {
        zh: `收款账户近期变更：${former.day} 用的是${former.bank}（${former.masked}），现为${account.bank}（${account.masked}）。`,
        en: `The account has changed: on ${former.day} it was ${former.bank} (${former.masked}), now ${account.bank} (${account.masked}).`,
      };

const wordsOf = (rule: CheckRule, order: PaymentOrder, around: Around, by: Approver): Words | null => {
  switch (rule.check) {
    case "same-name":
      return sameNameWords(order);
    case "hold":
      return holdWords(around);
    case "over-limit":
      return limitWords(order, by);
    case "duplicate":
      return twinWords(around, rule.days ?? 0);
    case "new-account":
      return accountWords(order, around);
    default:
      return never(rule.check);
  }
};

/** What the checks find of one order, for one person, in the order of the rules; what is in order gives nothing. Pure. */
export const findingsOf = (
  rules: readonly CheckRule[],
  order: PaymentOrder,
  around: Around,
  by: Approver,
): readonly Finding[] =>
  rules.flatMap((rule) => {
    const words = wordsOf(rule, order, around, by);
    return words ? [{ check: rule.check, level: rule.level, ...words }] : [];
  });
