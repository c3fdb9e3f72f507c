/** Along one ordered fact, away from where it is: the stretches on which nothing more is decided, nearest first. */
import { conditions, onlyOn } from "../../decide/asks.ts";
import { domainEnds } from "../../decide/constraints.ts";
import type { Effort } from "../../decide/effort.ts";
import { fork } from "../../decide/fork.ts";
import type { Region } from "../../decide/region.ts";
import { cut, type Domain, type RangeDomain } from "../../facts/domain.ts";
import { type Num, num } from "../../feel/value.ts";
import type { Node } from "../../ir/node.ts";

const FAR = num("Infinity");
/** Beyond these, and beyond any day there is, the last part doubles no more: it reaches to the end. */
const DOUBLINGS = 62;

export const nearEnd = (d: Domain, up: boolean): Num => domainEnds(d)[up ? 0 : 1];
export const farEnd = (d: Domain, up: boolean): Num => domainEnds(d)[up ? 1 : 0];

/** Every value of `side` lies beyond where the fact is; `up` says in which direction. Ends early where the effort does. */
export function* outward(
  region: Region,
  index: number,
  side: Domain,
  up: boolean,
  nodes: readonly Node[],
  effort: Effort,
): Generator<Region> {
  const all = region.withDomain(index, side);
  if (nodes.every((n) => all.isKnown(n))) {
    yield all;
    return;
  }
  for (const part of side.kind === "range" ? doubling(side, up) : [side])
    yield* pieces(region.withDomain(index, part), index, up, nodes, effort);
}

/** Parts of a range, each twice as long as the one before: what is near is looked at closely. */
function* doubling(side: RangeDomain, up: boolean): Generator<Domain> {
  let at = up ? side.low : side.high;
  let length = side.step.times(7);
  for (let i = 0; i < DOUBLINGS; i++) {
    const to = up ? at.plus(length) : at.minus(length);
    if (up ? to.gte(side.far[1]) : to.lte(side.far[0])) break;
    const part = up ? cut(side, at, to) : cut(side, to, at);
    if (part === null) return;
    yield part;
    at = up ? to.plus(side.step) : to.minus(side.step);
    length = length.times(2);
  }
  const rest = up ? cut(side, at, FAR) : cut(side, FAR.neg(), at);
  if (rest !== null) yield rest;
}

function* pieces(
  region: Region,
  index: number,
  up: boolean,
  nodes: readonly Node[],
  effort: Effort,
): Generator<Region> {
  const stack = [region];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!effort.spend()) return;
    const at = next;
    const atom = nodes.every((n) => at.isKnown(n))
      ? undefined
      : conditions(nodes, at).find((a) => onlyOn(a, index, at));
    const parts = atom === undefined ? null : fork(at, atom);
    if (parts === null || parts.length < 2) yield at;
    else stack.push(...inOrder(parts, index, up));
  }
}

/** The farthest first, so that the nearest is taken from the stack first. */
function inOrder(parts: readonly Region[], index: number, up: boolean): readonly Region[] {
  const low = (r: Region) => domainEnds(r.domains[index])[0];
  return [...parts].sort((a, b) => low(a).comparedTo(low(b)) * (up ? -1 : 1));
}
