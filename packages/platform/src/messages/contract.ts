import { z } from "zod";
import { MessageId } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

export const MessageView = z.object({
  messageId: MessageId,
  at: z.string(),
  channel: z.enum(["sms", "wechat", "letter"]),
  purpose: z.enum(["one-time-code", "notice", "payment", "claim"]),
  toMasked: z.string(),
  /** A one-time code is covered by dots, but for the administrator of a sample institution. */
  text: z.string(),
  status: z.enum(["queued", "delivered", "failed"]),
});
/** 发件箱: what went out to people, and whether it arrived. */
export const listMessages = operation({
  id: "messages.list",
  method: "GET",
  path: "/messages",
  who: { staff: "messages.read" },
  summary: { zh: "发件箱", en: "Outbox" },
  query: PageQuery,
  output: pageOf(MessageView),
});
