import type { Job } from "../jobs/index.ts";
import { PartyId } from "../kernel/ids.ts";
import type { TestDatabase } from "./database.ts";

/** For tests: runs what the outbox holds of one task, once, as the worker would. */
export const runJobs = async (database: TestDatabase, jobs: readonly Job[], task: string): Promise<void> => {
  const found = jobs.find((one) => one.task === task);
  if (!found) throw new Error(`there is no task ${task}`);
  const rows = await database.run(({ tx }) =>
    tx.selectFrom("outbox").selectAll().where("task", "=", task).where("done_at", "is", null).execute(),
  );
  const { institutionId } = database;
  for (const row of rows)
    await database.run((context) =>
      found.run({ ...context, actor: { kind: "system", name: task, institutionId } }, row.payload, {
        outboxId: row.outbox_id,
        partyId: PartyId.parse(row.party_id),
        attempt: 1,
        aside: (fn) => database.run(({ tx }) => fn(tx)),
      }),
    );
};
