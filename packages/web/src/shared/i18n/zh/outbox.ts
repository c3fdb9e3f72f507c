export const outbox = {
  title: "发件箱",
  say: "发给客户的每一条消息，原文与是否送达。",
  nothing: "还没有发出消息",
  purpose: {
    "one-time-code": "登录验证码",
    notice: "一次性补正通知",
    payment: "付款通知",
    claim: "案件进展",
  },
  channel: { sms: "短信", wechat: "微信", letter: "信函" },
  status: { queued: "待发", delivered: "已送达", failed: "未送达" },
} as const;
