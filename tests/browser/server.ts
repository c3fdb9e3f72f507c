import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer as createFront, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  compose,
  createServer,
  makeLogger,
  startWorker,
  systemClock,
  vault,
} from "../../packages/platform/src/index.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";
import { type Loaded, loadSample } from "../../packages/sample-city/src/index.ts";

const WEB = fileURLToPath(new URL("../../packages/web/dist", import.meta.url));

export interface Site {
  readonly address: string;
  readonly sample: Loaded;
  /** Every line the server has logged, at its most talkative. */
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

const listen = (front: Server): Promise<number> =>
  new Promise((resolve) => {
    front.listen(0, "127.0.0.1", () => resolve((front.address() as AddressInfo).port));
  });

/** The pages as they are now: a build that happens meanwhile does not pull them from under a test. */
const copyPages = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "goodfaith-pages-"));
  await cp(WEB, folder, { recursive: true });
  return folder;
};

/** The product with the small sample on a database of this test's own: pages, API and worker, at an address. */
export const startSite = async (): Promise<Site> => {
  const { store } = await testDatabase();
  const sample = await loadSample(store, { size: "small" });
  const clock = systemClock;
  const platform = compose({ store, clock });
  const webRoot = await copyPages();
  const log: string[] = [];
  const logger = makeLogger("debug", { write: (line) => void log.push(line) });
  const server = await createServer({
    store,
    operations: platform.operations,
    authenticate: platform.authenticate,
    sealing: vault,
    clock,
    newId: randomUUID,
    logger,
    isReady: () => true,
    limits: { api: 100_000, signIn: 1_000 },
    webRoot,
  });
  await server.ready();
  const worker = await startWorker({
    store,
    jobs: platform.jobs,
    sweeps: platform.sweeps,
    clock,
    newId: randomUUID,
    onError: (message, error) => {
      logger.error({ reason: String(error) }, message);
      console.error(message, error);
    },
  });
  const front = createFront((request, response) => server.routing(request, response));
  const port = await listen(front);
  return {
    address: `http://127.0.0.1:${port}`,
    sample,
    log,
    stop: async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await worker.stop();
      await server.close();
      await rm(webRoot, { recursive: true, force: true });
    },
  };
};
