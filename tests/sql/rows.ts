/** Rows of facts for tests: as a query that holds them, and as the engine's own input. */
import type { FactsInput } from "../../packages/clauses/src/decide/decision.ts";
import type { SqlSource } from "../../packages/clauses/src/sql/index.ts";
import { identifier, textLiteral } from "../../packages/clauses/src/sql/text.ts";
import type { FactDecl } from "../../packages/clauses/src/terms/model.ts";

/** A value as JSON (numbers as text), null for unknown, or none; bounded only inside a list. */
export type Scalar =
  | string
  | boolean
  | null
  | { readonly none: true }
  | { readonly between: readonly [Scalar, Scalar] };
export type ElementValue = Scalar | { readonly [field: string]: Scalar };
/** A fact of a row. */
export type FactValue = Scalar | readonly ElementValue[];
export type FactRow = { readonly [fact: string]: FactValue };

const isNone = (v: FactValue | undefined): boolean =>
  typeof v === "object" && v !== null && !Array.isArray(v) && "none" in v;

export const isBounded = (v: unknown): v is { readonly between: readonly [Scalar, Scalar] } =>
  typeof v === "object" && v !== null && "between" in v;

/** Every value of a row, those inside lists too; undefined for a field that is left out. */
export function leaves(facts: ReadonlyMap<string, FactDecl>, row: FactRow): readonly unknown[] {
  return [...facts.values()].flatMap((d): readonly unknown[] => {
    const value = row[d.name];
    if (!Array.isArray(value)) return [value];
    const { type } = d;
    return value.flatMap((element: unknown) =>
      type.kind === "records" && typeof element === "object" && element !== null
        ? [...type.fields.keys()].map((f) => (element as Readonly<Record<string, unknown>>)[f])
        : [element],
    );
  });
}

/** Known exactly, or known to have no value. */
export const isKnown = (leaf: unknown): boolean => leaf != null && !isBounded(leaf);

const TYPES: Readonly<Record<string, string>> = {
  boolean: "boolean",
  number: "numeric",
  money: "numeric",
  date: "date",
  "date and time": "timestamptz",
  "days and time duration": "interval",
  "years and months duration": "interval",
  string: "text",
};

const columnType = (decl: FactDecl): string =>
  decl.type.kind === "one of"
    ? decl.type.members.every((m) => typeof m === "string")
      ? "text"
      : "numeric"
    : (TYPES[decl.type.kind] ?? "jsonb");

/** Every fact in a column `c1`, `c2`, …, with `c2_none` beside an optional one. */
export function columnsOf(facts: ReadonlyMap<string, FactDecl>): SqlSource["columns"] {
  const entries = [...facts.values()].map((d, i) => {
    const column = `c${i + 1}`;
    return [d.name, d.optional ? { column, noneColumn: `${column}_none` } : { column }] as const;
  });
  return Object.fromEntries(entries);
}

/** The rows as a query; each is named by `id`, from 0. */
export function queryOf(facts: ReadonlyMap<string, FactDecl>, rows: readonly FactRow[]): string {
  const columns = columnsOf(facts);
  const types = [...facts.values()].flatMap((d) => {
    const given = columns[d.name];
    if (given === undefined) return [];
    const none = given.noneColumn === undefined ? [] : [`${identifier(given.noneColumn)} boolean`];
    return [`${identifier(given.column)} ${columnType(d)}`, ...none];
  });
  const records = rows.map((row, id) => {
    const record: Record<string, unknown> = { id };
    for (const [fact, { column, noneColumn }] of Object.entries(columns)) {
      const value = row[fact] ?? null;
      record[column] = isNone(value) ? null : typeof value === "string" ? intervalText(value) : value;
      if (noneColumn !== undefined) record[noneColumn] = isNone(value);
    }
    return record;
  });
  const json = textLiteral(JSON.stringify(records)).text;
  return `SELECT * FROM jsonb_to_recordset((${json})::jsonb) AS "given" ("id" int, ${types.join(", ")})`;
}

/** PostgreSQL writes a backward duration's sign inside. */
const intervalText = (text: string): string => text.replace(/^-P(T?)(?=\d)/, "P$1-");

/** The same row for the engine: what is unknown is left out. */
export function factsOf(row: FactRow): FactsInput {
  return Object.fromEntries(Object.entries(row).filter(([, v]) => v !== null));
}
