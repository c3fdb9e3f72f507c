import { runJobs, type TestDatabase } from "../../testing/index.ts";
import { claimsJobs } from "../index.ts";

/** For tests: runs what the outbox holds of one of the claims' tasks, once, as the worker would. */
export const runClaimJobs = (database: TestDatabase, task: string): Promise<void> =>
  runJobs(database, claimsJobs, task);

/** For tests: every message is delivered, as the gateway would say. */
export const deliverAll = (database: TestDatabase): Promise<unknown> =>
  database.run(({ tx }) =>
    tx
      .updateTable("message")
      .set({ status: "delivered", finished_at: database.clock.now() })
      .where("status", "=", "queued")
      .execute(),
  );
