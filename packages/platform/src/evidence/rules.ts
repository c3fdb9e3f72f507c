import type { Line } from "./model.ts";

/** A reason why a row is not an act that only a living person does, and the words by which such rows are known. */
export interface Exclusion {
  readonly id: string;
  readonly words: RegExp;
  readonly why: Line;
}

/** Payments that leave an account with nobody's hand on it. The first that fits is given as the reason. */
export const automaticPayments: readonly Exclusion[] = [
  {
    id: "automatic",
    words: /自动(续费|续订|续期|扣费|扣款|扣缴|划扣|还款|缴费|缴纳|充值|支付|转入|转出|投资|定投)|续期扣款/,
    why: {
      zh: "自动续费或自动扣款，无需本人操作",
      en: "an automatic renewal or deduction needs nobody's hand",
    },
  },
  {
    id: "agreed-deduction",
    words: /代扣|委托(扣款|代扣|收款)|协议(扣款|支付)|签约扣款|定期扣款|批量扣款/,
    why: { zh: "签约代扣，无需本人操作", en: "a deduction agreed in advance needs nobody's hand" },
  },
  {
    id: "no-password",
    words: /免密|免输密码|无感(支付|停车|加油)|先享后付|先用后付|先乘后付|先离场后付|信用先行/,
    why: {
      zh: "免密或事后扣款，不能证明当时有人操作",
      en: "paid without a password or afterwards: it proves no hand at that moment",
    },
  },
  {
    id: "subscription",
    words: /连续包(月|季|年)|包月续|会员续费|自动会员/,
    why: { zh: "连续订阅扣费，无需本人操作", en: "a running subscription needs nobody's hand" },
  },
  {
    id: "scheduled",
    words: /预约(转账|还款|支付)|定时(转账|支付)|定投/,
    why: { zh: "预先设定的付款，执行时无需本人操作", en: "set in advance: nobody acts when it runs" },
  },
  {
    id: "transit",
    words: /乘车码|ETC|高速通行|公交地铁|刷卡乘车/i,
    why: { zh: "乘车、通行费常在事后扣款", en: "fares and tolls are often deducted afterwards" },
  },
  {
    id: "someone-else",
    words: /亲属卡|亲情卡|亲密付|亲情号|代付/,
    why: {
      zh: "由亲属使用的额度，不是本人操作",
      en: "spent by a relative on this account, not by its owner",
    },
  },
  {
    id: "interest",
    words: /收益发放|余额宝|零钱通|利息/,
    why: {
      zh: "余额收益或资金自动划转，可能无需本人操作",
      en: "earnings or sweeps of a balance may need nobody's hand",
    },
  },
];

export const refund: Exclusion = {
  id: "refund",
  words: /退款/,
  why: { zh: "退款由对方发起，不是本人操作", en: "a refund comes from the other side" },
};
export const notPaid: Exclusion = {
  id: "not-paid",
  words: /失败|关闭|取消|撤销|未支付|待付款|等待付款|等待支付/,
  why: { zh: "这笔没有付成，不能证明本人操作", en: "it was never paid, so it proves no hand" },
};
export const received: Line = {
  zh: "收到的钱可以自动入账，不是本人操作",
  en: "money received may arrive by itself",
};
export const neutral: Line = {
  zh: "不计收支的资金变动，可能是自动完成的",
  en: "a movement that is neither income nor expense may run by itself",
};
export const byHand: Line = { zh: "本人操作的付款", en: "a payment by hand" };

export const forwarded: Exclusion = {
  id: "forwarded",
  words: /呼(叫)?转(移)?|前转|转接|无条件转|遇忙转|呼入转移/,
  why: { zh: "呼叫转移，不是本人接听", en: "a forwarded call was not answered on this phone" },
};
export const voicemail: Exclusion = {
  id: "voicemail",
  words: /语音信箱|留言|秘书|漏话|短信呼/,
  why: { zh: "转到语音信箱或秘书服务，不是本人接听", en: "taken by a voice box, not by a person" },
};
export const notACall: Exclusion = {
  id: "not-a-call",
  words: /短信|彩信|流量|上网|增值|月租|套餐/,
  why: { zh: "不是通话", en: "not a call" },
};
export const unanswered: Line = {
  zh: "时长为 0，没有接通",
  en: "zero seconds: nobody answered",
};
export const called: Line = { zh: "拨出并接通的通话", en: "a call made and answered" };
export const answered: Line = { zh: "接听的来电", en: "a call taken" };
