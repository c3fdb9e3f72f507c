import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import {
  backlogGauges,
  type Config,
  compose,
  createServer,
  makeLogger,
  makeMetrics,
  migrate,
  type OpenDatabase,
  openVault,
  startTracing,
  startWorker,
  systemClock,
  vault,
  verifyEditions,
} from "@goodfaith/platform";
import type { Ending } from "./ending.ts";

export interface Prepared {
  /** The migrations that were applied now. */
  readonly applied: readonly string[];
  /** Learns of keys that were added since. */
  readonly readKeysAgain: () => Promise<void>;
}

/** Brings the database's schema up to date and opens its keys. */
export const prepareDatabase = async (database: OpenDatabase, config: Config): Promise<Prepared> => {
  const applied = await migrate(database.store);
  const readKeysAgain = await openVault(database.store, config, systemClock);
  await verifyTerms(database);
  return { applied, readKeysAgain };
};

/** An edition that a decision has used is as it was, or the platform does not start. */
const verifyTerms = async ({ store }: OpenDatabase): Promise<void> => {
  const [any] = await store.institutions();
  if (any) await store.within({ institutionId: any.institutionId }, (tx) => verifyEditions({ tx }));
};

/** A new key seals five minutes after it was made: by then every process has read it. */
const KEYS_MS = 60_000;

/** The server's answer to requests, and its worker, over a database that is ready. Not yet ready until told so. */
export const startPlatform = async (
  { store }: OpenDatabase,
  config: Config,
  {
    webRoot,
    readKeysAgain,
  }: { readonly webRoot: string | undefined; readonly readKeysAgain: () => Promise<void> },
  ending: Ending,
): Promise<{ handler: RequestListener; setReady: () => void }> => {
  const logger = makeLogger(config.logLevel);
  const clock = systemClock;
  const platform = compose({ store, clock });
  const meter = makeMetrics(backlogGauges(store, clock.now));
  if (config.tracesTo !== undefined) ending.add(await startTracing(config.tracesTo));
  let ready = false;
  const server = await createServer({
    store,
    operations: platform.operations,
    authenticate: platform.authenticate,
    sealing: vault,
    clock,
    newId: randomUUID,
    logger,
    metrics: { meter, ...(config.metricsToken === undefined ? {} : { token: config.metricsToken }) },
    isReady: () => ready && !ending.begun,
    trustProxy: config.trustProxy,
    limits: config.limits,
    ...(webRoot === undefined ? {} : { webRoot }),
    ...(config.publicOrigin === undefined ? {} : { publicOrigin: config.publicOrigin }),
  });
  ending.add(() => server.close());
  await server.ready();
  const keys = setInterval(() => {
    readKeysAgain().catch((error: unknown) =>
      logger.error(
        { reason: error instanceof Error ? error.name : typeof error },
        "the keys could not be read",
      ),
    );
  }, KEYS_MS);
  ending.add(async () => clearInterval(keys));
  const worker = await startWorker({
    store,
    jobs: platform.jobs,
    metrics: meter,
    sweeps: platform.sweeps,
    clock,
    newId: randomUUID,
    onError: (message, error) => {
      // A worker that is told to end loses its connections; that is no news.
      if (!ending.begun)
        logger.error({ reason: error instanceof Error ? error.message : typeof error }, message);
    },
  });
  ending.add(() => worker.stop());
  return {
    handler: (request, response) => server.routing(request, response),
    setReady: () => {
      ready = true;
    },
  };
};
