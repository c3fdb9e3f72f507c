/** Lists of facts from jsonb columns: read and checked once a row, then an array for each field. */
import type { FactDecl } from "../terms/model.ts";
import { factValue } from "./factValue.ts";
import { fromJson, isAbsent, isNone } from "./json.ts";
import type { Plan } from "./plan.ts";
import { every, joined, raw, type Sql, some, sql, textLiteral } from "./text.ts";

/** The engine refuses longer ones. */
const MAX_LIST = 1000;
/** A sum of as many has this many digits more than each. */
export const LIST_DIGITS = 4;

/** One field of the elements, or the elements themselves (`key` null). */
export interface ListField {
  readonly key: string | null;
  readonly decl: FactDecl;
  /** An array of values in the graph's unit; null is unknown. */
  readonly values: Sql;
  /** For an optional field an array of booleans: known to have no value. */
  readonly none: Sql | null;
}

export interface ListColumns {
  /** Null where the list is unknown. */
  readonly length: Sql;
  readonly fields: readonly ListField[];
  /** Every element is one that the engine takes, and none is bounded. */
  readonly valid: Sql;
}

const isList = (d: FactDecl): boolean => d.type.kind === "list" || d.type.kind === "records";

/** The fields of a list's elements that are values. Lists inside lists are left out: nothing is known of them. */
export function elementDecls(decl: FactDecl): readonly (readonly [string | null, FactDecl])[] {
  if (decl.type.kind === "list") return isList(decl.type.of) ? [] : [[null, decl.type.of]];
  return decl.type.kind === "records" ? [...decl.type.fields].filter(([, d]) => !isList(d)) : [];
}

export function listColumns(decl: FactDecl, from: Sql, plan: Plan): ListColumns {
  const elements = plan.inner();
  const element = elements.fact(raw('"#element"', true), "#element");
  const read = elementDecls(decl).map(([key, own]) => field(key, own, element, elements));
  const sound = elements.atom(every([...shape(decl, element), ...read.map((f) => f.sound)]));
  const ordered = (value: Sql): Sql => sql`array_agg(${value} ORDER BY "#at")`;
  const arrays = read.flatMap((f) => (f.none === null ? [f.value] : [f.value, f.none])).map(ordered);
  const all = [sql`count(*)::numeric`, sql`coalesce(bool_and(${sound}), TRUE)`, ...arrays];
  const array = sql`jsonb_typeof(${from}) = 'array'`;
  const short = sql`CASE WHEN ${array} THEN jsonb_array_length(${from}) <= ${raw(String(MAX_LIST))} END`;
  const rows = sql`jsonb_array_elements(CASE WHEN ${short} THEN ${from} END) WITH ORDINALITY AS "#list" ("#element", "#at")`;
  const at = elements.fact(raw('"#at"', true), "#at");
  const reads = all.reduce((whole, v) => sql`${whole}${v}`, at).reads;
  const [count, good, ...given] = plan.beside(all, elements.nested(rows, [...reads]), true);
  if (count === undefined || good === undefined) throw new Error("a list has no length");
  const arraysGiven = given.values();
  const next = (): Sql => arraysGiven.next().value ?? raw("NULL");
  const known = plan.fact(sql`(${array}) IS TRUE`, null);
  const allowed = plan.fact(
    sql`(${from} IS NULL OR jsonb_typeof(${from}) = 'null' OR (${short}) IS TRUE)`,
    null,
  );
  return {
    length: plan.atom(sql`CASE WHEN ${known} THEN ${count} END`),
    fields: read.map((f) => ({
      key: f.key,
      decl: f.decl,
      values: next(),
      none: f.none === null ? null : next(),
    })),
    valid: every([allowed, good]),
  };
}

/** An object with no other keys than the declared ones, all of whose lists are unknown. */
function shape(decl: FactDecl, element: Sql): readonly Sql[] {
  if (decl.type.kind === "list") return isList(decl.type.of) ? [isAbsent(element)] : [];
  if (decl.type.kind !== "records") return [];
  const names = elementDecls(decl).map(([key]) => textLiteral(key ?? ""));
  const keys = names.length === 0 ? raw("ARRAY[]::text[]") : sql`ARRAY[${joined(names, ", ")}]`;
  const only = sql`CASE WHEN jsonb_typeof(${element}) = 'object' THEN ${element} - ${keys} = '{}'::jsonb ELSE FALSE END`;
  return [only];
}

interface ReadField {
  readonly key: string | null;
  readonly decl: FactDecl;
  readonly value: Sql;
  readonly none: Sql | null;
  readonly sound: Sql;
}

function field(key: string | null, decl: FactDecl, element: Sql, plan: Plan): ReadField {
  const json = plan.atom(
    key === null
      ? element
      : sql`(CASE WHEN jsonb_typeof(${element}) = 'object' THEN ${element} -> ${textLiteral(key)} END)`,
  );
  const none = decl.optional ? plan.atom(isNone(json)) : null;
  const value = plan.atom(factValue(decl, plan.atom(fromJson(decl.type, json)), none));
  const sound = some([isAbsent(json), ...(none === null ? [] : [none]), sql`${value} IS NOT NULL`]);
  return { key, decl, value, none, sound };
}
