import { expect, test } from "vitest";
import { testServer } from "../testing/index.ts";
import { bind } from "./bind.ts";
import { fetchFile, testHttp } from "./server.fixture.ts";

const { as, client, database, reader } = await testHttp();

test("a refusal carries its facts; what nobody foresaw tells a number and nothing else", async () => {
  const headers = as("token-of-the-handler");
  expect(await client.call("GET", "/broken?how=refused", { headers })).toMatchObject({
    status: 409,
    body: { type: "urn:goodfaith:problem:test.changed", facts: { version: 3 }, detailEn: "It has changed" },
  });
  for (const how of ["unexpected", "output"]) {
    const answer = await client.call("GET", `/broken?how=${how}`, { headers });
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({
      code: "http.unexpected",
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(answer.text).not.toMatch(/张三|stack|\.ts/);
  }
});

test("an unknown address is a problem too, and the description names every operation", async () => {
  expect(await client.call("GET", "/nothing?q=13800000000")).toMatchObject({
    status: 404,
    body: { code: "http.no-such-path", facts: { path: "/api/v1/nothing" } },
  });
  const { body } = await client.call("GET", "/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths as object)).toEqual([
    "/things/{thingId}",
    "/broken",
    "/consumer/mine",
    "/files",
    "/file.csv",
  ]);
  expect((await client.server.inject("/healthz")).statusCode).toBe(200);
  expect((await client.server.inject("/readyz")).statusCode).toBe(200);
  expect((await client.server.inject("/api/docs/")).body).toContain("swagger-ui");
});

test("too many requests from one address are told when to come again", async () => {
  const few = await testServer(
    database,
    [bind(fetchFile, async () => ({ filename: "x", mediaType: "text/plain", content: "x" }))],
    async () => reader,
    { api: 3, signIn: 3 },
  );
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1)
    statuses.push((await few.call("GET", "/file.csv", { headers: as("token-of-the-reader-") })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const answer = await few.call("GET", "/file.csv", { headers: as("token-of-the-reader-") });
  expect(answer.body).toMatchObject({
    code: "http.too-many",
    facts: { retryAfterSeconds: expect.any(Number) },
  });
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
});
