import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export const readPostmaster = async (dataDir: string): Promise<Postmaster | undefined> => {
  const text = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
};

/** The command line of a process, or nothing where there is no such process. */
const commandOf = async (pid: number): Promise<string> => {
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (text !== undefined) return text.replaceAll("\0", " ");
  if (process.platform === "linux") return "";
  const found = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => undefined);
  return found?.stdout ?? "";
};

/** True where the process is a PostgreSQL on this very folder, and not another that was given the same number. */
export const isServerOf = async (pid: number, dataDir: string): Promise<boolean> => {
  const command = await commandOf(pid);
  return command.includes("postgres") && command.includes(dataDir);
};

/**
 * Asks a server to end at once but cleanly (fast shutdown), and waits. One that does not is made to quit, and recovers
 * from its log at the next start.
 */
export const endServer = async (pid: number, patience_ms = 20_000): Promise<void> => {
  for (const [signal, wait_ms] of [
    ["SIGINT", patience_ms],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!send(pid, signal)) return;
    for (let waited = 0; waited < wait_ms; waited += 20) {
      await sleep(20);
      if (!send(pid, 0)) return;
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end`);
};

const send = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
};

/**
 * Clears what an earlier run left behind: a server whose program was killed is ended cleanly, and a `postmaster.pid` that
 * names no server of this folder is removed (in a container the number soon belongs to another process).
 * The caller holds the folder's lock, so a server found here belongs to nobody.
 */
export const clearLeftovers = async (dataDir: string): Promise<"nothing" | "server" | "file"> => {
  const found = await readPostmaster(dataDir);
  if (!found) return "nothing";
  if (await isServerOf(found.pid, dataDir)) {
    await endServer(found.pid);
    return "server";
  }
  await rm(join(dataDir, "postmaster.pid"), { force: true });
  return "file";
};
