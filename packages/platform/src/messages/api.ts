import type { z } from "zod";
import { record, vault } from "../access/index.ts";
import { type Bound, bind, cursorAt, placeAt } from "../http/index.ts";
import type { Context, StaffActor } from "../store/index.ts";
import { listMessages, type MessageView } from "./contract.ts";
import { CODE_NOT_SHOWN, type Message, mayShow } from "./model.ts";
import { countMessages, listMessageRows } from "./store.ts";

const viewOf = (message: Message, sample: boolean): z.output<typeof MessageView> => ({
  messageId: message.messageId,
  at: message.queuedAt.toISOString(),
  channel: message.channel,
  purpose: message.purpose,
  toMasked: message.to.masked,
  text: mayShow(message.purpose, sample) ? vault.open(message.textSealed) : CODE_NOT_SHOWN,
  status: message.delivery.status,
});

/** Opening the words of messages is on record, with how many were opened. */
const recordReading = async (context: Context<StaffActor>, messages: readonly Message[]): Promise<void> => {
  const opened = messages.filter(({ purpose }) => mayShow(purpose, context.actor.sample)).length;
  if (opened === 0) return;
  await record(context, {
    action: "messages.read",
    subject: { kind: "institution", id: context.actor.institutionId },
    purpose: "查看发件箱",
    detail: { opened },
  });
};

/** What the HTTP layer serves of messages. */
export const messagesApi: Bound[] = [
  bind(listMessages, async (context, { query }) => {
    const { cursor, limit } = query;
    const found = await listMessageRows(context.tx, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    await recordReading(context, items);
    return {
      items: items.map((message) => viewOf(message, context.actor.sample)),
      next: found.length > limit && last ? cursorAt({ at: last.queuedAt, id: last.messageId }) : null,
      total: await countMessages(context.tx),
    };
  }),
];
