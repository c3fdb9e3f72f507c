import { describe, expect, test } from "vitest";
import { authenticatorApp, openBuilding } from "./staff.fixture.ts";

const { database, client, desk, hire, enter, minutes, PASSWORD } = await openBuilding();
const { clock } = database;
const handlerId = await hire("handler", ["claims-handler"]);
const approverId = await hire("approver", ["claims-approver"], 10_000_000n);
await hire("admin", ["administrator"]);
await hire("admin2", ["administrator"]);
await hire("auditor", ["auditor"]);

const setSecondFactor = async (secondFactor: string) => {
  const admin = await enter("admin");
  const settings = { secondFactor, delegationDaysMax: 31, breakGlassMinutes: 30 };
  expect((await admin.call("PUT", "/access/settings", settings)).status).toBe(200);
};

describe("the second step", () => {
  let codes: string[] = [];
  let secret = "";

  test("is set up with a first code, and asked for from then on", async () => {
    await hire("two", ["counter"]);
    const first = await enter("two");
    expect((await first.call("POST", "/account/totp", { password: "wrong" })).body.code).toBe(
      "access.wrong-current-password",
    );
    const begun = await first.call("POST", "/account/totp", { password: PASSWORD });
    secret = String(begun.body.secret);
    expect(String(begun.body.uri)).toContain(`secret=${secret}`);
    // Not confirmed yet: nothing is asked.
    expect((await enter("two")).answer.status).toBe(200);
    const wrong = await first.call("POST", "/account/totp/confirmation", { code: "000000" });
    expect(wrong.body.code).toBe("access.totp-wrong");
    const code = authenticatorApp(secret, clock.now());
    const done = await first.call("POST", "/account/totp/confirmation", { code });
    codes = done.body.recoveryCodes as string[];
    expect(codes).toHaveLength(10);
    expect((await enter("two")).answer).toMatchObject({
      status: 401,
      body: { code: "access.second-step-asked" },
    });
    // The very code that confirmed opens nothing again.
    expect((await enter("two", { code })).answer.body.code).toBe("access.wrong-second-step");
    const next = { code: authenticatorApp(secret, clock.now(), 1) };
    expect((await enter("two", next)).answer.status).toBe(200);
    expect((await enter("two", next)).answer.body.code).toBe("access.wrong-second-step");
  });

  test("a recovery code opens once", async () => {
    minutes(20);
    const [code = ""] = codes;
    expect((await enter("two", { code: code.toUpperCase().replace("-", " ") })).answer.status).toBe(200);
    expect((await enter("two", { code })).answer.status).toBe(401);
    const mine = await (await enter("two", { code: codes[1] ?? "" })).call("GET", "/account");
    expect(mine.body).toMatchObject({ recoveryCodesLeft: 8, secondFactor: "optional" });
  });

  test("wrong codes lock like wrong passwords", async () => {
    minutes(60);
    const said: unknown[] = [];
    for (let n = 0; n < 5; n += 1) said.push((await enter("two", { code: "111111" })).answer.body.code);
    expect(said.at(-1)).toBe("access.locked");
    expect((await enter("two", { code: authenticatorApp(secret, clock.now()) })).answer.status).toBe(429);
  });

  test("where the institution asks for it, nothing opens until it is set up", async () => {
    minutes(60);
    await hire("late", ["counter"]);
    await setSecondFactor("required");
    const late = await enter("late");
    expect(late.answer.body).toMatchObject({ staff: { mustEnrol: true, permissions: [] } });
    expect((await late.call("GET", "/claims")).status).toBe(403);
    const begun = await late.call("POST", "/account/totp", { password: PASSWORD });
    const code = authenticatorApp(String(begun.body.secret), clock.now());
    expect((await late.call("POST", "/account/totp/confirmation", { code })).status).toBe(200);
    expect((await late.call("GET", "/claims")).status).toBe(200);
    const refused = await late.call("POST", "/account/totp/removal", { password: PASSWORD });
    expect(refused.body.code).toBe("access.second-factor-required");
    const admin = await enter("admin");
    expect((await admin.call("GET", "/access/staff")).status).toBe(403);
    await database.run(({ tx }) =>
      tx.updateTable("access_setting").set({ second_factor: "optional" }).execute(),
    );
    expect((await late.call("POST", "/account/totp/removal", { password: PASSWORD })).status).toBe(200);
    expect((await enter("late")).answer.body).toMatchObject({ staff: { mustEnrol: false } });
  });
});

describe("the administrator's office", () => {
  test("takes someone on, whose first password is only the first, and who is let go at once", async () => {
    minutes(60);
    const admin = await enter("admin");
    const branch = await admin.call("POST", "/access/branches", { name: "潞州区服务站（示例）" });
    expect((await admin.call("POST", "/access/branches", { name: "潞州区服务站（示例）" })).status).toBe(409);
    const given = {
      login: "New.Person",
      name: "新同事（示例）",
      roles: ["station-clerk"],
      approvalLimit: null,
      branchId: branch.body.branchId,
    };
    const made = await admin.call("POST", "/access/staff", given);
    expect(made).toMatchObject({ status: 200, body: { member: { branch: "潞州区服务站（示例）" } } });
    expect((await admin.call("POST", "/access/staff", given)).body.code).toBe("access.login-taken");
    const { staffId } = made.body.member as { staffId: string };
    const password = String(made.body.password);
    const person = await enter("new.person", { password });
    expect(person.answer.body).toMatchObject({ staff: { mustEnrol: true, permissions: [] } });
    const changed = await person.call("POST", "/account/password", { current: password, password: PASSWORD });
    expect(changed.status).toBe(200);
    expect((await person.call("GET", "/people")).status).toBe(200);
    expect((await person.call("GET", "/claims")).status).toBe(403);
    const other = { ...given, roles: ["counter"], approvalLimit: "100.00" };
    expect((await admin.call("PUT", `/access/staff/${staffId}`, other)).body).toMatchObject({
      roles: ["counter"],
      approvalLimit: "100.00",
    });
    expect((await person.call("GET", "/claims")).status).toBe(200);
    const inUse = await admin.call("DELETE", `/access/branches/${String(branch.body.branchId)}`);
    expect(inUse.body).toMatchObject({ code: "access.branch-in-use", facts: { staff: 1 } });
    const ended = await admin.call("POST", `/access/staff/${staffId}/end`, { reason: "离职" });
    expect(ended.body).toMatchObject({ sessions: 0 });
    expect(ended.body.endedAt).not.toBeNull();
    expect((await person.call("GET", "/people")).status).toBe(401);
    expect((await enter("new.person")).answer.status).toBe(401);
    expect((await admin.call("POST", `/access/staff/${staffId}/return`, { reason: "返聘" })).status).toBe(
      200,
    );
    expect((await enter("new.person")).answer.status).toBe(200);
  });

  test("nobody changes themselves, and the last administrator stays", async () => {
    const admin = await enter("admin");
    const { items } = (await admin.call("GET", "/access/staff?role=administrator")).body as {
      items: { staffId: string; login: string }[];
    };
    const idOf = (login: string) => items.find((one) => one.login === login)?.staffId ?? "";
    const fields = { name: "管理（示例）", roles: ["administrator"], approvalLimit: "1.00", branchId: null };
    expect((await admin.call("PUT", `/access/staff/${idOf("admin")}`, fields)).body.code).toBe(
      "access.not-oneself",
    );
    const ending = (login: string) =>
      admin.call("POST", `/access/staff/${idOf(login)}/end`, { reason: "离职" });
    expect((await ending("admin")).body.code).toBe("access.not-oneself");
    expect((await ending("admin2")).status).toBe(200);
    expect((await ending("admin2")).body.code).toBe("access.already-ended");
  });

  test("of two administrators who end each other at once, one stays", async () => {
    const admin = await enter("admin");
    const { items } = (await admin.call("GET", "/access/staff?ended=yes")).body as {
      items: { staffId: string; login: string }[];
    };
    const second = items.find(({ login }) => login === "admin2")?.staffId ?? "";
    await admin.call("POST", `/access/staff/${second}/return`, { reason: "返聘" });
    const other = await enter("admin2");
    const mine = (await admin.call("GET", "/session")).body.staff as { staffId: string };
    const answers = await Promise.all([
      admin.call("POST", `/access/staff/${second}/end`, { reason: "离职" }),
      other.call("POST", `/access/staff/${mine.staffId}/end`, { reason: "离职" }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await database.run(({ tx }) => tx.updateTable("staff").set({ disabled_at: null }).execute());
  });

  test("sessions and tokens are listed and ended; a token does less than its maker, and nothing of the account", async () => {
    const handler = await enter("handler");
    const made = await handler.call("POST", "/tokens", { name: "看板", days: 1, scopes: ["claims.read"] });
    const bearer = { authorization: `Bearer ${String(made.body.token)}` };
    client.forget();
    const asProgram = (method: "GET" | "POST", path: string, payload?: object) =>
      client.call(method, path, {
        headers: { ...bearer, "idempotency-key": database.newId() },
        ...(payload ? { payload } : {}),
      });
    expect((await asProgram("GET", "/claims")).status).toBe(200);
    expect((await asProgram("GET", "/people")).status).toBe(403);
    expect((await asProgram("POST", "/tokens", { name: "更多" })).body.code).toBe("access.program-may-not");
    expect(
      (await asProgram("POST", "/account/password", { current: PASSWORD, password: "另一个够长的示例密码" }))
        .body.code,
    ).toBe("access.program-may-not");
    const admin = await enter("admin");
    const open = (await admin.call("GET", "/access/sessions?kind=program")).body as {
      items: { sessionId: string; name: string; staff: string; scopes: string[] }[];
      total: number;
    };
    expect(open).toMatchObject({
      total: 1,
      items: [{ name: "看板", staff: "handler（示例）", scopes: ["claims.read"] }],
    });
    expect((await admin.call("DELETE", `/access/sessions/${open.items[0]?.sessionId}`)).status).toBe(200);
    expect((await asProgram("GET", "/claims")).status).toBe(401);
    const mine = (await handler.call("GET", "/account")).body.sessions as {
      sessionId: string;
      current: boolean;
    }[];
    const current = mine.find((one) => one.current)?.sessionId ?? "";
    const theirs = (await admin.call("GET", "/account")).body.sessions as { sessionId: string }[];
    const foreign = await handler.call("DELETE", `/account/sessions/${theirs[0]?.sessionId}`);
    expect(foreign.body.code).toBe("access.no-session");
    expect((await handler.call("DELETE", `/account/sessions/${current}`)).status).toBe(200);
    expect((await handler.call("GET", "/account")).status).toBe(401);
  });
});

describe("a delegation", () => {
  const days = { from: "2025-03-11", until: "2025-03-12" };
  const given = { to: handlerId, roles: ["claims-approver"], reason: "出差两天", ...days };

  test("gives a colleague one's roles and limit from its first day to the end of its last", async () => {
    clock.set("2025-03-10T20:00:00+08:00");
    const approver = await enter("approver");
    const refusals = [
      [{ ...given, to: approverId }, "access.delegate-to-oneself"],
      [{ ...given, to: database.newId() }, "access.no-colleague"],
      [{ ...given, roles: ["administrator"] }, "access.delegates-own-only"],
      [{ ...given, from: "2025-03-09" }, "access.delegation-days"],
      [{ ...given, until: "2025-03-10" }, "access.delegation-days"],
      [{ ...given, until: "2025-06-10" }, "access.delegation-days"],
    ] as const;
    for (const [body, code] of refusals)
      expect((await approver.call("POST", "/access/delegations", body)).body.code).toBe(code);
    const made = await approver.call("POST", "/access/delegations", given);
    expect(made.body).toMatchObject({ state: "coming", mayEnd: true, approvalLimit: "100000.00" });
    const staffOf = async () => (await enter("handler")).answer.body.staff as Record<string, unknown>;
    expect(await staffOf()).toMatchObject({ approvalLimit: null, held: [] });
    clock.set("2025-03-11T00:00:00+08:00");
    expect(await staffOf()).toMatchObject({
      approvalLimit: "100000.00",
      roles: ["claims-handler"],
      held: [{ kind: "delegation", roles: ["claims-approver"], from: "approver（示例）" }],
    });
    expect((await staffOf()).permissions).toContain("payments.approve");
    // What one holds for another is not one's own to pass on.
    const handler = await enter("handler");
    const onward = { ...given, to: approverId };
    expect((await handler.call("POST", "/access/delegations", onward)).body.code).toBe(
      "access.delegates-own-only",
    );
    clock.set("2025-03-13T00:00:00+08:00");
    expect(await staffOf()).toMatchObject({ approvalLimit: null, held: [] });
  });

  test("never gives more than its giver has now, and ends early at once", async () => {
    clock.set("2025-03-10T20:00:00+08:00");
    const approver = await enter("approver");
    const body = { ...given, from: "2025-03-10" };
    const made = await approver.call("POST", "/access/delegations", body);
    const handler = await enter("handler");
    const mine = async () => (await handler.call("GET", "/session")).body.staff as Record<string, unknown>;
    expect(await mine()).toMatchObject({ approvalLimit: "100000.00" });
    const setApprover = (values: { approval_limit_cents?: bigint; roles?: string[] }) =>
      database.run(({ tx }) =>
        tx.updateTable("staff").set(values).where("staff_id", "=", approverId).execute(),
      );
    await setApprover({ approval_limit_cents: 500_000n });
    expect(await mine()).toMatchObject({ approvalLimit: "5000.00" });
    await setApprover({ roles: ["auditor"] });
    expect((await mine()).permissions).not.toContain("payments.approve");
    await setApprover({ roles: ["claims-approver"], approval_limit_cents: 10_000_000n });
    expect((await mine()).permissions).toContain("payments.approve");
    const auditor = await enter("auditor");
    const id = String(made.body.temporaryRoleId);
    expect((await auditor.call("DELETE", `/access/temporary/${id}`)).body.code).toBe(
      "access.not-yours-to-end",
    );
    expect((await handler.call("DELETE", `/access/temporary/${id}`)).body).toMatchObject({ state: "ended" });
    expect((await mine()).permissions).not.toContain("payments.approve");
    expect((await handler.call("DELETE", `/access/temporary/${id}`)).body.code).toBe("access.over-already");
  });
});

test("an emergency opens what a case needs for its minutes, and another reviews what was done in it", async () => {
  clock.set("2025-04-01T09:00:00+08:00");
  await hire("counter", ["counter"]);
  const { story } = await desk.open();
  const counter = await enter("counter");
  const reveal = () =>
    counter.call("POST", `/people/${story.insured}/reveal`, {
      what: "identity",
      purpose: "客户晕倒，联系家属",
    });
  expect((await reveal()).status).toBe(403);
  const opened = await counter.call("POST", "/access/break-glass", { reason: "客户在柜面晕倒" });
  const id = String(opened.body.temporaryRoleId);
  expect(opened.body).toMatchObject({ state: "running", endsAt: "2025-04-01T09:30:00+08:00" });
  expect((await counter.call("POST", "/access/break-glass", { reason: "再来一次吧" })).body.code).toBe(
    "access.emergency-running",
  );
  expect((await reveal()).status).toBe(200);
  const auditor = await enter("auditor");
  const review = { verdict: "justified", note: "监控与留痕相符" };
  const reviewed = (as = auditor) => as.call("POST", `/access/temporary/${id}/review`, review);
  expect((await reviewed()).body.code).toBe("access.not-for-review");
  minutes(31);
  expect((await reveal()).status).toBe(403);
  const waiting = (await auditor.call("GET", "/access/temporary?waiting=true")).body as { total: number };
  expect(waiting.total).toBe(1);
  const trail = (await auditor.call("GET", `/access/temporary/${id}/trail`)).body.items as {
    purpose: string | null;
    subject: { id: string };
  }[];
  expect(trail.map(({ purpose }) => purpose)).toContain("客户晕倒，联系家属");
  expect((await reviewed()).body).toMatchObject({
    review: { verdict: "justified", by: "auditor（示例）" },
    mayReview: false,
  });
  expect((await reviewed()).body.code).toBe("access.not-for-review");
});

test("who is recused neither opens nor acts on it, until another lifts it; a colleague does", async () => {
  clock.set("2025-04-02T09:00:00+08:00");
  const { story, caseId } = await desk.open();
  const { caseId: otherCase } = await desk.open();
  const handler = await enter("handler");
  await hire("colleague", ["claims-handler"]);
  const about = { kind: "case", caseId };
  const foreign = { staffId: approverId, about, reason: "与当事人是亲属" };
  expect((await handler.call("POST", "/access/recusals", foreign)).body.code).toBe("access.recuse-oneself");
  const nothing = { about: { kind: "case", caseId: database.newId() }, reason: "与当事人是亲属" };
  expect((await handler.call("POST", "/access/recusals", nothing)).body.code).toBe("access.recuse-what");
  const made = await handler.call("POST", "/access/recusals", { about, reason: "与当事人是亲属" });
  expect(made).toMatchObject({ status: 200, body: { caseId, partyId: story.insured } });
  const again = await handler.call("POST", "/access/recusals", { about, reason: "与当事人是亲属" });
  expect(again.body.code).toBe("access.recused-already");
  const { version } = await desk.view(caseId);
  const find = (as = handler) =>
    as.call("POST", `/claims/${caseId}/findings`, {
      version,
      fact: "出险时间",
      kind: "value",
      value: "2024-10-02T12:00:00",
      source: "核实（示例）",
    });
  const refused = await find();
  expect(refused).toMatchObject({ status: 403, body: { code: "access.recused" } });
  expect(String(refused.body.detail)).toContain("回避");
  expect((await handler.call("GET", `/claims/${caseId}`)).body.code).toBe("access.recused");
  expect((await desk.view(caseId)).version).toBe(version);
  expect((await handler.call("GET", `/claims/${otherCase}`)).status).toBe(200);
  const colleague = await enter("colleague");
  expect((await find(colleague)).status).toBe(200);
  const admin = await enter("admin");
  const id = String(made.body.recusalId);
  expect((await handler.call("DELETE", `/access/recusals/${id}`)).status).toBe(403);
  expect((await admin.call("DELETE", `/access/recusals/${id}`)).status).toBe(200);
  expect((await handler.call("GET", `/claims/${caseId}`)).status).toBe(200);
  const whole = { staffId: handlerId, about: { kind: "party", partyId: story.insured }, reason: "投诉对象" };
  expect((await admin.call("POST", "/access/recusals", whole)).status).toBe(200);
  expect((await handler.call("GET", `/claims/${caseId}`)).body.code).toBe("access.recused");
  const reveal = { what: "identity", purpose: "联系家属" };
  expect((await handler.call("POST", `/people/${story.insured}/reveal`, reveal)).body.code).toBe(
    "access.recused",
  );
});
