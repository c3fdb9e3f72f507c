/** Comparing numbers without making new ones, which decimal.js does for every comparison. */
import type { Num } from "../feel/value.ts";

/** As `a.comparedTo(b)`: negative, zero or positive; NaN where either is no number. */
export function compare(a: Num, b: Num): number {
  if (a === b && a.isFinite()) return 0;
  if (!a.isFinite() || !b.isFinite()) return a.comparedTo(b);
  const [x, y] = [a.d[0], b.d[0]];
  if (x === 0 || y === 0) return x === 0 ? (y === 0 ? 0 : -b.s) : a.s;
  if (a.s !== b.s) return a.s;
  return a.s > 0 ? size(a, b) : size(b, a);
}

/** By absolute value: exponents, then words from the greatest, then how many there are. */
function size(a: Num, b: Num): number {
  if (a.e !== b.e) return a.e > b.e ? 1 : -1;
  const length = Math.min(a.d.length, b.d.length);
  for (let i = 0; i < length; i++) {
    const difference = (a.d[i] ?? 0) - (b.d[i] ?? 0);
    if (difference !== 0) return difference > 0 ? 1 : -1;
  }
  return Math.sign(a.d.length - b.d.length);
}

export const above = (a: Num, b: Num): boolean => compare(a, b) > 0;
export const below = (a: Num, b: Num): boolean => compare(a, b) < 0;
export const atLeast = (a: Num, b: Num): boolean => compare(a, b) >= 0;
export const atMost = (a: Num, b: Num): boolean => compare(a, b) <= 0;
export const alike = (a: Num, b: Num): boolean => compare(a, b) === 0;

/** The greater of two; none may be NaN. */
export const higher = (a: Num, b: Num): Num => (above(b, a) ? b : a);
/** The less of two; none may be NaN. */
export const lower = (a: Num, b: Num): Num => (below(b, a) ? b : a);
