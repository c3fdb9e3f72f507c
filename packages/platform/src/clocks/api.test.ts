import { convertIcsCalendar } from "ts-ics";
import { beforeAll, describe, expect, it } from "vitest";
import { PartyId } from "../kernel/ids.ts";
import { readTable } from "../tabular/index.ts";
import { testDatabase, testServer, testStaff } from "../testing/index.ts";
import { clocksApi, noteAlerts, writeClocks } from "./index.ts";
import type { Clock } from "./model/clock.ts";

const database = await testDatabase();
const handler = await testStaff(database, { name: "李经办（示例）" });
const client = await testServer(database, clocksApi, () => Promise.resolve(handler));
/** As the handler, by a program's token. */
const call: typeof client.call = (method, path, options = {}) =>
  client.call(method, path, {
    ...options,
    headers: { authorization: `Bearer ${"x".repeat(43)}`, ...options.headers },
  });
const partyId = PartyId.parse(database.newId());
const subjectId = database.newId();
const headers = () => ({ "idempotency-key": database.newId() });

const clock = (clause: string, given: Partial<Clock> = {}): Clock => ({
  family: "claim-clocks",
  clause,
  lane: "核定",
  text: "三十日内核定。",
  terms: "claim-clocks/2024",
  law: ["保险法/23"],
  from: "2025-02-10",
  due: "2025-03-12",
  earliest: null,
  pause: null,
  extended: 0,
  dueBefore: null,
  extendsTo: null,
  actBy: "2025-03-12",
  warnOn: "2025-03-05",
  done: null,
  state: "running",
  ...given,
});
const setRoles = (roles: string[]) =>
  database.run(({ tx }) =>
    tx.updateTable("staff").set({ roles }).where("staff_id", "=", handler.staffId).execute(),
  );

beforeAll(async () => {
  await setRoles(["claims-handler"]);
  await database.run((context) =>
    writeClocks(
      context,
      {
        partyId,
        kind: "claim",
        id: subjectId,
        number: "C-2025-02-000009",
        title: "王先生（示例）意外身故",
        handler: { id: handler.staffId, name: handler.name },
      },
      [
        clock("第一条"),
        clock("第二条", { lane: "承诺给付", law: [], due: "2025-04-01", warnOn: "2025-03-28" }),
        clock("第三条", { lane: "给付", done: "2025-03-01T09:00:00+08:00", state: "met" }),
      ],
    ),
  );
});

describe("the list over HTTP", () => {
  it("gives pages, what a filter finds, and a workbook of the same", async () => {
    const first = await call("GET", "/clocks?limit=2");
    expect(first.body).toMatchObject({
      total: 3,
      items: [
        { clause: "第一条", state: "warning", daysLeft: 2, law: "保险法第23条" },
        { clause: "第三条", state: "met", daysLeft: null },
      ],
    });
    const rest = await call("GET", `/clocks?limit=2&cursor=${String(first.body.next)}`);
    expect(rest.body).toMatchObject({ next: null, items: [{ clause: "第二条", law: null }] });
    expect((await call("GET", "/clocks?state=open")).body).toMatchObject({ total: 2 });
    expect((await call("GET", "/clocks?state=met&mine=true")).body).toMatchObject({ total: 1 });
    const bad = await call("GET", "/clocks?cursor=AAAA");
    expect([bad.status, bad.body.code]).toEqual([400, "http.invalid-input"]);
    expect((await call("GET", "/clocks?state=soon")).status).toBe(400);
    const file = await call("GET", "/clocks.xlsx?state=warning");
    expect(file.headers["content-disposition"]).toContain(encodeURIComponent("时限-2025-03-10.xlsx"));
  });

  it("the workbook says whose promise it is", async () => {
    const bound = clocksApi.find(({ operation }) => operation.id === "clocks.export");
    if (bound?.kind !== "staff") throw new Error("no export");
    const none = { params: undefined, query: {}, body: undefined, file: undefined };
    const file = (await database.run(
      (context) => bound.run({ ...context, actor: handler }, none),
      handler,
    )) as { filename: string; content: Uint8Array };
    const rows = (await readTable(file.content, file.filename)).sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(4);
    expect(rows[1]?.cells).toEqual(expect.arrayContaining(["理赔", "核定", "即将到期", "保险法第23条"]));
    expect(rows.at(-1)?.cells).toContain("本公司时限");
  });

  it("an alert is seen once", async () => {
    await database.run((context) => noteAlerts(context));
    const body = {
      kind: "claim",
      subjectId,
      family: "claim-clocks",
      clause: "第一条",
      alert: "warning",
      due: "2025-03-12",
    };
    expect((await call("POST", "/clocks/alerts/seen", { payload: body })).body).toEqual({ seen: true });
    expect((await call("POST", "/clocks/alerts/seen", { payload: body })).body).toEqual({ seen: false });
  });
});

describe("a calendar", () => {
  const summaries = (text: string) =>
    (convertIcsCalendar(undefined, text).events ?? []).map(({ summary }) => summary);

  it("of one subject holds what is not done yet", async () => {
    const file = await call("GET", `/clocks/claim/${subjectId}/calendar`);
    expect(file.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(summaries(file.text)).toEqual(["核定到期 · C-2025-02-000009", "承诺给付到期 · C-2025-02-000009"]);
    const none = await call("GET", `/clocks/claim/${database.newId()}/calendar`);
    expect([none.status, none.body.code]).toEqual([404, "clocks.none"]);
  });

  it("is subscribed to by a secret address, which a new one and its end make useless", async () => {
    expect((await call("GET", "/clocks/feed")).body).toEqual({ feed: null });
    const open = async () =>
      String((await call("POST", "/clocks/feed", { headers: headers() })).body.path).replace("/api/v1", "");
    const first = await open();
    expect(first).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    expect(summaries((await call("GET", first)).text)).toHaveLength(2);
    expect((await call("GET", "/clocks/feed")).body.feed).toMatchObject({
      readAt: expect.stringContaining("2025-03-10"),
    });
    const second = await open();
    expect((await call("GET", first)).status).toBe(404);
    expect((await call("GET", second)).status).toBe(200);
    const kept = await database.run(({ tx }) => tx.selectFrom("calendar_feed").selectAll().execute());
    expect(JSON.stringify(kept)).not.toContain(second.slice(10, 50));
    expect((await call("DELETE", "/clocks/feed")).body).toEqual({ closed: true });
    expect((await call("GET", second)).status).toBe(404);
  });

  it("ends with what its owner may do", async () => {
    const opened = await call("POST", "/clocks/feed", { headers: headers() });
    const path = String(opened.body.path).replace("/api/v1", "");
    expect((await call("GET", path)).status).toBe(200);
    await setRoles(["clinic"]);
    expect((await call("GET", path)).status).toBe(404);
    await setRoles(["claims-handler"]);
    const disable = (at: Date | null) =>
      database.run(({ tx }) =>
        tx.updateTable("staff").set({ disabled_at: at }).where("staff_id", "=", handler.staffId).execute(),
      );
    await disable(database.clock.now());
    expect((await call("GET", path)).status).toBe(404);
    await disable(null);
    expect((await call("GET", path)).status).toBe(200);
  });
});
