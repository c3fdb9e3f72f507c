/** A whole decision as nodes: outcome, payable range, reasons, and what else is handed out. */
import type { Clause } from "../terms/model.ts";
import { effectFormulas, type Resolved } from "../terms/resolve.ts";
import { type BenefitNodes, benefitNodes } from "./benefits.ts";
import { type ClauseNodes, clauseNodes } from "./clauseNodes.ts";
import { conflicts } from "./conflicts.ts";
import { addDays, addDuration } from "./due.ts";
import { bind } from "./env.ts";
import { concerns, Families } from "./families.ts";
import type { Node } from "./node.ts";
import type { ListLengths, Slot } from "./slots.ts";
import { translate } from "./translate.ts";
import { BOOLEAN, NUMBER, TEXT } from "./value.ts";

export const UNCOMPUTABLE = "无法计算";
export const CONFLICT = "条款冲突";

/** A reason to decline or to refer. `over` lists the benefit families concerned, null for all. */
export interface ReasonNode {
  readonly clause: string;
  readonly text: string;
  /** Never null. */
  readonly holds: Node;
  readonly over: readonly Clause[] | null;
}

export interface FlagNode {
  readonly clause: string;
  readonly name: string;
  readonly holds: Node;
  readonly points: Node;
  /** A boolean fact beyond the slots: whether the flag is certain, which the engine finds out first. */
  readonly certain: number;
}

export interface PromiseNode {
  readonly clause: string;
  readonly lane: string;
  readonly applies: Node;
  readonly due: Node;
}

export interface StepNode {
  readonly clause: string;
  readonly channel: string;
  readonly applies: Node;
  readonly after: Node | null;
}

export interface DecisionGraph {
  readonly nodes: ClauseNodes;
  readonly slots: readonly Slot[];
  /** A text: the outcome of a completion. */
  readonly outcome: Node;
  readonly least: Node;
  readonly most: Node;
  readonly benefits: readonly BenefitNodes[];
  /** Reasons as the decision gives them: true only in completions with the outcome they explain. */
  readonly declines: readonly ReasonNode[];
  readonly refers: readonly ReasonNode[];
  /** For each reason to decline: a completion declines without it. */
  readonly lacking: ReadonlyMap<ReasonNode, Node>;
  /** Refusals and referrals of single benefits, whatever the outcome. */
  readonly ofBenefits: readonly ReasonNode[];
  readonly flags: readonly FlagNode[];
  readonly promises: readonly PromiseNode[];
  readonly steps: readonly StepNode[];
  readonly values: ReadonlyMap<string, Node>;
  readonly points: Node;
}

export function decisionGraph(resolved: Resolved, lengths: ListLengths): DecisionGraph {
  const nodes = clauseNodes(resolved, lengths);
  const families = new Families(resolved);
  const { graph: g } = nodes;
  const { doc } = resolved;
  const flags = flagNodes(doc.clauses, nodes);
  const points = flags.reduce((total, f) => {
    const certain = g.fact(f.certain, BOOLEAN, false);
    return g.math("add", [total, g.choose(certain, f.points, g.number(0))], NUMBER);
  }, g.number(0));
  const refusals = doc.clauses.flatMap((c) => refusal(c, nodes, families) ?? []);
  const referrals = [
    ...doc.clauses.flatMap((c) => referral(c, nodes, families, points) ?? []),
    ...uncomputables(resolved, nodes, families, flags, points),
    ...conflicts(resolved, nodes, families),
  ];
  const paying = benefitNodes(resolved, nodes, families, refusals, referrals);
  const { decline, refer } = paying;
  const pays = paying.benefits.length > 0;
  const liable = pays
    ? g.choose(g.compare("lt", g.number(0), paying.most), text(nodes, "pay"), text(nodes, "nothing"))
    : text(nodes, "accept");
  const outcome = g.choose(decline, text(nodes, "decline"), g.choose(refer, text(nodes, "refer"), liable));
  const declines = refusals.map((r) => ({
    ...r,
    holds: g.and(r.holds, decline, r.over === null ? g.yes : paying.allRefused),
  }));
  const names = doc.clauses.flatMap((c) => (c.effect.kind === "gives" ? given(c, nodes) : []));
  return {
    nodes,
    slots: nodes.slots,
    outcome,
    least: paying.least,
    most: paying.most,
    benefits: paying.benefits,
    declines,
    lacking: new Map(declines.map((r) => [r, g.and(decline, g.not(r.holds))])),
    refers: referrals.map((r) => ({ ...r, holds: g.and(r.holds, g.not(decline)) })),
    ofBenefits: [...refusals, ...referrals].filter((r) => r.over !== null),
    flags,
    promises: doc.clauses.flatMap((c) => promiseNode(c, nodes)),
    steps: doc.clauses.flatMap((c) => stepNode(c, nodes)),
    values: new Map(names),
    points,
  };
}

const text = (nodes: ClauseNodes, value: string): Node => nodes.graph.constant(value, TEXT);

function given(c: Clause, nodes: ClauseNodes): readonly (readonly [string, Node])[] {
  if (c.effect.kind !== "gives") return [];
  const g = nodes.graph;
  const active = g.isTrue(nodes.active(c));
  return c.effect.names.map(
    (n) => [n, g.choose(active, nodes.names.get(n) ?? g.nothing, g.nothing)] as const,
  );
}

function flagNodes(clauses: readonly Clause[], nodes: ClauseNodes): readonly FlagNode[] {
  const g = nodes.graph;
  return clauses
    .flatMap((c) => {
      const e = c.effect;
      if (e.kind !== "flag") return [];
      const holds = g.isTrue(g.and(nodes.active(c), nodes.expr(e.value.expr)));
      const points = e.points === null ? g.number(0) : nodes.expr(e.points.expr);
      return [{ clause: c.id, name: e.name, holds, points, certain: 0 }];
    })
    .map((f, k) => ({ ...f, certain: nodes.slots.length + k }));
}

function refusal(c: Clause, nodes: ClauseNodes, families: Families): readonly ReasonNode[] | null {
  const e = c.effect;
  if (e.kind !== "require" && e.kind !== "exclude") return null;
  const g = nodes.graph;
  const value = nodes.expr(e.value.expr);
  const bites = e.kind === "require" ? g.not(value) : value;
  const holds = g.isTrue(g.and(nodes.active(c), bites));
  return [{ clause: c.id, text: e.reason, holds, over: families.over(c) }];
}

function referral(
  c: Clause,
  nodes: ClauseNodes,
  families: Families,
  points: Node,
): readonly ReasonNode[] | null {
  if (c.effect.kind !== "refer") return null;
  const g = nodes.graph;
  const holds = g.isTrue(g.and(nodes.active(c), referValue(c, nodes, points)));
  return [{ clause: c.id, text: c.effect.reason, holds, over: families.over(c) }];
}

/** Only `refer` may read `points`. */
function referValue(c: Clause, nodes: ClauseNodes, points: Node): Node {
  if (c.effect.kind !== "refer") return nodes.graph.nothing;
  return translate(c.effect.value.expr, bind(nodes.env, new Map([["points", points]])));
}

/** Where a guard or an effect that applies comes out null, a person must decide. */
function uncomputables(
  resolved: Resolved,
  nodes: ClauseNodes,
  families: Families,
  flags: readonly FlagNode[],
  points: Node,
): readonly ReasonNode[] {
  const g = nodes.graph;
  return resolved.doc.clauses.flatMap((c) => {
    const active = nodes.active(c);
    const values = effectNodes(c, nodes, flags, points);
    const empty = g.and(g.isTrue(active), g.or(...values.map((v) => g.isNull(v))));
    const holds = g.or(g.isNull(active), empty);
    if (holds === g.no) return [];
    return [{ clause: c.id, text: UNCOMPUTABLE, holds, over: concerns(c, resolved, families) }];
  });
}

/** The values of a clause's effect, none of which may be null where the clause applies. */
function effectNodes(
  c: Clause,
  nodes: ClauseNodes,
  flags: readonly FlagNode[],
  points: Node,
): readonly Node[] {
  switch (c.effect.kind) {
    case "define":
    case "table":
      return [...nodes.defined(c).values()];
    case "refer":
      return [referValue(c, nodes, points)];
    case "flag":
      return [
        nodes.expr(c.effect.value.expr),
        ...flags.filter((f) => f.clause === c.id).map((f) => f.points),
      ];
    case "promise":
      return [...promiseNode(c, nodes).map((p) => p.due)];
    default:
      return effectFormulas(c).map((f) => nodes.expr(f.expr));
  }
}

function promiseNode(c: Clause, nodes: ClauseNodes): readonly PromiseNode[] {
  const e = c.effect;
  if (e.kind !== "promise") return [];
  const from = nodes.expr(e.from.expr);
  const length = nodes.expr(e.within.value.expr);
  const due =
    e.within.kind === "working days"
      ? addDays(from, length, nodes.env)
      : addDuration(from, length, nodes.env);
  return [{ clause: c.id, lane: e.lane, applies: nodes.graph.isTrue(nodes.active(c)), due }];
}

function stepNode(c: Clause, nodes: ClauseNodes): readonly StepNode[] {
  const e = c.effect;
  if (e.kind !== "step") return [];
  const after = e.after === null ? null : nodes.expr(e.after.expr);
  return [{ clause: c.id, channel: e.channel, applies: nodes.graph.isTrue(nodes.active(c)), after }];
}
