/** Facts from the columns of a source: exact, checked as the engine checks them, null where unknown. */
import { wholeDomain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import type { Slot } from "../ir/slots.ts";
import type { FactDecl, FactType, TermsDocument } from "../terms/model.ts";
import type { Cell } from "./cell.ts";
import type { Plan } from "./plan.ts";
import { DIGITS, type Size, sizeOf } from "./sizes.ts";
import type { SqlSource } from "./source.ts";
import { every, identifier, isName, numberLiteral, raw, type Sql, sql, TRUE, textLiteral } from "./text.ts";

/** Values past these are left to the engine, so that every number's digits are known beforehand. */
const WHOLE = 15;
const PLACES = 9;
const OFFSET = 8 * 3600;
/** Years 1 to 9999, in days and in seconds. */
export const FIRST_DAY = -719_162;
export const LAST_DAY = 2_932_896;

export interface SqlFacts {
  readonly cells: readonly Cell[];
  readonly sizes: readonly Size[];
  /** Every value given is one that the engine takes, and the governing date lies inside the edition's period. */
  readonly valid: Sql;
}

export const ROW = "#row";
const column = (name: string): Sql => raw(`${identifier(ROW)}.${identifier(name)}`, true);

export function sqlFacts(
  doc: TermsDocument,
  slots: readonly Slot[],
  source: SqlSource,
  plan: Plan,
): SqlFacts {
  const cells: Cell[] = [];
  const values: Sql[] = [];
  const raws: Sql[] = [];
  for (const { path, decl } of slots) {
    const given = source.columns[path];
    if (given === undefined || isListed(decl)) {
      cells.push(unknownFact(decl));
      continue;
    }
    const from = column(given.column);
    const none = given.noneColumn === undefined ? null : sql`${column(given.noneColumn)} IS TRUE`;
    const value = plan.fact(factValue(decl, from, none), isName(path) && !path.startsWith("#") ? path : null);
    raws.push(from);
    values.push(value);
    cells.push({ value, open: openOf(decl, value, none, plan) });
  }
  const checks = [sameNulls(values, raws, plan), governed(doc, slots, cells)];
  return { cells, sizes: slots.map((s) => factSize(s.decl)), valid: plan.atom(every(checks)) };
}

const isListed = (decl: FactDecl): boolean => decl.type.kind === "list" || decl.type.kind === "records";

const unknownFact = (decl: FactDecl): Cell => ({
  value: raw(`NULL::${sqlType(decl.type)}`, true),
  open: decl.optional || isListed(decl) ? TRUE : null,
});

/** Unknown: null, and not known to have no value. */
function openOf(decl: FactDecl, value: Sql, none: Sql | null, plan: Plan): Sql | null {
  if (!decl.optional) return null;
  if (none === null) return sql`${value} IS NULL`;
  return sql`(${value} IS NULL AND NOT ${plan.fact(none, null)})`;
}

/** A value that was given and came out null is one that the engine refuses, or that is too long for exact sums. */
function sameNulls(values: readonly Sql[], raws: readonly Sql[], plan: Plan): Sql {
  if (values.length === 0) return TRUE;
  const list = (parts: readonly Sql[]): Sql =>
    parts.reduce((whole, p, i) => (i === 0 ? p : sql`${whole}, ${p}`), raw(""));
  const before = plan.fact(sql`num_nulls(${list(raws)})`, null);
  return sql`num_nulls(${list(values)}) = ${before}`;
}

function governed(doc: TermsDocument, slots: readonly Slot[], cells: readonly Cell[]): Sql {
  const i = slots.findIndex((s) => s.path === doc.governs);
  const [slot, cell] = [slots[i], cells[i]];
  if (slot === undefined || cell === undefined) return TRUE;
  const { from, to } = doc.effective;
  const isDate = slot.decl.type.kind === "date";
  const start = (day: number): Num => num(isDate ? day : day * 86_400 - OFFSET);
  const low = from === null ? null : sql`${cell.value} >= ${numberLiteral(start(from))}`;
  const end = to === null ? null : isDate ? num(to) : start(to + 1).minus(1);
  const high = end === null ? null : sql`${cell.value} <= ${numberLiteral(end)}`;
  const inside = [low, high].filter((x) => x !== null);
  return inside.length === 0 ? sql`${cell.value} IS NOT NULL` : sql`(${every(inside)}) IS TRUE`;
}

/** The value in the graph's unit, or null where the engine would not take it. */
function factValue(decl: FactDecl, from: Sql, none: Sql | null): Sql {
  const unlessNone = none === null ? [] : [sql`NOT ${none}`];
  const { type } = decl;
  switch (type.kind) {
    case "boolean":
      return none === null
        ? sql`(${from} = TRUE)`
        : sql`CASE WHEN ${every(unlessNone)} THEN ${from} = TRUE END`;
    case "string":
      return when(unlessNone, sql`${from}::text COLLATE "C"`);
    case "one of":
      return member(type.members, from, unlessNone);
    case "money":
    case "number": {
      // `min_scale` takes numbers that are exact only: a column of floating point is an error, not a guess.
      const places = sql`min_scale(${from}) <= ${raw(type.kind === "money" ? "2" : String(PLACES))}`;
      const short = sql`abs(${from}) < ${numberLiteral(num(10).pow(WHOLE))}`;
      return when([...unlessNone, short, places, ...limits(decl, from)], sql`${from}::numeric`);
    }
    default:
      return temporal(decl, from, unlessNone);
  }
}

function member(members: readonly (string | Num)[], from: Sql, unlessNone: readonly Sql[]): Sql {
  const literals = members.map((m) => (typeof m === "string" ? textLiteral(m) : numberLiteral(m)));
  const list = literals.reduce((whole, m, i) => (i === 0 ? m : sql`${whole}, ${m}`), raw(""));
  const value = members.every((m) => typeof m === "string")
    ? sql`${from}::text COLLATE "C"`
    : sql`(${from} + 0::numeric)`;
  return when([...unlessNone, sql`${value} IN (${list})`], value);
}

const when = (conditions: readonly Sql[], value: Sql): Sql =>
  conditions.length === 0 ? value : sql`CASE WHEN ${every(conditions)} THEN ${value} END`;

/** Finite first, then in the graph's unit, then its limits. */
function temporal(decl: FactDecl, from: Sql, unlessNone: readonly Sql[]): Sql {
  const finite = [...unlessNone, sql`isfinite(${from})`];
  const value = seconds(decl.type, from);
  const range = limits(decl, value.amount);
  return when(finite, when([...value.conditions, ...range], value.amount));
}

function seconds(type: FactType, from: Sql): { amount: Sql; conditions: readonly Sql[] } {
  const between = (x: Sql, low: number, high: number): Sql =>
    sql`${x} BETWEEN ${raw(String(low))} AND ${raw(String(high))}`;
  switch (type.kind) {
    case "date": {
      const amount = sql`(${from} - DATE '1970-01-01')::numeric`;
      return { amount, conditions: [between(amount, FIRST_DAY, LAST_DAY)] };
    }
    case "date and time": {
      const amount = sql`extract(epoch FROM ${from})`;
      // Only a time with a zone has `timezone`: one without would be read by the session's own clock.
      const zoned = sql`extract(timezone FROM ${from}) IS NOT NULL`;
      return { amount, conditions: [zoned, between(amount, (FIRST_DAY + 1) * 86_400, LAST_DAY * 86_400)] };
    }
    case "years and months duration": {
      const amount = sql`(extract(year FROM ${from}) * 12 + extract(month FROM ${from}))`;
      const whole = sql`${from} = ${amount}::int * INTERVAL '1 month'`;
      const days = sql`extract(day FROM ${from}) = 0`;
      return { amount, conditions: [between(amount, -119_988, 119_988), whole, days] };
    }
    default: {
      const months = sql`extract(year FROM ${from}) = 0 AND extract(month FROM ${from}) = 0`;
      const amount = sql`extract(epoch FROM ${from})`;
      return { amount, conditions: [months, between(amount, -315_537_897_600, 315_537_897_600)] };
    }
  }
}

/** As the engine: past the limits of the declaration is an error; off its grid is not. */
function limits(decl: FactDecl, value: Sql): readonly Sql[] {
  const domain = wholeDomain(decl);
  if (domain.kind !== "range") return [];
  const low = domain.low.isFinite() ? [sql`${value} >= ${numberLiteral(domain.low)}`] : [];
  return domain.high.isFinite() ? [...low, sql`${value} <= ${numberLiteral(domain.high)}`] : low;
}

export function sqlType(type: FactType): "boolean" | "numeric" | "text" {
  if (type.kind === "boolean") return "boolean";
  if (type.kind === "one of") return type.members.every((m) => typeof m === "string") ? "text" : "numeric";
  return type.kind === "string" || type.kind === "list" || type.kind === "records" ? "text" : "numeric";
}

function factSize(decl: FactDecl): Size {
  switch (decl.type.kind) {
    case "date":
      return { whole: 7, places: 0, endless: false };
    case "date and time":
    case "days and time duration":
      return { whole: 12, places: 6, endless: false };
    case "years and months duration":
      return { whole: 6, places: 0, endless: false };
    case "one of":
      return memberSize(decl.type.members);
    default:
      return numberSize(decl);
  }
}

function numberSize(decl: FactDecl): Size {
  const places = decl.type.kind === "money" ? 2 : PLACES;
  const domain = wholeDomain(decl);
  if (domain.kind !== "range") return { whole: 0, places: 0, endless: false };
  const ends = [domain.low, domain.high].map((e) => (e.isFinite() ? sizeOf(e).whole : WHOLE));
  return { whole: Math.min(WHOLE, Math.max(...ends)), places, endless: false };
}

function memberSize(members: readonly (string | Num)[]): Size {
  const sizes = members.map((m) => (m instanceof Num ? sizeOf(m) : { whole: 0, places: 0 }));
  return {
    whole: Math.min(DIGITS, Math.max(0, ...sizes.map((s) => s.whole))),
    places: Math.max(0, ...sizes.map((s) => s.places)),
    endless: false,
  };
}
