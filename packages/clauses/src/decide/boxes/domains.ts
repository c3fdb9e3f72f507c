/** What a fact may be, as units of the boxes: from its declaration, and from what is given. */
import { wholeDomain } from "../../facts/domain.ts";
import { Num } from "../../feel/value.ts";
import type { Slot } from "../../ir/slots.ts";
import { cellReader, NOT_PLAIN } from "../exact/cells.ts";
import { powerOfTen, SAFE, UNREAD } from "../exact/frame.ts";
import { NO, NONE, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";

/** Sets a fact from what is given for it. Known, free, or not for the boxes: the full reader decides. */
export type Setter = (raw: unknown) => "known" | "free" | "other";

/** Far ends in units: large enough to show that nothing bounds an amount, small enough to multiply. */
const FAR = 1e12;

const isPlainObject = (x: unknown): x is object => typeof x === "object" && x !== null && !Array.isArray(x);

/** How a slot's fact is set. Null where its values are none of the boxes'. */
export function setter(slot: Slot, fact: Fact, cells: Cells): Setter | null {
  const scale = slot.node.sort === "ordered" ? cells.scales.of(slot.node) : null;
  const whole = wholeSetter(slot, fact, scale, cells);
  if (whole === null) return null;
  const read = cellReader(slot.decl, scale);
  const one = (cell: unknown): "known" | "other" => {
    if (cell === NOT_PLAIN || cell === UNREAD) return "other";
    if (cell === null) fact.mask = NONE;
    else if (typeof cell === "boolean") fact.mask = cell ? YES : NO;
    else if (typeof cell === "number") {
      fact.mask = YES;
      fact.lo = fact.hi = cell;
    } else if (typeof cell === "string") {
      const code = cells.codes.get(cell);
      fact.mask = YES;
      fact.codes = [code ?? 0];
      fact.text = code === undefined ? cell : null;
    } else return "other";
    return "known";
  };
  return (raw) => {
    fact.text = null;
    if (raw === undefined || raw === null) return whole();
    if (!isPlainObject(raw) || raw instanceof Num || "none" in raw) return one(read(raw));
    if (!hasOneKey(raw)) return "other";
    if ("between" in raw && scale !== null) return between(raw.between, read, fact, whole);
    if ("oneOf" in raw) return oneOf(raw.oneOf, read, fact, cells, one);
    return "other";
  };
}

function hasOneKey(raw: object): boolean {
  let count = 0;
  for (const _ in raw) count++;
  return count === 1 && Object.getPrototypeOf(raw) === Object.prototype;
}

/** Everything that the declaration allows. */
function wholeSetter(
  slot: Slot,
  fact: Fact,
  scale: number | null,
  cells: Cells,
): (() => "free" | "known") | null {
  const { decl } = slot;
  const domain = wholeDomain(decl);
  const nullable = decl.optional ? NONE : 0;
  if (fact.kind === "truth")
    return () => {
      fact.mask = YES | NO | nullable;
      return "free";
    };
  if (fact.kind === "text") {
    const named =
      decl.type.kind === "one of" ? decl.type.members.map((m) => cells.codes.get(String(m)) ?? 0) : null;
    const codes = named ?? [...cells.literals, 0];
    return () => {
      fact.mask = YES | nullable;
      fact.codes = codes;
      return codes.length === 1 && nullable === 0 && named !== null ? "known" : "free";
    };
  }
  if (scale === null) return null;
  const units = (n: Num): number => (n.isFinite() ? n.times(powerOfTen(scale)).toNumber() : n.toNumber());
  if (domain.kind === "finite") {
    const values = domain.values.filter((v): v is Num => v instanceof Num).map(units);
    if (!values.every((v) => isUnits(v))) return null;
    values.sort((a, b) => a - b);
    return () => {
      fact.values = values;
      fact.lo = values[0] ?? 0;
      fact.hi = values.at(-1) ?? 0;
      fact.mask = YES | nullable;
      return fact.lo === fact.hi && nullable === 0 ? "known" : "free";
    };
  }
  if (domain.kind !== "range") return null;
  const [low, high, step, origin] = [domain.low, domain.high, domain.step, domain.origin].map(units);
  if (low === undefined || high === undefined || step === undefined || origin === undefined) return null;
  if (![low, high].every((x) => isUnits(x) || !Number.isFinite(x)) || !isUnits(step) || !isUnits(origin))
    return null;
  fact.step = step;
  fact.origin = origin;
  const numeric = slot.node.unit === "number";
  const [least, most] = domain.far.map(units);
  fact.far = numeric ? [-FAR, FAR] : [least ?? -FAR, most ?? FAR];
  return () => {
    fact.values = null;
    fact.lo = low;
    fact.hi = high;
    fact.mask = YES | nullable;
    return low === high && nullable === 0 ? "known" : "free";
  };
}

const isUnits = (x: number): boolean => Number.isInteger(x) && Math.abs(x) <= SAFE;

function between(
  raw: unknown,
  read: (raw: unknown) => unknown,
  fact: Fact,
  whole: () => "free" | "known",
): "free" | "known" | "other" {
  if (!Array.isArray(raw) || raw.length !== 2) return "other";
  const a: unknown = raw[0] === null ? null : read(raw[0]);
  const b: unknown = raw[1] === null ? null : read(raw[1]);
  if ((a !== null && typeof a !== "number") || (b !== null && typeof b !== "number")) return "other";
  whole();
  const [low, high] = [fact.lo, fact.hi];
  // The ends of the declaration are on its grid already.
  const least = a === null || a <= low ? low : up(a, fact);
  const most = b === null || b >= high ? high : down(b, fact);
  if (!(least <= most)) return "other";
  fact.lo = least;
  fact.hi = most;
  fact.mask = YES;
  return least === most ? "known" : "free";
}

function up(x: number, fact: Fact): number {
  if (fact.values !== null) return fact.values.find((v) => v >= x) ?? Number.NaN;
  return Math.ceil((x - fact.origin) / fact.step) * fact.step + fact.origin;
}

function down(x: number, fact: Fact): number {
  if (fact.values !== null) return fact.values.findLast((v) => v <= x) ?? Number.NaN;
  return Math.floor((x - fact.origin) / fact.step) * fact.step + fact.origin;
}

function oneOf(
  raw: unknown,
  read: (raw: unknown) => unknown,
  fact: Fact,
  cells: Cells,
  one: (cell: unknown) => "known" | "other",
): "free" | "known" | "other" {
  if (!Array.isArray(raw) || raw.length === 0) return "other";
  const all = [...new Set((raw as readonly unknown[]).map(read))];
  if (all.length === 1) return one(all[0]);
  if (fact.kind === "truth") {
    if (!all.every((x) => typeof x === "boolean")) return "other";
    fact.mask = YES | NO;
  } else if (fact.kind === "text") {
    const codes = all.map((x) => (typeof x === "string" ? cells.codes.get(x) : undefined));
    const known = codes.filter((c) => c !== undefined);
    if (known.length < codes.length) return "other";
    fact.codes = known;
    fact.mask = YES;
  } else {
    const values = all.filter((x): x is number => typeof x === "number").sort((a, b) => a - b);
    if (values.length < all.length) return "other";
    fact.values = values;
    fact.lo = values[0] ?? 0;
    fact.hi = values.at(-1) ?? 0;
    fact.mask = YES;
  }
  return "free";
}
