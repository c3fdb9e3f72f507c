import { performance } from "node:perf_hooks";
import { Logger, makeWorkerUtils, run, type TaskList } from "graphile-worker";
import pg from "pg";
import { sealAudits } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Store } from "../store/index.ts";
import { inSpan, type Metrics } from "../telemetry/index.ts";
import { keepHouse } from "./housekeeping.ts";
import type { Job } from "./job.ts";
import { perform } from "./perform.ts";
import { type HandOn, relayWaiting } from "./relay.ts";
import { rescueAbandoned } from "./rescue.ts";
import { type Sweep, sweepAll } from "./sweep.ts";

export interface WorkerParts {
  readonly store: Store;
  readonly jobs: readonly Job[];
  /** What every institution is gone through for, at the start and every quarter of an hour. */
  readonly sweeps?: readonly Sweep[];
  readonly clock: Clock;
  readonly newId: () => string;
  /** Told of every failure, without payloads. */
  readonly onError: (message: string, error: unknown) => void;
  /** Told of every piece of work and how long it took. */
  readonly metrics?: Metrics;
  readonly concurrency?: number;
  /** How often waiting rows are looked for besides right after a commit of this process, ms. */
  readonly every_ms?: number;
  /** After how long a busy job is checked for being abandoned, ms. */
  readonly abandonedAfter_ms?: number;
}

export interface Worker {
  /** Hands on what waits now. */
  relay(): Promise<number>;
  /** Finishes the jobs that run, then ends. */
  stop(): Promise<void>;
}

const SWEEPING_MS = 900_000;
const HOUSEKEEPING_MS = 3_600_000;
/** How long a note of the audit may wait to be put into the chain. */
const CHAINING_MS = 2_000;

/** Starts the relay and the workers of this process. Any number of processes may run side by side. */
export const startWorker = async (parts: WorkerParts): Promise<Worker> => {
  const { store, clock, onError } = parts;
  const logger = quiet(onError);
  const pgPool = queuePool(store.owner.url, (parts.concurrency ?? 2) + 3, onError);
  const queue = await makeWorkerUtils({ pgPool, logger });
  await queue.migrate();
  const handOn: HandOn = async (waiting) => {
    await queue.addJobs(
      waiting.map(({ task, runAt, ...ticket }) => ({
        identifier: task,
        payload: ticket,
        runAt,
        jobKey: ticket.outboxId,
      })),
    );
  };
  const relay = alone(() => relayWaiting(store, clock, handOn));
  const chaining = alone(() => sealAudits(store));
  const sweeping = alone(() => sweepAll(parts, parts.sweeps ?? []));
  const rescue = () => rescueAbandoned(store, parts.abandonedAfter_ms ?? 30_000);
  const attempt = (what: string, work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => onError(`${what} failed and will be tried again`, error));
  const timers = [
    setInterval(attempt("relay", relay), parts.every_ms ?? 1_000),
    setInterval(attempt("rescue", rescue), parts.abandonedAfter_ms ?? 30_000),
    setInterval(
      attempt("chaining the audit", () => chaining()),
      CHAINING_MS,
    ),
    setInterval(
      attempt("sweeping", () => sweeping()),
      SWEEPING_MS,
    ),
    setInterval(
      attempt("housekeeping", () => keepHouse(store, clock)),
      HOUSEKEEPING_MS,
    ),
  ];
  attempt("sweeping", () => sweeping())();
  const forget = store.onEnqueued(attempt("relay", relay));
  const runner = await run({
    pgPool,
    taskList: tasksOf(parts),
    concurrency: parts.concurrency ?? 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger,
  });
  return {
    relay,
    stop: async () => {
      forget();
      for (const timer of timers) clearInterval(timer);
      await relay.idle();
      await chaining.idle();
      await sweeping.idle();
      await runner.stop();
      await queue.release();
      await pgPool.end();
    },
  };
};

/**
 * The queue's own connections, with the driver's own types. The listener stays to the end: a connection that the server
 * closes while it is being put away must not end the process.
 */
const queuePool = (url: string, max: number, onError: WorkerParts["onError"]): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max, application_name: "goodfaith-worker" });
  const lost = (error: Error) => onError("the queue lost a connection", error);
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
};

const tasksOf = (parts: WorkerParts): TaskList => {
  const tasks: TaskList = {};
  for (const job of parts.jobs) {
    if (tasks[job.task]) throw new Error(`two jobs are called ${job.task}`);
    tasks[job.task] = async (payload, { job: { attempts } }) => {
      const began = performance.now();
      const seen = (outcome: "done" | "failed") =>
        parts.metrics?.job({ task: job.task, outcome, seconds: (performance.now() - began) / 1000 });
      try {
        await inSpan(`job ${job.task}`, { attempts }, () => perform(parts, job, payload, attempts));
        seen("done");
      } catch (error) {
        seen("failed");
        parts.onError(`job ${job.task} failed at attempt ${attempts}`, error);
        throw error;
      }
    };
  }
  return tasks;
};

/** One at a time: a call while another runs makes one more run after it, and waits for that. */
const alone = (work: () => Promise<number>) => {
  let running: Promise<number> = Promise.resolve(0);
  let next: Promise<number> | undefined;
  const call = (): Promise<number> => {
    next ??= running
      .catch(() => 0)
      .then(() => {
        next = undefined;
        running = work();
        return running;
      });
    return next;
  };
  return Object.assign(call, {
    idle: () =>
      (next ?? running).then(
        () => undefined,
        () => undefined,
      ),
  });
};

/** The queue's own log: errors of its connections are told; a failed job is told above, without its payload. */
const quiet = (onError: WorkerParts["onError"]) =>
  new Logger(() => (level, message, meta) => {
    if (level === "error" && !message.startsWith("Failed task")) onError(`queue: ${message}`, meta?.error);
  });
