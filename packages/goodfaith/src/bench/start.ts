import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Benchmark, type Figure, median } from "./figure.ts";
import { withScratchFolder } from "./scratch.ts";

const BIN = fileURLToPath(new URL("../../bin/goodfaith.js", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const ROUNDS = 3;
const PATIENCE_MS = 300_000;

/** From the command to `/readyz` 200, with the small sample: the first time, and again on the same data. */
export const starting: Benchmark = {
  name: "start",
  run: (say) =>
    withScratchFolder(async (folder) => {
      say("first start");
      const first = await startOnce([process.execPath, BIN, "start"], folder);
      const again: number[] = [];
      const whole: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        say(`second start, round ${round + 1} of ${ROUNDS}`);
        again.push((await startOnce([process.execPath, BIN, "start"], folder)).seconds);
        whole.push((await startOnce(["npm", "start"], folder)).seconds);
      }
      const figure = (name: string, value: number, how: string): Figure => ({
        name,
        value: Math.round(value * 10) / 10,
        unit: "s",
        how,
      });
      const middle = `median of ${ROUNDS}`;
      return [
        figure(
          "goodfaith start, first",
          first.seconds,
          "empty folder: database made, migrated, small sample loaded",
        ),
        figure("goodfaith start, second", median(again), `${middle}; the same folder`),
        figure(
          "npm start, second",
          median(whole),
          `${middle}; the build, which finds nothing changed, included`,
        ),
        {
          name: "resident memory when ready",
          value: first.residentMiB,
          unit: "MiB",
          how: "the server's process, after loading the sample",
        },
      ];
    }),
};

const startOnce = async ([program = "", ...args]: readonly string[], folder: string) => {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(program, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      SAMPLE: "small",
      GOODFAITH_DATA: folder,
      DATABASE_URL: "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await ready(port, child);
    const seconds = (performance.now() - from) / 1000;
    return { seconds, residentMiB: await residentMiB(child.pid) };
  } finally {
    await end(child);
  }
};

const ready = async (port: number, child: ChildProcess) => {
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(20);
  }
  throw new Error("not ready in time");
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

/** Where the system tells it (Linux); NaN elsewhere. */
const residentMiB = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
