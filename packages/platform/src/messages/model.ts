import type { MessageId, PartyId } from "../kernel/ids.ts";
import { never } from "../kernel/never.ts";
import type { Permission } from "../kernel/operation.ts";

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

/** Who reads the outbox. */
export interface MessageReader {
  /** Whether the institution is a sample one, whose phones nobody has. */
  readonly sample: boolean;
  readonly permissions: ReadonlySet<Permission>;
}

/**
 * A one-time code opens a consumer's account to whoever holds it, so no colleague may read one: a handler could sign in as the
 * claimant. The exception is the sample, whose phones do not exist: there its administrator reads the code out, so that the
 * consumer's side can be tried at all.
 */
export const mayReadCodes = ({ sample, permissions }: MessageReader): boolean =>
  sample && permissions.has("access.manage");

/** A message's words for a reader: codes are covered by dots for all but those who may read them. */
export const shownText = (purpose: MessagePurpose, text: string, reader: MessageReader): string =>
  purpose === "one-time-code" && !mayReadCodes(reader)
    ? text.replaceAll(/(?<!\d)\d{6}(?!\d)/g, "••••••")
    : text;
