/** A fold over the elements of a list, as one subquery a row. */
import type { Node } from "../ir/node.ts";
import { type Cell, isOpen } from "./cell.ts";
import { quotient } from "./decimal.ts";
import type { Emitter } from "./emit.ts";
import type { Fold } from "./folds.ts";
import type { ListColumns, ListField } from "./listFacts.ts";
import type { Elements } from "./lists.ts";
import type { Plan } from "./plan.ts";
import { DIGITS } from "./sizes.ts";
import { every, FALSE, identifier, joined, NULL, raw, type Sql, some, sql, TRUE } from "./text.ts";

/** Undetermined where the list, or what an element adds to the answer, is. */
export function overElements(
  e: Elements,
  { length, fields }: ListColumns,
  fold: Fold,
  node: Node,
  emitter: Emitter,
): Cell {
  const { plan } = emitter.with;
  const unknown = sql`${length} IS NULL`;
  if (fold.kind === "list") return { value: sql`CASE WHEN NOT ${unknown} THEN ''::text END`, open: unknown };
  const rows = elementRows(e, fields, node, emitter);
  const made = folded(rows, fold, length, emitter);
  const all = [...made.parts, made.open].reduce((whole, part) => sql`${whole}${part}`, raw(""));
  const given = plan.beside([...made.parts, made.open], rows.plan.nested(rows.source, [...all.reads]));
  const open = plan.atom(some([unknown, given.at(-1) ?? TRUE]));
  return { value: plan.atom(sql`CASE WHEN NOT ${open} THEN ${made.value(given)} END`), open };
}

interface Rows {
  readonly plan: Plan;
  /** Where the elements come from. */
  readonly source: Sql;
  readonly at: Sql;
  /** Whether an element is there: null while that is undetermined. */
  readonly there: Sql;
  readonly value: Cell;
  readonly elements: Emitter;
  readonly size: { readonly fits: boolean };
}

/** The elements as rows of a plan of their own, with what is asked of each. */
function elementRows(e: Elements, fields: readonly ListField[], node: Node, emitter: Emitter): Rows {
  const plan = emitter.with.plan.inner();
  const column = (name: string): Sql => raw(identifier(`#${name}`), true);
  const given: Sql[] = [];
  const names: Sql[] = [];
  const unnest = (array: Sql): Sql => {
    given.push(array);
    names.push(column(`given${given.length}`));
    return plan.fact(names.at(-1) ?? NULL, null);
  };
  const cells = new Map(
    fields.map((f, i): [number, Cell] => {
      const own = unnest(f.values);
      const value = f.decl.type.kind === "string" || isTextMember(f) ? sql`${own} COLLATE "C"` : own;
      const none = f.none === null ? null : unnest(f.none);
      const open = none === null ? null : sql`(${own} IS NULL AND ${none} IS NOT TRUE)`;
      return [e.facts[i]?.index ?? -1, { value: plan.atom(value), open }];
    }),
  );
  const at = plan.fact(column("at"), null);
  const source = sql`unnest(${joined(given, ", ")}) WITH ORDINALITY AS "#elements" (${joined([...names, column("at")], ", ")})`;
  const elements = emitter.inside(plan, cells, [e.present, e.value], node);
  // An aggregate of outer columns alone would be taken for one of the outer query.
  const inside = (x: Sql): Sql => (x.reads.size > 0 && !plan.reads(x) ? plan.fact(x, null) : plan.atom(x));
  const there = e.present === emitter.with.yes ? TRUE : inside(elements.cell(e.present).value);
  const cell = wholeCell(e.value, elements);
  const value = { value: inside(cell.value), open: cell.open === null ? null : inside(cell.open) };
  const { whole, places } = emitter.with.sizes.of(node);
  return { plan, source, at, there, value, elements, size: { fits: whole + places <= DIGITS } };
}

/** A record is only ever counted, or asked whether all of it is known. */
function wholeCell(node: Node, elements: Emitter): Cell {
  if (node.sort !== "other") return elements.cell(node);
  if (node.data.op !== "record") return { value: NULL, open: FALSE };
  return { value: NULL, open: some(node.args.map((a) => isOpen(wholeCell(a, elements)))) };
}

const isTextMember = ({ decl: { type } }: ListField): boolean =>
  type.kind === "one of" && type.members.every((m) => typeof m === "string");

interface Made {
  /** Aggregates over the elements. */
  readonly parts: readonly Sql[];
  /** What they come to. */
  readonly value: (given: readonly Sql[]) => Sql;
  /** Undetermined, the list itself being known; never null. */
  readonly open: Sql;
}

const first = (given: readonly Sql[]): Sql => given[0] ?? NULL;
const any = (condition: Sql): Sql =>
  condition === FALSE ? FALSE : sql`coalesce(bool_or(${condition}), FALSE)`;

function folded(rows: Rows, fold: Exclude<Fold, { kind: "list" }>, length: Sql, emitter: Emitter): Made {
  const { there, value } = rows;
  const unsure = there === TRUE ? FALSE : sql`${there} IS NULL`;
  const open = any(some([unsure, every([there, isOpen(value)])]));
  const those = (aggregate: Sql): Sql =>
    there === TRUE ? aggregate : sql`${aggregate} FILTER (WHERE ${there})`;
  const noNull = (aggregate: Sql): Sql =>
    sql`CASE WHEN NOT ${any(every([there, sql`${value.value} IS NULL`]))} THEN ${those(aggregate)} END`;
  const v = value.value;
  switch (fold.kind) {
    case "count":
      return { parts: [those(raw("count(*)"))], value: (g) => sql`${first(g)}::numeric`, open: any(unsure) };
    case "known":
      return { parts: [TRUE], value: first, open };
    case "count distinct": {
      const nulls = sql`(${any(every([there, sql`${v} IS NULL`]))})::int`;
      return { parts: [sql`(${those(sql`count(DISTINCT ${v})`)} + ${nulls})::numeric`], value: first, open };
    }
    case "sum":
      return { parts: [noNull(sql`sum(${v})`)], value: first, open: some([open, inexact(rows, those)]) };
    case "mean": {
      const parts = [noNull(sql`sum(${v})`), sql`${those(raw("count(*)"))}::numeric`];
      const value = ([sum = NULL, count = NULL]: readonly Sql[]): Sql => quotient(sum, count);
      return { parts, value, open: some([open, inexact(rows, those)]) };
    }
    case "min":
    case "max":
      return { parts: [noNull(sql`${raw(fold.kind)}(${v})`)], value: first, open };
    case "some":
    case "every":
      return quantified(fold.kind === "some", rows, open);
    case "contains":
      return contains(fold.item, rows, open);
    case "at":
      return elementAt(fold.position, rows, length, emitter);
  }
}

/** Sums of long numbers are rounded on the way, in an order that SQL does not keep. */
function inexact({ value, size }: Rows, those: (aggregate: Sql) => Sql): Sql {
  if (size.fits) return FALSE;
  const v = value.value;
  const digits = sql`${those(sql`sum(abs(${v}))`)} * ('1e' || ${those(sql`max(min_scale(${v}))`)})::numeric`;
  return sql`coalesce(${digits} >= ${raw(`1e${DIGITS}`)}, FALSE)`;
}

/** FEEL's ternary logic: decided by one element, null where one is null and none decides. */
function quantified(decisive: boolean, { there, value }: Rows, open: Sql): Made {
  const [own, other] = decisive ? ["TRUE", "FALSE"] : ["FALSE", "TRUE"];
  const hit = any(every([there, sql`${value.value} IS ${raw(own)}`]));
  const empty = any(every([there, sql`${value.value} IS NULL`]));
  return {
    parts: [sql`CASE WHEN ${hit} THEN ${raw(own)} WHEN NOT ${empty} THEN ${raw(other)} END`],
    value: first,
    open: every([sql`NOT ${hit}`, open]),
  };
}

function contains(item: Node, { there, value, elements }: Rows, open: Sql): Made {
  const wanted = elements.cell(item);
  const same = sql`${value.value} IS NOT DISTINCT FROM ${wanted.value}`;
  const hit = any(every([there, sql`NOT ${isOpen(value)}`, same]));
  return { parts: [hit], value: first, open: some([isOpen(wanted), every([sql`NOT ${hit}`, open])]) };
}

/** Counted from 1, or from the end with -1. */
function elementAt(position: Node, rows: Rows, length: Sql, emitter: Emitter): Made {
  const { plan } = emitter.with;
  const p = plan.atom(emitter.cell(position).value);
  const wanted = plan.atom(sql`CASE WHEN ${p} > 0 THEN ${p} ELSE ${length} + ${p} + 1 END`);
  const here = sql`${rows.at} = ${wanted}`;
  const value = sql`(array_agg(${rows.value.value}) FILTER (WHERE ${here}))[1]`;
  const open = any(every([here, isOpen(rows.value)]));
  return { parts: [value], value: first, open: sql`(${wanted} IS NULL OR ${open})` };
}
