import type { z } from "zod";
import { record, vault } from "../access/index.ts";
import { type Bound, bind, cursorAt, placeAt } from "../http/index.ts";
import type { Context, StaffActor } from "../store/index.ts";
import { listMessages, type MessageView } from "./contract.ts";
import { type Message, type MessageReader, mayReadCodes, shownText } from "./model.ts";
import { countMessages, listMessageRows } from "./store.ts";

const viewOf = (message: Message, reader: MessageReader): z.output<typeof MessageView> => ({
  messageId: message.messageId,
  at: message.queuedAt.toISOString(),
  channel: message.channel,
  purpose: message.purpose,
  toMasked: message.to.masked,
  text: shownText(message.purpose, vault.open(message.textSealed), reader),
  status: message.delivery.status,
});

/** Opening the words of messages is on record, with how many were opened, and how many codes were read among them. */
const recordReading = async (context: Context<StaffActor>, messages: readonly Message[]): Promise<void> => {
  const opened = messages.length;
  if (opened === 0) return;
  const codes = mayReadCodes(context.actor)
    ? messages.filter(({ purpose }) => purpose === "one-time-code").length
    : 0;
  await record(context, {
    action: "messages.read",
    subject: { kind: "institution", id: context.actor.institutionId },
    purpose: "查看发件箱",
    detail: { opened, codes },
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
      items: items.map((message) => viewOf(message, context.actor)),
      next: found.length > limit && last ? cursorAt({ at: last.queuedAt, id: last.messageId }) : null,
      total: await countMessages(context.tx),
    };
  }),
];
