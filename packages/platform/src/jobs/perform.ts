import { z } from "zod";
import { type Clock, standing } from "../kernel/clock.ts";
import { InstitutionId, PartyId } from "../kernel/ids.ts";
import type { Store } from "../store/index.ts";
import type { Job, JobRun } from "./job.ts";

export const TicketShape = z.object({ institutionId: InstitutionId, partyId: PartyId, outboxId: z.uuid() });

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Does one piece of work: in one transaction takes the row (another run of the same waits), does the job, marks the row done.
 * A row already done is left alone, so that what a job writes is written once, however often it runs.
 */
export const perform = async (
  parts: Parts,
  job: Job,
  payload: unknown,
  attempt: number,
): Promise<"done" | "was done"> => {
  const { institutionId, partyId, outboxId } = TicketShape.parse(payload);
  return parts.store.within({ institutionId }, async (tx) => {
    const row = await tx
      .selectFrom("outbox")
      .select("payload")
      .where("party_id", "=", partyId)
      .where("outbox_id", "=", outboxId)
      .where("done_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return "was done";
    const actor = { kind: "system", name: job.task, institutionId } as const;
    const { newId } = parts;
    const clock = standing(parts.clock);
    const aside: JobRun["aside"] = (fn) => parts.store.within({ institutionId }, fn);
    await job.run({ tx, actor, clock, newId }, row.payload, { outboxId, partyId, attempt, aside });
    await tx
      .updateTable("outbox")
      .set({ done_at: parts.clock.now() })
      .where("party_id", "=", partyId)
      .where("outbox_id", "=", outboxId)
      .execute();
    return "done";
  });
};
