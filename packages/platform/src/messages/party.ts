import type { PartyId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";
import type { Channel, MessagePurpose } from "./model.ts";
import { listMessageRows } from "./store.ts";

/** That a message went out, without its words: for a person's time line. */
export interface MessageNote {
  readonly messageId: string;
  readonly at: Date;
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  readonly toMasked: string;
  readonly status: "queued" | "delivered" | "failed";
}

/** What went out to one party, newest first; the words stay sealed. */
export const messagesOfParty = async (
  { tx }: Pick<Context, "tx">,
  partyId: PartyId,
  limit = 100,
): Promise<MessageNote[]> => {
  const messages = await listMessageRows(tx, { after: null, limit, partyId });
  return messages.map((message) => ({
    messageId: message.messageId,
    at: message.queuedAt,
    channel: message.channel,
    purpose: message.purpose,
    toMasked: message.to.masked,
    status: message.delivery.status,
  }));
};
