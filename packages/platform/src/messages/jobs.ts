import { z } from "zod";
import { vault } from "../access/index.ts";
import { type Job, job } from "../jobs/index.ts";
import { MessageId } from "../kernel/ids.ts";
import { type Gateway, outboxGateway } from "./gateway.ts";
import { delivered } from "./model.ts";
import { DELIVER_MESSAGE } from "./send.ts";
import { lockMessage, writeDelivery } from "./store.ts";

/** The jobs of messages, going out through one gateway. */
export const deliveryJobs = (gateway: Gateway): Job[] => [
  job(DELIVER_MESSAGE, z.object({ messageId: MessageId }), async (context, { messageId }, { partyId }) => {
    const message = await lockMessage(context.tx, partyId, messageId);
    if (!message) throw new Error(`messages: no message ${messageId} to deliver`);
    if (message.delivery.status !== "queued") return;
    const handed = await gateway.deliver({
      messageId,
      channel: message.channel,
      to: vault.open(message.to.sealed),
      text: vault.open(message.textSealed),
    });
    await writeDelivery(context.tx, message, delivered(message.delivery, handed, context.clock.now()));
  }),
];

/** Without a configured gateway. */
export const messagesJobs: Job[] = deliveryJobs(outboxGateway);
