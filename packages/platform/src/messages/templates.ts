import { type Cents, yuan } from "../kernel/money.ts";

/**
 * What the platform writes to people. Each says who writes and what it is about, and that nothing is asked in return. None
 * frightens, none sells, none has a link or a number to call back: someone who imitates them has nothing to imitate with.
 */
const from = (institution: string): string => `【${institution}】`;

/** What the payee does after a return: the account is shown in person, so that nobody can have it changed by a message. */
const RETURNED_NEXT = {
  account: "请带本人身份证件和本人名下的银行卡或存折，到我公司柜面或服务站登记新的收款账户，我们随即重付。",
  again: "收款账户没有问题，我们会重新办理，您无需再做任何操作。",
  ask: "我们正在向银行核实原因，有结果即告知您；如收款账户有变，请带身份证件和本人银行卡到柜面登记。",
} as const;

const NEVER_ASKED = "我们不会就此索要验证码、密码或任何费用。";

export const messageText = {
  /** 一次性验证码 */
  oneTimeCode: (given: { institution: string; code: string; minutes: number }): string =>
    `${from(given.institution)}验证码 ${given.code}，${given.minutes} 分钟内有效，用于登录查看您的保障与理赔。请不要告诉任何人，工作人员也不会向您询问。如非本人操作，不必理会。`,

  /** 一次性补正通知 (保险法 22): everything that is still needed, at once */
  notice: (given: {
    institution: string;
    name: string;
    caseNumber: string;
    needs: readonly string[];
  }): string =>
    `${from(given.institution)}${given.name}，您好。案件 ${given.caseNumber} 还需要以下材料，一次告知，不再另行补充：${given.needs
      .map((need, at) => `${at + 1}. ${need}`)
      .join("；")}。材料可交给您的经办人员，方便时即可。${NEVER_ASKED}`,

  /** 拒绝给付通知书 (保险法 24): under which policies nothing is owed, by which clauses, and what can be done about it */
  refusal: (given: {
    institution: string;
    name: string;
    caseNumber: string;
    policies: readonly {
      readonly number: string;
      readonly product: string;
      readonly reasons: readonly { readonly clause: string; readonly text: string }[];
    }[];
    words: string;
  }): string =>
    `${from(given.institution)}${given.name}，您好。案件 ${given.caseNumber} 的拒绝给付通知书：${given.policies
      .map(
        ({ number, product, reasons }) =>
          `保单 ${number}（${product}）依下列条款不属于保险责任：${reasons.map(({ clause, text }) => `${clause}：${text.trim()}`).join("；")}`,
      )
      .join(
        "。",
      )}。说明：${given.words}。您有新的证据，可以随时交来重新核定；不同意这个结果，可以向我们投诉、申请核查，也可以申请调解、仲裁或者提起诉讼。${NEVER_ASKED}`,

  /** 延长时限的告知: which deadline moves, from when to when, and why */
  extension: (given: {
    institution: string;
    name: string;
    caseNumber: string;
    lane: string;
    due: string;
    until: string;
    reason: string;
  }): string =>
    `${from(given.institution)}${given.name}，您好。案件 ${given.caseNumber} 的${given.lane}原定 ${day(given.due)} 以前办完，因${given.reason}，延长到 ${day(given.until)}。能确定的部分仍会先行给付。不同意延长，可以向我们投诉。${NEVER_ASKED}`,

  /** The order has gone to the bank. */
  paymentSent: (given: {
    institution: string;
    name: string;
    caseNumber: string;
    amount: Cents;
    bank: string;
    accountMasked: string;
  }): string =>
    `${from(given.institution)}${given.name}，您好。案件 ${given.caseNumber} 的给付 ${yuan(given.amount)} 元已交银行办理，收款账户为${given.bank}尾号 ${tail(given.accountMasked)}。到账后另行告知，您无需再做任何操作。${NEVER_ASKED}`,

  /** The bank says that it has arrived. */
  paymentSettled: (given: {
    institution: string;
    name: string;
    caseNumber: string;
    amount: Cents;
    bank: string;
    accountMasked: string;
  }): string =>
    `${from(given.institution)}${given.name}，您好。案件 ${given.caseNumber} 的给付 ${yuan(given.amount)} 元已到账，收款账户为${given.bank}尾号 ${tail(given.accountMasked)}。给付依据可随时在“我的理赔”中逐条查看。${NEVER_ASKED}`,

  /** 银行退回: why, that nothing is lost, and what to do, which is to bring the account to the institution and never to send it. */
  paymentReturned: (given: {
    institution: string;
    name: string;
    caseNumber: string;
    amount: Cents;
    bank: string;
    accountMasked: string;
    why: { readonly zh: string } | null;
    repair: "account" | "again" | "ask";
  }): string =>
    `${from(given.institution)}${given.name}，您好。案件 ${given.caseNumber} 的给付 ${yuan(given.amount)} 元没有付成，银行已退回（${given.bank}尾号 ${tail(given.accountMasked)}${given.why ? `，原因：${given.why.zh}` : ""}）。应付给您的钱不变。${RETURNED_NEXT[given.repair]}${NEVER_ASKED}`,
} as const;

/** 2025年4月2日 */
const day = (iso: string): string => {
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

const tail = (masked: string): string => masked.slice(-4);
