import { expect, test } from "vitest";
import { systemClock } from "../kernel/clock.ts";
import { makeMetrics } from "../telemetry/index.ts";
import { testDatabase } from "../testing/index.ts";
import { makeLogger } from "./logger.ts";
import { createServer } from "./server.ts";

const { store, newId } = await testDatabase();

const serve = async (token?: string) => {
  const server = await createServer({
    store,
    operations: [],
    authenticate: async () => null,
    sealing: { seal: (text) => text, open: (text) => text },
    clock: systemClock,
    newId,
    logger: makeLogger("silent"),
    isReady: () => true,
    metrics: { meter: makeMetrics([]), ...(token === undefined ? {} : { token }) },
  });
  await server.ready();
  return server;
};

test("metrics are for who brings the token; without one there is no such address", async () => {
  const server = await serve("a token of sixteen");
  await server.inject("/healthz?name=王先生");
  const answer = await server.inject({
    url: "/metrics",
    headers: { authorization: "Bearer a token of sixteen" },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toContain("text/plain");
  expect(answer.body).toContain(
    'goodfaith_request_seconds_count{method="GET",route="/healthz",status="200"} 1',
  );
  expect(answer.body).not.toContain("王先生");
  for (const authorization of ["", "Bearer", "Bearer a token of sixteem", "Basic a token of sixteen"])
    expect((await server.inject({ url: "/metrics", headers: { authorization } })).statusCode).toBe(401);
  await server.close();
  const closed = await serve();
  expect((await closed.inject("/metrics")).statusCode).toBe(404);
  await closed.close();
});
