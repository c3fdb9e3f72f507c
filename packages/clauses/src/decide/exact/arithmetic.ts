/**
 * Functions of whole numbers that stand for FEEL's numbers, exactly: what may not be exact as a JavaScript
 * number goes beyond. NaN stands for null; infinite numbers are those of the graph.
 */
import type { RoundMode } from "../../ir/node.ts";
import { beyond, powerOfTen, SAFE } from "./frame.ts";

export type NumberOf = () => number;

const inside = (x: number): boolean => x >= -SAFE && x <= SAFE;

/** A result that is no whole number in range: null, infinite, or beyond. `neither` is what ∞ − ∞ or 0 · ∞ is. */
function odd(a: number, b: number, result: number, neither: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (Number.isNaN(result)) return neither;
  return Number.isFinite(result) ? beyond() : result;
}

export const adding =
  (a: NumberOf, b: NumberOf): NumberOf =>
  () => {
    const x = a();
    const y = b();
    const sum = x + y;
    return inside(sum) ? sum : odd(x, y, sum, Number.POSITIVE_INFINITY);
  };

export const subtracting =
  (a: NumberOf, b: NumberOf): NumberOf =>
  () => {
    const x = a();
    const y = b();
    const rest = x - y;
    return inside(rest) ? rest : odd(x, y, rest, Number.POSITIVE_INFINITY);
  };

export const multiplying =
  (a: NumberOf, b: NumberOf): NumberOf =>
  () => {
    const x = a();
    const y = b();
    const product = x * y;
    return inside(product) ? product : odd(x, y, product, 0);
  };

/** The same number in units a whole factor smaller. */
export const inSmaller =
  (a: NumberOf, factor: number): NumberOf =>
  () => {
    const x = a() * factor;
    return inside(x) ? x : odd(0, 0, x, Number.NaN);
  };

export const larger =
  (a: NumberOf, b: NumberOf): NumberOf =>
  () =>
    Math.max(a(), b());

export const smaller =
  (a: NumberOf, b: NumberOf): NumberOf =>
  () =>
    Math.min(a(), b());

/** Drops `places` decimal places. */
export function rounding(a: NumberOf, mode: RoundMode, places: number): NumberOf {
  const unit = powerOfTen(places);
  const half = unit / 2;
  return () => {
    const x = a();
    const rest = x % unit;
    if (rest === 0 || !Number.isFinite(x)) return rest === 0 ? x / unit : x;
    const whole = (x - rest) / unit;
    return whole + step(mode, rest, half, whole % 2 !== 0);
  };
}

/** What is added to the whole part, whose sign the rest shares: −1, 0 or 1. */
function step(mode: RoundMode, rest: number, half: number, odd: boolean): number {
  const away = rest > 0 ? 1 : -1;
  const size = Math.abs(rest);
  switch (mode) {
    case "down":
      return 0;
    case "up":
      return away;
    case "floor":
      return rest < 0 ? -1 : 0;
    case "ceiling":
      return rest > 0 ? 1 : 0;
    case "half-up":
      return size >= half ? away : 0;
    case "half-down":
      return size > half ? away : 0;
    case "half-even":
      return size > half || (size === half && odd) ? away : 0;
  }
}
