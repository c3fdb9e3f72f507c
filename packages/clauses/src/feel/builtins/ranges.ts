/** Relations between points and ranges (DMN 1.5 Table 78), and `range`. */
import { compare, inRange } from "../compare.ts";
import type { FeelRange, Value } from "../value.ts";
import { parseRange } from "./range-text.ts";
import { of, type Param, param, type Signature, signature, string } from "./signature.ts";

const point = (name: string): Param<Value & {}> =>
  param(name, (value): value is Value & {} => value !== null && compare(value, value) !== null);
const range = (name: string): Param<FeelRange> => of(name, "range");

/** One end of a range. An absent end lies beyond every value. */
interface End {
  readonly at: Value;
  readonly included: boolean;
  readonly side: -1 | 1;
}

const low = (r: FeelRange): End => ({ at: r.low, included: r.lowIncluded, side: -1 });
const high = (r: FeelRange): End => ({ at: r.high, included: r.highIncluded, side: 1 });

/** Below 0, 0 or above 0 as the value at `a` comes before, with or after that at `b`. */
function order(a: End, b: End): number | null {
  if (a.at === null || b.at === null) {
    if (a.at === null && b.at === null) return a.side - b.side;
    return a.at === null ? a.side : -b.side;
  }
  return compare(a.at, b.at);
}

type Holds = (d: number) => boolean;

/** Null where the ends have no order. */
const where = (d: number | null, holds: Holds): boolean | null => (d === null ? null : holds(d));

/** Ternary and. */
function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

const pointIn = (at: Value): FeelRange => ({
  kind: "range",
  low: at,
  high: at,
  lowIncluded: true,
  highIncluded: true,
});

/** All of `a` lies before all of `b`. */
const isBefore = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(high(a), low(b)), (d) => d < 0 || (d === 0 && !(a.highIncluded && b.lowIncluded)));

/** The low end of `a` is at or below that of `b`, included ends being lower. */
const startsNoLater = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(low(a), low(b)), (d) => d < 0 || (d === 0 && (a.lowIncluded || !b.lowIncluded)));

const startsEarlier = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(low(a), low(b)), (d) => d < 0 || (d === 0 && a.lowIncluded && !b.lowIncluded));

const endsNoLater = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(high(a), high(b)), (d) => d < 0 || (d === 0 && (!a.highIncluded || b.highIncluded)));

/** Some point may lie in both: `a` does not end before `b` starts. */
const reaches = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(high(a), low(b)), (d) => d > 0 || (d === 0 && a.highIncluded && b.lowIncluded));

const includes = (a: FeelRange, b: FeelRange): boolean | null => both(startsNoLater(a, b), endsNoLater(b, a));

const overlaps = (a: FeelRange, b: FeelRange): boolean | null => both(reaches(a, b), reaches(b, a));

const overlapsBefore = (a: FeelRange, b: FeelRange): boolean | null =>
  both(both(startsEarlier(a, b), reaches(a, b)), endsNoLater(a, b));

const meets = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(high(a), low(b)), (d) => d === 0 && a.highIncluded && b.lowIncluded);

const sameLow = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(low(a), low(b)), (d) => d === 0 && a.lowIncluded === b.lowIncluded);

const sameHigh = (a: FeelRange, b: FeelRange): boolean | null =>
  where(order(high(a), high(b)), (d) => d === 0 && a.highIncluded === b.highIncluded);

const starts = (a: FeelRange, b: FeelRange): boolean | null => both(sameLow(a, b), endsNoLater(a, b));
const finishes = (a: FeelRange, b: FeelRange): boolean | null => both(sameHigh(a, b), startsNoLater(b, a));

const isStart = (at: Value, r: FeelRange): boolean | null =>
  where(compare(at, r.low), (d) => d === 0 && r.lowIncluded);
const isEnd = (at: Value, r: FeelRange): boolean | null =>
  where(compare(at, r.high), (d) => d === 0 && r.highIncluded);

type Relation = (a: FeelRange, b: FeelRange) => boolean | null;

const pointPoint = (run: (a: Value, b: Value) => boolean | null): Signature =>
  signature([point("point1"), point("point2")], ([a, b]) => run(a, b));
const pointRange = (run: (at: Value, r: FeelRange) => boolean | null): Signature =>
  signature([point("point"), range("range")], ([at, r]) => run(at, r));
const rangePoint = (run: (r: FeelRange, at: Value) => boolean | null): Signature =>
  signature([range("range"), point("point")], ([r, at]) => run(r, at));
const rangeRange = (run: Relation): Signature =>
  signature([range("range1"), range("range2")], ([a, b]) => run(a, b));

const flip =
  (run: Relation): Relation =>
  (a, b) =>
    run(b, a);

export const RANGE_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  before: [
    pointPoint((a, b) => where(compare(a, b), (d) => d < 0)),
    pointRange((at, r) => isBefore(pointIn(at), r)),
    rangePoint((r, at) => isBefore(r, pointIn(at))),
    rangeRange(isBefore),
  ],
  after: [
    pointPoint((a, b) => where(compare(a, b), (d) => d > 0)),
    pointRange((at, r) => isBefore(r, pointIn(at))),
    rangePoint((r, at) => isBefore(pointIn(at), r)),
    rangeRange(flip(isBefore)),
  ],
  meets: [rangeRange(meets)],
  "met by": [rangeRange(flip(meets))],
  overlaps: [rangeRange(overlaps)],
  "overlaps before": [rangeRange(overlapsBefore)],
  "overlaps after": [rangeRange(flip(overlapsBefore))],
  finishes: [pointRange(isEnd), rangeRange(finishes)],
  "finished by": [rangePoint((r, at) => isEnd(at, r)), rangeRange(flip(finishes))],
  includes: [rangePoint((r, at) => inRange(at, r)), rangeRange(includes)],
  during: [pointRange(inRange), rangeRange(flip(includes))],
  starts: [pointRange(isStart), rangeRange(starts)],
  "started by": [rangePoint((r, at) => isStart(at, r)), rangeRange(flip(starts))],
  coincides: [
    pointPoint((a, b) => where(compare(a, b), (d) => d === 0)),
    rangeRange((a, b) => both(sameLow(a, b), sameHigh(a, b))),
  ],
  range: [signature([string("from")], ([from], { mode }) => parseRange(from, mode))],
};
