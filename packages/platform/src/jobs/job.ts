import type { z } from "zod";
import type { PartyId } from "../kernel/ids.ts";
import type { Context, SystemActor, Tx } from "../store/index.ts";

/** Which piece of work this is; `attempt` counts from 1. */
export interface JobRun {
  readonly outboxId: string;
  readonly partyId: PartyId;
  readonly attempt: number;
  /**
   * Runs `fn` in a transaction of its own, committed at once: for what others must see while the work is under way. It must
   * not touch a row that the work itself has written.
   */
  aside<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Work that an outbox row asks for. Capabilities export theirs as `xxxJobs: Job[]` from `jobs.ts`. */
export interface Job {
  readonly task: string;
  readonly run: (context: Context<SystemActor>, payload: unknown, run: JobRun) => Promise<void>;
}

/**
 * Declares a job. `run` is inside one transaction at the row's institution, the same that marks the row done: what it writes
 * happens once, even where the job runs twice. What it does outside the database must be safe to repeat (use `outboxId` as
 * the key). Throwing rolls back and tries again later, up to 25 times over some days.
 * @param shape what the payload must be
 */
export const job = <Shape extends z.ZodType>(
  task: string,
  shape: Shape,
  run: (context: Context<SystemActor>, payload: z.output<Shape>, run: JobRun) => Promise<void>,
): Job => ({ task, run: (context, payload, which) => run(context, shape.parse(payload), which) });
