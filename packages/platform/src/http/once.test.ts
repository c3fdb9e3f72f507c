import { expect, test } from "vitest";
import { testHttp } from "./server.fixture.ts";

const { as, database, handlers, made, post } = await testHttp();

test("what creates needs a key; a repeat gets the first answer, other content under it is a conflict", async () => {
  const body = { name: "first", kind: "one" };
  expect(await post(body, as("token-of-the-handler"))).toMatchObject({
    status: 400,
    body: { code: "http.idempotency-key" },
  });
  const before = made();
  const key = database.newId();
  const first = await post(body, handlers(key));
  expect(first).toMatchObject({ status: 200, body: { number: before + 1, name: "first" } });
  expect(first.body).not.toHaveProperty("secret");
  const again = await post(body, handlers(key));
  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(made()).toBe(before + 1);
  expect(await post({ ...body, name: "other" }, handlers(key))).toMatchObject({
    status: 409,
    body: { code: "http.idempotency-conflict" },
  });
  const other = { ...as("token-of-elsewhere--"), "idempotency-key": key };
  expect((await post(body, other)).body.number).toBe(before + 2);
  const kept = await database.run(({ tx }) => tx.selectFrom("idempotency").select("answer").execute());
  expect(kept.length).toBeGreaterThan(0);
  for (const { answer } of kept) expect(answer).not.toContain("first");
});

test("two at the same moment under one key: one does the work, both get its answer", async () => {
  const before = made();
  const key = database.newId();
  const answers = await Promise.all([1, 2, 3].map(() => post({ name: "race", kind: "two" }, handlers(key))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  expect(made()).toBe(before + 1);
});

test("a refusal undoes the transaction and leaves no key behind", async () => {
  const key = database.newId();
  expect(await post({ name: "refuse me", kind: "one" }, handlers(key))).toMatchObject({
    status: 409,
    body: { code: "test.no", detail: "不行", detailEn: "No" },
  });
  const row = await database.run(({ tx }) =>
    tx.selectFrom("institution").select("name").executeTakeFirstOrThrow(),
  );
  expect(row.name).not.toContain("refuse me");
  expect((await post({ name: "now good", kind: "one" }, handlers(key))).status).toBe(200);
});
