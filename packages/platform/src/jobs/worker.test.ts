import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { record } from "../access/index.ts";
import { systemClock } from "../kernel/clock.ts";
import { PartyId } from "../kernel/ids.ts";
import { enqueue } from "../store/index.ts";
import { testDatabase } from "../testing/index.ts";
import { type Job, job } from "./job.ts";
import { startWorker, type Worker } from "./worker.ts";

const database = await testDatabase();
const partyId = PartyId.parse(database.newId());
let worker: Worker | undefined;
const errors: string[] = [];

const work = async (jobs: readonly Job[]) => {
  worker = await startWorker({
    store: database.store,
    jobs,
    clock: systemClock,
    newId: database.newId,
    onError: (message) => errors.push(message),
    every_ms: 100,
    abandonedAfter_ms: 500,
  });
  return worker;
};

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

const until = async (holds: () => Promise<boolean>) => {
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`not in time; errors: ${errors.join("; ")}`);
};

/** What `note` below wrote, by word. */
const effects = (word: string) =>
  database.run(({ tx }) =>
    tx
      .selectFrom("audit_entry")
      .select("subject_id")
      .where("party_id", "=", partyId)
      .where("action", "=", "test.note")
      .where("subject_id", "=", word)
      .execute(),
  );
const openRows = () =>
  database.run(({ tx }) => tx.selectFrom("outbox").select("task").where("done_at", "is", null).execute());

const ask = (word: string) => database.run((context) => enqueue(context, partyId, "note", { word }));

let runs = 0;
const note = job("note", z.object({ word: z.string() }), async (context, { word }) => {
  runs += 1;
  await record(context, { action: "test.note", subject: { kind: "word", id: word }, partyId });
});

test("what is enqueued runs after its transaction has committed, and is marked done", async () => {
  await work([note]);
  await ask("plain");
  await until(async () => (await openRows()).length === 0);
  expect(await effects("plain")).toHaveLength(1);
});

test("what a rolled back transaction enqueued never runs", async () => {
  await work([note]);
  await expect(
    database.run(async (context) => {
      await enqueue(context, partyId, "note", { word: "never" });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await ask("after");
  await until(async () => (await effects("after")).length === 1);
  expect(await effects("never")).toHaveLength(0);
});

test("a job that fails leaves nothing behind and is tried again", async () => {
  let tries = 0;
  const flaky = job("note", z.object({ word: z.string() }), async (context, { word }) => {
    tries += 1;
    await record(context, { action: "test.note", subject: { kind: "word", id: word }, partyId });
    if (tries === 1) throw new Error("the first time fails");
  });
  await work([flaky]);
  await ask("flaky");
  await until(async () => (await effects("flaky")).length > 0);
  expect(tries).toBe(2);
  expect(await effects("flaky")).toHaveLength(1);
  expect(errors).toContain("job note failed at attempt 1");
});

test("handed on twice, a piece of work has its effect once", async () => {
  await ask("twice");
  await work([note]);
  await until(async () => (await openRows()).length === 0);
  runs = 0;
  await database.store.relay((tx) => tx.updateTable("outbox").set({ relayed_at: null }).execute());
  await until(async () => {
    const waiting = await database.run(({ tx }) =>
      tx.selectFrom("outbox").select("task").where("relayed_at", "is", null).execute(),
    );
    return waiting.length === 0;
  });
  await ask("last");
  await until(async () => (await effects("last")).length === 1);
  expect(runs).toBe(1);
  expect(await effects("twice")).toHaveLength(1);
});

/** A process of its own that takes one piece of work and then stands still, for us to kill. */
const startChild = (mode: "before" | "within"): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL("./kill.child.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, database.url, mode, partyId], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdout.on("data", (chunk: Buffer) => chunk.toString().includes("standing still") && resolve(child));
    child.once("exit", (code) => reject(new Error(`the child ended early (${code}): ${said}`)));
  });

const kill = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });

test.each(["before", "within"] as const)(
  "kill -9 %s the job's own writing: it runs again, and its effect is there once",
  async (mode) => {
    const word = `killed ${mode}`;
    await ask(word);
    await kill(await startChild(mode));
    expect(await effects(word)).toHaveLength(0);
    expect(await openRows()).toHaveLength(1);
    runs = 0;
    await work([note]);
    await until(async () => (await openRows()).length === 0);
    expect(runs).toBe(1);
    expect(await effects(word)).toHaveLength(1);
  },
);
