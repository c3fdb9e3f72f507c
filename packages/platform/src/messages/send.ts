import { mask, vault } from "../access/index.ts";
import { MessageId, type PartyId } from "../kernel/ids.ts";
import { type Context, enqueue } from "../store/index.ts";
import type { Channel, Message, MessagePurpose } from "./model.ts";
import { insertMessage } from "./store.ts";

export const DELIVER_MESSAGE = "deliver-message";

export interface SendInput {
  /** Whose records the message stands in: the person it goes to. */
  readonly partyId: PartyId;
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  /** A phone number, a WeChat id or an address, in the clear; it is sealed here. */
  readonly to: string;
  readonly text: string;
}

/**
 * Writes a message and the job that delivers it, inside the caller's transaction: it goes out if, and only if, what it speaks
 * of was done. Number and words are sealed before they are written.
 */
export const send = async (context: Context, input: SendInput): Promise<Message> => {
  const message: Message = {
    partyId: input.partyId,
    messageId: MessageId.parse(context.newId()),
    channel: input.channel,
    purpose: input.purpose,
    to: {
      sealed: vault.seal(input.to),
      masked: input.channel === "sms" ? mask.phone(input.to) : mask.account(input.to),
    },
    textSealed: vault.seal(input.text),
    queuedAt: context.clock.now(),
    delivery: { status: "queued" },
  };
  await insertMessage(context, message);
  await enqueue(context, input.partyId, DELIVER_MESSAGE, { messageId: message.messageId });
  return message;
};
