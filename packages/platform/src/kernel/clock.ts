/** The time comes from outside, so that a test, a replay and a drill can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Stands still at `at` until moved. */
export const fixedClock = (at: string): Clock & { set(at: string): void } => {
  let time = new Date(at);
  return {
    now: () => new Date(time),
    set: (next) => {
      time = new Date(next);
    },
  };
};

/**
 * The clock for one transaction: read once, it stands. What is done at once has one time, so that an event and the row it folds
 * to never lie on two sides of a second.
 */
export const standing = (clock: Clock): Clock => {
  const at = clock.now();
  return { now: () => new Date(at) };
};

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in China (UTC+8, no summer time), ISO 8601. */
export const dayInChina = (at: Date): string =>
  new Date(at.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** The wall-clock time in China with its offset, to the second: `2024-10-02T08:12:05+08:00`. */
export const timeInChina = (at: Date): string =>
  `${new Date(at.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
