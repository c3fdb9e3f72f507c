/** Plain values of facts as cells: the common forms at once, the others as everywhere, wrong ones not at all. */
import { isBad, readLiteral } from "../../facts/literal.ts";
import { Num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import { fromFeel } from "../../ir/value.ts";
import type { FactDecl } from "../../terms/model.ts";
import { type Cell, powerOfTen, SAFE, UNREAD } from "./frame.ts";
import { isoDay, isoSecond } from "./iso.ts";
import { limits, SHORTEST } from "./quick.ts";

/** Not for the exact path: the full reader decides what it is. */
export const NOT_PLAIN = Symbol("not plain");

export type CellReader = (raw: unknown) => Cell | typeof NOT_PLAIN;

/** How the plain values of a declared scalar fact become cells. `scale` is null for facts without an order. */
export function cellReader(decl: FactDecl, scale: number | null): CellReader {
  const known = scale === null ? plainReader(decl) : orderedReader(decl, scale);
  return (raw) => {
    if (raw === null || raw === undefined) return UNREAD;
    if (typeof raw === "object" && !(raw instanceof Num))
      return decl.optional && isNone(raw) ? null : NOT_PLAIN;
    return known(raw);
  };
}

const isNone = (raw: object): boolean => "none" in raw && raw.none === true && Object.keys(raw).length === 1;

function plainReader(decl: FactDecl): CellReader {
  const { type } = decl;
  if (type.kind === "boolean") return (raw) => (typeof raw === "boolean" ? raw : NOT_PLAIN);
  if (type.kind === "string") return (raw) => (typeof raw === "string" ? raw : NOT_PLAIN);
  if (type.kind !== "one of" || type.members.some((m) => typeof m !== "string")) return () => NOT_PLAIN;
  const members = new Set<unknown>(type.members);
  return (raw) => (typeof raw === "string" && members.has(raw) ? raw : NOT_PLAIN);
}

function orderedReader(decl: FactDecl, scale: number): CellReader {
  const units = unitsReader(decl, scale);
  const [low, high] = limits(decl, scale);
  return (raw) => {
    const x = units(raw);
    // A comparison with NaN is false: what could not be read fails it too.
    return x >= low && x <= high ? x : NOT_PLAIN;
  };
}

/** Whole units, NaN where the value has another form or does not come out even. */
function unitsReader(decl: FactDecl, scale: number): (raw: unknown) => number {
  const other = (raw: unknown): number => literalUnits(raw, decl, scale);
  if (decl.type.kind === "date")
    return (raw) => (typeof raw === "string" && raw.length === 10 ? isoDay(raw) : other(raw));
  if (decl.type.kind === "date and time")
    return (raw) => {
      const seconds = typeof raw === "string" && raw.length === 19 ? isoSecond(raw) : Number.NaN;
      return Number.isNaN(seconds) ? other(raw) : seconds;
    };
  if (decl.type.kind !== "money" && decl.type.kind !== "number") return other;
  const factor = powerOfTen(scale);
  return (raw) => {
    if (typeof raw !== "number") return other(raw);
    const x = Math.round(raw * factor);
    return x / factor === raw && x > -SHORTEST && x < SHORTEST ? x : other(raw);
  };
}

function literalUnits(raw: unknown, decl: FactDecl, scale: number): number {
  const value = readLiteral(raw, decl.type);
  return isBad(value) ? Number.NaN : unitsOf(fromFeel(value), scale);
}

function unitsOf(value: Val, scale: number): number {
  if (!(value instanceof Num)) return Number.NaN;
  const x = value.times(powerOfTen(scale));
  return x.isInteger() && x.abs().lte(SAFE) ? x.toNumber() : Number.NaN;
}
