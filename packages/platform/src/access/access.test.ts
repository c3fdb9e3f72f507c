import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { bindConsumer } from "../http/index.ts";
import { PartyId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";
import { testDatabase, testServer } from "../testing/index.ts";
import { accessApi } from "./api.ts";
import { authenticator } from "./authenticate.ts";
import { blindPhone } from "./code.ts";
import type { Directory } from "./directory.ts";
import { readAudit } from "./index.ts";
import { sweepSessions } from "./sessions.ts";
import { addStaff } from "./staff.ts";

const database = await testDatabase();
const { clock, store, institutionId, otherInstitutionId } = database;

const wife = { phone: "19900000001", institutionId, partyId: PartyId.parse(database.newId()) };
const wifeElsewhere = {
  ...wife,
  institutionId: otherInstitutionId,
  partyId: PartyId.parse(database.newId()),
};
const husband = PartyId.parse(database.newId());
const sent: { phone: string; code: string }[] = [];
let known = [wife, wifeElsewhere];

const directory: Directory = {
  findByPhone: async (_tx, blind) => known.filter(({ phone }) => blindPhone(phone).equals(blind)),
  describeCase: async () => null,
  describe: async (context, partyId) => ({
    name: "王太太（示例）",
    sample: true,
    beneficiaryOf: context.actor.kind === "system" && partyId === wife.partyId ? [husband, husband] : [],
  }),
  sendCode: async (_context, { phone, code }) => {
    sent.push({ phone, code });
  },
};

const whoami = operation({
  id: "test.grants",
  method: "GET",
  path: "/consumer/grants",
  who: { consumer: true },
  summary: { zh: "试", en: "test" },
  output: z.object({
    grants: z.array(z.object({ as: z.string(), partyId: z.string(), seen: z.string().nullable() })),
  }),
});
const client = await testServer(
  database,
  [
    ...accessApi(directory),
    bindConsumer(whoami, async (context) => ({
      grants: await Promise.all(
        context.actor.grants.map((grant) =>
          context.within(grant, async ({ tx }) => {
            const row = await tx.selectFrom("institution").select("name").executeTakeFirst();
            return { as: grant.as, partyId: grant.partyId, seen: row?.name ?? null };
          }),
        ),
      ),
    })),
  ],
  authenticator({ store, clock, directory }),
);

const staffId = await database.run((context) =>
  addStaff(context, {
    login: "Approver@example",
    name: "批准人（示例）",
    password: "correct horse",
    roles: ["claims-approver"],
    approvalLimit: cents(200_000_000n),
  }),
);

beforeEach(() => {
  client.forget();
  sent.length = 0;
  known = [wife, wifeElsewhere];
});

const minutes = (n: number) => clock.set(new Date(clock.now().getTime() + n * 60_000).toISOString());
const signIn = (password: string, login = "approver@example") =>
  client.call("POST", "/session", { payload: { login, password } });
const whoAmI = async () => (await client.call("GET", "/session")).body;

test("staff sign in with what follows from their roles, and sign out", async () => {
  expect(await whoAmI()).toEqual({ kind: "nobody" });
  const answer = await signIn("correct horse");
  expect(answer.body).toMatchObject({
    kind: "staff",
    staff: { staffId, login: "approver@example", roles: ["claims-approver"], approvalLimit: "2000000.00" },
    institution: { institutionId, name: "示例人寿（示例）", sample: true },
  });
  const { permissions } = answer.body.staff as { permissions: string[] };
  expect(permissions).toContain("payments.approve");
  expect(permissions).not.toContain("payments.prepare");
  const cookie = String(answer.headers["set-cookie"]);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(await whoAmI()).toEqual(answer.body);
  expect((await client.call("DELETE", "/session")).body).toEqual({ signedOut: true });
  expect(await whoAmI()).toEqual({ kind: "nobody" });
  const noted = await database.run((context) => readAudit(context, PartyId.parse(institutionId)));
  expect(noted.map(({ action, by }) => [action, by])).toContainEqual(["access.signIn", "批准人（示例）"]);
});

test("a session ends after a working day, and at once when the person is let go", async () => {
  await signIn("correct horse");
  minutes(12 * 60 - 1);
  expect(await whoAmI()).toMatchObject({ kind: "staff" });
  minutes(1);
  expect(await whoAmI()).toEqual({ kind: "nobody" });
  await signIn("correct horse");
  const setDisabled = (at: Date | null) =>
    database.run(({ tx }) =>
      tx.updateTable("staff").set({ disabled_at: at }).where("staff_id", "=", staffId).execute(),
    );
  await setDisabled(clock.now());
  expect(await whoAmI()).toEqual({ kind: "nobody" });
  expect((await signIn("correct horse")).status).toBe(401);
  await setDisabled(null);
});

test.each(["approver@example", "nobody@example"])(
  "%s: five failures lock, known or not, and the lock ends",
  async (login) => {
    minutes(60);
    const statuses: unknown[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await signIn(`wrong ${n}`, login)).body.code);
    const wrong = "access.wrong-password";
    expect(statuses).toEqual([wrong, wrong, wrong, wrong, "access.locked"]);
    const locked = await signIn("correct horse", login);
    expect(locked).toMatchObject({ status: 429, body: { code: "access.locked" } });
    expect(Number(locked.headers["retry-after"])).toBe(900);
    minutes(15);
    expect((await signIn("correct horse", login)).status).toBe(login === "approver@example" ? 200 : 401);
  },
);

test("failures at the same moment are all counted", async () => {
  minutes(60);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => signIn(`wrong ${n}`, "many@example")),
  );
  const codes = answers.map(({ body }) => body.code).sort();
  expect(codes.filter((code) => code === "access.locked")).toHaveLength(4);
});

test("failures long apart do not add up", async () => {
  minutes(60);
  for (let n = 0; n < 8; n += 1) {
    expect((await signIn("wrong")).body.code).toBe("access.wrong-password");
    minutes(16);
  }
});

const askCode = (phone = wife.phone) => client.call("POST", "/consumer/code", { payload: { phone } });
const giveCode = (code: string, phone = wife.phone) =>
  client.call("POST", "/consumer/session", { payload: { phone, code } });
const notThe = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const lastCode = () => sent.at(-1)?.code ?? "none";

test("a consumer signs in with the code, and acts only under what the phone and the policies grant", async () => {
  expect((await askCode()).body).toEqual({ sentTo: "199****0001", expiresInSeconds: 300 });
  expect(sent).toHaveLength(1);
  const answer = await giveCode(lastCode());
  expect(answer.body).toEqual({
    kind: "consumer",
    name: "王太太（示例）",
    phoneMasked: "199****0001",
    sample: true,
  });
  expect(await whoAmI()).toEqual(answer.body);
  const { grants } = (await client.call("GET", "/consumer/grants")).body as { grants: unknown[] };
  expect(grants).toHaveLength(3);
  expect(grants).toContainEqual({ as: "self", partyId: wife.partyId, seen: "示例人寿（示例）" });
  expect(grants).toContainEqual({ as: "beneficiary", partyId: husband, seen: "示例人寿（示例）" });
  expect(grants).toContainEqual({ as: "self", partyId: wifeElsewhere.partyId, seen: "另一家保险（示例）" });
  known = [];
  expect(await whoAmI()).toEqual({ kind: "nobody" });
});

test("a code opens once", async () => {
  minutes(2);
  await askCode();
  expect((await giveCode(lastCode())).status).toBe(200);
  expect((await giveCode(lastCode())).body.code).toBe("access.wrong-code");
});

test("five wrong tries spend a code, and five minutes do", async () => {
  minutes(2);
  await askCode();
  const code = lastCode();
  for (let n = 0; n < 5; n += 1) expect((await giveCode(notThe(code))).body.code).toBe("access.wrong-code");
  expect((await giveCode(code)).status).toBe(401);
  minutes(2);
  await askCode();
  minutes(5);
  expect((await giveCode(lastCode())).status).toBe(401);
});

test("one code a minute; a number nobody has is answered alike and nothing is sent", async () => {
  minutes(2);
  for (const phone of [wife.phone, "19900000099"]) {
    sent.length = 0;
    const first = await askCode(phone);
    expect(first).toMatchObject({ status: 200, body: { expiresInSeconds: 300 } });
    expect(sent).toHaveLength(phone === wife.phone ? 1 : 0);
    expect(await askCode(phone)).toMatchObject({ status: 429, body: { code: "access.code-too-soon" } });
    minutes(1);
    expect((await askCode(phone)).status).toBe(200);
    minutes(2);
  }
  expect((await giveCode("000000", "19900000099")).body.code).toBe("access.wrong-code");
});

test("tries at the same moment are all counted", async () => {
  minutes(2);
  await askCode();
  const wrong = notThe(lastCode());
  const answers = await Promise.all(Array.from({ length: 12 }, () => giveCode(wrong)));
  expect(answers.every(({ status }) => status === 401)).toBe(true);
  const { tries } = await store.entry((tx) =>
    tx
      .selectFrom("one_time_code")
      .select("tries")
      .where("phone_blind", "=", blindPhone(wife.phone))
      .executeTakeFirstOrThrow(),
  );
  expect(tries).toBe(5);
});

test("a program's token has its maker's permissions, for the days asked, and is kept as a hash", async () => {
  minutes(60);
  await signIn("correct horse");
  const made = await client.call("POST", "/tokens", {
    payload: { name: "报表程序", days: 2 },
    headers: { "idempotency-key": "one" },
  });
  expect(made.status).toBe(200);
  client.forget();
  const headers = { authorization: `Bearer ${String(made.body.token)}` };
  expect((await client.call("GET", "/session", { headers })).body).toMatchObject({
    kind: "staff",
    staff: { staffId },
  });
  minutes(2 * 24 * 60);
  expect((await client.call("GET", "/session", { headers })).body).toEqual({ kind: "nobody" });
  const rows = await store.entry((tx) => tx.selectFrom("session").select("token_hash").execute());
  const hashes = rows.map(({ token_hash }) => token_hash.toString("hex"));
  expect(hashes).toContain(createHash("sha256").update(String(made.body.token)).digest("hex"));
  await store.entry((tx) => sweepSessions(tx, clock.now()));
  expect(await store.entry((tx) => tx.selectFrom("session").selectAll().execute())).toEqual([]);
});

test("the audit takes no change and no deletion, and the application cannot read sessions", async () => {
  for (const attempt of [
    () => database.run(({ tx }) => tx.updateTable("audit_entry").set({ purpose: "x" }).execute()),
    () => database.run(({ tx }) => tx.deleteFrom("audit_entry").execute()),
    () => database.run(({ tx }) => tx.selectFrom("session").selectAll().execute()),
  ])
    await expect(attempt()).rejects.toThrow("permission denied");
});
