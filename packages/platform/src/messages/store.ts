import { type Selectable, sql } from "kysely";
import { MessageId, PartyId } from "../kernel/ids.ts";
import { never } from "../kernel/never.ts";
import type { Context, Tx } from "../store/index.ts";
import type { Delivery, Message } from "./model.ts";
import type { MessageTable } from "./tables.ts";
import "./tables.ts";

const deliveryOf = (row: Selectable<MessageTable>): Delivery => {
  switch (row.status) {
    case "queued":
      return { status: "queued" };
    case "delivered":
      return { status: "delivered", at: row.finished_at ?? row.queued_at };
    case "failed":
      return { status: "failed", at: row.finished_at ?? row.queued_at, reason: row.failure ?? "" };
    default:
      return never(row.status);
  }
};

const messageOf = (row: Selectable<MessageTable>): Message => ({
  partyId: PartyId.parse(row.party_id),
  messageId: MessageId.parse(row.message_id),
  channel: row.channel,
  purpose: row.purpose,
  to: { sealed: row.to_sealed, masked: row.to_masked },
  textSealed: row.text_sealed,
  queuedAt: row.queued_at,
  delivery: deliveryOf(row),
});

const deliveryColumns = (delivery: Delivery) => ({
  status: delivery.status,
  finished_at: delivery.status === "queued" ? null : delivery.at,
  failure: delivery.status === "failed" ? delivery.reason : null,
});

export const insertMessage = async ({ tx, actor }: Context, message: Message): Promise<void> => {
  await tx
    .insertInto("message")
    .values({
      party_id: message.partyId,
      message_id: message.messageId,
      institution_id: actor.institutionId,
      channel: message.channel,
      purpose: message.purpose,
      to_sealed: message.to.sealed,
      to_masked: message.to.masked,
      text_sealed: message.textSealed,
      queued_at: message.queuedAt,
      ...deliveryColumns(message.delivery),
    })
    .execute();
};

/** Locks one message, so that two runs of its job take turns. */
export const lockMessage = async (
  tx: Tx,
  partyId: PartyId,
  messageId: MessageId,
): Promise<Message | null> => {
  const row = await tx
    .selectFrom("message")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("message_id", "=", messageId)
    .forUpdate()
    .executeTakeFirst();
  return row ? messageOf(row) : null;
};

export const writeDelivery = async (tx: Tx, message: Message, delivery: Delivery): Promise<void> => {
  await tx
    .updateTable("message")
    .set(deliveryColumns(delivery))
    .where("party_id", "=", message.partyId)
    .where("message_id", "=", message.messageId)
    .execute();
};

export interface MessagePlace {
  readonly at: Date;
  readonly id: string;
}

/** Newest first. */
export const listMessageRows = async (
  tx: Tx,
  page: { readonly after: MessagePlace | null; readonly limit: number; readonly partyId?: PartyId },
): Promise<Message[]> => {
  let query = tx
    .selectFrom("message")
    .selectAll()
    .orderBy("queued_at", "desc")
    .orderBy("message_id", "desc")
    .limit(page.limit);
  if (page.partyId !== undefined) query = query.where("party_id", "=", page.partyId);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(queued_at, message_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map(messageOf);
};

export const countMessages = async (tx: Tx): Promise<number> => {
  const row = await tx.selectFrom("message").select(sql<bigint>`count(*)`.as("n")).executeTakeFirstOrThrow();
  return Number(row.n);
};
