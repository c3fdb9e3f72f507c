/**
 * Whole numbers that stand for FEEL's numbers, exactly: what may not be exact as a JavaScript number goes beyond.
 * NaN stands for null; infinite numbers are those of the graph.
 */
import type { RoundMode } from "../../ir/node.ts";
import { type Code, call1, call2 } from "./code.ts";
import { beyond, powerOfTen, SAFE } from "./frame.ts";

export type NumberOf = Code<number>;

/** A result that is no whole number in range: null, infinite, or beyond. `neither` is what ∞ − ∞ or 0 · ∞ is. */
function odd(a: number, b: number, result: number, neither: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (Number.isNaN(result)) return neither;
  return Number.isFinite(result) ? beyond() : result;
}

const add = (x: number, y: number): number => {
  const sum = x + y;
  return sum >= -SAFE && sum <= SAFE ? sum : odd(x, y, sum, Number.POSITIVE_INFINITY);
};

const subtract = (x: number, y: number): number => {
  const rest = x - y;
  return rest >= -SAFE && rest <= SAFE ? rest : odd(x, y, rest, Number.POSITIVE_INFINITY);
};

const multiply = (x: number, y: number): number => {
  const product = x * y;
  return product >= -SAFE && product <= SAFE ? product : odd(x, y, product, 0);
};

export const adding = (a: NumberOf, b: NumberOf): NumberOf => call2(add, a, b);
export const subtracting = (a: NumberOf, b: NumberOf): NumberOf => call2(subtract, a, b);
export const multiplying = (a: NumberOf, b: NumberOf): NumberOf => call2(multiply, a, b);
export const absolute = (a: NumberOf): NumberOf => call1(Math.abs, a);
/** Of NaN and a number these two are NaN. */
export const larger = (a: NumberOf, b: NumberOf): NumberOf => call2((x, y) => Math.max(x, y), a, b);
export const smaller = (a: NumberOf, b: NumberOf): NumberOf => call2((x, y) => Math.min(x, y), a, b);

/** The same number in units a whole factor smaller. */
export const inSmaller = (a: NumberOf, factor: number): NumberOf =>
  call1((given: number) => {
    const x = given * factor;
    return x >= -SAFE && x <= SAFE ? x : odd(0, 0, x, Number.NaN);
  }, a);

/** `a`, or `b` where it is null. */
export const numberOr = (a: NumberOf, b: NumberOf): NumberOf => ({
  run: () => {
    const x = a.run();
    return Number.isNaN(x) ? b.run() : x;
  },
  print: (p) => p.block({}, (q) => `const x = ${a.print(q)}; return Number.isNaN(x) ? ${b.print(q)} : x;`),
});

/** Drops `places` decimal places of whole units. */
export function rounder(mode: RoundMode, places: number): (x: number) => number {
  const unit = powerOfTen(places);
  const half = unit / 2;
  return (x) => {
    const rest = x % unit;
    if (rest === 0 || !Number.isFinite(x)) return rest === 0 ? x / unit : x;
    const whole = (x - rest) / unit;
    return whole + step(mode, rest, half, whole % 2 !== 0);
  };
}

/** ⌊x ÷ by⌋ for a whole divisor above zero; null and what is infinite stay so. */
export const flooredBy =
  (by: number) =>
  (x: number): number => {
    if (!Number.isFinite(x)) return x;
    const rest = x % by;
    return (x - (rest < 0 ? rest + by : rest)) / by;
  };

/** `rounder` of a number yet to be computed. */
export function rounding(a: () => number, mode: RoundMode, places: number): () => number {
  const round = rounder(mode, places);
  return () => round(a());
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
