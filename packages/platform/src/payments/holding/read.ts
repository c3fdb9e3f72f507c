import { sql } from "kysely";
import { HoldId, PartyId } from "../../kernel/ids.ts";
import type { Tx } from "../../store/index.ts";
import type { OrderPlace } from "../orders.ts";
import "../tables.ts";

/** 止付, as a page shows it. */
export interface Hold {
  readonly holdId: HoldId;
  readonly partyId: PartyId;
  /** Whom it stands on. */
  readonly name: string;
  readonly reason: string;
  readonly by: string;
  readonly byId: string | null;
  readonly at: Date;
  readonly lifted: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

const holdsWithName = (tx: Tx) =>
  tx
    .selectFrom("payment_hold as h")
    .innerJoin("party as p", "p.party_id", "h.party_id")
    .selectAll("h")
    .select("p.name");

type Row = Awaited<ReturnType<ReturnType<typeof holdsWithName>["execute"]>>[number];

const holdOf = (row: Row): Hold => ({
  holdId: HoldId.parse(row.hold_id),
  partyId: PartyId.parse(row.party_id),
  name: row.name,
  reason: row.reason,
  by: row.placed_by_name,
  byId: row.placed_by,
  at: row.placed_at,
  lifted:
    row.lifted_at === null || row.lifted_by_name === null || row.lifted_reason === null
      ? null
      : { by: row.lifted_by_name, at: row.lifted_at, reason: row.lifted_reason },
});

/** The holds that stand on any of these parties, oldest first. */
export const activeHolds = async (tx: Tx, parties: readonly PartyId[]): Promise<Hold[]> => {
  const rows = await holdsWithName(tx)
    .where("h.party_id", "in", [...new Set(parties)])
    .where("h.lifted_at", "is", null)
    .orderBy("h.placed_at")
    .orderBy("h.hold_id")
    .execute();
  return rows.map(holdOf);
};

/** Locks one hold until the transaction ends. */
export const lockHold = async (tx: Tx, holdId: HoldId): Promise<Hold | null> => {
  const found = await tx
    .selectFrom("payment_hold")
    .select("party_id")
    .where("hold_id", "=", holdId)
    .executeTakeFirst();
  if (!found) return null;
  const row = await holdsWithName(tx)
    .where("h.party_id", "=", found.party_id)
    .where("h.hold_id", "=", holdId)
    .forUpdate("h")
    .executeTakeFirst();
  return row ? holdOf(row) : null;
};

/** Holds of the institution, newest first: those that stand, or all. */
export const listHolds = async (
  tx: Tx,
  filter: { readonly all: boolean },
  page: { readonly after: OrderPlace | null; readonly limit: number },
): Promise<Hold[]> => {
  let query = holdsWithName(tx).orderBy("h.placed_at", "desc").orderBy("h.hold_id", "desc").limit(page.limit);
  if (!filter.all) query = query.where("h.lifted_at", "is", null);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(h.placed_at, h.hold_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map(holdOf);
};

export const countHolds = async (tx: Tx, { all }: { readonly all: boolean }): Promise<number> => {
  let query = tx.selectFrom("payment_hold").select(sql<bigint>`count(*)`.as("n"));
  if (!all) query = query.where("lifted_at", "is", null);
  return Number((await query.executeTakeFirstOrThrow()).n);
};
