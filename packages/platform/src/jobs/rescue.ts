import { sql } from "kysely";
import type { Store } from "../store/index.ts";

/**
 * Frees the work of workers that were killed. The queue itself frees it after four hours only; but whoever does a job holds
 * its outbox row, so a job that the queue calls busy while its row is free has nobody working on it.
 * @param after_ms how long a job must have been busy before it is looked at: taking the row comes a moment after taking the job
 * @returns how many were freed
 */
export const rescueAbandoned = async (store: Store, after_ms: number): Promise<number> => {
  const { db } = store.owner;
  const busy = await sql<{ key: string; locked_by: string }>`
    select key, locked_by from graphile_worker.jobs
    where locked_by is not null and key is not null
      and locked_at < now() - make_interval(secs => ${after_ms / 1000})`.execute(db);
  const abandoned: string[] = [];
  for (const { key, locked_by: worker } of busy.rows) if (await isFree(store, key)) abandoned.push(worker);
  if (abandoned.length > 0)
    await sql`select graphile_worker.force_unlock_workers(${abandoned}::text[])`.execute(db);
  return abandoned.length;
};

const isFree = (store: Store, outboxId: string) =>
  store.relay(async (tx) => {
    const row = await tx
      .selectFrom("outbox")
      .select("party_id")
      .where("outbox_id", "=", outboxId)
      .where("done_at", "is", null)
      .executeTakeFirst();
    if (!row) return true;
    const taken = await tx
      .selectFrom("outbox")
      .select("outbox_id")
      .where("party_id", "=", row.party_id)
      .where("outbox_id", "=", outboxId)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return taken !== undefined;
  });
