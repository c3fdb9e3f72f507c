import { sql } from "kysely";
import { BatchId, PartyId, PaymentId } from "../kernel/ids.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context, Tx } from "../store/index.ts";
import type { PaymentOrder } from "./model.ts";
import type { OrderPlace } from "./orders.ts";
import { orderOf } from "./rows.ts";
import "./tables.ts";

export interface Batch {
  readonly batchId: BatchId;
  readonly number: string;
  readonly bank: string;
  readonly template: string;
  readonly count: number;
  readonly total: bigint;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly settled: number;
  readonly returned: number;
  readonly settledTotal: bigint;
  readonly returnedTotal: bigint;
}

export const noSuchBatch = (batchId: BatchId): Refused =>
  new Refused(
    refuse(
      "missing",
      "payments.no-batch",
      { zh: "没有这个付款批次。", en: "There is no such batch." },
      { batchId },
    ),
  );

const selectBatches = (tx: Tx) =>
  tx.selectFrom("payment_batch as b").select((eb) => [
    "b.batch_id",
    "b.number",
    "b.bank",
    "b.template",
    "b.count",
    "b.total",
    "b.created_at",
    "b.created_by_name",
    ...(["settled", "returned"] as const).flatMap((status) => {
      const members = eb
        .selectFrom("payment_order as o")
        .innerJoin("payment_batch_order as m", (join) =>
          join.onRef("m.party_id", "=", "o.party_id").onRef("m.payment_id", "=", "o.payment_id"),
        )
        .whereRef("m.institution_id", "=", "b.institution_id")
        .whereRef("m.batch_id", "=", "b.batch_id")
        .where("o.status", "=", status);
      return [
        members.select(sql<bigint>`count(*)`.as("n")).as(status),
        members.select(sql<bigint>`coalesce(sum(o.amount), 0)::bigint`.as("n")).as(`${status}Total` as const),
      ];
    }),
  ]);

type BatchRow = Awaited<ReturnType<ReturnType<typeof selectBatches>["execute"]>>[number];

const batchOf = (row: BatchRow): Batch => ({
  batchId: BatchId.parse(row.batch_id),
  number: row.number,
  bank: row.bank,
  template: row.template,
  count: row.count,
  total: row.total,
  createdAt: row.created_at,
  createdBy: row.created_by_name,
  settled: Number(row.settled ?? 0n),
  returned: Number(row.returned ?? 0n),
  settledTotal: row.settledTotal ?? 0n,
  returnedTotal: row.returnedTotal ?? 0n,
});

export const readBatch = async (tx: Tx, batchId: BatchId): Promise<Batch | null> => {
  const row = await selectBatches(tx).where("b.batch_id", "=", batchId).executeTakeFirst();
  return row ? batchOf(row) : null;
};

/** Newest first. */
export const listBatches = async (
  tx: Tx,
  page: { readonly after: OrderPlace | null; readonly limit: number },
): Promise<Batch[]> => {
  let query = selectBatches(tx)
    .orderBy("b.created_at", "desc")
    .orderBy("b.batch_id", "desc")
    .limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(b.created_at, b.batch_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map(batchOf);
};

export const countBatches = async (tx: Tx): Promise<number> => {
  const row = await tx
    .selectFrom("payment_batch")
    .select(sql<bigint>`count(*)`.as("n"))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

/** Which orders a batch holds, in the file's order. */
export const membersOf = async (
  tx: Tx,
  batchId: BatchId,
): Promise<{ partyId: PartyId; paymentId: PaymentId }[]> => {
  const rows = await tx
    .selectFrom("payment_batch_order")
    .select(["party_id", "payment_id"])
    .where("batch_id", "=", batchId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.party_id),
    paymentId: PaymentId.parse(row.payment_id),
  }));
};

/** Whose records each of these orders stands in; those that cannot be seen are left out. */
export const placesOf = async (
  tx: Tx,
  payments: readonly PaymentId[],
): Promise<{ partyId: PartyId; paymentId: PaymentId }[]> => {
  const rows = await tx
    .selectFrom("payment_order")
    .select(["party_id", "payment_id"])
    .where("payment_id", "in", [...payments])
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.party_id),
    paymentId: PaymentId.parse(row.payment_id),
  }));
};

/**
 * Locks orders of many parties: one statement a party, each naming it, parties and orders in the order of their ids, so that
 * two who lock at the same time wait for one another and never in a circle.
 */
export const lockOrders = async (
  { tx }: Pick<Context, "tx">,
  places: readonly { partyId: PartyId; paymentId: PaymentId }[],
): Promise<PaymentOrder[]> => {
  const byParty = new Map<PartyId, PaymentId[]>();
  for (const { partyId, paymentId } of places) {
    const own = byParty.get(partyId);
    if (own) own.push(paymentId);
    else byParty.set(partyId, [paymentId]);
  }
  const orders: PaymentOrder[] = [];
  for (const [partyId, payments] of [...byParty].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rows = await tx
      .selectFrom("payment_order")
      .selectAll()
      .where("party_id", "=", partyId)
      .where("payment_id", "in", payments)
      .orderBy("payment_id")
      .forUpdate()
      .execute();
    orders.push(...rows.map(orderOf));
  }
  return orders;
};

/**
 * Steps in the order in which `lockOrders` locks: each step locks its case too, and two batches that share cases must not
 * wait for one another in a circle.
 */
export const inLockOrder = <T extends { readonly order: PaymentOrder }>(
  steps: readonly T[],
): readonly T[] => {
  const key = ({ order: { terms } }: T) => `${terms.partyId} ${terms.caseId} ${terms.paymentId}`;
  return [...steps].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};
