import { daysBetween } from "./days.ts";
import { type ClockEvent, eventsOf } from "./events.ts";

/** 补正: from the day the one notice arrived to the day the answer came; `to` is null while it is out. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
}

/** The one lawful pause (解释二 15): the first notice that arrived. A second one, piecemeal, pauses nothing. */
export const pauseOf = (events: readonly ClockEvent[]): Pause | null => {
  const [notice] = eventsOf(events, "notice-delivered");
  if (!notice) return null;
  const answer = eventsOf(events, "documents-received").find(({ at }) => at >= notice.at);
  return { from: notice.at, to: answer?.at ?? null };
};

/** Notices that arrived after the first, and so did not pause: each is a breach of 保险法 22 to look into. */
export const piecemealNotices = (events: readonly ClockEvent[]): readonly string[] => {
  const [first, ...later] = eventsOf(events, "notice-delivered");
  return [...new Set(later.map(({ noticeId }) => noticeId))].filter((id) => id !== first?.noticeId);
};

/** The days it takes from a clock; while the answer is out, the days so far. */
export const pauseDays = (pause: Pause | null, at: string): number =>
  pause ? Math.max(0, daysBetween(pause.from, pause.to ?? at)) : 0;
