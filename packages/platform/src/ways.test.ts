import { afterAll, describe, expect, test } from "vitest";
import { makeDevice } from "./access/ways/device.fixture.ts";
import { startProvider } from "./access/ways/provider.fixture.ts";
import { openBuilding } from "./staff.fixture.ts";

const ORIGIN = "http://localhost";
const { database, client, hire, enter, minutes, PASSWORD } = await openBuilding();
await hire("handler", ["claims-handler"]);
await hire("other", ["counter"]);
await hire("admin", ["administrator"]);

describe("a passkey", () => {
  const device = makeDevice(ORIGIN);
  const asked = async () => {
    client.forget();
    return String((await client.call("POST", "/session/passkey/options")).body.challenge);
  };
  const show = (credential: object) => client.call("POST", "/session/passkey", { payload: { credential } });

  test("is added by the person with their password, for this site, once for each challenge", async () => {
    const handler = await enter("handler");
    const begin = (password = PASSWORD) => handler.call("POST", "/account/passkeys/options", { password });
    expect((await begin("wrong")).body.code).toBe("access.wrong-current-password");
    const options = (await begin()).body as { challenge: string; rp: object; user: { name: string } };
    expect(options).toMatchObject({ rp: { id: "localhost" }, user: { name: "handler" } });
    const keep = (credential: object, as = handler) =>
      as.call("POST", "/account/passkeys", { name: "我的手机", credential });
    const elsewhere = makeDevice("https://evil.example").create(options.challenge);
    expect((await keep(elsewhere)).body.code).toBe("access.passkey-not-added");
    // Spent by the wrong answer.
    expect((await keep(device.create(options.challenge))).status).toBe(400);
    const foreign = (await begin()).body as { challenge: string };
    const other = await enter("other");
    expect((await keep(device.create(foreign.challenge), other)).status).toBe(400);
    const again = (await begin()).body as { challenge: string };
    expect((await keep(device.create(again.challenge))).status).toBe(200);
    expect((await handler.call("GET", "/account")).body.passkeys).toMatchObject([{ name: "我的手机" }]);
    client.forget();
    const nobody = await client.call("POST", "/account/passkeys/options", { payload: { password: "x" } });
    expect(nobody.status).toBe(401);
  });

  test("signs in by itself; a copy, a stranger's, a late or a second answer does not", async () => {
    const challenge = await asked();
    const credential = device.get(challenge);
    const answer = await show(credential);
    expect(answer).toMatchObject({ status: 200, body: { staff: { login: "handler", mustEnrol: false } } });
    expect(String(answer.headers["set-cookie"])).toContain("goodfaith_session=");
    expect((await show(credential)).body.code).toBe("access.passkey-unknown");
    expect((await show(device.get(await asked(), true))).status).toBe(401);
    expect((await show(makeDevice(ORIGIN).get(await asked()))).status).toBe(401);
    const late = await asked();
    minutes(6);
    expect((await show(device.get(late))).status).toBe(401);
    expect((await show(device.get(await asked()))).status).toBe(200);
  });

  test("opens nothing once removed, or once its owner is let go", async () => {
    const handler = await enter("handler");
    const [{ passkeyId = "" } = {}] = (await handler.call("GET", "/account")).body.passkeys as {
      passkeyId: string;
    }[];
    const other = await enter("other");
    expect((await other.call("DELETE", `/account/passkeys/${passkeyId}`)).body.code).toBe(
      "access.no-passkey",
    );
    expect((await handler.call("DELETE", `/account/passkeys/${passkeyId}`)).status).toBe(200);
    expect((await show(device.get(await asked()))).status).toBe(401);
  });
});

describe("single sign-on, with a real OIDC server", async () => {
  const people = new Map([
    ["subject-1", "handler"],
    ["subject-2", "nobody-here"],
    ["subject-3", "handler"],
  ]);
  const provider = await startProvider(people, `${ORIGIN}/sign-in/back`);
  afterAll(() => provider.stop());
  const given = {
    name: "机构统一登录（示例）",
    issuer: provider.issuer,
    clientId: "goodfaith",
    clientSecret: "a-secret-of-tests",
  };
  let providerId = "";
  const begin = async () => {
    client.forget();
    return (await client.call("POST", `/sign-on/${providerId}`)).body as { url: string; secret: string };
  };
  const finish = (secret: string, answer: string) =>
    client.call("POST", "/session/sign-on", { payload: { secret, answer } });
  const through = async (subject: string) => {
    const { url, secret } = await begin();
    return finish(secret, await provider.visit(url, subject));
  };

  test("is connected once, where it can be reached; the secret is sealed", async () => {
    const admin = await enter("admin");
    const wrong = { ...given, issuer: "http://127.0.0.1:1" };
    expect((await admin.call("POST", "/access/sign-on", wrong)).body.code).toBe(
      "access.provider-unreachable",
    );
    const made = await admin.call("POST", "/access/sign-on", given);
    providerId = String(made.body.providerId);
    expect((await admin.call("POST", "/access/sign-on", given)).body.code).toBe("access.provider-connected");
    const row = await database.run(({ tx }) =>
      tx.selectFrom("sign_on_provider").selectAll().executeTakeFirstOrThrow(),
    );
    expect(row.client_secret).not.toContain(given.clientSecret);
    client.forget();
    expect((await client.call("GET", "/sign-on")).body).toEqual({
      items: [{ providerId, name: given.name }],
    });
  });

  test("lets in whom the institution knows, from then on by their identity and not by their name", async () => {
    expect(await through("subject-1")).toMatchObject({ status: 200, body: { staff: { login: "handler" } } });
    expect((await through("subject-2")).body.code).toBe("access.sign-on-nobody");
    // Another of the same name there does not take the account over; a new name there changes nothing here.
    expect((await through("subject-3")).body.code).toBe("access.sign-on-nobody");
    people.set("subject-1", "renamed");
    expect((await through("subject-1")).status).toBe(200);
  });

  test("an answer counts once, in time, and for the browser that asked", async () => {
    const { url, secret } = await begin();
    const answer = await provider.visit(url, "subject-1");
    const other = await begin();
    expect((await finish(other.secret, answer)).body.code).toBe("access.sign-on-failed");
    expect((await finish(secret, answer)).status).toBe(200);
    expect((await finish(secret, answer)).body.code).toBe("access.sign-on-failed");
    expect((await finish((await begin()).secret, "?error=access_denied")).status).toBe(401);
    const late = await begin();
    const lateAnswer = await provider.visit(late.url, "subject-1");
    minutes(6);
    expect((await finish(late.secret, lateAnswer)).status).toBe(401);
  });

  test("once disconnected opens nothing", async () => {
    const admin = await enter("admin");
    expect((await admin.call("DELETE", `/access/sign-on/${providerId}`)).status).toBe(200);
    client.forget();
    expect((await client.call("POST", `/sign-on/${providerId}`)).body.code).toBe("access.no-provider");
  });
});
