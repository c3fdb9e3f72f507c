/** The commonest form of a fact, told and read by text that stands in the program itself. */
import { wholeDomain } from "../../facts/domain.ts";
import type { FactDecl } from "../../terms/model.ts";
import { powerOfTen, SAFE } from "./frame.ts";
import { isoDay, isoSecond } from "./iso.ts";
import type { Printer } from "./printer.ts";

/** Units below this are told apart by the shortest decimals of JavaScript's numbers. */
export const SHORTEST = 1e15;

/** The least and the greatest that a fact may be, in units of its scale. */
export function limits(decl: FactDecl, scale: number): readonly [number, number] {
  const whole = wholeDomain(decl);
  if (whole.kind !== "range") return [-SAFE, SAFE];
  const factor = powerOfTen(scale);
  const low = whole.low.times(factor).ceil();
  const high = whole.high.times(factor).floor();
  return [Math.max(-SAFE, low.toNumber()), Math.min(SAFE, high.toNumber())];
}

/** `x` is the value as it came, `u` a number to use. Where `is` holds, `cell` is what the fact is. */
export interface Quick {
  readonly is: (p: Printer) => string;
  readonly cell: "x" | "u";
}

const BOOLEAN: Quick = { is: () => 'typeof x === "boolean"', cell: "x" };

/** Null where a fact has no form that is common enough. */
export function quickOf(decl: FactDecl, scale: number | null): Quick | null {
  if (decl.type.kind === "boolean") return BOOLEAN;
  return scale === null ? null : quickNumber(decl, scale);
}

function quickNumber(decl: FactDecl, scale: number): Quick | null {
  const [low, high] = limits(decl, scale);
  const inside = (least: number, most: number): string =>
    `u >= ${Math.max(low, least)} && u <= ${Math.min(high, most)}`;
  const text = (length: number, read: (text: string) => number): Quick => ({
    is: (p) =>
      `typeof x === "string" && x.length === ${length} && (u = ${p.constant(read)}(x), ${inside(low, high)})`,
    cell: "u",
  });
  switch (decl.type.kind) {
    case "date":
      return text(10, isoDay);
    case "date and time":
      return text(19, isoSecond);
    case "money":
    case "number": {
      const factor = powerOfTen(scale);
      const even = `(u = Math.round(x * ${factor}), u / ${factor} === x)`;
      return {
        is: () => `typeof x === "number" && ${even} && ${inside(1 - SHORTEST, SHORTEST - 1)}`,
        cell: "u",
      };
    }
    default:
      return null;
  }
}
