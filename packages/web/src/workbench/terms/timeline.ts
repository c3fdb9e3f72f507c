/** An edition's period, as the library lists it; `from` is empty and `to` null where nothing bounds it. */
export interface Period {
  readonly id: string;
  readonly effective: { readonly from: string; readonly to: string | null };
}
/** A stretch of days with the editions in force in it: none is a gap, two an overlap. */
export interface Stretch {
  /** ISO days, both included; null without end. */
  readonly from: string | null;
  readonly to: string | null;
  readonly ids: readonly string[];
}

const DAY_MS = 86_400_000;
const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

const holds = ({ effective: { from, to } }: Period, day: string): boolean =>
  (from === "" || from <= day) && (to === null || day <= to);

/** The editions in force on a day. */
export const governing = (periods: readonly Period[], day: string): readonly string[] =>
  periods.filter((period) => holds(period, day)).map(({ id }) => id);

/** A family's time, from its first edition's beginning to its last one's end, cut where an edition begins or ends. */
export const stretchesOf = (periods: readonly Period[]): Stretch[] => {
  const starts = [
    ...new Set(
      periods.flatMap(({ effective: { from, to } }) => [
        ...(from === "" ? [] : [from]),
        ...(to === null ? [] : [shift(to, 1)]),
      ]),
    ),
  ].sort();
  const [first] = starts;
  if (first === undefined)
    return periods.length === 0 ? [] : [{ from: null, to: null, ids: periods.map(({ id }) => id) }];
  const before = { from: null, to: shift(first, -1), ids: governing(periods, shift(first, -1)) };
  const rest = starts.map((from, at) => {
    const next = starts[at + 1];
    return { from, to: next === undefined ? null : shift(next, -1), ids: governing(periods, from) };
  });
  const all = [before, ...rest];
  const known = all.findIndex(({ ids }) => ids.length > 0);
  const last = all.findLastIndex(({ ids }) => ids.length > 0);
  return known < 0 ? [] : all.slice(known, last + 1);
};
