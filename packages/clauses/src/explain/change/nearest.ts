/** The nearest value of one ordered fact at which a decision comes out as looked for. */

import type { Abs } from "../../decide/abs.ts";
import { domainEnds } from "../../decide/constraints.ts";
import { middle } from "../../decide/fork.ts";
import type { Region } from "../../decide/region.ts";
import { cut, type Domain, known, type RangeDomain } from "../../facts/domain.ts";
import { Num, num } from "../../feel/value.ts";
import type { Goal } from "./goal.ts";
import { farEnd, nearEnd, outward } from "./outward.ts";
import { Scout } from "./scout.ts";
import { type Made, sameDecision, type Varying } from "./varying.ts";

/** All values of `domain` come to `decision`. */
export interface Otherwise {
  readonly index: number;
  readonly domain: Domain;
  readonly decision: Made;
  /** The direction in which it lies; null where there is none. */
  readonly up: boolean | null;
}

const FAR = num("Infinity");
/** Stretches behind the nearest one that are joined to it where they come to the same. */
const JOINED = 64;

/** Both ways, the nearer; null where there is none or it cannot be told. */
export function nearest(v: Varying, goal: Goal, index: number, whole: RangeDomain): Otherwise | null {
  const here = v.region.domains[index];
  const [low, high] = domainEnds(here);
  if (here === undefined || !isPlaced(here)) return null;
  const found = [true, false].flatMap((up) => {
    if (!(up ? high : low).isFinite()) return [];
    const side = up
      ? cut({ ...whole, nullable: false }, afterwards(high, whole, true), FAR)
      : cut({ ...whole, nullable: false }, FAR.neg(), afterwards(low, whole, false));
    return side === null ? [] : (along(v, goal, index, side, up) ?? []);
  });
  const [a, b] = found;
  if (a === undefined || b === undefined) return a ?? null;
  const way = (o: Otherwise): Num => {
    const [from, to] = domainEnds(o.domain);
    return o.up === true ? from.minus(high) : low.minus(to);
  };
  return way(b).lessThan(way(a)) ? b : a;
}

/** Whether a fact is known or bounded at all: what has no value lies nowhere. */
export const isPlaced = (d: Domain): boolean =>
  d.kind === "range" || (d.kind === "finite" && d.values.every((x) => x instanceof Num));

/** The first value of the grid beyond `at`; a known number need not stand on the grid itself. */
function afterwards(at: Num, { origin, step }: RangeDomain, up: boolean): Num {
  const steps = at.minus(origin).div(step);
  return (up ? steps.floor().plus(1) : steps.ceil().minus(1)).times(step).plus(origin);
}

function along(v: Varying, goal: Goal, index: number, side: Domain, up: boolean): Otherwise | null {
  const { graph } = v.study;
  const nodes = [graph.outcome, graph.least, graph.most];
  const leaves = outward(v.region, index, side, up, nodes, v.pieces);
  const scout = goal.leap === null ? null : new Scout(v, index, goal.leap);
  for (let next = leaves.next(); !next.done; next = leaves.next()) {
    const piece = next.value;
    if (scout !== null && isFar(v, index, piece, up)) return null;
    const at = scout === null ? first(v, goal, index, piece, up) : scout.first(piece, up);
    if (at === null) continue;
    const made = stretch(v, goal, index, at, up, leaves);
    if (made !== null) return made;
    if (scout === null) return null;
  }
  return null;
}

/** A day or time that has been established is off by days at most: a leap of the amount beyond tells nothing. */
function isFar(v: Varying, index: number, piece: Region, up: boolean): boolean {
  const unit = v.study.graph.slots[index]?.node.unit;
  const days = unit === "date" ? 1 : unit === "date and time" ? DAY_SECONDS : null;
  const [low, high] = domainEnds(v.region.domains[index]);
  const near = nearEnd(piece.domains[index] ?? known(null), up);
  return days !== null && (up ? near.minus(high) : low.minus(near)).greaterThan(NEAR_DAYS * days);
}

const NEAR_DAYS = 30;
const DAY_SECONDS = 86_400;

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

/** As far as every value comes to exactly the same; the nearest value alone where that is not seen. */
function stretch(
  v: Varying,
  goal: Goal,
  index: number,
  at: Domain,
  up: boolean,
  behind: Generator<Region>,
): Otherwise | null {
  const point = known(nearEnd(at, up));
  const decision = v.decide(index, point);
  if (decision === null || !goal.reached(decision)) return null;
  if (!comesTo(v.region.withDomain(index, at), decision, v)) {
    // With other facts open, the whole stretch is decided at once; with none, the amount changes along it.
    const same = !v.study.known && sameAt(v.decide(index, at), decision);
    return { index, domain: same ? reaching(v, index, at, up, decision) : point, decision, up };
  }
  let domain = at;
  for (let i = 0; i < JOINED; i++) {
    const next = behind.next();
    const more = next.done ? undefined : next.value.domains[index];
    const joined = more === undefined ? null : join(domain, more, up, v.whole(index));
    if (next.done || joined === null || !comesTo(next.value, decision, v)) break;
    domain = joined;
  }
  return { index, domain, decision, up };
}

/** The stretch on to the end of what the fact can be, where that still comes to the same; else as it is. */
function reaching(v: Varying, index: number, at: Domain, up: boolean, decision: Made): Domain {
  const whole = v.whole(index);
  if (whole?.kind !== "range") return at;
  const near = nearEnd(at, up);
  const side = { ...whole, nullable: false };
  const all = up ? cut(side, near, FAR) : cut(side, FAR.neg(), near);
  return all !== null && sameAt(v.decide(index, all), decision) ? all : at;
}

const sameAt = (made: Made | null, as: Made): boolean => made !== null && sameDecision(made, as);

/** Whether all of a region comes to a settled decision, as far as can be seen at once. */
export function comesTo(region: Region, { outcome, settled, payable }: Made, { study }: Varying): boolean {
  const { graph } = study;
  const [o, least, most] = [graph.outcome, graph.least, graph.most].map((n) => region.abs(n));
  const is = (a: Abs | undefined, amount: string | null): boolean =>
    a?.kind === "one" && a.value instanceof Num && amount !== null && a.value.equals(amount);
  // A refusal also needs a reason that is certain.
  if (!settled || outcome === "decline" || o?.kind !== "one" || o.value !== outcome) return false;
  return is(least, payable.least) && is(most, payable.most);
}

function join(a: Domain, b: Domain, up: boolean, whole: Domain | null): Domain | null {
  if (whole?.kind !== "range") return null;
  return up ? cut(whole, nearEnd(a, up), farEnd(b, up)) : cut(whole, farEnd(b, up), nearEnd(a, up));
}
