import { expect, test } from "vitest";
import { testHttp } from "./server.fixture.ts";

const { as, client, database, handlers, post, thing } = await testHttp();

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
