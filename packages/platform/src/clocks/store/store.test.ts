import { describe, expect, it } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import { testDatabase, testStaff } from "../../testing/index.ts";
import type { Clock } from "../model/clock.ts";
import { markSeen, noteAlerts, unseenAlerts } from "./alerts.ts";
import { countClocks, listClocks } from "./list.ts";
import { type ClockSubject, writeClocks } from "./write.ts";

const database = await testDatabase();
const handler = await testStaff(database, { name: "李经办（示例）" });
const other = await testStaff(database, { name: "王经办（示例）" });

const clock = (given: Partial<Clock>): Clock => ({
  family: "claim-clocks",
  clause: "第一条",
  lane: "核定",
  text: "三十日内核定。",
  terms: "claim-clocks/2024",
  law: ["保险法/23"],
  from: "2025-02-01",
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
const subject = (given: Partial<ClockSubject> = {}): ClockSubject => ({
  partyId: PartyId.parse(database.newId()),
  kind: "claim",
  id: database.newId(),
  number: "C-2025-02-000001",
  title: "示例案件",
  handler: { id: handler.staffId, name: handler.name },
  ...given,
});
const day = (text: string, time = "09:00:00") => database.clock.set(`${text}T${time}+08:00`);
const write = (about: ClockSubject, ...clocks: Clock[]) =>
  database.run((context) => writeClocks(context, about, clocks));
const sweep = () => database.run((context) => noteAlerts(context));
const mine = (as = handler) => database.run((context) => unseenAlerts(context), as);

describe("the list", () => {
  it("says what each clock is on the reader's day, to the minute where it is one of hours", async () => {
    const about = subject({ kind: "complaint", number: "T-1" });
    await write(
      about,
      clock({ clause: "一" }),
      clock({ clause: "二", due: "2025-03-12T08:30:00+08:00", warnOn: null }),
      clock({ clause: "三", due: null, state: "paused" }),
      clock({ clause: "四", done: "2025-03-01T10:00:00+08:00", state: "met" }),
    );
    const states = () =>
      database.run(async (context) =>
        (await listClocks(context, { subjectId: about.id }, { after: null, limit: 10 })).map(
          ({ clause, state }) => `${clause} ${state}`,
        ),
      );
    day("2025-03-04");
    expect(await states()).toEqual(["一 running", "二 running", "四 met", "三 paused"]);
    day("2025-03-05");
    expect(await states()).toEqual(["一 warning", "二 running", "四 met", "三 paused"]);
    day("2025-03-12", "08:31:00");
    expect(await states()).toEqual(["一 warning", "二 breached", "四 met", "三 paused"]);
    day("2025-03-13", "00:00:01");
    expect(await states()).toEqual(["一 breached", "二 breached", "四 met", "三 paused"]);
  });

  it("pages through every clock once, the first to end first, those without a day last; filters by what people ask", async () => {
    day("2025-03-10");
    const abouts = Array.from({ length: 4 }, (_, n) =>
      subject({ kind: "farm", number: `F-${n}`, title: `农险_${n}%（示例）` }),
    );
    for (const [n, about] of abouts.entries())
      await write(
        about,
        clock({ due: `2025-04-0${9 - n}`, warnOn: "2025-04-01" }),
        clock({ clause: "二", due: null, state: "waiting" }),
      );
    const seen: string[] = [];
    let after: { due: string | null; subjectId: string; key: string } | null = null;
    for (;;) {
      const page = await database.run((context) =>
        listClocks(context, { kind: "farm" }, { after, limit: 3 }),
      );
      const last = page.at(-1);
      if (!last) break;
      seen.push(...page.map(({ due, subjectId, clause }) => `${due} ${subjectId} ${clause}`));
      after = { due: last.due, subjectId: last.subjectId, key: `${last.family} ${last.clause}` };
    }
    expect(new Set(seen).size).toBe(8);
    expect(seen.map((line) => line.slice(0, 10))).toEqual([
      "2025-04-06",
      "2025-04-07",
      "2025-04-08",
      "2025-04-09",
      ...Array.from({ length: 4 }, () => expect.stringMatching(/^null /)),
    ]);
    const count = (filter: Parameters<typeof countClocks>[1]) =>
      database.run((context) => countClocks(context, { kind: "farm", ...filter }));
    expect(await count({ q: "农险_1%" })).toBe(2);
    expect(await count({ q: "f-2" })).toBe(2);
    expect(await count({ states: ["waiting"] })).toBe(4);
    expect(await count({ handler: other.staffId })).toBe(0);
  });

  it("is not seen by another institution", async () => {
    await write(subject());
    await write(subject(), clock({}));
    const elsewhere = { kind: "system" as const, name: "other", institutionId: database.otherInstitutionId };
    expect(await database.run((context) => countClocks(context, {}), elsewhere)).toBe(0);
  });
});

describe("alerts", () => {
  it("are noted once for each end, told to the one who handles it, and gone once seen", async () => {
    day("2025-03-04");
    await sweep();
    const about = subject({ kind: "surrender" });
    await write(about, clock({}));
    expect(await sweep()).toBe(0);
    day("2025-03-05");
    expect(await sweep()).toBeGreaterThanOrEqual(1);
    expect(await sweep()).toBe(0);
    const [first] = (await mine()).filter(({ subjectId }) => subjectId === about.id);
    expect(first).toMatchObject({ alert: "warning", due: "2025-03-12", name: "核定" });
    expect((await mine(other)).filter(({ subjectId }) => subjectId === about.id)).toEqual([]);
    if (!first) throw new Error("no alert");
    expect(await database.run((context) => markSeen({ ...context, actor: other }, first), other)).toBe(false);
    expect(await database.run((context) => markSeen({ ...context, actor: handler }, first), handler)).toBe(
      true,
    );
    expect((await mine()).filter(({ subjectId }) => subjectId === about.id)).toEqual([]);
    day("2025-03-13");
    expect(await sweep()).toBeGreaterThanOrEqual(1);
    expect((await mine()).find(({ subjectId }) => subjectId === about.id)?.alert).toBe("breach");
  });

  it("of two sweeps at once each clock is noted by one", async () => {
    day("2025-03-06");
    const about = subject({ kind: "reinstatement" });
    await write(about, clock({}));
    const counts = await Promise.all([sweep(), sweep(), sweep()]);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  });

  it("speak of the end that the clock has now: one that moved is warned of anew, one that was done of nothing", async () => {
    day("2025-03-06");
    const about = subject({ kind: "complaint", number: "T-2" });
    await write(about, clock({}));
    await sweep();
    const alerts = async () => (await mine()).filter(({ subjectId }) => subjectId === about.id);
    expect(await alerts()).toHaveLength(1);
    await write(about, clock({ due: "2025-04-12", warnOn: "2025-04-03" }));
    await sweep();
    expect(await alerts()).toEqual([]);
    day("2025-04-03");
    await sweep();
    expect((await alerts()).map(({ due }) => due)).toEqual(["2025-04-12"]);
    await write(about, clock({ due: "2025-04-12", done: "2025-04-04T10:00:00+08:00", state: "met" }));
    expect(await alerts()).toEqual([]);
  });
});
