/** What the examples of a document could show: for each clause the ways in which it can come out. */

import { elementsOf } from "../../ir/elements.ts";
import { bind, type Env } from "../../ir/env.ts";
import type { Node } from "../../ir/node.ts";
import { cellHolds } from "../../ir/tests.ts";
import { translate } from "../../ir/translate.ts";
import { NUMBER } from "../../ir/value.ts";
import type { Clause, Effect } from "../../terms/model.ts";
import type { Resolved } from "../../terms/resolve.ts";
import type { Whole } from "../whole.ts";

export type PointKind =
  | "applies"
  | "does not apply"
  | "met"
  | "not met"
  | "holds"
  | "does not hold"
  | "pays"
  | "limit bites"
  | "limit does not bite"
  | "row";

/** One way a clause can come out; `row` is the index of a table's row. */
export interface Point {
  readonly clause: Clause;
  readonly kind: PointKind;
  readonly row: number | null;
  readonly line: number;
  /** Where it comes out so; null where a list cannot be opened. A cap's is said by deciding without it. */
  readonly node: ((whole: Whole) => Node | null) | null;
}

type Of = (kind: PointKind, node: Point["node"], row?: number) => Point;

export function pointsOf(resolved: Resolved): readonly Point[] {
  return resolved.doc.clauses.flatMap((c) => {
    const of: Of = (kind, node, row) => {
      const at = row !== undefined && c.effect.kind === "table" ? c.effect.rows[row]?.at : undefined;
      return { clause: c, kind, row: row ?? null, line: (at ?? c.at).line, node };
    };
    const guarded = c.when !== null || c.insteadOf !== null || resolved.exceptions.has(c.id);
    const own = effectPoints(c, c.effect, of);
    const applies = of("applies", (w) => active(c, w));
    const not = of("does not apply", (w) => w.nodes.graph.not(active(c, w)));
    return [...(guarded ? [applies, not] : own.length === 0 ? [applies] : []), ...own];
  });
}

const active = (c: Clause, w: Whole): Node => w.nodes.graph.isTrue(w.nodes.active(c));

function effectPoints(c: Clause, e: Effect, of: Of): readonly Point[] {
  switch (e.kind) {
    case "require":
      return conditionPoints(c, e.value.expr, of, "met", "not met");
    case "exclude":
    case "refer":
    case "flag":
      return conditionPoints(c, e.value.expr, of, "holds", "does not hold");
    case "pay":
      return payPoints(c, e, of);
    case "cap":
      return [of("limit bites", null), of("limit does not bite", null)];
    case "table":
      return e.rows.map((_, i) => of("row", (w) => rowHit(c, e, i, w), i));
    case "define":
    case "promise":
    case "step":
    case "gives":
    case "none":
      return [];
  }
}

function conditionPoints(
  c: Clause,
  expr: Parameters<typeof translate>[0],
  of: Of,
  yes: PointKind,
  no: PointKind,
): readonly Point[] {
  const value = (w: Whole): Node => {
    const env = bind(w.nodes.env, new Map([["points", w.graph.points]]));
    return translate(expr, env);
  };
  const at = (w: Whole, node: Node): Node => w.nodes.graph.isTrue(w.nodes.graph.and(active(c, w), node));
  return [of(yes, (w) => at(w, value(w))), of(no, (w) => at(w, w.nodes.graph.not(value(w))))];
}

function payPoints(c: Clause, e: Effect & { kind: "pay" }, of: Of): readonly Point[] {
  const paid = of("pays", (w) => {
    const g = w.nodes.graph;
    const benefit = w.graph.benefits.find((b) => b.payers.some((p) => p.clause === c));
    return benefit === undefined
      ? g.no
      : g.isTrue(g.and(active(c, w), g.compare("lt", g.number(0), benefit.least)));
  });
  const { upTo } = e;
  if (upTo === null) return [paid];
  const over = (w: Whole): Node => {
    const g = w.nodes.graph;
    const limit = g.math("max", [g.number(0), w.nodes.expr(upTo.expr)], NUMBER);
    return g.compare("lt", limit, w.nodes.expr(e.value.expr));
  };
  const at = (w: Whole, node: Node): Node => w.nodes.graph.isTrue(w.nodes.graph.and(active(c, w), node));
  return [
    paid,
    of("limit bites", (w) => at(w, over(w))),
    of("limit does not bite", (w) => at(w, w.nodes.graph.not(over(w)))),
  ];
}

/** The row is the one that is hit (under `first`, no earlier one is), for some element where there is a list. */
function rowHit(c: Clause, table: Effect & { kind: "table" }, row: number, w: Whole): Node | null {
  const g = w.nodes.graph;
  const hit = (env: Env): Node => {
    const inputs = table.on.map((on) => translate(on.expr, env));
    const holds = table.rows
      .slice(0, row + 1)
      .map((r) =>
        g.and(...r.inputs.map((cell, i) => cellHolds(cell.tests, inputs[i] ?? g.nothing, cell.source, env))),
      );
    const before = table.hit === "first" ? holds.slice(0, -1).map((h) => g.not(h)) : [];
    return g.and(holds.at(-1) ?? g.no, ...before);
  };
  if (c.forEach === null) return g.and(active(c, w), hit(w.nodes.env));
  const { name, source } = c.forEach;
  const elements = elementsOf(source.expr, w.nodes.env);
  if (elements === null) return null;
  const some = elements.map((e) => g.and(e.present, hit(bind(w.nodes.env, new Map([[name, e.value]])))));
  return g.and(active(c, w), g.or(...some));
}
