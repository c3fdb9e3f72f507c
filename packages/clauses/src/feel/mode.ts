/**
 * `feel`: DMN 1.5 as it stands. `terms`: every time and every date and time is +08:00, the calendar
 * functions exist, and those that read a clock do not.
 */
export type Mode = "feel" | "terms";

/** Seconds east of UTC of every time in terms: China has one time zone. */
export const TERMS_OFFSET = 8 * 3600;
