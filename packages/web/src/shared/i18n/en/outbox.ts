import type { Messages } from "../types.ts";

export const outbox: Messages["outbox"] = {
  title: "Outbox",
  say: "Every message sent to people, in its own words, and whether it arrived.",
  nothing: "No message has gone out yet",
  purpose: {
    "one-time-code": "Sign-in code",
    notice: "One-time notice",
    payment: "Payment notice",
    claim: "Progress of a claim",
  },
  channel: { sms: "SMS", wechat: "WeChat", letter: "letter" },
  status: { queued: "queued", delivered: "delivered", failed: "failed" },
};
