import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "../kernel/clock.ts";
import { operation } from "../kernel/operation.ts";
import { testDatabase, testServer, testStaff } from "../testing/index.ts";
import { bind } from "./bind.ts";

const database = { ...(await testDatabase()), clock: { ...systemClock, set: () => undefined } };
const staff = await testStaff(database);
const wait = operation({
  id: "test.wait",
  method: "GET",
  path: "/wait",
  who: { signedIn: true },
  summary: { zh: "试", en: "test" },
  output: z.object({ before: z.string(), after: z.string() }),
});
const client = await testServer(
  database,
  [
    bind(wait, async ({ clock }) => {
      const before = clock.now().toISOString();
      await sleep(5);
      return { before, after: clock.now().toISOString() };
    }),
  ],
  async () => staff,
);

/** An event once lay in the second after the one that its row said: the case's page and its events disagreed. */
test("within one operation time stands; the next has another", async () => {
  const call = async () => {
    const answer = await client.call("GET", "/wait", {
      headers: { authorization: "Bearer token-of-the-handler" },
    });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const first = await call();
  expect(first.after).toBe(first.before);
  expect((await call()).before).not.toBe(first.before);
});
