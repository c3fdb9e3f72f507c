import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { open, openVault, readConfig, type Store, systemClock } from "../../packages/platform/src/index.ts";
import { runningUrl } from "../../packages/platform/src/store/embedded/run.ts";

/** As installed: `npm run test:long` builds before it tests. */
const BIN = fileURLToPath(new URL("../../packages/goodfaith/bin/goodfaith.js", import.meta.url));
const READY_MS = 120_000;

/** The real program as a process of its own, with its database, to be killed and started again on the same folder. */
export interface Program {
  readonly address: string;
  /** `kill -9` of the server, or of PostgreSQL's first process; over when nothing runs on the folder any more. */
  kill(victim: Victim): Promise<void>;
  /** A connection of ours to its database, with its keys; valid until the next kill. */
  look<T>(fn: (store: Store) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}
export type Victim = "server" | "postgres";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()));

export const startProgram = async (data: string): Promise<Program> => {
  const port = await freePort();
  const child = spawn(process.execPath, [BIN, "start"], {
    env: {
      PATH: process.env.PATH,
      SAMPLE: "none",
      HOST: "127.0.0.1",
      PORT: String(port),
      GOODFAITH_DATA: data,
      GOODFAITH_LIMIT_API: "1000000",
      GOODFAITH_LIMIT_SIGN_IN: "1000000",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  const address = `http://127.0.0.1:${port}`;
  await ready(child, address, () => said);
  return {
    address,
    kill: async (victim) => {
      if (victim === "server") child.kill("SIGKILL");
      else await killPostgres(data);
      // Without its database the server ends by itself.
      await ended(child);
    },
    look: (fn) => look(data, fn),
    stop: async () => {
      child.kill("SIGTERM");
      await ended(child);
    },
  };
};

const ready = async (child: ChildProcess, address: string, said: () => string): Promise<void> => {
  for (let waited = 0; waited < READY_MS; waited += 50) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it did not start:\n${said()}`);
    const status = await fetch(`${address}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await sleep(50);
  }
  throw new Error(`not ready in ${READY_MS} ms:\n${said()}`);
};

const killPostgres = async (data: string): Promise<void> => {
  const text = await readFile(join(data, "postgres", "postmaster.pid"), "utf8");
  process.kill(Number(text.split("\n")[0]), "SIGKILL");
};

const look = async <T>(data: string, fn: (store: Store) => Promise<T>): Promise<T> => {
  const url = await runningUrl(data, "goodfaith");
  if (!url) throw new Error("no database runs on the folder");
  const store = open(url, { maxConnections: 2 });
  try {
    await openVault(store, readConfig({ GOODFAITH_DATA: data }, data), systemClock);
    return await fn(store);
  } finally {
    await store.close();
  }
};
