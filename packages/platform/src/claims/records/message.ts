import type { PartyId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";

export interface Delivery {
  readonly status: "queued" | "delivered" | "failed";
  readonly finishedAt: Date | null;
}

/** How far a message has come; null where there is none. Its words stay sealed. */
export const deliveryOf = async (
  { tx }: Pick<Context, "tx">,
  addressee: PartyId,
  messageId: string,
): Promise<Delivery | null> => {
  const row = await tx
    .selectFrom("message")
    .select(["status", "finished_at"])
    .where("party_id", "=", addressee)
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return row ? { status: row.status, finishedAt: row.finished_at } : null;
};

/** Whether a payee has had word of a payment that arrived at `since`: told, on its way, or not to be told this way. */
export const paymentNewsOf = async (
  { tx }: Pick<Context, "tx">,
  payee: PartyId,
  since: Date,
): Promise<"told" | "on-its-way" | "untold"> => {
  const rows = await tx
    .selectFrom("message")
    .select("status")
    .where("party_id", "=", payee)
    .where("purpose", "=", "payment")
    .where("queued_at", ">=", since)
    .execute();
  const found = new Set(rows.map(({ status }) => status));
  if (found.has("queued")) return "on-its-way";
  return found.has("delivered") ? "told" : "untold";
};
