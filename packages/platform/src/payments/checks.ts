import { type Cents, cents, yuan, ZERO } from "../kernel/money.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { luhn } from "./luhn.ts";
import type { OrderTerms, PayeeAccount, PaymentLine } from "./model.ts";

/** A name as banks compare it: one width, one kind of middle dot, no spaces, letters in upper case. */
const comparable = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/[·•・‧∙⋅.]/g, "·")
    .replaceAll(/\s/g, "")
    .toUpperCase();

/** 同名: whether an account's holder is the payee. */
export const sameName = (payee: string, holder: string): boolean => comparable(payee) === comparable(holder);

export const sumOf = (lines: readonly Pick<PaymentLine, "amount">[]): Cents =>
  cents(lines.reduce((total, line) => total + line.amount, 0n));

const checkAmount = (terms: OrderTerms): Refusal | null => {
  if (terms.amount <= ZERO || terms.lines.some((line) => line.amount <= ZERO))
    return refuse(
      "invalid",
      "payments.amount",
      { zh: "付款金额必须大于零。", en: "A payment must be more than nothing." },
      {
        amount: yuan(terms.amount),
      },
    );
  const sum = sumOf(terms.lines);
  if (sum !== terms.amount)
    return refuse(
      "invalid",
      "payments.lines",
      {
        zh: `各项合计 ${yuan(sum)} 元，与付款金额 ${yuan(terms.amount)} 元不一致。`,
        en: `The lines come to ${yuan(sum)} yuan, the payment to ${yuan(terms.amount)}.`,
      },
      { amount: yuan(terms.amount), sum: yuan(sum) },
    );
  return null;
};

const MOST_TEXT_CHARACTERS = 140;

/** Whether every bank can read a text: visible letters only, none of private use, 1 to 140. */
export const isBankText = (text: string): boolean =>
  text.trim() !== "" && [...text].length <= MOST_TEXT_CHARACTERS && !/\p{C}/u.test(text);

/** What goes into a bank file must be letters that every bank can read: nothing invisible, nothing of private use, 140 characters at most. */
const checkText = ({ payee, account }: OrderTerms): Refusal | null => {
  const texts = [
    { zh: "收款人", en: "payee", text: payee.name },
    { zh: "户名", en: "account's holder", text: account.holder },
    { zh: "开户行", en: "bank", text: account.bank },
  ];
  for (const { zh, en, text } of texts)
    if (!isBankText(text))
      return refuse(
        "invalid",
        "payments.text",
        {
          zh: `${zh}应为 1 至 ${MOST_TEXT_CHARACTERS} 个字，不含不可见字符。`,
          en: `The ${en} must have 1 to ${MOST_TEXT_CHARACTERS} visible characters.`,
        },
        { what: en, characters: [...text].length },
      );
  return null;
};

/** 同名, amount above zero, and lines that sum to it exactly: what must hold when an order is prepared and still when it is approved. */
export const checkTerms = (terms: OrderTerms): Refusal | null => {
  const wrong = checkAmount(terms) ?? checkText(terms);
  if (wrong) return wrong;
  const { payee, account } = terms;
  if (!sameName(payee.name, account.holder))
    return refuse(
      "invalid",
      "payments.not-same-name",
      {
        zh: `收款人${payee.name}与账户户名${account.holder}不一致，只能付到本人账户。`,
        en: `The payee ${payee.name} is not the account's holder ${account.holder}; money goes to the payee's own account only.`,
      },
      { payee: payee.name, holder: account.holder },
    );
  return null;
};

/** What a bank takes as an account number: digits only (spaces and hyphens between groups dropped), with Luhn's check for a card. */
export const readAccountNumber = (plain: string, kind: PayeeAccount["kind"]): string | Refusal => {
  const number = plain.replaceAll(/[\s-]/g, "");
  if (!/^\d{8,32}$/.test(number))
    return refuse(
      "invalid",
      "payments.account-number",
      {
        zh: "收款账号应为 8 至 32 位数字。",
        en: "An account number has 8 to 32 digits.",
      },
      { length: number.length },
    );
  if (kind === "card" && !luhn(number))
    return refuse(
      "invalid",
      "payments.card-number",
      {
        zh: `银行卡号（尾号 ${number.slice(-4)}）校验位不符，请核对后重录。`,
        en: `The card number ending ${number.slice(-4)} fails its check digit; compare it with the card.`,
      },
      { lastFour: number.slice(-4), length: number.length },
    );
  return number;
};
