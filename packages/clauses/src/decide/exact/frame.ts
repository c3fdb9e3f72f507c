/** The facts of one decision as the exact path holds them, and how it gives up. */
import { Num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";

/** Stands for a fact of which no value is known: reading it leaves the exact path. */
export const UNREAD = Symbol("unread");

/** An ordered fact is a whole number of units of its scale; every other one a value of the graph. */
export type Cell = number | Val | typeof UNREAD;

/** What the functions of one program share. `run` counts decisions, so that nothing need be cleared. */
export class Frame {
  run = 0;
  readonly facts: Cell[];

  constructor(size: number) {
    this.facts = Array.from({ length: size }, () => UNREAD);
  }
}

/** Something the exact path does not do: the full engine decides instead. */
export class Beyond extends Error {}

const BEYOND = new Beyond("beyond the exact path");

/** Made once: it is no error, and nobody reads where it came from. */
export function beyond(): never {
  throw BEYOND;
}

/** Whole numbers up to here are exact as JavaScript numbers, and so is the sum of two of them before it is checked. */
export const SAFE = 2 ** 53 - 1;

/** The largest scale (decimal places) of a number of the exact path. */
export const MAX_SCALE = 15;

const POWERS = Array.from({ length: MAX_SCALE + 1 }, (_, i) => 10 ** i);

export const powerOfTen = (scale: number): number => POWERS[scale] ?? beyond();

/** `x` units of 10^−scale. No number is null. */
export function toNum(x: number, scale: number): Num | null {
  if (Number.isNaN(x)) return null;
  return scale === 0 || !Number.isFinite(x) ? new Num(x) : new Num(x).times(new Num(10).pow(-scale));
}

/** A number as whole units of 10^−scale; it must come out even. */
export function fromNum(value: Num, scale: number): number {
  const x = value.isFinite() ? value.times(powerOfTen(scale)) : value;
  const units = x.toNumber();
  if (!x.isFinite()) return units;
  return x.isInteger() && units >= -SAFE && units <= SAFE ? units : beyond();
}
