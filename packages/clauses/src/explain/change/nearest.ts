/** The nearest value of one ordered fact at which a decision comes out as looked for. */

import type { Completion } from "../../decide/concrete.ts";
import { Concrete } from "../../decide/concrete.ts";
import { domainEnds } from "../../decide/constraints.ts";
import { middle } from "../../decide/fork.ts";
import type { Region } from "../../decide/region.ts";
import { cut, type Domain, known, type RangeDomain } from "../../facts/domain.ts";
import { Num, num } from "../../feel/value.ts";
import type { Goal } from "./goal.ts";
import { outward } from "./outward.ts";
import { type Short, sameDecision, type Varying } from "./varying.ts";

/** All values of `domain` come to `decision`; `steps` says how far the nearest of them is from what the fact is now. */
export interface Otherwise {
  readonly index: number;
  readonly domain: Domain;
  readonly decision: Short;
  readonly steps: Num;
}

const FAR = num("Infinity");
/** Stretches behind the nearest one that are joined to it where they come to the same. */
const JOINED = 6;

/** Both ways, the nearer; null where there is none or it cannot be told. */
export function nearest(v: Varying, goal: Goal, index: number, whole: RangeDomain): Otherwise | null {
  const here = v.region.domains[index];
  const [low, high] = domainEnds(here);
  if (here === undefined || !low.isFinite() || !high.isFinite()) return null;
  const found = [true, false].flatMap((up) => {
    const side = up
      ? cut({ ...whole, nullable: false }, afterwards(high, whole, true), FAR)
      : cut({ ...whole, nullable: false }, FAR.neg(), afterwards(low, whole, false));
    return side === null ? [] : (along(v, goal, index, side, up) ?? []);
  });
  const [a, b] = found.map((o): Otherwise => {
    const [from, to] = domainEnds(o.domain);
    const steps = (from.greaterThan(high) ? from.minus(high) : low.minus(to)).div(whole.step).ceil();
    return { ...o, steps };
  });
  return a !== undefined && b !== undefined && b.steps.lessThan(a.steps) ? b : (a ?? b ?? null);
}

/** The first value of the grid beyond `at`; a known number need not stand on the grid itself. */
function afterwards(at: Num, { origin, step }: RangeDomain, up: boolean): Num {
  const steps = at.minus(origin).div(step);
  return (up ? steps.floor().plus(1) : steps.ceil().minus(1)).times(step).plus(origin);
}

type Found = Omit<Otherwise, "steps"> & { readonly steps: Num };

function along(v: Varying, goal: Goal, index: number, side: Domain, up: boolean): Found | null {
  const { graph } = v.study;
  const nodes = goal.leap === null ? [graph.outcome] : [graph.outcome, graph.least, graph.most];
  const leaves = outward(v.region, index, side, up, nodes, v.pieces);
  const scout = goal.leap === null ? null : new Scout(v, index, goal.leap);
  for (let next = leaves.next(); !next.done; next = leaves.next()) {
    const piece = next.value;
    const at = scout === null ? first(v, goal, index, piece, up) : scout.first(piece, up);
    if (at === null) continue;
    const made = stretch(v, goal, index, at, up, leaves);
    if (made !== null) return made;
    if (scout === null) return null;
  }
  return null;
}

/** The part of a piece, from its near end, that comes to what is looked for; null where none does. */
function first(v: Varying, goal: Goal, index: number, piece: Region, up: boolean): Domain | null {
  const outcome = piece.abs(v.study.graph.outcome);
  const domain = piece.domains[index];
  if (domain === undefined) return null;
  if (outcome.kind === "one") return goal.wanted(outcome.value) ? domain : null;
  return probe(v, goal, index, domain, up);
}

/** By full decisions, halving: for what hangs on other open facts too. */
function probe(v: Varying, goal: Goal, index: number, domain: Domain, up: boolean): Domain | null {
  const stack: Domain[] = [domain];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const whole = v.decide(index, next);
    if (whole === null) return null;
    if (whole.settled && !goal.reached(whole)) continue;
    const near = known(nearEnd(next, up));
    const point = v.decide(index, near);
    if (point === null) return null;
    if (goal.reached(point)) return sameDecision(point, whole) ? next : near;
    if (next.kind !== "range") continue;
    const at = middle(next);
    const halves = [cut(next, FAR.neg(), at), cut(next, afterwards(at, next, true), FAR)].filter(
      (d) => d !== null,
    );
    stack.push(...(up ? halves.reverse() : halves));
  }
  return null;
}

export const nearEnd = (d: Domain, up: boolean): Num => domainEnds(d)[up ? 0 : 1];
const farEnd = (d: Domain, up: boolean): Num => domainEnds(d)[up ? 1 : 0];

/** As far as the decision stays exactly the same; the nearest value alone where it does not. */
function stretch(
  v: Varying,
  goal: Goal,
  index: number,
  at: Domain,
  up: boolean,
  behind: Generator<Region>,
): Found | null {
  const none = num(0);
  const point = known(nearEnd(at, up));
  const decision = v.decide(index, point);
  if (decision === null || !goal.reached(decision)) return null;
  const all = v.decide(index, at);
  if (all === null || !all.settled || !sameDecision(all, decision))
    return { index, domain: point, decision, steps: none };
  let domain = at;
  for (let i = 0; i < JOINED; i++) {
    const next = behind.next();
    const more = next.done ? undefined : next.value.domains[index];
    const made = more === undefined ? null : v.decide(index, more);
    const joined = more === undefined || made === null ? null : join(domain, more, up, v.whole(index));
    if (joined === null || made === null || !sameDecision(made, decision)) break;
    domain = joined;
  }
  return { index, domain, decision, steps: none };
}

function join(a: Domain, b: Domain, up: boolean, whole: Domain | null): Domain | null {
  if (whole?.kind !== "range") return null;
  return up ? cut(whole, nearEnd(a, up), farEnd(b, up)) : cut(whole, farEnd(b, up), nearEnd(a, up));
}

/** Looks for a leap of the amount between one stretch and the next, others as in any completion. */
class Scout {
  private readonly v: Varying;
  private readonly index: number;
  private readonly leap: Num;
  private readonly base: Completion | undefined;
  private before: Num;
  private readonly now: Num;

  constructor(v: Varying, index: number, leap: Num) {
    this.v = v;
    this.index = index;
    this.leap = leap;
    this.base = v.study.pool.values[0];
    this.now = num(v.now.payable.least);
    this.before = this.now;
  }

  first(piece: Region, up: boolean): Domain | null {
    const domain = piece.domains[this.index];
    if (domain === undefined) return null;
    const near = this.paid(nearEnd(domain, up));
    const far = this.paid(farEnd(domain, up));
    const before = this.before;
    this.before = far ?? near ?? before;
    if (near === null) return null;
    return near.minus(before).gte(this.leap) && near.minus(this.now).gte(this.leap) ? domain : null;
  }

  /** What one completion pays with the fact at a value; null where that is no amount. */
  private paid(at: Num): Num | null {
    if (this.base === undefined || !at.isFinite()) return null;
    const concrete = new Concrete(this.base.map((old, i) => (i === this.index ? at : old)));
    const { outcome, least } = this.v.study.graph;
    const paid = concrete.read(least);
    return concrete.read(outcome) === "pay" && paid instanceof Num ? paid : null;
  }
}
