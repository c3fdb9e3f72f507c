import type { MessageId } from "../kernel/ids.ts";
import type { Channel, Handed } from "./model.ts";

/** The way out to people: an SMS gateway, a WeChat service account, a printer of letters. */
export interface Gateway {
  readonly name: string;
  /** Hands one message on. `messageId` is the key by which a repeat is known. Throws where it cannot say. */
  deliver(message: {
    readonly messageId: MessageId;
    readonly channel: Channel;
    readonly to: string;
    readonly text: string;
  }): Promise<Handed>;
}

/** Where no gateway is configured, the outbox itself is the delivery: the message stands on the 发件箱 page and goes no further. */
export const outboxGateway: Gateway = {
  name: "发件箱",
  deliver: () => Promise.resolve({ accepted: true }),
};
