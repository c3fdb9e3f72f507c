import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { terms } from "../../terms/index.ts";
import { chinaCalendar } from "./calendar.ts";
import { type Clock, isPast } from "./clock.ts";
import { clocksOf } from "./clocks.ts";
import { dayNumber, dayText } from "./days.ts";
import type { ClockBook } from "./editions.ts";
import type { ClockEvent } from "./events.ts";
import type { ClockKind } from "./kinds.ts";
import { piecemealNotices } from "./pause.ts";

const time = (day: string, hour = "09:00:00"): string => `${day}T${hour}+08:00`;
const reported = (day: string): ClockEvent[] => [
  { type: "started", at: time(day) },
  { type: "known", at: time(day), branch: null, facts: { 首次收到材料日: day } },
];
const at = (events: readonly ClockEvent[], day: string, kind: ClockKind = "claim", book: ClockBook = terms) =>
  clocksOf(kind, events, book, chinaCalendar, time(day, "12:00:00"));
const named = (clocks: readonly Clock[], lane: string): Clock => {
  const found = clocks.find((clock) => clock.lane === lane);
  if (!found) throw new Error(`no clock ${lane}`);
  return found;
};

describe("a claim's clocks", () => {
  it("run by the law and by the institution's own promise, each saying which", () => {
    const clocks = at(reported("2025-03-03"), "2025-03-04");
    expect(clocks.map(({ lane, due, law, state }) => [lane, due, law, state])).toEqual([
      ["核定", "2025-04-02", ["保险法/23", "保险法司法解释二/15"], "running"],
      ["先行给付", "2025-05-02", ["保险法/25"], "running"],
      ["承诺核定", "2025-03-18", [], "running"],
    ]);
  });

  it("warn by working days, and say the last day on which anybody can act", () => {
    // Due on 4 October, within the holiday of 1 to 8 October: the last working day is 30 September.
    const clock = named(at(reported("2025-09-04"), "2025-09-22"), "核定");
    expect(clock).toMatchObject({ due: "2025-10-04", actBy: "2025-09-30", warnOn: "2025-09-24" });
    expect(named(at(reported("2025-09-04"), "2025-09-24"), "核定").state).toBe("warning");
    expect(named(at(reported("2025-09-04"), "2025-10-04"), "核定").state).toBe("warning");
    expect(named(at(reported("2025-09-04"), "2025-10-05"), "核定").state).toBe("breached");
  });

  it("pause once, from the notice's arrival to the answer; a second notice is an alarm and pauses nothing", () => {
    const notice = (day: string, noticeId: string): ClockEvent => ({
      type: "notice-delivered",
      at: time(day),
      noticeId,
    });
    const once: ClockEvent[] = [...reported("2025-03-03"), notice("2025-03-06", "a")];
    const paused = named(at(once, "2025-03-10"), "核定");
    expect(paused).toMatchObject({ due: null, earliest: "2025-04-06", extended: 0, state: "paused" });
    expect(named(at(once, "2025-03-10"), "先行给付")).toMatchObject({ due: "2025-05-02", state: "running" });
    const answered: ClockEvent[] = [...once, { type: "documents-received", at: time("2025-03-16") }];
    const twice: ClockEvent[] = [
      ...answered,
      notice("2025-03-17", "b"),
      { type: "documents-received", at: time("2025-03-27") },
    ];
    expect(named(at(twice, "2025-03-28"), "核定")).toMatchObject({
      due: "2025-04-12",
      pause: { from: time("2025-03-06"), to: time("2025-03-16") },
    });
    expect(piecemealNotices(answered)).toEqual([]);
    expect(piecemealNotices(twice)).toEqual(["b"]);
  });

  it("extend only what the terms allow, as far as they allow", () => {
    const events = reported("2025-03-03");
    expect(named(at(events, "2025-03-04"), "核定").extendsTo).toBeNull();
    expect(named(at(events, "2025-03-04"), "承诺核定").extendsTo).toBe("2025-04-02");
    const extended: ClockEvent[] = [
      ...events,
      { type: "extended", at: time("2025-03-10"), family: "claim-promises", clause: "承诺一" },
    ];
    expect(named(at(extended, "2025-03-11"), "承诺核定")).toMatchObject({
      due: "2025-04-02",
      dueBefore: "2025-03-18",
      extended: 1,
      extendsTo: null,
    });
    expect(named(at(extended, "2025-03-09"), "承诺核定").due).toBe("2025-03-18");
  });

  it("stand still at the end of their subject, but a late one stays late", () => {
    const ended = (day: string): ClockEvent[] => [
      ...reported("2025-03-03"),
      { type: "ended", at: time(day) },
    ];
    expect(at(ended("2025-03-20"), "2026-01-01").map(({ lane, state }) => [lane, state])).toEqual([
      ["核定", "ended"],
      ["先行给付", "ended"],
      ["承诺核定", "late"],
    ]);
  });
});

describe("other subjects use the same clocks at once", () => {
  it("complaints: 15 days, 30, and 30 more", () => {
    const complaint: ClockEvent[] = [
      { type: "started", at: time("2025-03-03") },
      {
        type: "known",
        at: time("2025-03-03"),
        branch: null,
        facts: { 收到投诉日: "2025-03-03", 收到核查申请日: { none: true } },
      },
    ];
    const more = (day: string): ClockEvent => ({
      type: "extended",
      at: time(day),
      family: "complaint-clocks",
      clause: "第一条",
    });
    const due = (...events: ClockEvent[]) =>
      at([...complaint, ...events], "2025-04-10", "complaint").map((clock) => [clock.due, clock.extendsTo]);
    expect(due()).toEqual([["2025-03-18", "2025-04-02"]]);
    expect(due(more("2025-03-10"))).toEqual([["2025-04-02", "2025-05-02"]]);
    expect(due(more("2025-03-10"), more("2025-03-30"))).toEqual([["2025-05-02", null]]);
  });

  it("surrender, reinstatement and farms; a promise of hours ends at its minute", () => {
    const of = (kind: ClockKind, facts: Record<string, unknown>, now: string) =>
      clocksOf(
        kind,
        [
          { type: "started", at: time("2025-06-10", "08:30:00") },
          { type: "known", at: time("2025-06-10", "08:30:00"), branch: null, facts },
        ],
        terms,
        chinaCalendar,
        now,
      ).map(({ lane, due, state, law }) => [lane, due, state, law.length > 0]);
    expect(of("surrender", { 收到解除通知日: "2025-06-10" }, time("2025-06-11"))).toEqual([
      ["退还现金价值", "2025-07-10", "running", true],
      ["承诺退还", "2025-06-20", "running", false],
    ]);
    expect(of("reinstatement", { 申请日: "2025-06-10" }, time("2025-06-11"))).toEqual([
      ["复效答复", "2025-07-10", "running", true],
    ]);
    const farm = {
      农险报案时间: "2025-06-10T08:30:00",
      农险损失类别: "养殖业损失",
      公示起始日: { none: true },
    };
    expect(of("farm", farm, time("2025-06-11", "08:30:00"))).toEqual([
      ["现场查勘", "2025-06-11T08:30:00+08:00", "warning", false],
      ["农险定损", "2025-06-13", "warning", false],
      ["农险赔款支付", null, "waiting", true],
    ]);
    expect(of("farm", farm, time("2025-06-11", "08:30:01"))[0]).toEqual([
      "现场查勘",
      "2025-06-11T08:30:00+08:00",
      "breached",
      false,
    ]);
  });

  it("what is not law is never shown as law: it says that it is the institution's own", () => {
    const own = terms
      .list()
      .filter(({ terms: { id } }) => /-clocks\//.test(id))
      .flatMap(({ clauses }) => clauses)
      .filter(({ kind, law }) => kind === "promise" && law.length === 0);
    expect(own.length).toBeGreaterThan(5);
    for (const { text } of own) expect(text).toMatch(/^本公司(时限（法规原文待核实）|承诺)/);
  });
});

const day = fc.integer({ min: dayNumber("2024-01-01"), max: dayNumber("2026-09-30") }).map(dayText);
const span = fc.integer({ min: 0, max: 60 });
const later = (from: string, days: number) => dayText(dayNumber(from) + days);
/** A claim reported on a day, its notice delivered and answered so many days later; null where it was not. */
const story = fc.record({
  start: day,
  notice: fc.option(fc.tuple(span, span)),
  second: fc.option(fc.tuple(span, span)),
  extended: fc.option(span),
  look: fc.integer({ min: 0, max: 150 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const eventsOfStory = ({ start, notice, second, extended }: Story): ClockEvent[] => {
  const events = reported(start);
  const add = ([wait, answer]: readonly [number, number], from: string, noticeId: string): string => {
    const delivered = later(from, wait);
    const answered = later(delivered, answer);
    events.push({ type: "notice-delivered", at: time(delivered), noticeId });
    events.push({ type: "documents-received", at: time(answered) });
    return answered;
  };
  const after = notice ? add(notice, start, "first") : start;
  if (notice && second) add(second, after, "second");
  if (extended !== null)
    events.push({
      type: "extended",
      at: time(later(start, extended)),
      family: "claim-promises",
      clause: "承诺一",
    });
  return events;
};

describe("properties", () => {
  it("a pause never shortens a clock, and a second notice changes nothing", () => {
    fc.assert(
      fc.property(story, (given) => {
        const events = eventsOfStory(given);
        const end = later(given.start, 400);
        const bare = at(eventsOfStory({ ...given, notice: null }), end);
        const once = at(eventsOfStory({ ...given, second: null }), end);
        for (const clock of at(events, end)) {
          const plain = named(bare, clock.lane);
          expect(clock.due !== null && plain.due !== null && clock.due >= plain.due).toBe(true);
          expect(named(once, clock.lane)).toEqual(clock);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("looking back gives what was shown then, whatever happened and whichever edition was issued since", () => {
    fc.assert(
      fc.property(story, (given) => {
        const events = eventsOfStory(given);
        const look = later(given.start, given.look);
        const then = at(
          events.filter((event) => event.at <= time(look, "12:00:00")),
          look,
        );
        const issuedSince: ClockBook = {
          list: () =>
            terms
              .list()
              .map((edition) => {
                if (!edition.terms.id.startsWith("claim-clocks/2024")) return edition;
                const from = later(given.start, 1);
                return {
                  ...edition,
                  terms: { ...edition.terms, id: "claim-clocks/later", effective: { from, to: null } },
                };
              })
              .concat(terms.list()),
        };
        expect(at(events, look)).toEqual(then);
        expect(at(events, look, "claim", issuedSince)).toEqual(then);
      }),
      { numRuns: 100 },
    );
  });

  it("what starts a day earlier is never breached later, and once breached stays so", () => {
    fc.assert(
      fc.property(story, (given) => {
        fc.pre(given.start > "2024-01-01");
        const events = eventsOfStory(given);
        const earlier = [...reported(later(given.start, -1)), ...events.slice(2)];
        const look = later(given.start, given.look);
        for (const clock of at(events, look)) {
          const before = named(at(earlier, look), clock.lane);
          if (clock.due !== null && before.due !== null) expect(before.due <= clock.due).toBe(true);
          if (clock.state === "breached") expect(before.state).toBe("breached");
        }
      }),
      { numRuns: 100 },
    );
  });

  it("warns on a working day, never after the last day to act, never after the end", () => {
    fc.assert(
      fc.property(day, (start) => {
        for (const { due, actBy, warnOn } of at(reported(start), start)) {
          if (due === null || actBy === null || warnOn === null) throw new Error("no warning");
          expect(chinaCalendar.isWorking(actBy) && chinaCalendar.isWorking(warnOn)).toBe(true);
          expect(warnOn <= actBy && actBy <= due).toBe(true);
          expect(isPast(due, time(actBy))).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
