/** Dividing a region in which every condition is decided: only sums of products, and rounding, remain. */
import { cut, known, type RangeDomain } from "../facts/domain.ts";
import { Num } from "../feel/value.ts";
import type { Node } from "../ir/node.ts";
import { relevant } from "./atoms.ts";
import { middle, splitAt } from "./fork.ts";
import { combine, type Form } from "./form.ts";
import type { Region } from "./region.ts";

/**
 * Where the node is a sum of products of distinct facts, its extremes are at the ends of each fact by itself:
 * the first multiplied fact is set to its two ends. Otherwise the end that a fact leans to is split off, so
 * that what is left has a smaller bound; at last facts are halved. Null where nothing is left to divide.
 */
export function peel(node: Node, up: boolean, region: Region): readonly Region[] | null {
  const form = region.form(unrounded(node, region));
  const closed = form === null ? null : multiplied(form, region);
  if (closed !== null && form !== null && isMultilinear(form, region) && !constrained(closed, region))
    return endsOf(closed, region);
  if (form !== null) {
    const leaning = leansTo(up ? form : combine(new Map(), form, -1), region);
    for (const [index, high] of leaning) {
      const parts = splitOff(index, high, region);
      if (parts !== null) return parts;
    }
  }
  return halve(node, region);
}

/** Rounding keeps the order of values, so the extremes of what it rounds are enough. */
function unrounded(node: Node, region: Region): Node {
  let n = node;
  for (;;) {
    const [only, second] = relevant(n, region);
    if (only === undefined || second !== undefined) return n;
    if (
      n.data.op !== "round" &&
      n.data.op !== "if" &&
      n.data.op !== "or else" &&
      n.data.op !== "max" &&
      n.data.op !== "min"
    )
      return n;
    n = only;
  }
}

const rangeAt = (index: number, region: Region): RangeDomain | null => {
  const d = region.domains[index];
  return d?.kind === "range" && !d.nullable && d.low.lessThan(d.high) ? d : null;
};

function indexOf(v: number, region: Region): number | null {
  const data = v < 0 ? undefined : region.space.node(v)?.data;
  return data?.op === "fact" ? data.index : null;
}

/** The first fact that stands in a product with another variable. */
function multiplied(form: Form, region: Region): number | null {
  for (const t of form.values()) {
    if (t.vars.length < 2) continue;
    for (const v of t.vars) {
      const index = indexOf(v, region);
      if (index !== null && rangeAt(index, region) !== null) return index;
    }
  }
  return null;
}

function isMultilinear(form: Form, region: Region): boolean {
  return [...form.values()].every(
    (t) => new Set(t.vars).size === t.vars.length && t.vars.every((v) => indexOf(v, region) !== null),
  );
}

const constrained = (index: number, region: Region): boolean =>
  region.constraints.some((c) =>
    [...c.form.values()].some((t) => t.vars.some((v) => indexOf(v, region) === index)),
  );

function endsOf(index: number, region: Region): readonly Region[] | null {
  const d = rangeAt(index, region);
  if (d === null || !d.low.isFinite() || !d.high.isFinite()) return null;
  return [d.low, d.high].map((x) => region.withDomain(index, known(x)));
}

/** Facts of single terms and the end that makes the form larger, those that weigh most first. */
function leansTo(form: Form, region: Region): readonly (readonly [number, boolean])[] {
  const slopes = [...form.values()].flatMap((t) => {
    const index = t.vars.length === 1 && t.vars[0] !== undefined ? indexOf(t.vars[0], region) : null;
    const d = index === null ? null : rangeAt(index, region);
    return index === null || d === null ? [] : [{ index, coef: t.coef, slope: t.coef.abs().times(d.step) }];
  });
  return slopes
    .sort((a, b) => b.slope.comparedTo(a.slope) || a.index - b.index)
    .map((s) => [s.index, !s.coef.isNegative()] as const);
}

function splitOff(index: number, high: boolean, region: Region): readonly Region[] | null {
  const d = rangeAt(index, region);
  if (d === null) return null;
  const end = high ? d.high : d.low;
  if (!end.isFinite()) return null;
  const rest = high ? cut(d, d.low, d.high.minus(d.step)) : cut(d, d.low.plus(d.step), d.high);
  if (rest === null) return null;
  return [region.withDomain(index, known(end)), region.withDomain(index, rest)];
}

/** The widest fact below the node, at its middle. */
function halve(node: Node, region: Region): readonly Region[] | null {
  let best: number | null = null;
  let most = new Num(0);
  for (const index of region.space.facts(node)) {
    const d = rangeAt(index, region);
    const width = d === null ? new Num(0) : d.high.minus(d.low);
    if (width.greaterThan(most)) {
      best = index;
      most = width;
    }
  }
  const d = best === null ? null : rangeAt(best, region);
  return best === null || d === null ? null : splitAt(region, best, middle(d));
}
