/** The documents of the library and random facts for them, with values where the documents bend. For tests. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { FactsError } from "../facts/errors.ts";
import { Num } from "../feel/value.ts";
import type { FactDecl } from "../terms/model.ts";
import { readOrThrow } from "../terms/read.ts";
import type { Resolved } from "../terms/resolve.ts";

const TERMS = fileURLToPath(new URL("../../../../terms/", import.meta.url));
export const FILES = readdirSync(TERMS, { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".yaml") && f.includes("/"))
  .sort();

/** Where the documents bend: deductibles, caps, limits; half a cent of most rates. */
const AMOUNTS = [0, 0.01, 0.05, 5000, 14999.99, 15000, 15000.01, 15000.05, 20000, 50000.01, 1_500_000, 2e6];
const amount = fc.oneof(
  fc.constantFrom(...AMOUNTS),
  fc.integer({ min: 0, max: 30_000_000 }).map((n) => n / 100),
  fc.integer({ min: 0, max: 9999 }).map((n) => `${n}.0${n % 10}`),
);

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** Days at and around the ends of waiting periods and terms, after the year's first. */
const OFFSETS = [0, 29, 30, 31, 59, 60, 61, 89, 90, 91, 179, 180, 181, 364, 365, 366, 729, 730, 731];
const offset = fc.oneof(fc.constantFrom(...OFFSETS), fc.integer({ min: -800, max: 800 }));

function value(d: FactDecl, start: number, governs: boolean): fc.Arbitrary<unknown> {
  const { type } = d;
  const day = (governs ? offset.map((n) => Math.abs(n) % 365) : offset).map((n) => iso(start + n));
  const limited = (n: number): number => clamp(n, d);
  switch (type.kind) {
    case "boolean":
      return fc.boolean();
    case "money":
      return amount;
    case "number":
      return steps(d).map(limited);
    case "date":
      return day;
    case "date and time":
      return fc.tuple(day, fc.constantFrom("00:00:00", "08:12:00", "23:59:59")).map(([a, b]) => `${a}T${b}`);
    case "days and time duration":
      return fc.integer({ min: 0, max: 90 }).map((n) => `P${n}D`);
    case "years and months duration":
      return fc.integer({ min: 0, max: 30 }).map((n) => `P${n}M`);
    case "string":
      return fc.constantFrom("甲", "乙 丙", "x ~ y", "");
    case "one of":
      return fc.constantFrom(...type.members.map((m) => (m instanceof Num ? m.toNumber() : m)));
    case "list":
      return fc.array(value(type.of, start, false), { maxLength: 3 });
    case "records":
      return fc.array(fc.record(fields(type.fields, start)), { maxLength: 3 });
  }
}

/** A few of the numbers stand off the grid, as a known number may. */
function steps(d: FactDecl): fc.Arbitrary<number> {
  const step = d.step instanceof Num ? d.step.toNumber() : 0.01;
  const places = d.step instanceof Num ? d.step.decimalPlaces() : 2;
  return fc.oneof(
    {
      weight: 30,
      arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => Number((n * step).toFixed(places))),
    },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4000 }).map((n) => n / 8) },
  );
}

function clamp(n: number, d: FactDecl): number {
  const low = d.min instanceof Num ? d.min.toNumber() : n;
  const high = d.max instanceof Num ? d.max.toNumber() : n;
  return Math.min(high, Math.max(low, n));
}

const fields = (
  decls: ReadonlyMap<string, FactDecl>,
  start: number,
): { [name: string]: fc.Arbitrary<unknown> } =>
  Object.fromEntries([...decls].map(([n, d]) => [n, value(d, start, false)]));

/** Every fact known, or without a value where it may be. */
export function facts(resolved: Resolved): fc.Arbitrary<Record<string, unknown>> {
  const { doc } = resolved;
  const start = doc.effective.from ?? 19_700;
  const entries = [...doc.facts].map(([name, d]) => {
    const known = value(d, start, name === doc.governs);
    const none = d.optional ? [fc.constant({ none: true })] : [];
    return [
      name,
      fc.oneof({ weight: 3, arbitrary: known }, ...none.map((arbitrary) => ({ weight: 1, arbitrary }))),
    ] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

/** Facts outside their limits or the period are left to the full reader, which refuses them. */
export function orWrong<T>(decide: () => T): T | "wrong facts" {
  try {
    return decide();
  } catch (e) {
    if (e instanceof FactsError) return "wrong facts";
    throw e;
  }
}

/** A document of the library. */
export const library = (file: string): Resolved => readOrThrow(readFileSync(TERMS + file, "utf8"), file);

/** Some of the facts made unknown, or bounded around their values. */
export function loosened(
  resolved: Resolved,
  known: fc.Arbitrary<Record<string, unknown>>,
): fc.Arbitrary<Record<string, unknown>> {
  const decls = [...resolved.doc.facts];
  const choice = fc.tuple(fc.nat(decls.length - 1), fc.nat(9));
  return fc.tuple(known, fc.array(choice, { maxLength: 5 })).map(([given, free]) => {
    const out = { ...given };
    for (const [i, how] of free) {
      const [name, decl] = decls[i] ?? [];
      if (name !== undefined && decl !== undefined) out[name] = loose(given[name], decl, how);
    }
    return out;
  });
}

function loose(value: unknown, decl: FactDecl, how: number): unknown {
  if (how === 0 || typeof value === "object") return value;
  if (how === 1) return null;
  const { kind } = decl.type;
  const width = (widths: readonly number[]): number => widths[how % 4] ?? 0;
  if (kind === "money" || kind === "number") {
    const [n, w] = [Number(value), width([0.02, 1, 5000, 20_000])];
    const cents = (x: number): number => clamp(Math.round(x * 100) / 100, decl);
    return { between: [kind === "money" ? Math.max(0, cents(n - w)) : cents(n - w), cents(n + w)] };
  }
  if (kind === "date") {
    const [day, w] = [Date.parse(String(value)) / 86_400_000, width([1, 3, 30, 200])];
    return { between: [iso(day - w), iso(day + w)] };
  }
  if (kind === "date and time") {
    const day = String(value).slice(0, 10);
    return { between: [`${day}T00:00:00`, `${day}T23:59:59`] };
  }
  return how % 2 === 1 ? null : value;
}
