/** Run by the test beside: takes one piece of work and stands still, before its first write or after it, to be killed. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { loadTestKeys, record } from "../access/index.ts";
import { systemClock } from "../kernel/clock.ts";
import { open } from "../store/index.ts";
import { job } from "./job.ts";
import { startWorker } from "./worker.ts";

const [, , url = "", mode = "", partyId = ""] = process.argv;
loadTestKeys();

const standStill = () =>
  new Promise<never>(() => {
    process.stdout.write("standing still\n");
  });

const note = job("note", z.object({ word: z.string() }), async (context, { word }, run) => {
  if (run.partyId !== partyId) throw new Error("another party's work");
  if (mode === "before") await standStill();
  await record(context, { action: "test.note", subject: { kind: "word", id: word }, partyId: run.partyId });
  await standStill();
});

await startWorker({
  store: open(url, { maxConnections: 4 }),
  jobs: [note],
  clock: systemClock,
  newId: randomUUID,
  onError: (message, error) => process.stderr.write(`${message} ${String(error)}\n`),
});
