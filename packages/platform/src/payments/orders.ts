import { sql } from "kysely";
import type { CaseId, PartyId, PaymentId } from "../kernel/ids.ts";
import type { Context, Tx } from "../store/index.ts";
import type { PaymentStatus } from "./contract.ts";
import type { PaymentOrder } from "./model.ts";
import { orderOf } from "./rows.ts";
import "./tables.ts";

/** Any transaction that may read orders: staff's, or a consumer's that is narrowed to one party. */
type Reader = Pick<Context, "tx">;

/** Whose records an order stands in; null where there is none that this transaction may see. */
export const partyOf = async (tx: Tx, paymentId: PaymentId): Promise<PartyId | null> => {
  const row = await tx
    .selectFrom("payment_order")
    .select("party_id")
    .where("payment_id", "=", paymentId)
    .executeTakeFirst();
  return (row?.party_id as PartyId | undefined) ?? null;
};

/** Locks one order until the transaction ends: a hold, an approval and a sending all wait for this one row. */
export const lockOrder = async (
  tx: Tx,
  partyId: PartyId,
  paymentId: PaymentId,
): Promise<PaymentOrder | null> => {
  const row = await tx
    .selectFrom("payment_order")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("payment_id", "=", paymentId)
    .forUpdate()
    .executeTakeFirst();
  return row ? orderOf(row) : null;
};

export const readOrder = async ({ tx }: Reader, paymentId: PaymentId): Promise<PaymentOrder | null> => {
  const row = await tx
    .selectFrom("payment_order")
    .selectAll()
    .where("payment_id", "=", paymentId)
    .executeTakeFirst();
  return row ? orderOf(row) : null;
};

/** Every order of a case, oldest first. */
export const ordersOfCase = async (
  { tx }: Reader,
  partyId: PartyId,
  caseId: CaseId,
): Promise<PaymentOrder[]> => {
  const rows = await tx
    .selectFrom("payment_order")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("case_id", "=", caseId)
    .orderBy("prepared_at")
    .orderBy("payment_id")
    .execute();
  return rows.map(orderOf);
};

/** Every order in a party's records, oldest first. */
export const ordersOfParty = async ({ tx }: Reader, partyId: PartyId): Promise<PaymentOrder[]> => {
  const rows = await tx
    .selectFrom("payment_order")
    .selectAll()
    .where("party_id", "=", partyId)
    .orderBy("prepared_at")
    .orderBy("payment_id")
    .execute();
  return rows.map(orderOf);
};

export interface OrderFilter {
  readonly status?: PaymentStatus | undefined;
}
/** A place in the list: newest first, by time and then by id. */
export interface OrderPlace {
  readonly at: Date;
  readonly id: string;
}

const filtered = (tx: Tx, { status }: OrderFilter) => {
  const query = tx.selectFrom("payment_order");
  return status === undefined ? query : query.where("status", "=", status);
};

/** Orders of the institution, newest first. */
export const listOrders = async (
  { tx }: Reader,
  filter: OrderFilter,
  page: { readonly after: OrderPlace | null; readonly limit: number },
): Promise<PaymentOrder[]> => {
  let query = filtered(tx, filter)
    .selectAll()
    .orderBy("prepared_at", "desc")
    .orderBy("payment_id", "desc")
    .limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(prepared_at, payment_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map(orderOf);
};

/** How many orders there are, and what they come to, 分. */
export const countOrders = async (
  { tx }: Reader,
  filter: OrderFilter,
): Promise<{ count: number; total: bigint }> => {
  const row = await filtered(tx, filter)
    .select([sql<bigint>`count(*)`.as("count"), sql<bigint>`coalesce(sum(amount), 0)::bigint`.as("total")])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), total: row.total };
};

/** Orders that settled at or after a time and before another, oldest first. */
export const ordersSettledBetween = async ({ tx }: Reader, from: Date, to: Date): Promise<PaymentOrder[]> => {
  const rows = await tx
    .selectFrom("payment_order")
    .selectAll()
    .where("status", "=", "settled")
    .where("settled_at", ">=", from)
    .where("settled_at", "<", to)
    .orderBy("settled_at")
    .execute();
  return rows.map(orderOf);
};
