/** Arbitrary rows for a document: near its own figures and dates, from its own examples, with gaps and faults. */
import fc from "fast-check";
import { showDay } from "../../packages/clauses/src/feel/index.ts";
import { Num } from "../../packages/clauses/src/feel/value.ts";
import type { Example, FactDecl, TermsDocument } from "../../packages/clauses/src/terms/model.ts";
import { type ElementValue, type FactRow, type FactValue, isBounded, isKnown, type Scalar } from "./rows.ts";

/** Amounts and days written in the document. */
function figures(doc: TermsDocument): {
  readonly amounts: readonly string[];
  readonly days: readonly number[];
} {
  const amounts = [...doc.text.matchAll(/(?<![\w.-])\d{1,8}(?:\.\d{1,2})?(?![\w.-])/g)].map((m) => m[0]);
  const days = [...doc.text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map((m) => Date.parse(m[0]) / 86_400_000);
  return { amounts: [...new Set(amounts)].slice(0, 60), days: [...new Set(days)].slice(0, 60) };
}

const SHIFTS = [-1, 0, 1, 29, 30, 31, 89, 90, 91, 179, 180, 181, 364, 365, 366, 730, 731, 1095, 1096];

/** Values that the engine takes and SQL leaves to it: too many digits. */
export const BEYOND = ["1000000000000000", "0.1234567891"] as const;

const cents = (n: number): string => (n / 100).toFixed(2);

function money(decl: FactDecl, amounts: readonly string[]): fc.Arbitrary<Scalar> {
  const near = fc
    .tuple(fc.constantFrom("0", ...amounts), fc.constantFrom(-1, 0, 1, 5))
    .map(([a, d]) => cents(Math.max(0, Math.round(Number(a) * 100) + d)));
  return fc.oneof(
    { weight: 20, arbitrary: near },
    {
      weight: 20,
      arbitrary: fc.nat(decl.max instanceof Num ? decl.max.times(100).toNumber() : 30_000_000).map(cents),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("1.005", "-0.01", "NaN", "999999999999999.99", ...BEYOND.slice(0, 1)),
    },
  );
}

function number(decl: FactDecl): fc.Arbitrary<Scalar> {
  const at = (v: unknown, otherwise: number): number => (v instanceof Num ? v.toNumber() : otherwise);
  const [low, high] = [at(decl.min, -5), at(decl.max, 50)];
  return fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: low, max: high }).map(String) },
    { weight: 15, arbitrary: fc.integer({ min: low * 1000, max: high * 1000 }).map((n) => String(n / 1000)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(String(low - 1), String(high + 1), "0.123456789", ...BEYOND.slice(1)),
    },
  );
}

/** Days about those of the document; mostly inside the fact's own limits. */
function day(decl: FactDecl, days: readonly number[]): fc.Arbitrary<number> {
  const [low, high] = [decl.min, decl.max].map(dayOfLimit);
  const near = fc
    .tuple(fc.constantFrom(...days, 19_723, 20_088), fc.constantFrom(...SHIFTS, -30, -90, -365))
    .map(([d, s]) => d + s);
  return fc.tuple(near, fc.nat(30)).map(([d, stray]) => {
    if (low == null || high == null || stray === 0 || (d >= low && d <= high)) return d;
    return low + (Math.abs(d) % (high - low + 1));
  });
}

const dayOfLimit = (limit: FactDecl["min"]): number | null =>
  typeof limit === "object" && limit !== null && "day" in limit ? limit.day : null;

const time = (decl: FactDecl, days: readonly number[]): fc.Arbitrary<Scalar> =>
  fc
    .tuple(
      day(decl, days),
      fc.constantFrom("00:00:00", "23:59:59", "23:59:59.5", "08:12:00", "16:00:00.000001"),
    )
    .map(([d, t]) => `${showDay(d)}T${t}+08:00`);

function value(decl: FactDecl, doc: ReturnType<typeof figures>): fc.Arbitrary<Scalar> {
  const { type } = decl;
  switch (type.kind) {
    case "boolean":
      return fc.boolean();
    case "one of":
      return member(type.members);
    case "money":
      return money(decl, doc.amounts);
    case "number":
      return number(decl);
    case "date":
      return day(decl, doc.days).map(showDay);
    case "date and time":
      return time(decl, doc.days);
    case "days and time duration":
      return fc.constantFrom("P0D", "P1D", "P30D", "PT36H", "-PT12H", "PT0.5S");
    case "years and months duration":
      return fc.constantFrom("P0M", "P1M", "P1Y", "P13M", "-P2M");
    default:
      return fc.constantFrom("", "甲'乙", "a\\b", "“引”");
  }
}

function member(members: readonly (string | Num)[]): fc.Arbitrary<Scalar> {
  const own = members.map((m) => (typeof m === "string" ? m : m.toFixed()));
  const none = members.every((m) => typeof m === "string") ? "（不在其内）1'\\" : "999";
  return fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...own) },
    { weight: 1, arbitrary: fc.constant(none) },
  );
}

/** A row: an example of the document or nothing, with some of its facts set anew, taken away, or said to be none. */
export function rowOf(doc: TermsDocument): fc.Arbitrary<FactRow> {
  const known = figures(doc);
  const decls = [...doc.facts.values()];
  const base = fc.constantFrom({}, ...doc.examples.map((e) => exampleRow(e, decls)));
  const changes = fc.tuple(...decls.map((d) => change(d, known)));
  const few = fc.tuple(...decls.map(() => fc.nat(9)));
  return fc.tuple(base, changes, few, fc.constantFrom(1, 3, 10)).map(([row, set, dice, share]) => {
    const out: Record<string, FactValue> = {};
    decls.forEach((d, i) => {
      const old = (row as FactRow)[d.name] ?? null;
      const fresh = (dice[i] ?? 0) < share || (old === null && share === 3);
      out[d.name] = fresh ? (set[i] ?? null) : old;
    });
    return out;
  });
}

function change(decl: FactDecl, known: ReturnType<typeof figures>): fc.Arbitrary<FactValue> {
  const { type } = decl;
  if (type.kind !== "list" && type.kind !== "records") return scalar(decl, known);
  const elements = fc.array(type.kind === "list" ? scalar(type.of, known) : record(type.fields, known), {
    maxLength: 5,
  });
  const stray = fc.constantFrom<FactValue>([null], ["2024-02-30"], [{ 别名: "1" }], "1");
  return fc.oneof(
    { weight: 30, arbitrary: elements },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: stray },
  );
}

function scalar(decl: FactDecl, known: ReturnType<typeof figures>): fc.Arbitrary<Scalar> {
  const own = { weight: 20, arbitrary: value(decl, known) };
  const unknown = { weight: 1, arbitrary: fc.constant(null) };
  const none = { weight: 3, arbitrary: fc.constant({ none: true } as const) };
  return decl.optional ? fc.oneof(own, unknown, none) : fc.oneof(own, unknown);
}

/** An element; mostly whole, rarely with a field left out, unknown or bounded. */
function record(
  fields: ReadonlyMap<string, FactDecl>,
  known: ReturnType<typeof figures>,
): fc.Arbitrary<ElementValue> {
  const own = [...fields.values()].map((d) => fc.tuple(value(d, known), value(d, known), fc.nat(150)));
  const optional = [...fields.values()].map((d) => d.optional);
  return fc.tuple(...own).map((values) => {
    const out: Record<string, Scalar> = {};
    [...fields.keys()].forEach((name, i) => {
      const [one, other, die] = values[i] ?? [null, null, 0];
      if (die === 150) return;
      out[name] = die === 149 ? { between: [one, other] } : die === 148 ? null : one;
      if (optional[i] === true && die < 20) out[name] = { none: true };
    });
    return out;
  });
}

/** The same row with a value for everything that is unknown or bounded in it. */
export function completionOf(doc: TermsDocument, row: FactRow): fc.Arbitrary<FactRow> {
  const known = figures(doc);
  const full = (decl: FactDecl, given: unknown): fc.Arbitrary<FactValue> => {
    const { type } = decl;
    if (isKnown(given) && !Array.isArray(given)) return fc.constant(given as Scalar);
    if (type.kind !== "list" && type.kind !== "records")
      return isBounded(given) ? fc.constantFrom(...given.between) : value(decl, known);
    if (!Array.isArray(given)) return fc.constant([]);
    const each = given.map((g: unknown) => {
      if (type.kind === "list") return full(type.of, g);
      const own = g as Readonly<Record<string, unknown>>;
      return fc.record(Object.fromEntries([...type.fields].map(([name, d]) => [name, full(d, own[name])])));
    });
    return fc.tuple(...each) as fc.Arbitrary<FactValue>;
  };
  return fc.record(Object.fromEntries([...doc.facts].map(([name, d]) => [name, full(d, row[name])])));
}

/** Bounds are left out: a column holds one value or none. */
function exampleRow(example: Example, decls: readonly FactDecl[]): FactRow {
  const out: Record<string, FactValue> = {};
  for (const d of decls) {
    const given = exampleValue(example.given[d.name], d);
    if (given !== undefined) out[d.name] = given;
  }
  return out;
}

function exampleValue(given: unknown, d: FactDecl): FactValue | undefined {
  const { type } = d;
  if (Array.isArray(given) && type.kind === "list")
    return given.map((g: unknown) => (exampleValue(g, type.of) as Scalar) ?? null);
  if (Array.isArray(given) && type.kind === "records")
    return given.map((g: unknown) => exampleRecord(g, type.fields));
  if (given instanceof Num) return given.toFixed();
  if (typeof given === "number") return String(given);
  if (typeof given === "boolean" || typeof given === "string") return zoned(given, d);
  return typeof given === "object" && given !== null && "none" in given ? { none: true } : undefined;
}

function exampleRecord(given: unknown, fields: ReadonlyMap<string, FactDecl>): ElementValue {
  const own = given as Readonly<Record<string, unknown>>;
  const entries = [...fields].map(([name, d]) => [name, (exampleValue(own[name], d) as Scalar) ?? null]);
  return Object.fromEntries(entries) as ElementValue;
}

/** A time without an offset is at +08:00; a column's text must say so. */
const zoned = (given: boolean | string, d: FactDecl): Scalar =>
  typeof given === "string" && d.type.kind === "date and time" && !/[+Z]/.test(given)
    ? `${given}+08:00`
    : given;
