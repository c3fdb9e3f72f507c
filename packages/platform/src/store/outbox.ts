import type { PartyId } from "../kernel/ids.ts";
import type { Actor, Context } from "./context.ts";
import { markEnqueuing } from "./store.ts";
import "./tables.ts";

/** The institution whose transaction this is. */
export const institutionOf = (actor: Exclude<Actor, { kind: "consumer" }>) => actor.institutionId;

/**
 * Writes down work to be done once this transaction has committed, beside the party's own rows. It runs at least once;
 * what it writes to the database happens once. `task` names a job of a capability's `jobs.ts`.
 * @param options.runAt not before this time; now where left out
 */
export const enqueue = async (
  context: Context,
  partyId: PartyId,
  task: string,
  payload: Record<string, unknown>,
  options: { runAt?: Date } = {},
): Promise<string> => {
  const outboxId = context.newId();
  const now = context.clock.now();
  await context.tx
    .insertInto("outbox")
    .values({
      party_id: partyId,
      outbox_id: outboxId,
      institution_id: institutionOf(context.actor),
      task,
      payload: JSON.stringify(payload),
      run_at: options.runAt ?? now,
      created_at: now,
      relayed_at: null,
      done_at: null,
    })
    .execute();
  markEnqueuing(context.tx);
  return outboxId;
};
