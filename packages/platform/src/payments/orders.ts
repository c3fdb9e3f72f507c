import { sql } from "kysely";
import type { CaseId, PartyId, PaymentId } from "../kernel/ids.ts";
import type { Context, Tx } from "../store/index.ts";
import type { PaymentStatus } from "./contract.ts";
import type { PaymentOrder, PaymentPurpose } from "./model.ts";
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

/** Several orders of whatever parties, in the order given; those that cannot be seen are left out. */
export const readOrders = async (
  { tx }: Reader,
  places: readonly { readonly paymentId: PaymentId }[],
): Promise<PaymentOrder[]> => {
  if (places.length === 0) return [];
  const rows = await tx
    .selectFrom("payment_order")
    .selectAll()
    .where(
      "payment_id",
      "in",
      places.map(({ paymentId }) => paymentId),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.payment_id, row]));
  return places.flatMap(({ paymentId }) => {
    const row = byId.get(paymentId);
    return row ? [orderOf(row)] : [];
  });
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
  readonly purpose?: PaymentPurpose | undefined;
  /** Part of an order's or a case's number, of the payee's name or of the case's title. */
  readonly q?: string | undefined;
  /** Days in China on which it was prepared, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only those under a hold. */
  readonly held?: boolean | undefined;
}
/** A place in the list: newest first, by time and then by id. */
export interface OrderPlace {
  readonly at: Date;
  readonly id: string;
}

/** `%` and `_` are letters here, not patterns. */
const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

const filtered = (tx: Tx, { status, purpose, q, from, to, held }: OrderFilter) => {
  let query = tx.selectFrom("payment_order");
  if (status !== undefined) query = query.where("status", "=", status);
  if (purpose !== undefined) query = query.where("purpose", "=", purpose);
  if (held) query = query.where(sql<boolean>`hold_ids <> '{}'`);
  if (from !== undefined) query = query.where("prepared_at", ">=", new Date(`${from}T00:00:00+08:00`));
  if (to !== undefined)
    query = query.where("prepared_at", "<", new Date(new Date(`${to}T00:00:00+08:00`).getTime() + DAY_MS));
  if (q === undefined || q.trim() === "") return query;
  const like = containing(q.trim());
  return query.where((eb) =>
    eb.or((["number", "case_number", "payee_name", "title"] as const).map((name) => eb(name, "ilike", like))),
  );
};

const DAY_MS = 86_400_000;

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
