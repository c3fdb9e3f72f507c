import type { PromiseDecision } from "@goodfaith/clauses";
import type { Edition } from "../../terms/index.ts";
import { lastWorkingDay, type WorkCalendar, workingDaysBefore } from "./calendar.ts";
import { type Clock, type ClockState, isPast } from "./clock.ts";
import { dayOf } from "./days.ts";
import { type ClockBook, editionOn, promiseStarts, warningDays } from "./editions.ts";
import { type ClockEvent, type ClockFacts, eventsOf, heardBy } from "./events.ts";
import { type ClockKind, EXTENSION_FACT, FAMILIES, PAUSE_FACT } from "./kinds.ts";
import { type Pause, pauseDays, pauseOf } from "./pause.ts";
import { promisesOf, recordsOf } from "./promises.ts";

/** All that one edition's clocks are worked out from. */
interface Reading {
  readonly family: string;
  readonly edition: Edition;
  readonly events: readonly ClockEvent[];
  readonly records: readonly ClockFacts[];
  readonly pause: Pause | null;
  readonly book: ClockBook;
  readonly calendar: WorkCalendar;
  readonly startedOn: string;
  readonly at: string;
}

const exact = (due: PromiseDecision["due"] | undefined): string | null =>
  typeof due === "string" ? (due.endsWith("T00:00:00+08:00") ? dayOf(due) : due) : null;

/** The promise that a clause makes with the clock paused for `pause` days and extended `times`: the last conclusion's. */
const promiseOf = (
  { edition, records }: Reading,
  clause: string,
  { pause, times }: { readonly pause: number; readonly times: number },
): { readonly promise: PromiseDecision; readonly facts: ClockFacts } | null => {
  for (const record of [...records].reverse()) {
    const facts = { [PAUSE_FACT]: pause, [EXTENSION_FACT]: times, ...record };
    const promise = promisesOf(edition, facts).find((one) => one.clause === clause);
    if (promise) return { promise, facts };
  }
  return null;
};

const stateOf = (
  { events, at }: Reading,
  clock: Pick<Clock, "due" | "done" | "warnOn">,
  paused: boolean,
): ClockState => {
  const { due, done, warnOn } = clock;
  if (done !== null)
    return due !== null && isPast(due, due.length > 10 ? done : dayOf(done)) ? "late" : "met";
  const [ended] = eventsOf(events, "ended").slice(-1);
  if (due !== null && isPast(due, ended?.at ?? at)) return ended ? "late" : "breached";
  if (ended) return "ended";
  if (paused) return "paused";
  if (due === null) return "waiting";
  return warnOn !== null && dayOf(at) >= warnOn ? "warning" : "running";
};

/** When to be warned of a clock, and the last day on which somebody can act. */
const warningOf = ({ book, calendar, startedOn }: Reading, lane: string, due: string | null) => {
  if (due === null) return { actBy: null, warnOn: null };
  const actBy = lastWorkingDay(calendar, dayOf(due));
  const days = warningDays(book, lane, startedOn);
  return { actBy, warnOn: days === null ? null : workingDaysBefore(calendar, actBy, days) };
};

const startOf = (facts: ClockFacts, written: string | undefined): string | null => {
  const value = written === undefined ? undefined : facts[written];
  return typeof value === "string" ? value : null;
};

const extensionOf = (reading: Reading, clause: string, pause: number) => {
  const { events, family, edition } = reading;
  const mine = eventsOf(events, "extended").filter((one) => one.family === family && one.clause === clause);
  const times = mine.length;
  const dueWith = (count: number) => exact(promiseOf(reading, clause, { pause, times: count })?.promise.due);
  if (!edition.facts.some(({ name }) => name === EXTENSION_FACT))
    return { times: 0, dueBefore: null, extendsTo: null };
  const [now, next] = [dueWith(times), dueWith(times + 1)];
  return {
    times,
    dueBefore: times === 0 ? null : dueWith(0),
    extendsTo: now !== null && next !== null && next > now ? next : null,
  };
};

const clockOf = (reading: Reading, clause: Edition["clauses"][number]): Clock | null => {
  const { family, edition, pause, events, at } = reading;
  const days = pauseDays(pause, at);
  const { times, dueBefore, extendsTo } = extensionOf(reading, clause.id, days);
  const made = promiseOf(reading, clause.id, { pause: days, times });
  if (!made) return null;
  const { lane, due: promised } = made.promise;
  const counted = exact(promised);
  // Whether this clause's terms take the pause off at all: would another day of it move the end?
  const pauses =
    pause !== null &&
    exact(promiseOf(reading, clause.id, { pause: days + 1, times })?.promise.due) !== counted;
  const open = pauses && pause.to === null;
  const due = open ? null : counted;
  const done = eventsOf(events, "done").find((one) => one.lane === lane)?.at ?? null;
  const warning = warningOf(reading, lane, due);
  return {
    family,
    clause: clause.id,
    lane,
    text: clause.text.trim(),
    terms: edition.terms.id,
    law: clause.law,
    from: startOf(made.facts, promiseStarts(edition).get(clause.id)),
    due,
    earliest: open ? counted : null,
    pause: pauses ? pause : null,
    extended: times,
    dueBefore,
    extendsTo: done === null ? extendsTo : null,
    ...warning,
    done,
    state: stateOf(reading, { due, done, warnOn: warning.warnOn }, open),
  };
};

/**
 * 时限: every clock of a subject at a moment, from what had happened by then. The editions in force on the day it started
 * govern to the end, so that looking back gives what was shown then. Days are China's.
 * @throws Refused `clocks.facts` where known facts do not fit the terms
 */
export const clocksOf = (
  kind: ClockKind,
  events: readonly ClockEvent[],
  book: ClockBook,
  calendar: WorkCalendar,
  at: string,
): readonly Clock[] => {
  const heard = heardBy(events, at);
  const [started] = eventsOf(heard, "started");
  if (!started) return [];
  const startedOn = dayOf(started.at);
  return FAMILIES[kind].flatMap((family) => {
    const edition = editionOn(book, family, startedOn);
    if (!edition) return [];
    const records = recordsOf(heard);
    const pause = pauseOf(heard);
    const reading = { family, edition, events: heard, records, pause, book, calendar, startedOn, at };
    return edition.clauses.flatMap((clause) => clockOf(reading, clause) ?? []);
  });
};
