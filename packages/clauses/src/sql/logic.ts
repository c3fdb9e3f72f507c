/** Conditions and choices: undetermined only where the row's unknowns could change what is read. */
import type { Node } from "../ir/node.ts";
import { type Cell, isOpen } from "./cell.ts";
import type { Emitter } from "./emit.ts";
import { FALSE, joined, NULL, raw, type Sql, some, sql, TRUE } from "./text.ts";

const NOT_SAID = { value: NULL, open: FALSE } as const;

/** `and` is false where a part is false, whatever the others; `or` likewise with true. */
export function logic(op: "and" | "or", node: Node, cells: readonly Cell[], emitter: Emitter): Cell {
  const word = op === "and" ? " AND " : " OR ";
  const value = sql`(${joined(
    cells.map((c) => c.value),
    word,
  )})`;
  if (!node.nullable) return { value, open: null };
  const own = emitter.with.plan.atom(value);
  const undecided = op === "and" ? sql`${own} IS NOT FALSE` : sql`${own} IS NOT TRUE`;
  return { value: own, open: sql`(${undecided} AND ${some(cells.map(isOpen))})` };
}

/** Two nulls of FEEL are equal; nothing is said of an undetermined value. */
export function equal(node: Node, [a = NOT_SAID, b = NOT_SAID]: readonly Cell[], emitter: Emitter): Cell {
  const lists = node.args.some(
    (x) => x.sort === "other" && !(x.data.op === "const" && x.data.value === null),
  );
  if (lists)
    return emitter.cannot(node, "lists and contexts have no column to compare", "列表与上下文无法逐列比较");
  if (a.open === null && b.open === null) return { value: sql`(${a.value} = ${b.value})`, open: null };
  const { plan } = emitter.with;
  const [x, y] = [plan.atom(a.value), plan.atom(b.value)];
  const open = some([isOpen({ ...a, value: x }), isOpen({ ...b, value: y })]);
  const value = sql`CASE WHEN NOT ${open} THEN ${x} IS NOT DISTINCT FROM ${y} END`;
  return { value, open: node.nullable ? open : null };
}

/** Only the branch that is taken has to be known. */
export function ifElse(
  node: Node,
  [c = NOT_SAID, t = NOT_SAID, e = NOT_SAID]: readonly Cell[],
  emitter: Emitter,
): Cell {
  const { plan } = emitter.with;
  const condition = plan.atom(c.value);
  if (!node.nullable) return { value: chosen(c, condition, t.value, e.value, null), open: null };
  const keep = (x: Cell): Cell => (x.open === null ? { ...x, value: plan.atom(x.value) } : x);
  const [then, otherwise] = [keep(t), keep(e)];
  return {
    value: chosen(c, condition, then.value, otherwise.value, null),
    open: chosen(c, condition, isOpen(then), isOpen(otherwise), TRUE),
  };
}

/** A condition that is null, not undetermined, counts as false. */
export function chosen(c: Cell, condition: Sql, then: Sql, otherwise: Sql, open: Sql | null): Sql {
  if (then === otherwise && open === null && then === NULL) return NULL;
  const last = open === null ? raw("") : sql` ELSE ${open}`;
  if (c.open === null)
    return sql`CASE ${condition} WHEN TRUE THEN ${then} WHEN FALSE THEN ${otherwise}${last} END`;
  const first = open === null ? sql`NULL` : open;
  return sql`CASE WHEN ${c.open} THEN ${first} WHEN ${condition} THEN ${then} ELSE ${otherwise} END`;
}

export function orElse(node: Node, [a = NOT_SAID, b = NOT_SAID]: readonly Cell[], emitter: Emitter): Cell {
  const { plan } = emitter.with;
  const first = plan.atom(a.value);
  const second = node.nullable ? plan.atom(b.value) : b.value;
  const open = isOpen({ ...a, value: first });
  const value = sql`CASE WHEN NOT ${open} THEN coalesce(${first}, ${second}) END`;
  if (!node.nullable) return { value, open: null };
  return { value, open: sql`(${open} OR (${first} IS NULL AND ${isOpen({ ...b, value: second })}))` };
}
