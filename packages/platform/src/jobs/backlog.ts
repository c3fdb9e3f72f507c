import type { Store } from "../store/index.ts";
import type { Gauge } from "../telemetry/index.ts";

/** What waits: effects not yet done, the oldest of them, and connections in use. */
export const backlogGauges = (store: Store, now: () => Date): readonly Gauge[] => [
  {
    name: "goodfaith_outbox_open",
    help: "Effects written beside their events and not yet done",
    read: async () => (await openWork(store)).count,
  },
  {
    name: "goodfaith_outbox_oldest_seconds",
    help: "How long the oldest effect that is due has waited",
    read: async () => {
      const { oldest } = await openWork(store, now());
      return oldest === null ? 0 : Math.max(0, (now().getTime() - oldest.getTime()) / 1000);
    },
  },
  {
    name: "goodfaith_database_connections_busy",
    help: "Connections of this process that work",
    read: async () => store.owner.pool.totalCount - store.owner.pool.idleCount,
  },
  {
    name: "goodfaith_database_connections_waited_for",
    help: "Transactions of this process that wait for a connection",
    read: async () => store.owner.pool.waitingCount,
  },
];

/** @param due only what should have been done by then */
const openWork = (store: Store, due?: Date) =>
  store.relay((tx) =>
    tx
      .selectFrom("outbox")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("run_at").as("oldest")])
      .where("done_at", "is", null)
      .$if(due !== undefined, (query) => query.where("run_at", "<=", due ?? new Date(0)))
      .executeTakeFirstOrThrow(),
  );
