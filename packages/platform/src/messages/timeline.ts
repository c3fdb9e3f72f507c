import { timeInChina } from "../kernel/clock.ts";
import type { TimelineSource } from "../people/index.ts";
import type { Delivery, MessagePurpose } from "./model.ts";
import { listMessageRows } from "./store.ts";

const PURPOSE: Readonly<Record<MessagePurpose, { zh: string; en: string }>> = {
  "one-time-code": { zh: "一次性验证码", en: "one-time code" },
  notice: { zh: "一次性补正通知", en: "one-time notice" },
  payment: { zh: "给付通知", en: "word of a payment" },
  claim: { zh: "理赔通知", en: "word of a claim" },
};
const STATUS: Readonly<Record<Delivery["status"], { zh: string; en: string }>> = {
  queued: { zh: "待发", en: "queued" },
  delivered: { zh: "已送达", en: "delivered" },
  failed: { zh: "未送达", en: "not delivered" },
};

const MOST_ENTRIES = 100;

/** What went out to a party, for 一人一页: to where and whether it arrived, never the words. */
export const messageTimeline: TimelineSource = async ({ tx }, partyId) => {
  const messages = await listMessageRows(tx, { after: null, limit: MOST_ENTRIES, partyId });
  return messages.map(({ purpose, to, queuedAt, delivery }) => ({
    at: timeInChina(queuedAt),
    kind: "message",
    zh: `发送${PURPOSE[purpose].zh}至 ${to.masked}（${STATUS[delivery.status].zh}）`,
    en: `${PURPOSE[purpose].en} to ${to.masked} (${STATUS[delivery.status].en})`,
    link: null,
  }));
};
