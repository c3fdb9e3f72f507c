/** Three-valued logic and comparisons as functions. NaN among numbers is null. */
import type { NumberOf } from "./arithmetic.ts";

export type TruthOf = () => boolean | null;

/** Stops at the first false one. */
export function allOf(parts: readonly TruthOf[]): TruthOf {
  const [a, b, more] = parts;
  if (a !== undefined && b !== undefined && more === undefined)
    return () => {
      const x = a();
      if (x === false) return false;
      const y = b();
      return y === false ? false : x === true && y === true ? true : null;
    };
  return () => {
    let all: boolean | null = true;
    for (const part of parts) {
      const x = part();
      if (x === false) return false;
      if (x === null) all = null;
    }
    return all;
  };
}

/** Stops at the first true one. */
export function anyOf(parts: readonly TruthOf[]): TruthOf {
  const [a, b, more] = parts;
  if (a !== undefined && b !== undefined && more === undefined)
    return () => {
      const x = a();
      if (x === true) return true;
      const y = b();
      return y === true ? true : x === false && y === false ? false : null;
    };
  return () => {
    let none: boolean | null = false;
    for (const part of parts) {
      const x = part();
      if (x === true) return true;
      if (x === null) none = null;
    }
    return none;
  };
}

export function comparing(op: "lt" | "le", a: NumberOf, b: NumberOf, nullable: boolean): TruthOf {
  const plain: () => boolean = op === "lt" ? () => a() < b() : () => a() <= b();
  if (!nullable) return plain;
  return () => {
    const x = a();
    const y = b();
    if (Number.isNaN(x) || Number.isNaN(y)) return null;
    return op === "lt" ? x < y : x <= y;
  };
}

/** FEEL's `=`: null equals null only. */
export const equalNumbers =
  (a: NumberOf, b: NumberOf): TruthOf =>
  () => {
    const x = a();
    const y = b();
    return x === y || (Number.isNaN(x) && Number.isNaN(y));
  };
