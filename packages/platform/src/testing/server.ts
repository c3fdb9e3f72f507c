import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import {
  type Cluster,
  clearLeftovers,
  findAccount,
  initialise,
  prepareBinaries,
  start,
} from "../store/embedded/index.ts";
import { migrate, open } from "../store/index.ts";

const PREFIX = "goodfaith-test-";
const TEMPLATE = "goodfaith_template";

/** Durability is of no use to a test. */
const CARELESS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "120" };

interface Running {
  readonly cluster: Cluster;
  readonly folder: string;
}

/** Starts one PostgreSQL for this run and migrates the template that every test file's database is cloned from. */
const startServer = async (): Promise<Running> => {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  await mkdir(folder, { recursive: true });
  const account = await findAccount();
  const { chmod } = await import("node:fs/promises");
  await chmod(folder, 0o711);
  await writeFile(join(folder, "owner"), String(process.pid));
  const programs = await prepareBinaries(account, join(tmpdir(), "goodfaith-programs"), () => undefined);
  const files = { data: join(folder, "data"), password: join(folder, "password"), log: join(folder, "log") };
  await initialise(programs, account, files, false);
  const cluster = await start(programs, account, files, CARELESS);
  await query(cluster.url("postgres"), `create database ${TEMPLATE}`);
  const store = open(cluster.url(TEMPLATE), { maxConnections: 1 });
  try {
    await migrate(store);
  } finally {
    await store.close();
  }
  return { cluster, folder };
};

/** A run that was killed leaves its server behind; the next run ends it. */
const removeAbandoned = async () => {
  const { readFile } = await import("node:fs/promises");
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(join(folder, "owner"), "utf8").catch(() => "0"));
    if (owner === 0 || isAlive(owner)) continue;
    await clearLeftovers(join(folder, "data"));
    await rm(folder, { recursive: true, force: true });
  }
};

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

/** What a test file asks for: a database of its own, or (`migrated: false`) an empty one. */
export interface TestServer {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Answers `POST /migrated` and `POST /empty` with the address of a fresh database, and `DELETE /name` by dropping one.
 * PostgreSQL starts at the first request, so that a run without a database does not pay for one.
 */
export const serveDatabases = async (): Promise<TestServer> => {
  let running: Promise<Running> | undefined;
  const answer = async (method: string, path: string): Promise<string> => {
    running ??= startServer();
    const { cluster } = await running;
    if (method === "DELETE") {
      await query(cluster.url("postgres"), `drop database if exists ${path.slice(1)} with (force)`);
      return "";
    }
    const name = `t_${randomBytes(6).toString("hex")}`;
    const template = path === "/migrated" ? ` template ${TEMPLATE}` : "";
    await query(cluster.url("postgres"), `create database ${name}${template}`);
    return cluster.url(name);
  };
  const server = createServer((request, response) => {
    answer(request.method ?? "", request.url ?? "").then(
      (text) => response.end(text),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? `${error.message}\n${error.stack}` : String(error));
      },
    );
  });
  const address = await listen(server);
  return {
    address,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!running) return;
      const { cluster, folder } = await running;
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const listen = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(`http://127.0.0.1:${address.port}`);
      else reject(new Error("no address"));
    });
  });
