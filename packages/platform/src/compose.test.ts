import { expect, test } from "vitest";
import { compose } from "./compose.ts";
import * as contract from "./contract.ts";
import { openapi } from "./http/openapi.ts";
import type { Operation } from "./kernel/operation.ts";
import type { ConsumerActor, StaffActor } from "./store/index.ts";
import { leastAddress, leastBody, testDatabase, testServer, testStaff } from "./testing/index.ts";

const database = await testDatabase();
const platform = compose({ store: database.store, clock: database.clock });
const all = await testStaff(database);
const none = await testStaff(database, { permissions: [] });
const consumer: ConsumerActor = { kind: "consumer", name: "无关的人（示例）", grants: [] };
const people: Record<string, StaffActor | ConsumerActor> = {
  "token-of-one-who-may-all": all,
  "token-of-one-who-may-none": none,
  "token-of-a-consumer-----": consumer,
};
const client = await testServer(database, platform.operations, async (token) => people[token] ?? null);

const declared = Object.values(contract).filter(
  (value): value is Operation => typeof value === "object" && "method" in value && "path" in value,
);
const operations = platform.operations.map(({ operation }) => operation);

const call = (operation: Operation, token?: string, payload?: object) =>
  client.call(operation.method, leastAddress(operation), {
    headers: {
      "idempotency-key": database.newId(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(payload === undefined ? {} : { payload: payload as never }),
  });

test("every operation that a contract declares is served, once", () => {
  const ids = operations.map(({ id }) => id);
  expect([...ids].sort()).toEqual(declared.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(ids.length);
  const jobs = platform.jobs.map(({ task }) => task);
  expect(new Set(jobs).size).toBe(jobs.length);
});

const guarded = operations
  .filter(({ who }) => !("anyone" in who))
  .map((operation) => [operation.id, operation] as const);

test.each(guarded)("%s: nobody is 401; who may not is 403", async (_id, operation) => {
  expect((await call(operation)).status).toBe(401);
  expect((await call(operation, "unknown-token-of-someone")).status).toBe(401);
  const wrong = "consumer" in operation.who ? "token-of-one-who-may-all" : "token-of-a-consumer-----";
  expect((await call(operation, wrong)).status).toBe(403);
  if ("staff" in operation.who) expect((await call(operation, "token-of-one-who-may-none")).status).toBe(403);
});

const ofOneThing = operations
  .filter(({ path, who }) => /:\w+Id\b/.test(path) && !("anyone" in who))
  .map((operation) => [operation.id, operation] as const);

test.each(ofOneThing)("%s: what is not there, or another institution's, is 404", async (_id, operation) => {
  const token = "consumer" in operation.who ? "token-of-a-consumer-----" : "token-of-one-who-may-all";
  const answer = await call(operation, token, leastBody(operation));
  expect({ status: answer.status, fields: answer.body.fields }).toEqual({ status: 404, fields: undefined });
  expect(String(answer.body.detail)).toMatch(/\p{Script=Han}/u);
  expect(String(answer.body.detailEn)).toMatch(/[a-z]/);
});

test("the description is OpenAPI 3.1 with every operation, its errors, and the key where it creates", () => {
  const document = openapi(operations, "1.0.0") as {
    paths: Record<
      string,
      Record<string, { operationId: string; parameters: { name: string }[]; responses: object }>
    >;
  };
  const described = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(
    operations.map(({ id }) => id).sort(),
  );
  for (const operation of operations.filter(({ creates }) => creates))
    expect(
      described.find(({ operationId }) => operationId === operation.id)?.parameters.map(({ name }) => name),
    ).toContain("Idempotency-Key");
});
