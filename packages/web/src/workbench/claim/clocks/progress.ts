import type { ClaimView } from "@goodfaith/platform/contract";

export type Clock = ClaimView["clocks"][number];

const DAY_MS = 86_400_000;
const dayNumber = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS;

/** Parts of the bar in hundredths: how far the time has come, and which stretch of it does not count. */
export interface Progress {
  readonly gone: number;
  readonly pause: { readonly from: number; readonly to: number } | null;
}

/** How far a clock has run on a day; null where its beginning or its end is not known. */
export const progressOf = ({ from, due, earliest, pause, done }: Clock, today: string): Progress | null => {
  const end = due ?? earliest;
  if (from === null || end === null) return null;
  const [start, length] = [dayNumber(from), dayNumber(end) - dayNumber(from)];
  if (length <= 0) return null;
  const part = (day: string): number => Math.min(100, Math.max(0, ((dayNumber(day) - start) / length) * 100));
  return {
    gone: part(done ?? today),
    pause: pause && { from: part(pause.from), to: part(pause.to ?? today) },
  };
};
