import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

/** As installed: `npm test` builds before it tests. */
const BIN = fileURLToPath(new URL("../../bin/goodfaith.js", import.meta.url));

let folder = "";
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "goodfaith-start-"));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await over(child);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The real program as a process of its own, without the sample. */
const goodfaith = (args: readonly string[], env: Record<string, string> = {}, input = "") => {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: {
      PATH: process.env.PATH,
      SAMPLE: "none",
      HOST: "127.0.0.1",
      GOODFAITH_DATA: join(folder, "data"),
      ...env,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.stdin.end(input);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said.text += chunk.toString("utf8");
    });
  return { child, said };
};

/** The process that `postmaster.pid` names; nothing where no server runs on the folder. */
const serverOn = async (data: string): Promise<number | undefined> => {
  const text = await readFile(join(data, "postgres", "postmaster.pid"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number(text.split("\n")[0]);
};
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
const over = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once("exit", resolve));

const start = async (env: Record<string, string> = {}) => {
  const port = await freePort();
  const started = goodfaith(["start"], { PORT: String(port), ...env });
  const address = `http://127.0.0.1:${port}`;
  const seen: number[] = [];
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (started.child.exitCode !== null) throw new Error(started.said.text);
    const status = await fetch(`${address}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status !== seen.at(-1)) seen.push(status);
    if (status === 200) return { ...started, port, address, seen };
    await sleep(50);
  }
  throw new Error(`not ready in time: ${started.said.text}`);
};

test("starts from nothing, says so only when ready, refuses a second, and ends whole on SIGTERM", {
  timeout: 90_000,
}, async () => {
  const { child, said, port, address, seen } = await start();
  expect(seen).toEqual([0, 503, 200]);
  expect(said.text).toContain(`${address}/my`);
  expect(await (await fetch(`${address}/api/v1/session`)).json()).toEqual({ kind: "nobody" });
  const server = await serverOn(join(folder, "data"));
  expect(server).toBeGreaterThan(0);

  const samePort = goodfaith(["start"], { PORT: String(port), GOODFAITH_DATA: join(folder, "other") });
  expect(await over(samePort.child)).toBe(1);
  expect(samePort.said.text).toContain(`Port ${port} is taken`);
  expect(await readdir(folder)).toEqual(["data"]);

  const sameFolder = goodfaith(["start"], { PORT: String(await freePort()) });
  expect(await over(sameFolder.child)).toBe(1);
  expect(sameFolder.said.text).toContain("is using this data folder");
  expect(sameFolder.said.text).not.toContain("    at ");

  child.kill("SIGTERM");
  expect(await over(child)).toBe(0);
  expect(() => process.kill(server ?? 0, 0)).toThrow();
  expect(await readdir(join(folder, "data"))).not.toContain("running.json");
  expect(await readFile(join(folder, "data", "postgres.log"), "utf8")).toContain(
    "database system is shut down",
  );
});

test("after kill -9 it starts again on the same data; people added beside it sign in", {
  timeout: 90_000,
}, async () => {
  const first = await start();
  const add = ["staff", "--institution", "新机构", "--new-institution", "--login", "one", "--name", "某人"];
  const added = goodfaith([...add, "--role", "administrator"], {}, "a long password");
  expect({ code: await over(added.child), said: added.said.text }).toMatchObject({ code: 0 });
  first.child.kill("SIGKILL");
  await over(first.child);
  const { address, said } = await start();
  expect(said.text).toContain("has been ended cleanly");
  const answer = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: "ONE", password: "a long password" }),
  });
  expect(await answer.json()).toMatchObject({
    kind: "staff",
    institution: { name: "新机构", sample: false },
  });
});

test("beside the running platform, verify finds all as it was noted; a head that is not of this chain is 1", {
  timeout: 90_000,
}, async () => {
  await start();
  let audit = { links: "0", head: "", differs: ["not verified yet"] };
  // The chain takes up what was noted every two seconds.
  for (let tries = 0; tries < 20 && audit.links === "0"; tries += 1) {
    const verified = goodfaith(["verify", "--json"]);
    expect(await over(verified.child)).toBe(0);
    [{ audit }] = JSON.parse(verified.said.text) as [{ audit: typeof audit }];
  }
  expect(audit).toMatchObject({ links: expect.stringMatching(/^[1-9]/), differs: [] });
  const kept = goodfaith(["verify", "--institution", "新机构", "--head", audit.head]);
  expect({ code: await over(kept.child), said: kept.said.text }).toMatchObject({
    code: 0,
    said: expect.stringContaining("相符 · all agrees"),
  });
  const other = goodfaith(["verify", "--institution", "新机构", "--head", `1:${"0".repeat(64)}`]);
  expect(await over(other.child)).toBe(1);
  expect(other.said.text).toContain("link 1: it is not the one that was kept");
  const wrong = goodfaith(["verify", "--head", audit.head]);
  expect(await over(wrong.child)).toBe(2);
});

test("an end that is asked for while it starts is clean too", async () => {
  const { child, said } = goodfaith(["start"], {
    PORT: String(await freePort()),
    GOODFAITH_DATA: join(folder, "early"),
  });
  for (let waited = 0; waited < 30_000; waited += 20) {
    if ((await readdir(join(folder, "early")).catch(() => [])).includes("postgres")) break;
    await sleep(20);
  }
  child.kill("SIGINT");
  expect({ code: await over(child), said: said.text }).toMatchObject({ code: 0 });
  expect(said.text).not.toContain("    at ");
  expect(await serverOn(join(folder, "early"))).toBeUndefined();
});

test("an environment that is not right is 2, every setting named", async () => {
  const { child, said } = goodfaith(["start"], { PORT: "many", SAMPLE: "big" });
  expect(await over(child)).toBe(2);
  expect(said.text).toMatch(/PORT: .*\nSAMPLE: /);
});
