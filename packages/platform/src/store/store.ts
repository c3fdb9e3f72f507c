import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely, PostgresDialect, type PostgresPool, sql } from "kysely";
import type pg from "pg";
import type { InstitutionId, PartyId } from "../kernel/ids.ts";
import { inSpan } from "../telemetry/index.ts";
import type { Database, Tables, Tx } from "./context.ts";
import { makePool } from "./pool.ts";

/** Whose rows a transaction sees. Without `partyId`: every party of the institution. */
export interface Scope {
  readonly institutionId: InstitutionId;
  readonly partyId?: PartyId;
}

export interface Store {
  /** Runs `fn` in one transaction that row-level security has bound to `scope`. An error rolls everything back. */
  within<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for reading alone, all of it as of one moment, whatever others do meanwhile. */
  snapshot<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction of signing in: sees `session`, `one_time_code`, `staff`, `party_lookup`; no other party's rows. */
  entry<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction that sees the outbox of every institution and may only mark its rows as handed on. */
  relay<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Every institution here; for work that runs over all of them, one by one. */
  institutions(): Promise<readonly { institutionId: InstitutionId; name: string; sample: boolean }[]>;
  /** Calls `listener` after a transaction that enqueued something has committed. Returns how to stop. */
  onEnqueued(listener: () => void): () => void;
  /** A connection for COPY, bound like `within`. Belongs to `store` and the importers that stream. */
  withConnection<T>(scope: Scope, fn: (client: pg.ClientBase) => Promise<T>): Promise<T>;
  /** Answers whether the database answers. */
  ping(): Promise<boolean>;
  /** The owner's connections: for migrations, the job worker and tests of the walls. Capabilities never use it. */
  readonly owner: { readonly pool: pg.Pool; readonly db: Database; readonly url: string };
  close(): Promise<void>;
}

/** Transactions in which something was enqueued; read once they have committed. */
const enqueuing = new WeakSet<Tx>();
export const markEnqueuing = (tx: Tx): void => {
  enqueuing.add(tx);
};

/** Which connection a transaction runs on: COPY speaks to the connection itself. */
const connections = new WeakMap<Tx, pg.ClientBase>();
export const connectionOf = (tx: Tx): pg.ClientBase => {
  const client = connections.get(tx);
  if (!client) throw new Error("this transaction was not opened by a store, or has ended");
  return client;
};

const taking = new AsyncLocalStorage<{ client?: pg.ClientBase }>();
/** The pool as it is, but that whoever takes a connection within `taking` is told which. */
const telling = (pool: pg.Pool): PostgresPool => ({
  connect: async () => {
    const client = await pool.connect();
    const taker = taking.getStore();
    if (taker) taker.client = client;
    return client;
  },
  end: () => pool.end(),
});

/** Opens a database that exists; `migrate` brings its schema up to date. */
export const open = (url: string, { maxConnections = 10 } = {}): Store => {
  const pool = makePool(url, maxConnections);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: telling(pool) }) });
  const listeners = new Set<() => void>();

  const run = async <T>(
    enter: (tx: Tx) => Promise<unknown>,
    fn: (tx: Tx) => Promise<T>,
    begin = () => db.transaction(),
  ): Promise<T> => {
    let bound: Tx | undefined;
    const taker: { client?: pg.ClientBase } = {};
    const work = () =>
      begin().execute(async (tx) => {
        bound = tx;
        if (taker.client) connections.set(tx, taker.client);
        await enter(tx);
        return fn(tx);
      });
    const result = await inSpan("transaction", {}, () => taking.run(taker, work));
    if (bound && enqueuing.has(bound)) for (const listener of listeners) listener();
    return result;
  };

  const bind =
    ({ institutionId, partyId }: Scope) =>
    (tx: Tx) =>
      sql`select app_enter(${institutionId}::uuid, ${partyId ?? null}::uuid)`.execute(tx);
  return {
    within: (scope, fn) => run(bind(scope), fn),
    snapshot: (scope, fn) =>
      run(bind(scope), fn, () =>
        db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only"),
      ),
    entry: (fn) => run((tx) => sql`set local role goodfaith_entry`.execute(tx), fn),
    relay: (fn) => run((tx) => sql`set local role goodfaith_relay`.execute(tx), fn),
    institutions: () =>
      run(
        (tx) => sql`set local role goodfaith_entry`.execute(tx),
        async (tx) => {
          const rows = await tx.selectFrom("institution").selectAll().orderBy("institution_id").execute();
          return rows.map((row) => ({
            institutionId: row.institution_id as InstitutionId,
            name: row.name,
            sample: row.sample,
          }));
        },
      ),
    onEnqueued: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    withConnection: (scope, fn) => withConnection(pool, scope, fn),
    ping: async () => {
      try {
        await pool.query("select 1");
        return true;
      } catch {
        return false;
      }
    },
    owner: { pool, db, url },
    close: () => db.destroy(),
  };
};

const withConnection = async <T>(
  pool: pg.Pool,
  scope: Scope,
  fn: (client: pg.ClientBase) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    await client.query("select app_enter($1, $2)", [scope.institutionId, scope.partyId ?? null]);
    const result = await fn(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};
