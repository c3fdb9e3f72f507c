/** The decision's columns: what holds for certain, and only where the row settles the decision. */
import type { DecisionGraph, PromiseNode } from "../ir/decisionGraph.ts";
import type { Node } from "../ir/node.ts";
import type { Cell } from "./cell.ts";
import { isOpen } from "./cell.ts";
import type { Emitter } from "./emit.ts";
import { FIRST_DAY, LAST_DAY } from "./factValue.ts";
import type { Pending } from "./pending.ts";
import { every, FALSE, joined, jsonLiteral, raw, type Sql, some, sql, TRUE, textLiteral } from "./text.ts";
import { dayOf } from "./time.ts";
import { type Denies, witnesses } from "./witness.ts";

export interface Outputs {
  readonly settled: Sql;
  readonly outcome: Sql;
  readonly least: Sql;
  readonly most: Sql;
  readonly reasons: Sql;
  readonly promises: Sql;
}

const EMPTY = raw("'[]'::jsonb", true);

export function outputs(graph: DecisionGraph, valid: Sql, pending: Pending, emitter: Emitter): Outputs {
  const { plan } = emitter.with;
  const of = (node: Node): Cell => {
    const { value, open } = emitter.cell(node);
    return { value: plan.atom(value), open: open === null ? null : plan.atom(open) };
  };
  const [outcome, least, most] = [of(graph.outcome), of(graph.least), of(graph.most)];
  const denies = denier(graph, emitter);
  const reasons = reasonsOf(graph, of, denies, emitter);
  const promises = graph.promises.map((p) => {
    const made = promise(p, of(p.applies), of(p.due), pending, emitter);
    return { ...made, said: some([made.said, denies(p.applies)]) };
  });
  const said = [outcome, least, most].map((c) => not(isOpen(c)));
  const settled = plan.define(
    every([valid, ...said, ...reasons.map((r) => r.said), ...promises.map((p) => p.said)]),
  );
  const given = (value: Sql): Sql => sql`CASE WHEN ${settled} THEN ${value} END`;
  return {
    settled,
    outcome: sql`CASE WHEN ${settled} THEN ${outcome.value} ELSE 'open'::text END`,
    least: given(sql`round(${least.value}, 2)`),
    most: sql`CASE WHEN ${settled} AND ${most.value} < 'Infinity'::numeric THEN round(${most.value}, 2) END`,
    reasons: given(reasonList(reasons)),
    promises: given(
      promises.length === 0
        ? EMPTY
        : joined(
            promises.map((p) => p.json),
            " || ",
          ),
    ),
  };
}

const not = (x: Sql): Sql => (x === FALSE ? TRUE : sql`NOT (${x})`);

interface ReasonSql {
  readonly clause: string;
  readonly text: string;
  /** Whether it is certain; null where it may or may not be, and where it is not. */
  readonly holds: Sql;
  readonly said: Sql;
}

/** Whether a completion shows that a condition is not certain; one condition alone is not worth computing twice. */
function denier(graph: DecisionGraph, emitter: Emitter): Denies {
  const all = [...graph.declines, ...graph.refers].map((r) => r.holds);
  const seen = new Map<number, boolean>();
  const worth = (n: Node): boolean => n.data.op !== "const" && !readsList(n, emitter, seen);
  const roots = [...all, ...graph.promises.map((p) => p.applies)].filter(worth);
  if (new Set(roots).size < 2) return () => FALSE;
  const denies = witnesses(roots, graph.slots, emitter);
  return (node) => (worth(node) ? denies(node) : FALSE);
}

/** What reads a list is not computed twice more for the sake of a second reason. */
function readsList(node: Node, emitter: Emitter, seen: Map<number, boolean>): boolean {
  const known = seen.get(node.id);
  if (known !== undefined) return known;
  const own =
    (node.data.op === "foreign" && emitter.with.folds.of(node) !== null) ||
    node.args.some((a) => readsList(a, emitter, seen));
  seen.set(node.id, own);
  return own;
}

/** A reason is said where the row determines it, or where a completion shows that it is not certain. */
function reasonsOf(
  graph: DecisionGraph,
  of: (node: Node) => Cell,
  denies: Denies,
  emitter: Emitter,
): readonly ReasonSql[] {
  return [...graph.declines, ...graph.refers].map(({ clause, text, holds }) => {
    const cell = of(holds);
    const said = emitter.with.plan.atom(some([not(isOpen(cell)), denies(holds)]));
    return { clause, text, holds: cell.value, said };
  });
}

/** Each reason once, in the engine's order; mostly there is none, so that is asked first. */
function reasonList(reasons: readonly ReasonSql[]): Sql {
  const items = reasons.flatMap((r, i) => {
    if (r.holds === FALSE) return [];
    const same = reasons.slice(0, i).filter((o) => o.clause === r.clause && o.text === r.text);
    const first = every([r.holds, ...same.map((o) => sql`${o.holds} IS NOT TRUE`)]);
    return [{ first, json: jsonLiteral([{ clause: r.clause, text: r.text }]) }];
  });
  if (items.length === 0) return EMPTY;
  const any = joined(
    items.map((i) => i.first),
    " OR ",
  );
  const list = items.map((i) => sql`CASE WHEN ${i.first} THEN ${i.json} ELSE ${EMPTY} END`);
  return sql`CASE WHEN ${any} THEN ${joined(list, " || ")} ELSE ${EMPTY} END`;
}

interface PromiseSql {
  readonly said: Sql;
  readonly json: Sql;
}

function promise(p: PromiseNode, applies: Cell, due: Cell, pending: Pending, emitter: Emitter): PromiseSql {
  const { plan } = emitter.with;
  const shown = plan.atom(dueText(p.due, due, emitter));
  const waiting = pending.has(p.clause);
  const open = waiting ? FALSE : isOpen(due);
  // A day that no text of four digits can say is left to the engine; one that cannot be computed is null there too.
  const sayable = sql`(${shown} IS NOT NULL OR ${due.value} IS NULL)`;
  const said = sql`(${applies.value} IS FALSE OR (${applies.value} IS TRUE AND ${every([not(open), sayable])}))`;
  const later = waiting ? jsonLiteral(pending.get(p.clause) ?? null) : raw("NULL::jsonb");
  const dueJson = waiting
    ? sql`CASE WHEN ${isOpen(due)} THEN ${later} ELSE to_jsonb(${shown}) END`
    : sql`to_jsonb(${shown})`;
  const fields = sql`'clause', ${textLiteral(p.clause)}, 'lane', ${textLiteral(p.lane)}, 'due', ${dueJson}`;
  const json = sql`CASE WHEN ${applies.value} THEN jsonb_build_array(jsonb_build_object(${fields})) ELSE ${EMPTY} END`;
  return { said: plan.atom(said), json };
}

/** ISO 8601; a time at +08:00. */
function dueText(node: Node, due: Cell, emitter: Emitter): Sql {
  const { plan } = emitter.with;
  if (node.unit !== "date" && node.unit !== "date and time") return raw("NULL::text", true);
  const t = { ...due, unit: node.unit };
  const day = plan.atom(dayOf(t, plan));
  const near = sql`${day} BETWEEN ${raw(String(FIRST_DAY))} AND ${raw(String(LAST_DAY))}`;
  const date = sql`to_char(DATE '1970-01-01' + ${day}::int, 'YYYY-MM-DD')`;
  if (node.unit === "date") return sql`CASE WHEN ${near} THEN ${date} END`;
  const rest = plan.atom(sql`${due.value} + 28800 - ${day} * 86400`);
  const two = (x: Sql): Sql => sql`lpad(${x}::text, 2, '0')`;
  const clock = sql`${two(sql`div(${rest}, 3600)`)} || ':' || ${two(sql`mod(div(${rest}, 60), 60)`)} || ':' || ${two(sql`mod(div(${rest}, 1), 60)`)}`;
  const part = sql`${rest} - div(${rest}, 1)`;
  const fraction = sql`CASE WHEN ${part} = 0 THEN '' ELSE substr(trim_scale(${part})::text, 2) END`;
  return sql`CASE WHEN ${near} THEN ${date} || 'T' || ${clock} || ${fraction} || '+08:00' END`;
}
