import { sql } from "kysely";
import type { Clock } from "../kernel/clock.ts";
import type { Store } from "../store/index.ts";

const BATCH = 500;

/** What the worker's queue is told of a piece of work: where to find it. What it says stays with the party's own rows. */
export interface Ticket {
  readonly institutionId: string;
  readonly partyId: string;
  readonly outboxId: string;
}

export interface Waiting extends Ticket {
  readonly task: string;
  readonly runAt: Date;
}

/** Hands work to the queue. Handing the same on twice must leave one (the outbox id is the job's key). */
export type HandOn = (waiting: readonly Waiting[]) => Promise<void>;

/**
 * Hands on every outbox row that waits, in the order written, and marks it. A crash between handing on and marking hands it
 * on again, under the same key.
 * @returns how many were handed on
 */
export const relayWaiting = async (store: Store, clock: Clock, handOn: HandOn): Promise<number> => {
  let count = 0;
  for (;;) {
    const waiting = await readWaiting(store);
    if (waiting.length === 0) return count;
    await handOn(waiting);
    await markRelayed(store, waiting, clock.now());
    count += waiting.length;
  }
};

const readWaiting = (store: Store): Promise<Waiting[]> =>
  store.relay(async (tx) => {
    const rows = await tx
      .selectFrom("outbox")
      .select(["institution_id", "party_id", "outbox_id", "task", "run_at"])
      .where("relayed_at", "is", null)
      .orderBy("created_at")
      .orderBy("outbox_id")
      .limit(BATCH)
      .execute();
    return rows.map((row) => ({
      institutionId: row.institution_id,
      partyId: row.party_id,
      outboxId: row.outbox_id,
      task: row.task,
      runAt: row.run_at,
    }));
  });

const markRelayed = (store: Store, rows: readonly Ticket[], now: Date) =>
  store.relay((tx) =>
    sql`update outbox set relayed_at = ${now}
        from unnest(${rows.map((row) => row.partyId)}::uuid[], ${rows.map((row) => row.outboxId)}::uuid[])
          as handed (party_id, outbox_id)
        where outbox.party_id = handed.party_id and outbox.outbox_id = handed.outbox_id`.execute(tx),
  );
