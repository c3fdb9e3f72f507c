/** A region cut in parts, on each of which more is decided. The parts together are the whole. */
import { cut, type Domain, known, type RangeDomain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import { OTHER_TEXT } from "../ir/cells.ts";
import type { Node, Val } from "../ir/node.ts";
import { above, alike, atLeast, below, lower } from "../ir/order.ts";
import { isOne } from "./abs.ts";
import type { Atom } from "./atoms.ts";
import { atMostZero, domainEnds } from "./constraints.ts";
import { combine, difference, type Form } from "./form.ts";
import type { Region } from "./region.ts";

const FAR = num("Infinity");
const TWO = num(2);

/** The parts of a region, or null where this atom cannot divide it any further. */
export function fork(region: Region, atom: Atom): readonly Region[] | null {
  switch (atom.kind) {
    case "fact":
      return forkFact(region, atom.index);
    case "comparison":
      return forkComparison(region, atom.node);
    case "closed":
      return forkClosed(region, atom.node);
  }
}

/** One part a value for a few values, halves for many; no value apart from values. */
export function forkFact(region: Region, index: number): readonly Region[] | null {
  const domain = region.domains[index];
  const part = (d: Domain): Region => region.withDomain(index, d);
  switch (domain?.kind) {
    case "finite": {
      const { values } = domain;
      if (values.length < 2) return null;
      if (values.length <= 8) return values.map((v) => part(known(v)));
      const half = values.length >> 1;
      return [values.slice(0, half), values.slice(half)].map((vs) => part({ kind: "finite", values: vs }));
    }
    case "range":
      if (domain.nullable) return [part(known(null)), part(withValue(domain))];
      return halves(region, index, domain);
    case "text":
      if (region.space.opaqueTexts.has(index)) return null;
      return textValues(region, domain.nullable).map((v) => part(known(v)));
    case "unknown list":
    case undefined:
      return null;
  }
}

const withValue = (d: RangeDomain): Domain =>
  alike(d.low, d.high) ? known(d.low) : { ...d, nullable: false };

/** The texts that matter, one that is none of them, and no value where that may be. */
export const textValues = (region: Region, nullable: boolean): readonly Val[] => [
  ...region.space.literals,
  OTHER_TEXT,
  ...(nullable ? [null] : []),
];

/** Halves at a middle that exists for unbounded ends too. */
function halves(region: Region, index: number, d: RangeDomain): readonly Region[] | null {
  return splitAt(region, index, middle(d));
}

export function middle(d: RangeDomain): Num {
  if (d.low.isFinite() && d.high.isFinite()) return d.low.plus(d.high).div(TWO);
  if (d.low.isFinite()) return Num.max(d.low.abs().times(TWO), d.low.plus(d.step.times(1000)));
  if (d.high.isFinite()) return Num.min(d.high.abs().times(TWO).neg(), d.high.minus(d.step.times(1000)));
  return num(0);
}

/** Up to and including `at`, and after it. Null where that leaves one part empty. */
export function splitAt(region: Region, index: number, at: Num): readonly Region[] | null {
  const domain = region.domains[index];
  if (domain === undefined) return null;
  const low = cut(domain, FAR.neg(), at);
  const step = domain.kind === "range" ? domain.step : null;
  const next =
    step === null
      ? nextValue(domain, at)
      : at.minus(originOf(domain)).div(step).floor().plus(1).times(step).plus(originOf(domain));
  const high = next === null ? null : cut(domain, next, FAR);
  if (low === null || high === null) return null;
  return [region.withDomain(index, low), region.withDomain(index, high)];
}

const originOf = (d: Domain): Num => (d.kind === "range" ? d.origin : num(0));

function nextValue(d: Domain, at: Num): Num | null {
  if (d.kind !== "finite") return null;
  const larger = d.values.filter((v): v is Num => v instanceof Num && above(v, at));
  return larger.length === 0 ? null : larger.reduce(lower);
}

/** Facts that may have no value first; then one fact by its threshold, several by a linear condition. */
function forkComparison(region: Region, node: Node): readonly Region[] | null {
  const nullable = factsOf(node, region).find((i) => {
    const d = region.domains[i];
    return d?.kind === "range" && d.nullable;
  });
  if (nullable !== undefined) return forkFact(region, nullable);
  const [a, b] = node.args;
  if (a === undefined || b === undefined || a.sort !== "ordered" || b.sort !== "ordered")
    return forkClosed(region, node);
  const [x, y] = [region.form(a), region.form(b)];
  const form = x === null || y === null ? null : difference(x, y);
  if (form === null || !isLinear(form, region)) return forkClosed(region, node);
  const terms = [...form.values()].filter((t) => t.vars.length === 1);
  if (terms.length === 1) return forkThreshold(region, node, form);
  return forkLinear(region, node, form);
}

function isLinear(form: Form, region: Region): boolean {
  for (const t of form.values()) {
    if (t.vars.length > 1) return false;
    const [v] = t.vars;
    if (v !== undefined && region.space.node(v)?.data.op !== "fact") return false;
  }
  return true;
}

/** One fact against a constant: cut its domain just below and just above where the two are equal. */
function forkThreshold(region: Region, node: Node, form: Form): readonly Region[] | null {
  const term = [...form.values()].find((t) => t.vars.length === 1);
  const data = term?.vars[0] === undefined ? undefined : region.space.node(term.vars[0])?.data;
  if (term === undefined || data?.op !== "fact") return forkClosed(region, node);
  const at = (form.get("")?.coef ?? num(0)).neg().div(term.coef);
  const { index } = data;
  const domain = region.domains[index];
  if (domain === undefined) return null;
  const under = cut(domain, FAR.neg(), at);
  const over = cut(domain, at, FAR);
  const equal = cut(domain, at, at);
  const parts: Domain[] = [];
  const [, high] = domainEnds(under ?? undefined);
  if (equal === null) parts.push(...[under, over].filter((d) => d !== null));
  else {
    const step = domain.kind === "range" ? domain.step : num("1e-9");
    const less = under === null || !alike(high, at) ? under : cut(domain, FAR.neg(), at.minus(step));
    const more = cut(domain, at.plus(step), FAR);
    parts.push(...[less, equal, more].filter((d) => d !== null));
  }
  return parts.length < 2 ? forkClosed(region, node) : parts.map((d) => region.withDomain(index, d));
}

/** Several facts: the condition itself becomes a fact of each part. */
function forkLinear(region: Region, node: Node, form: Form): readonly Region[] | null {
  const { domains, space } = region;
  const minus = combine(new Map(), form, -1);
  const at = (f: Form, strict: boolean) => atMostZero(f, strict, domains, space);
  const parts = (() => {
    switch (node.data.op) {
      case "lt":
        return [
          region.granting(node, true, [at(form, true)]),
          region.granting(node, false, [at(minus, false)]),
        ];
      case "le":
        return [
          region.granting(node, true, [at(form, false)]),
          region.granting(node, false, [at(minus, true)]),
        ];
      case "eq":
        return [
          region.granting(node, true, [at(form, false), at(minus, false)]),
          region.granting(node, false, [at(form, true)]),
          region.granting(node, false, [at(minus, true)]),
        ];
      default:
        return null;
    }
  })();
  return parts === null ? forkClosed(region, node) : parts.filter((p) => p !== null);
}

/** The undecided facts below a node, in their order. */
export function factsOf(node: Node, region: Region): readonly number[] {
  return [...region.space.facts(node)]
    .filter((i) => {
      const d = region.domains[i];
      return d !== undefined && !(d.kind === "finite" && d.values.length < 2);
    })
    .sort((a, b) => a - b);
}

/**
 * Only its facts can decide it. A single ordered fact is cut where the node first changes; of several, the
 * one with fewest values is halved.
 */
function forkClosed(region: Region, node: Node): readonly Region[] | null {
  const facts = factsOf(node, region);
  const [only, second] = facts;
  if (only === undefined) return null;
  const domain = region.domains[only];
  if (second === undefined && domain?.kind === "range" && !domain.nullable) {
    const at = lastUnchanged(region, node, only, domain);
    return at === null ? halves(region, only, domain) : splitAt(region, only, at);
  }
  const small = facts.find((i) => region.domains[i]?.kind === "finite") ?? widest(facts, region);
  return forkFact(region, small);
}

function widest(facts: readonly number[], region: Region): number {
  let best = facts[0] ?? 0;
  let most = num(-1);
  for (const i of facts) {
    const [low, high] = domainEnds(region.domains[i]);
    const width = high.minus(low);
    if (above(width, most)) {
      best = i;
      most = width;
    }
  }
  return best;
}

/** The end of the stretch, from the low end, on which the node is one value; null where that is too long to find. */
function lastUnchanged(region: Region, node: Node, index: number, d: RangeDomain): Num | null {
  const base = d.low.isFinite() ? d.low : d.far[0];
  if (atLeast(base, d.high)) return null;
  const steady = (to: Num): boolean => {
    const part = cut(d, d.low, to);
    return part !== null && isOne(region.withDomain(index, part).abs(node));
  };
  if (!steady(base)) return null;
  let good = num(0);
  let bad = num(1);
  const top = d.high.isFinite() ? d.high.minus(base).div(d.step) : num("1e15");
  while (below(bad, top) && steady(base.plus(bad.times(d.step)))) [good, bad] = [bad, bad.times(TWO)];
  bad = lower(bad, top);
  for (let i = 0; i < 80 && bad.minus(good).greaterThan(1); i++) {
    const mid = good.plus(bad).div(TWO).floor();
    if (steady(base.plus(mid.times(d.step)))) good = mid;
    else bad = mid;
  }
  return base.plus(good.times(d.step));
}
