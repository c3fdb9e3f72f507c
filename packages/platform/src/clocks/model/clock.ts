import type { Pause } from "./pause.ts";

/**
 * `breached` is over and not done, `late` was done too late, or never before its subject came to an end; `warning` runs out
 * within the days that the programme says; `ended` was running when its subject came to an end; `waiting` does not know its
 * day yet.
 */
export const CLOCK_STATES = [
  "breached",
  "warning",
  "running",
  "paused",
  "waiting",
  "met",
  "late",
  "ended",
] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** One promise of one subject at a moment. Days are ISO 8601; a day ends at its midnight in China. */
export interface Clock {
  readonly family: string;
  readonly clause: string;
  /** What is promised. */
  readonly lane: string;
  /** The clause's wording. */
  readonly text: string;
  /** The edition in force on the day it all started. */
  readonly terms: string;
  /** The law it comes from; none: the institution's own promise. */
  readonly law: readonly string[];
  readonly from: string | null;
  /** A day; or a time, where the promise is one of hours. Null while it waits or is paused. */
  readonly due: string | null;
  /** While paused: the day it would end on if the answer came today. */
  readonly earliest: string | null;
  /** Where it pauses this clock. */
  readonly pause: Pause | null;
  /** How often it was extended, and the day it had before. */
  readonly extended: number;
  readonly dueBefore: string | null;
  /** The day that one more extension would give; null where the terms allow none. */
  readonly extendsTo: string | null;
  /** The last working day on which it can be done in time. */
  readonly actBy: string | null;
  readonly warnOn: string | null;
  readonly done: string | null;
  readonly state: ClockState;
}

/** Names one clock of a subject. */
export interface ClockKey {
  readonly family: string;
  readonly clause: string;
}

/** True where the day, or the time, of `due` has passed. */
export const isPast = (due: string, at: string): boolean =>
  due.length > 10 ? at > due : at.slice(0, 10) > due;

/** Clocks that somebody still has to attend to. */
export const isRunning = ({ state }: Pick<Clock, "state">): boolean =>
  state === "running" || state === "warning" || state === "breached";
