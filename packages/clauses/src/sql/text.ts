/** Fragments of SQL that know which columns they read, and the quoting of everything that is not our own text. */
import type { Num } from "../feel/value.ts";

/** A value computed once a row, at a step of the statement: it may be read at later steps only. */
export interface Column {
  readonly name: string;
  /** 0 for the facts; a value's step is after those of all it reads. */
  readonly step: number;
  /** How many subqueries it stands inside: 0 for a column of the row itself. */
  readonly depth: number;
}

export interface Sql {
  readonly text: string;
  readonly reads: ReadonlySet<Column>;
  /** A name or a literal: as cheap to repeat as to name. */
  readonly simple: boolean;
}

const NOTHING: ReadonlySet<Column> = new Set();

/** SQL of our own. Nothing from a document or a source comes through here unquoted. */
export const raw = (text: string, simple = false): Sql => ({ text, reads: NOTHING, simple });

/** A fragment with others inside it; each brings what it reads. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  const reads = new Set<Column>();
  for (const part of parts) for (const column of part.reads) reads.add(column);
  const text = strings.map((s, i) => `${s}${parts[i]?.text ?? ""}`).join("");
  return { text, reads, simple: false };
}

/** The same text, reading only what `keeps` lets through: what a subquery makes is not seen outside it. */
export const seenOutside = (part: Sql, keeps: (column: Column) => boolean): Sql => ({
  ...part,
  reads: new Set([...part.reads].filter(keeps)),
});

export const read = (column: Column): Sql => ({
  text: identifier(column.name),
  reads: new Set([column]),
  simple: true,
});

/** Fragments one after another, with `between` between them. */
export function joined(parts: readonly Sql[], between: string): Sql {
  const [first, ...rest] = parts;
  if (first === undefined) return raw("");
  return rest.reduce((whole, part) => sql`${whole}${raw(between)}${part}`, first);
}

export const TRUE = raw("TRUE", true);
export const FALSE = raw("FALSE", true);
export const NULL = raw("NULL", true);

/** True where all are; parts that are always true are left out. */
export function every(parts: readonly Sql[]): Sql {
  const left = parts.filter((p) => p !== TRUE);
  if (left.includes(FALSE)) return FALSE;
  if (left.length === 0) return TRUE;
  return left.length === 1 && left[0] !== undefined ? left[0] : sql`(${joined(left, " AND ")})`;
}

/** True where some part is; parts that never are, are left out. */
export function some(parts: readonly Sql[]): Sql {
  const left = [...new Map(parts.filter((p) => p !== FALSE).map((p) => [p.text, p])).values()];
  if (left.includes(TRUE)) return TRUE;
  if (left.length === 0) return FALSE;
  return left.length === 1 && left[0] !== undefined ? left[0] : sql`(${joined(left, " OR ")})`;
}

/** PostgreSQL cuts longer names off in silence. */
export const MAX_NAME_BYTES = 63;

export function nameBytes(name: string): number {
  let bytes = 0;
  for (const c of name) {
    const code = c.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Whether PostgreSQL can have the name as it is. */
export const isName = (name: string): boolean =>
  name !== "" &&
  !name.includes("\u0000") &&
  !/\p{Surrogate}/u.test(name) &&
  nameBytes(name) <= MAX_NAME_BYTES;

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a literal that means the same whatever `standard_conforming_strings` says. */
export function textLiteral(text: string): Sql {
  const quoted = text.replaceAll("'", "''");
  const body = text.includes("\\") ? `E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
  return raw(`${body}::text`, true);
}

export const jsonLiteral = (value: unknown): Sql =>
  raw(`${textLiteral(JSON.stringify(value)).text.replace(/::text$/, "")}::jsonb`, true);

/** A number as an exact literal. */
export function numberLiteral(n: Num): Sql {
  if (!n.isFinite()) return raw(`'${n.isNegative() ? "-" : ""}Infinity'::numeric`, true);
  const text = n.toFixed();
  return raw(text.startsWith("-") ? `(${text})::numeric` : `${text}::numeric`, true);
}
