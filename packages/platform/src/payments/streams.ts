import type { PartyId, PaymentId } from "../kernel/ids.ts";
import type { Context, Tx } from "../store/index.ts";
import { readEvent, writeEvent } from "./events.ts";
import { evolve } from "./evolve.ts";
import { type Posting, postings } from "./ledger.ts";
import { tell } from "./listener.ts";
import { isToldEvent, type PaymentEvent, type PaymentOrder } from "./model.ts";
import { stepColumns, termsColumns } from "./rows.ts";
import "./tables.ts";

interface Stored {
  readonly idempotencyKey: string;
  readonly fingerprint: string;
  readonly accountBlind: Buffer;
}

/** `before` is what the entries are made from: an event moves money from where it stood. */
const writeEventRow = async (
  context: Context,
  order: PaymentOrder,
  event: PaymentEvent,
  before: PaymentOrder = order,
): Promise<void> => {
  const key = {
    party_id: order.terms.partyId,
    payment_id: order.terms.paymentId,
    version: order.version,
    institution_id: context.actor.institutionId,
    at: event.at,
  };
  await context.tx
    .insertInto("payment_event")
    .values({ ...key, type: event.type, data: writeEvent(event) })
    .execute();
  const entries = postings(event, before).map(({ debit, credit, amount }, at) => ({
    ...key,
    line: at + 1,
    debit_account: debit,
    credit_account: credit,
    amount,
  }));
  if (entries.length > 0) await context.tx.insertInto("ledger_entry").values(entries).execute();
};

/** Writes a new order with its first event. False where the party already has an order under this idempotency key. */
export const writePrepared = async (
  context: Context,
  event: Extract<PaymentEvent, { type: "prepared" }>,
  stored: Stored,
): Promise<PaymentOrder | null> => {
  const order = evolve(null, event);
  const written = await context.tx
    .insertInto("payment_order")
    .values({
      ...termsColumns(order, { ...stored, institutionId: context.actor.institutionId }),
      ...stepColumns(order),
    })
    .onConflict((conflict) => conflict.columns(["party_id", "idempotency_key"]).doNothing())
    .returning("payment_id")
    .executeTakeFirst();
  if (!written) return null;
  await writeEventRow(context, order, event);
  return order;
};

/**
 * Writes one more step of an order that this transaction has locked: its row, its event and its ledger entries, and tells
 * the case where it must hear of it. The row must still be at the version that was read; with the lock held it is.
 */
export const writeStep = async (
  context: Context,
  before: PaymentOrder,
  event: Exclude<PaymentEvent, { type: "prepared" }>,
): Promise<PaymentOrder> => {
  const order = evolve(before, event);
  const { partyId, paymentId, amount } = order.terms;
  const { numUpdatedRows } = await context.tx
    .updateTable("payment_order")
    .set(stepColumns(order))
    .where("party_id", "=", partyId)
    .where("payment_id", "=", paymentId)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new Error(`payments: order ${paymentId} was not at version ${before.version}; was it locked?`);
  await writeEventRow(context, order, event, before);
  if (isToldEvent(event))
    await tell(context, {
      order,
      event,
      from: before.progress.status,
      to: order.progress.status,
      amount,
    });
  return order;
};

/** An order's events in their order. */
export const eventsOf = async (tx: Tx, partyId: PartyId, paymentId: PaymentId): Promise<PaymentEvent[]> => {
  const rows = await tx
    .selectFrom("payment_event")
    .select("data")
    .where("party_id", "=", partyId)
    .where("payment_id", "=", paymentId)
    .orderBy("version")
    .execute();
  return rows.map(({ data }) => readEvent(data));
};

export interface PostedEntry extends Posting {
  readonly at: Date;
  readonly version: number;
  readonly line: number;
}

/** What an order has posted, in order. */
export const postingsOf = async (tx: Tx, partyId: PartyId, paymentId: PaymentId): Promise<PostedEntry[]> => {
  const rows = await tx
    .selectFrom("ledger_entry")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("payment_id", "=", paymentId)
    .orderBy("version")
    .orderBy("line")
    .execute();
  return rows.map((row) => ({
    at: row.at,
    version: row.version,
    line: row.line,
    debit: row.debit_account,
    credit: row.credit_account,
    amount: row.amount as Posting["amount"],
  }));
};
