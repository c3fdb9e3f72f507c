import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeFolder } from "../make-folder.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { endServer, readPostmaster } from "./postmaster.ts";

/** Where a server keeps its things. All are files of this program; `data` alone belongs to the account it runs as. */
export interface ClusterFiles {
  readonly data: string;
  readonly password: string;
  readonly log: string;
}

export interface Cluster {
  /** A connection string for a database of this server. */
  url(database: string): string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server ends by itself, with the last lines of its log. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export class ClusterError extends Error {}

export const OWNER = "goodfaith";

/** Makes the server's files where there are none. The locale is said outright: what the machine has set must not matter. */
export const initialise = async (
  programs: Binaries,
  account: Account,
  files: ClusterFiles,
  sync = true,
): Promise<void> => {
  if (await stat(join(files.data, "PG_VERSION")).catch(() => undefined)) return;
  // An earlier try that was cut short leaves a folder without PG_VERSION's siblings; initdb wants it empty.
  await rm(files.data, { recursive: true, force: true });
  await makeFolder(files.data, 0o700);
  const password = randomBytes(24).toString("base64url");
  const forInitdb = join(dirname(files.data), `.initdb-${randomBytes(6).toString("hex")}`);
  await writeFile(forInitdb, password, { mode: 0o600 });
  if (account.other) {
    await chown(files.data, account.uid, account.gid);
    await chown(forInitdb, account.uid, account.gid);
  }
  try {
    await run(
      programs.initdb,
      [
        `--pgdata=${files.data}`,
        `--username=${OWNER}`,
        `--pwfile=${forInitdb}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--data-checksums",
        ...(sync ? [] : ["--no-sync"]),
      ],
      account,
    );
  } catch (error) {
    await rm(files.data, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(forInitdb, { force: true });
  }
  await writeFile(files.password, password, { mode: 0o600 });
};

const settings = (port: number, extra: Readonly<Record<string, string>>) =>
  Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "60",
    shared_buffers: "128MB",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    // Statements carry people's data; the log does not.
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    ...extra,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** Starts the server on a free port of the loopback and waits until it takes connections. */
export const start = async (
  programs: Binaries,
  account: Account,
  files: ClusterFiles,
  extra: Readonly<Record<string, string>> = {},
): Promise<Cluster> => {
  await ownData(account, files.data);
  const password = (await readFile(files.password, "utf8")).trim();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = await launch(programs, account, files, settings(port, extra));
    const outcome = await ready(child, files.data);
    if (outcome === "ready" && child.pid !== undefined)
      return clusterOf(child, child.pid, port, password, files);
    const log = await lastLines(files.log);
    // Another program took the port in between: try the next one.
    if (attempt < 5 && /could not (bind|create any TCP)/.test(log)) continue;
    throw new ClusterError(`PostgreSQL did not start (${outcome}). Its log ends with:\n${log}`);
  }
};

export const urlOf = (port: number, password: string, database: string): string =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

const clusterOf = (
  child: ChildProcess,
  pid: number,
  port: number,
  password: string,
  files: ClusterFiles,
): Cluster => {
  const ended = new Promise<string>((resolve) => {
    child.once("exit", () => void lastLines(files.log).then(resolve));
  });
  return {
    port,
    pid,
    ended,
    url: (database) => urlOf(port, password, database),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await endServer(pid);
      await ended;
    },
  };
};

/** A checkout that was moved from one account to another (first as oneself, then as root) keeps working. */
const ownData = async (account: Account, data: string) => {
  if (!account.other) return;
  const { uid } = await stat(data);
  if (uid === account.uid) return;
  await run("chown", ["-R", `${account.uid}:${account.gid}`, data]);
  await chmod(data, 0o700);
};

const launch = async (programs: Binaries, account: Account, files: ClusterFiles, flags: string[]) => {
  const log = await open(files.log, "w", 0o600);
  try {
    // In a group of its own, so that Ctrl-C reaches us first and the server ends last.
    const child = spawn(programs.postgres, ["-D", files.data, ...flags], {
      detached: true,
      cwd: files.data.startsWith("/") && !account.other ? files.data : "/",
      stdio: ["ignore", log.fd, log.fd],
      env: { PATH: process.env.PATH ?? "", TZ: "UTC", LC_ALL: "C" },
      ...(account.other ? { uid: account.uid, gid: account.gid } : {}),
    });
    child.unref();
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", (error) => reject(new ClusterError(`PostgreSQL cannot run: ${error.message}`)));
    });
    return child;
  } finally {
    await log.close();
  }
};

const ready = async (
  child: ChildProcess,
  data: string,
): Promise<"ready" | "it ended" | "not ready in time"> => {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (child.exitCode !== null || child.signalCode !== null) return "it ended";
    const found = await readPostmaster(data);
    if (found?.ready && found.pid === child.pid) return "ready";
    await sleep(20);
  }
  child.kill("SIGQUIT");
  return "not ready in time";
};

const lastLines = async (path: string) =>
  (await readFile(path, "utf8").catch(() => "")).trimEnd().split("\n").slice(-12).join("\n");

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });

const run = (program: string, args: readonly string[], account?: Account): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env.PATH ?? "", TZ: "UTC", LC_ALL: "C" },
      ...(account?.other ? { uid: account.uid, gid: account.gid } : {}),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString("utf8");
      });
    child.once("error", (error) => reject(new ClusterError(`${program} cannot run: ${error.message}`)));
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new ClusterError(`${program} failed (${code}):\n${said.trimEnd()}`)),
    );
  });
