import { PartyId } from "../../kernel/ids.ts";
import type { TestDatabase } from "../../testing/index.ts";
import { claimsJobs } from "../index.ts";

/** For tests: runs what the outbox holds of one task, once, as the worker would. */
export const runClaimJobs = async (database: TestDatabase, task: string): Promise<void> => {
  const rows = await database.run(({ tx }) =>
    tx.selectFrom("outbox").selectAll().where("task", "=", task).where("done_at", "is", null).execute(),
  );
  const found = claimsJobs.find((one) => one.task === task);
  if (!found) throw new Error(`claims has no task ${task}`);
  const system = { kind: "system" as const, name: "relay", institutionId: database.institutionId };
  for (const row of rows)
    await database.run((context) =>
      found.run({ ...context, actor: system }, row.payload, {
        outboxId: row.outbox_id,
        partyId: PartyId.parse(row.party_id),
        attempt: 1,
        aside: (fn) => database.run(({ tx }) => fn(tx)),
      }),
    );
};

/** For tests: every message is delivered, as the gateway would say. */
export const deliverAll = (database: TestDatabase): Promise<unknown> =>
  database.run(({ tx }) =>
    tx
      .updateTable("message")
      .set({ status: "delivered", finished_at: database.clock.now() })
      .where("status", "=", "queued")
      .execute(),
  );
