import type { PaymentStatus } from "../payments/index.ts";

/** How an order stands, in the words of the one who waits for it. */
export const orderWords: Readonly<Record<PaymentStatus, string>> = {
  pending: "已提交，等待第二人复核",
  approved: "已批准，即将交银行办理",
  rejected: "已退回重新办理",
  sent: "已交银行，等待到账",
  settled: "已到账",
  returned: "银行退回，正在核对收款账户",
};

/** Where nothing is due by the facts as known, and nobody has refused. */
export const UNDECIDED: { readonly zh: string; readonly en: string } = {
  zh: "按现在知道的事实和条款，算不出应付的钱。是否不赔，要由两位具名的人决定，并书面告诉您理由。",
  en: "By the facts known now the clauses come to nothing payable. Whether it is refused is for two named persons to decide, and you will be told the reasons in writing.",
};

/** 您的权利, from the text of the law (保险法 22–25); the first that matter to someone who waits. */
export const RIGHTS: readonly { readonly zh: string; readonly en: string }[] = [
  {
    zh: "材料不齐的，保险公司应当及时、一次性告诉您要补什么，不能一次一样地要（保险法第二十二条）。",
    en: "Where documents are missing, the insurer must say so promptly and all at once (Insurance Law, art. 22).",
  },
  {
    zh: "情形复杂的也应在三十日内核定，合同另有约定的除外；达成协议后十日内付款（保险法第二十三条）。",
    en: "Even a complex claim is determined within 30 days unless the contract says otherwise, and paid within 10 days of agreement (art. 23).",
  },
  {
    zh: "不赔的，应当自核定之日起三日内书面通知您，并说明理由（保险法第二十四条）。",
    en: "A refusal comes in writing within three days of the determination, with its reasons (art. 24).",
  },
  {
    zh: "收到请求和材料六十日内数额还定不下来的，能确定的部分应当先付（保险法第二十五条）。",
    en: "What cannot be determined within 60 days does not hold back what can: that part is paid first (art. 25).",
  },
  {
    zh: "对结果有异议，可以向保险公司投诉、申请核查，也可以申请调解、仲裁或者提起诉讼。",
    en: "If you disagree you may complain to the insurer, ask for a review, or turn to mediation, arbitration or a court.",
  },
];
