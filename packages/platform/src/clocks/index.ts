export { chinaCalendar, type WorkCalendar } from "./model/calendar.ts";
export { CLOCK_STATES, type Clock, type ClockKey, type ClockState, isRunning } from "./model/clock.ts";
export { clocksOf } from "./model/clocks.ts";
export { dayOf, daysBetween } from "./model/days.ts";
export { type ClockBook, editionOn } from "./model/editions.ts";
export type { ClockEvent, ClockFacts } from "./model/events.ts";
export { CLOCK_KINDS, type ClockKind, FAMILIES } from "./model/kinds.ts";
export { piecemealNotices } from "./model/pause.ts";
export { lawNames } from "./model/words.ts";
