import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { ConsumerActor, StaffActor } from "../store/index.ts";
import { testDatabase, testServer, testStaff } from "../testing/index.ts";
import { bind, bindConsumer } from "./bind.ts";

const database = await testDatabase();
const handler = await testStaff(database);
const reader = await testStaff(database, { permissions: ["claims.read"] });
const elsewhere = await testStaff(database, { institutionId: database.otherInstitutionId });
const consumer: ConsumerActor = { kind: "consumer", name: "王太太（示例）", grants: [] };
const people: Record<string, StaffActor | ConsumerActor> = {
  "token-of-the-handler": handler,
  "token-of-the-reader-": reader,
  "token-of-elsewhere--": elsewhere,
  "token-of-the-consumer": consumer,
};
const as = (token: string) => ({ authorization: `Bearer ${token}` });
const summary = { zh: "试", en: "test" };

let made = 0;
const make = operation({
  id: "test.make",
  method: "POST",
  path: "/things/:thingId",
  who: { staff: "claims.handle" },
  creates: true,
  summary,
  params: z.object({ thingId: z.uuid() }),
  query: z.object({ times: z.coerce.number().int().min(1).max(3).default(1) }),
  body: z.object({
    name: z.string().trim().min(2),
    kind: z.enum(["one", "two"]),
    phone: z
      .string()
      .regex(/^1\d{10}$/, "手机号应为 11 位数字 · a phone number has 11 digits")
      .optional(),
  }),
  output: z.object({ number: z.number(), name: z.string() }),
});
const break_ = operation({
  id: "test.break",
  method: "GET",
  path: "/broken",
  who: { signedIn: true },
  summary,
  query: z.object({ how: z.enum(["refused", "unexpected", "output"]) }),
  output: z.object({ n: z.number() }),
});
const mine = operation({
  id: "test.mine",
  method: "GET",
  path: "/consumer/mine",
  who: { consumer: true },
  summary,
  output: z.object({ name: z.string() }),
});
const MAX_BYTES = 1024 * 1024;
const upload = operation({
  id: "test.upload",
  method: "POST",
  path: "/files",
  who: { staff: "claims.handle" },
  summary,
  body: z.object({ note: z.string().min(1) }),
  file: { maxBytes: MAX_BYTES },
  output: z.object({ bytes: z.number(), filename: z.string(), note: z.string() }),
});
const fetchFile = operation({
  id: "test.download",
  method: "GET",
  path: "/file.csv",
  who: { staff: "claims.read" },
  summary,
  output: "download",
});

const client = await testServer(
  database,
  [
    bind(make, async ({ tx, actor }, { body }) => {
      made += 1;
      const number = made;
      await sleep(20);
      await tx
        .updateTable("institution")
        .set({ name: `${body.name} ${number}` })
        .where("institution_id", "=", actor.institutionId)
        .execute();
      if (body.name === "refuse me")
        throw new Refused(refuse("conflict", "test.no", { zh: "不行", en: "No" }));
      return { number, name: body.name, secret: "not in the contract" };
    }),
    bind(break_, async (_context, { query }) => {
      if (query.how === "refused")
        throw new Refused(
          refuse("conflict", "test.changed", { zh: "已变更", en: "It has changed" }, { version: 3 }),
        );
      if (query.how === "unexpected") throw new Error("password of 张三 is 123456");
      return { n: Number.NaN };
    }),
    bindConsumer(mine, async ({ actor }) => ({ name: actor.name })),
    bind(upload, async (_context, { body, file }) => ({
      bytes: file?.content.byteLength ?? -1,
      filename: file?.filename ?? "",
      note: body.note,
    })),
    bind(fetchFile, async () => ({
      filename: "名单 2024.csv",
      mediaType: "text/csv; charset=utf-8",
      content: new TextEncoder().encode("姓名\n"),
    })),
  ],
  async (token) => people[token] ?? null,
);

const thing = `/things/${database.newId()}`;
const handlers = (key = database.newId()) => ({ ...as("token-of-the-handler"), "idempotency-key": key });
const post = (payload: object, headers: Record<string, string> = handlers(), path = thing) =>
  client.call("POST", path, { payload, headers });

test("nobody is 401, staff without the permission and the wrong kind of person are 403", async () => {
  expect(await client.call("GET", "/broken?how=refused")).toMatchObject({
    status: 401,
    body: { code: "access.sign-in-first" },
  });
  expect(await post({}, as("token-of-the-reader-"))).toMatchObject({
    status: 403,
    body: { code: "access.not-allowed", facts: { permission: "claims.handle" } },
  });
  expect((await post({}, as("token-of-the-consumer"))).status).toBe(403);
  expect((await client.call("GET", "/consumer/mine", { headers: handlers() })).status).toBe(403);
  const own = await client.call("GET", "/consumer/mine", { headers: as("token-of-the-consumer") });
  expect(own).toMatchObject({ status: 200, body: { name: "王太太（示例）" } });
});

test("every field that is not right is named, with what would be, in both languages", async () => {
  const answer = await post({ name: "x", kind: "three", phone: "12" }, handlers(), "/things/12?times=7");
  expect(answer.status).toBe(400);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.body).toMatchObject({
    status: 400,
    code: "http.invalid-input",
    title: "内容有误",
    titleEn: "Not right",
    fields: [
      { in: "params", field: "thingId", zh: "应为编号（UUID）", en: "should be a UUID" },
      { in: "query", field: "times", zh: "不大于 3", en: "at most 3" },
      { in: "body", field: "name", zh: "至少 2 个字", en: "at least 2 characters" },
      { in: "body", field: "kind", zh: "应为以下之一：one, two", en: "should be one of: one, two" },
      { in: "body", field: "phone", zh: "手机号应为 11 位数字", en: "a phone number has 11 digits" },
    ],
  });
  const none = await client.call("POST", thing, { headers: handlers() });
  expect(none.body).toMatchObject({ status: 400, fields: [{ in: "body", zh: "必填", en: "is required" }] });
  const text = await client.call("POST", thing, {
    headers: { ...handlers(), "content-type": "application/json" },
    payload: "{not json",
  });
  expect(text).toMatchObject({ status: 400, body: { code: "http.not-json" } });
});

test("text that nothing can keep is refused where it comes in, by field", async () => {
  const codes = async (payload: object, path = thing) => {
    const { status, body } = await post(payload, handlers(), path);
    const fields = body.fields as { in: string; field: string; zh: string; en: string }[];
    return { status, fields: fields.map((field) => `${field.in} ${field.field}`) };
  };
  for (const name of ["a\u0000b", "a\ud800b", "a\u001bb"])
    expect(await codes({ name, kind: "one" })).toEqual({ status: 400, fields: ["body name"] });
  expect(await codes({ name: "ab", kind: "one" }, `${thing}?times=%00`)).toMatchObject({
    fields: ["query times"],
  });
  const before = made;
  const deep = `{"name":${"[".repeat(20_000)}1${"]".repeat(20_000)},"kind":"one"}`;
  const answer = await client.call("POST", thing, {
    headers: { ...handlers(), "content-type": "application/json" },
    payload: deep,
  });
  expect(answer).toMatchObject({ status: 400, body: { code: "http.invalid-input" } });
  expect(made).toBe(before);
});

test("an address that cannot be read is a problem in both languages too", async () => {
  for (const path of ["/things/%zz", "/things/%ED%A0%80", `/things/${"a".repeat(300)}`, "/%"]) {
    const answer = await client.call("GET", path);
    expect(answer).toMatchObject({ status: 404, body: { code: "http.no-such-path", title: "没有找到" } });
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  }
});

test("what creates needs a key; a repeat gets the first answer, other content under it is a conflict", async () => {
  const body = { name: "first", kind: "one" };
  expect(await post(body, as("token-of-the-handler"))).toMatchObject({
    status: 400,
    body: { code: "http.idempotency-key" },
  });
  const before = made;
  const key = database.newId();
  const first = await post(body, handlers(key));
  expect(first).toMatchObject({ status: 200, body: { number: before + 1, name: "first" } });
  expect(first.body).not.toHaveProperty("secret");
  const again = await post(body, handlers(key));
  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(made).toBe(before + 1);
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
  const before = made;
  const key = database.newId();
  const answers = await Promise.all([1, 2, 3].map(() => post({ name: "race", kind: "two" }, handlers(key))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  expect(made).toBe(before + 1);
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

const form = (bytes: number, fields: Record<string, string> = { note: "证据" }) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append("file", new Blob([new Uint8Array(bytes)], { type: "text/csv" }), "账单.csv");
  return data;
};
const send = (data: FormData) =>
  client.call("POST", "/files", { payload: data as never, headers: handlers() });

test("a file arrives with its name and the form's fields; one byte too many is 413", async () => {
  expect(await send(form(MAX_BYTES))).toMatchObject({
    status: 200,
    body: { bytes: MAX_BYTES, filename: "账单.csv", note: "证据" },
  });
  expect(await send(form(MAX_BYTES + 1))).toMatchObject({
    status: 413,
    body: {
      code: "http.too-large",
      detail: "文件太大：最多 1 MB。什么也没有保存。",
      facts: { maxBytes: MAX_BYTES },
    },
  });
  expect(await send(form(1, {}))).toMatchObject({ status: 400, body: { fields: [{ field: "note" }] } });
  const empty = new FormData();
  empty.append("note", "没有文件");
  expect(await send(empty)).toMatchObject({ status: 400, body: { code: "http.no-file" } });
  expect(await client.call("POST", "/files", { payload: { note: "x" }, headers: handlers() })).toMatchObject({
    status: 400,
    body: { code: "http.not-multipart" },
  });
});

test("a download has its name, in any script, and is not kept by caches", async () => {
  const answer = await client.call("GET", "/file.csv", { headers: as("token-of-the-reader-") });
  expect(answer.headers["content-disposition"]).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("名单 2024.csv")}`,
  );
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.text).toBe("姓名\n");
});

test("a cookie changes nothing from another site, and a page cannot be framed", async () => {
  const cookie = { cookie: "goodfaith_session=token-of-the-handler", "idempotency-key": database.newId() };
  const body = { name: "cookie", kind: "one" };
  const from = (headers: Record<string, string>) =>
    client.server.inject({
      method: "POST",
      url: `/api/v1${thing}`,
      payload: body,
      headers: { ...cookie, host: "claims.example", ...headers },
    });
  expect((await from({ "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect((await from({ origin: "https://evil.example" })).statusCode).toBe(403);
  expect((await from({})).statusCode).toBe(403);
  const good = await from({ origin: "https://claims.example" });
  expect(good.statusCode).toBe(200);
  expect(good.headers["content-security-policy"]).toContain("script-src 'self';");
  expect(good.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(good.headers["x-content-type-options"]).toBe("nosniff");
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
