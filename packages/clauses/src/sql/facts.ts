/** Facts from the columns of a source: exact, checked as the engine checks them, null where unknown. */
import { wholeDomain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import type { Slot } from "../ir/slots.ts";
import type { FactDecl, FactType, TermsDocument } from "../terms/model.ts";
import type { Cell } from "./cell.ts";
import { factValue, PLACES, WHOLE } from "./factValue.ts";
import { type ListColumns, listColumns } from "./listFacts.ts";
import type { Plan } from "./plan.ts";
import { DIGITS, type Size, sizeOf } from "./sizes.ts";
import type { SqlSource } from "./source.ts";
import { every, identifier, isName, numberLiteral, raw, type Sql, sql, TRUE } from "./text.ts";

const OFFSET = 8 * 3600;

export interface SqlFacts {
  /** By slot, the lists that have a column. */
  readonly lists: ReadonlyMap<number, ListColumns>;
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
  const lists = new Map<number, ListColumns>();
  for (const [index, { path, decl }] of slots.entries()) {
    const given = source.columns[path];
    if (given === undefined) {
      cells.push(unknownFact(decl));
      continue;
    }
    const from = column(given.column);
    if (isListed(decl)) {
      const list = listColumns(decl, from, plan);
      lists.set(index, list);
      cells.push(listFact(list));
      continue;
    }
    const none = given.noneColumn === undefined ? null : sql`${column(given.noneColumn)} IS TRUE`;
    const value = plan.fact(factValue(decl, from, none), isName(path) && !path.startsWith("#") ? path : null);
    raws.push(from);
    values.push(value);
    cells.push({ value, open: openOf(decl, value, none, plan) });
  }
  const sound = [...lists.values()].map((l) => l.valid);
  const checks = [sameNulls(values, raws, plan), ...sound, governed(doc, slots, cells)];
  return { lists, cells, sizes: slots.map((s) => factSize(s.decl)), valid: plan.atom(every(checks)) };
}

const isListed = (decl: FactDecl): boolean => decl.type.kind === "list" || decl.type.kind === "records";

const unknownFact = (decl: FactDecl): Cell => ({
  value: raw(`NULL::${sqlType(decl.type)}`, true),
  open: decl.optional || isListed(decl) ? TRUE : null,
});

/** What a list comes to where only whether there is one is asked. */
const listFact = (list: ListColumns): Cell => ({
  value: sql`CASE WHEN ${list.length} IS NOT NULL THEN ''::text END`,
  open: sql`(${list.length} IS NULL)`,
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

export function sqlType(type: FactType): "boolean" | "numeric" | "text" {
  if (type.kind === "boolean") return "boolean";
  if (type.kind === "one of") return type.members.every((m) => typeof m === "string") ? "text" : "numeric";
  return type.kind === "string" || type.kind === "list" || type.kind === "records" ? "text" : "numeric";
}

export function factSize(decl: FactDecl): Size {
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
