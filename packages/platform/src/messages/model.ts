import type { MessageId, PartyId } from "../kernel/ids.ts";
import { never } from "../kernel/never.ts";

export type Channel = "sms" | "wechat" | "letter";
export type MessagePurpose = "one-time-code" | "notice" | "payment" | "claim";

/** 一条消息 on its way to one person. The number and the words are sealed. */
export interface Message {
  readonly partyId: PartyId;
  readonly messageId: MessageId;
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  readonly to: { readonly sealed: string; readonly masked: string };
  readonly textSealed: string;
  readonly queuedAt: Date;
  readonly delivery: Delivery;
}

export type Delivery =
  | { readonly status: "queued" }
  | { readonly status: "delivered"; readonly at: Date }
  | { readonly status: "failed"; readonly at: Date; readonly reason: string };

/** What a gateway says of one message. A gateway that cannot say (a line that is down) throws, and is tried again. */
export type Handed = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/** What follows from a gateway's answer. A message that is done stays as it is, so that a job run twice changes nothing. */
export const delivered = (before: Delivery, handed: Handed, at: Date): Delivery => {
  switch (before.status) {
    case "queued":
      return handed.accepted ? { status: "delivered", at } : { status: "failed", at, reason: handed.reason };
    case "delivered":
    case "failed":
      return before;
    default:
      return never(before);
  }
};

/** Whether a page may show the words: a one-time code is shown in sample institutions alone. */
export const mayShow = (purpose: MessagePurpose, sample: boolean): boolean =>
  purpose !== "one-time-code" || sample;

export const CODE_NOT_SHOWN = "【一次性验证码，不予显示】";
