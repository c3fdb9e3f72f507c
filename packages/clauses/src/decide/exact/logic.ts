/** Three-valued logic and comparisons. NaN among numbers is null. */
import type { NumberOf } from "./arithmetic.ts";
import { type Code, call1, call2 } from "./code.ts";
import type { Printer } from "./printer.ts";

export type TruthOf = Code<boolean | null>;

/** Each part in turn: the first that is `end` is the result, `other` is what none of them being null gives. */
const inTurn =
  (parts: readonly TruthOf[], end: boolean) =>
  (p: Printer): string => {
    const tests = parts.map((x) => `x = ${x.print(p)}; if (x === ${end}) return x; if (x === null) all = x;`);
    return `let x, all = ${!end}; ${tests.join(" ")} return all;`;
  };

function joining(parts: readonly TruthOf[], end: boolean, nullable: boolean): TruthOf {
  return {
    run: () => {
      let result: boolean | null = !end;
      for (const part of parts) {
        const x = part.run();
        if (x === end) return x;
        if (x === null) result = null;
      }
      return result;
    },
    print: nullable
      ? (p) => p.block(parts, inTurn(parts, end))
      : (p) => `(${parts.map((x) => x.print(p)).join(end ? " || " : " && ")})`,
  };
}

/** Stops at the first false one. */
export const allOf = (parts: readonly TruthOf[], nullable: boolean): TruthOf =>
  joining(parts, false, nullable);

/** Stops at the first true one. */
export const anyOf = (parts: readonly TruthOf[], nullable: boolean): TruthOf =>
  joining(parts, true, nullable);

const SIGNS = { lt: "<", le: "<=" } as const;

export function comparing(op: "lt" | "le", a: NumberOf, b: NumberOf, nullable: boolean): TruthOf {
  const compare: (x: number, y: number) => boolean = op === "lt" ? (x, y) => x < y : (x, y) => x <= y;
  if (nullable) return call2((x, y) => (Number.isNaN(x) || Number.isNaN(y) ? null : compare(x, y)), a, b);
  return {
    run: () => compare(a.run(), b.run()),
    print: (p) => `(${a.print(p)} ${SIGNS[op]} ${b.print(p)})`,
  };
}

/** FEEL's `=`: null equals null only. */
export const equalNumbers = (a: NumberOf, b: NumberOf): TruthOf =>
  call2((x, y) => x === y || (Number.isNaN(x) && Number.isNaN(y)), a, b);

export const same = (a: Code<unknown>, b: Code<unknown>): TruthOf => ({
  run: () => a.run() === b.run(),
  print: (p) => `(${a.print(p)} === ${b.print(p)})`,
});

export const negation = (a: TruthOf): TruthOf => call1((x) => (x === null ? null : !x), a);

export const isTrue = (a: TruthOf): TruthOf => ({
  run: () => a.run() === true,
  print: (p) => `(${a.print(p)} === true)`,
});

export const isFalse = (a: TruthOf): Code<boolean> => ({
  run: () => a.run() === false,
  print: (p) => `(${a.print(p)} === false)`,
});
