/** Benefits, caps and the payable range as nodes. */
import { num } from "../feel/value.ts";
import type { Clause } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";
import type { ClauseNodes } from "./clauseNodes.ts";
import type { ReasonNode } from "./decisionGraph.ts";
import type { Families } from "./families.ts";
import type { Node } from "./node.ts";
import { NUMBER } from "./value.ts";

export interface Payer {
  readonly clause: Clause;
  readonly name: string;
  /** Never null. */
  readonly active: Node;
}

export interface BenefitNodes {
  /** The base clause whose place the payers take. */
  readonly root: Clause;
  readonly payers: readonly Payer[];
  readonly least: Node;
  readonly most: Node;
}

export interface Paying {
  readonly benefits: readonly BenefitNodes[];
  readonly decline: Node;
  /** Every benefit is refused for itself. */
  readonly allRefused: Node;
  readonly refer: Node;
  readonly least: Node;
  readonly most: Node;
}

interface Amount {
  readonly root: Clause;
  readonly payers: readonly Payer[];
  readonly applies: Node;
  /** Due where nothing stands against it. */
  readonly full: Node;
  /** What it may come to where a person must decide: without bound if its amount cannot be computed. */
  readonly most: Node;
}

export function benefitNodes(
  resolved: Resolved,
  nodes: ClauseNodes,
  families: Families,
  refusals: readonly ReasonNode[],
  referrals: readonly ReasonNode[],
): Paying {
  const g = nodes.graph;
  const amounts = families.benefits().map((root) => amountOf(root, resolved, nodes, families));
  const against = (reasons: readonly ReasonNode[], root: Clause): Node =>
    g.or(...reasons.filter((r) => r.over?.includes(root)).map((r) => r.holds));
  const global = g.or(...refusals.filter((r) => r.over === null).map((r) => r.holds));
  const refused = amounts.map((a) => against(refusals, a.root));
  const allRefused = everyRefused(amounts, refused, nodes);
  const decline = g.or(global, allRefused);
  const everything = g.or(...referrals.filter((r) => r.over === null).map((r) => r.holds));
  const zero = g.number(0);
  const due = amounts.map((a, i) => {
    const off = g.or(decline, refused[i] ?? g.no);
    const open = g.or(everything, against(referrals, a.root));
    return {
      least: g.choose(g.or(off, open), zero, a.full),
      most: g.choose(off, zero, g.choose(open, a.most, a.full)),
    };
  });
  const limits = families.caps().map((cap): Limit => {
    const over = families.over(cap);
    const inside = amounts.map((a) => over === null || over.includes(a.root));
    return { inside, limit: capLimit(cap, resolved, nodes, families) };
  });
  const least = capped(
    due.map((d) => d.least),
    limits,
    nodes,
  );
  const most = capped(
    due.map((d) => d.most),
    limits,
    nodes,
  );
  return {
    benefits: amounts.map((a, i) => ({
      root: a.root,
      payers: a.payers,
      least: least.each[i] ?? zero,
      most: most.each[i] ?? zero,
    })),
    decline,
    allRefused,
    refer: g.or(...referrals.map((r) => r.holds)),
    least: least.total,
    most: most.total,
  };
}

/** Some benefit that applies is refused and no other benefit applies; or every one is refused. */
function everyRefused(amounts: readonly Amount[], refused: readonly Node[], nodes: ClauseNodes): Node {
  const g = nodes.graph;
  if (amounts.length === 0 || refused.every((r) => r === g.no)) return g.no;
  const none = amounts.map((a, i) => g.or(refused[i] ?? g.no, g.not(a.applies)));
  const some = amounts.map((a, i) => g.and(refused[i] ?? g.no, a.applies));
  return g.and(...none, g.or(g.or(...some), g.and(...refused)));
}

function amountOf(root: Clause, resolved: Resolved, nodes: ClauseNodes, families: Families): Amount {
  const g = nodes.graph;
  const zero = g.number(0);
  let full = zero;
  let most = zero;
  const payers: Payer[] = [];
  for (const c of [...families.payers(root)].reverse()) {
    if (c.effect.kind !== "pay") continue;
    const guard = nodes.active(c);
    const active = g.isTrue(guard);
    const raw = nodes.expr(c.effect.value.expr);
    const limit = c.effect.upTo === null ? null : nodes.expr(c.effect.upTo.expr);
    const due = benefit(raw, limit, resolved, nodes);
    full = g.choose(active, g.orElse(due, zero), full);
    const may = g.not(g.isTrue(g.not(guard)));
    most = g.choose(
      may,
      larger(mostOf(raw, limit, resolved, nodes), g.choose(active, zero, most), nodes),
      most,
    );
    payers.unshift({ clause: c, name: c.effect.name, active });
  }
  return { root, payers, applies: g.or(...payers.map((p) => p.active)), full, most };
}

function larger(a: Node, b: Node, nodes: ClauseNodes): Node {
  return a === b || (b.data.op === "const" && nodes.graph.number(0) === b)
    ? a
    : nodes.graph.math("max", [a, b], NUMBER);
}

/** Below zero counts as zero; `upTo` caps it, below zero as zero; then it is rounded to 0.01. */
function benefit(raw: Node, limit: Node | null, resolved: Resolved, nodes: ClauseNodes): Node {
  const g = nodes.graph;
  const zero = g.number(0);
  const positive = g.math("max", [zero, raw], NUMBER);
  const due =
    limit === null ? positive : g.math("min", [positive, g.math("max", [zero, limit], NUMBER)], NUMBER);
  return g.round(due, resolved.doc.rounding, 2);
}

/** The same where either may be missing: a missing amount is bounded by `upTo` alone, a missing `upTo` by nothing. */
function mostOf(raw: Node, limit: Node | null, resolved: Resolved, nodes: ClauseNodes): Node {
  const g = nodes.graph;
  const far = g.number(num("Infinity"));
  const known = (x: Node): Node => g.orElse(x, far);
  return benefit(known(raw), limit === null ? null : known(limit), resolved, nodes);
}

interface Limit {
  /** For each benefit whether the limit concerns it. */
  readonly inside: readonly boolean[];
  readonly limit: Node;
}

interface Capped {
  readonly each: readonly Node[];
  readonly total: Node;
}

/**
 * Caps in document order, each taking from the last of its benefits first: each has what the ones before it
 * leave of the limit. The total is not their sum but the same amount said directly, of which narrower bounds
 * are known: under the last cap its benefits come to their sum or to the limit.
 */
function capped(start: readonly Node[], limits: readonly Limit[], nodes: ClauseNodes): Capped {
  const g = nodes.graph;
  const zero = g.number(0);
  const add = (a: Node, b: Node): Node => g.math("add", [a, b], NUMBER);
  const sum = (xs: readonly Node[]): Node => xs.reduce(add, zero);
  let each = start;
  let total = sum(start);
  for (const { inside, limit } of limits) {
    const outside = sum(each.filter((_, i) => !inside[i]));
    total = add(outside, g.math("min", [sum(each.filter((_, i) => inside[i])), limit], NUMBER));
    let before = zero;
    each = each.map((x, i) => {
      if (!inside[i]) return x;
      const left =
        before === zero ? limit : g.math("max", [zero, g.math("sub", [limit, before], NUMBER)], NUMBER);
      const own = g.math("min", [x, left], NUMBER);
      before = add(before, own);
      return own;
    });
  }
  return { each, total };
}

/** The limit in force, without bound where no clause of the family applies; rounded down to 0.01. */
function capLimit(root: Clause, resolved: Resolved, nodes: ClauseNodes, families: Families): Node {
  const g = nodes.graph;
  const far = g.number(num("Infinity"));
  return resolved.doc.clauses
    .filter((c) => c.effect.kind === "cap" && families.root(c) === root)
    .reduceRight((rest, c) => {
      if (c.effect.kind !== "cap") return rest;
      const value = nodes.expr(c.effect.value.expr);
      const limit = g.round(g.math("max", [g.number(0), g.orElse(value, far)], NUMBER), "floor", 2);
      return g.choose(g.isTrue(nodes.active(c)), limit, rest);
    }, far);
}
