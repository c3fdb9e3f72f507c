/** Which facts could still change the decision: pairs of completions that differ in one fact alone. */
import { type Domain, isKnown, known } from "../facts/domain.ts";
import { Num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import { defaultOf, endOf, equalVal, within } from "./aim.ts";
import { type Atom, atomOf, firstAtom, reachedFacts, relevant } from "./atoms.ts";
import type { Completion } from "./concrete.ts";
import type { Effort } from "./effort.ts";
import { factsOf, fork, forkFact, textValues } from "./fork.ts";
import type { Pool } from "./optimise.ts";
import type { Region } from "./region.ts";
import { Residuals } from "./residual.ts";

/** What two completions are compared by. */
export interface Decisive {
  readonly nodes: readonly Node[];
}

export type Matters = "yes" | "no" | "unknown";

const ASK_REGIONS = 120;
const MAX_BASES = 24;

/** What a completion comes to; null where that hangs on a list of which nothing is known. */
export function signature(d: Decisive, pool: Pool, completion: Completion): string | null {
  const concrete = pool.add(completion);
  const values = d.nodes.map((n) => concrete.read(n));
  return values.includes(undefined) ? null : values.map((v) => text(v ?? null)).join("|");
}

const text = (v: Val): string => (v instanceof Num ? v.toString() : String(v));

/**
 * Whether two completions that differ in this fact alone can come to different decisions. `lean`: where no
 * difference between yes and unknown is made, little is spent on finding a yes.
 */
export function matters(
  index: number,
  d: Decisive,
  region: Region,
  pool: Pool,
  effort: Effort,
  lean: boolean,
): Matters {
  if (!reachedFacts(d.nodes, region).has(index)) return "no";
  const bases = pool.values.slice(0, MAX_BASES);
  for (const base of bases) if (varies(index, d, region, pool, base, values(index, region))) return "yes";
  if (!lean && nearBoundary(index, d, region, pool, effort)) return "yes";
  const own = effort.share(ASK_REGIONS);
  const stack: Region[] = [region];
  let unsure = false;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!reachedFacts(d.nodes, next).has(index) || isSame(index, d, next)) continue;
    if (!lean && probe(index, d, region, next, pool)) return "yes";
    if (!own.spend()) return "unknown";
    const parts = splitOthers(index, d, next);
    if (parts === null) unsure = true;
    else stack.push(...[...parts].reverse());
  }
  return unsure ? "unknown" : "no";
}

const NEAR_BASES = 3;
const NEAR_FACTS = 10;

/**
 * Another fact may hide this one: a cap that is always reached, say. From a few completions, each other ordered
 * fact is moved to where the decision bends, and this one varied there.
 */
function nearBoundary(index: number, d: Decisive, region: Region, pool: Pool, effort: Effort): boolean {
  const bases = [...pool.values].slice(0, NEAR_BASES);
  const free = region.domains
    .flatMap((x, i) => (i !== index && x.kind === "range" ? [i] : []))
    .slice(0, NEAR_FACTS);
  for (const base of bases)
    for (const v of values(index, region).slice(0, 2))
      for (const other of free) {
        if (effort.spent) return false;
        const from = base.map((old, i) => (i === index ? v : old));
        for (const x of critical(other, d, others(region, from, other))) {
          const moved = from.map((old, i) => (i === other ? x : old));
          if (varies(index, d, region, pool, moved, values(index, region))) return true;
        }
      }
  return false;
}

const MAX_PARTS = 12;

/**
 * Whether the decision is the same function of the other facts, whatever this fact is: its domain is divided
 * by the conditions on it alone, and on each part what is left must be the same and must not read it.
 */
function isSame(index: number, d: Decisive, region: Region): boolean {
  const residuals = new Residuals();
  const stack: Region[] = [region];
  let first: string | null = null;
  let parts = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!reachedFacts(d.nodes, next).has(index)) {
      const own = residuals.of(d.nodes, next);
      if (first === null) first = own;
      else if (own !== first) return false;
      continue;
    }
    if (parts++ > MAX_PARTS) return false;
    const at = next;
    const alone = conditions(d.nodes, at).find((a) => onlyOn(a, index, at));
    const forked = alone === undefined ? null : fork(at, alone);
    if (forked === null || forked.length < 2) return false;
    stack.push(...[...forked].reverse());
  }
  return true;
}

export function onlyOn(atom: Atom, index: number, region: Region): boolean {
  if (atom.kind === "fact") return atom.index === index;
  const facts = factsOf(atom.node, region);
  return facts.length === 1 && facts[0] === index;
}

/** Some completions of a region, each with the fact moved over its critical values. */
function probe(index: number, d: Decisive, whole: Region, region: Region, pool: Pool): boolean {
  const least = region.domains.map(defaultOf);
  const most = region.domains.map((x) => endOf(x, true));
  for (const base of [least, most]) {
    if (!region.domains.every((x, i) => i === index || within(x, base[i] ?? null))) continue;
    const at = others(whole, base, index);
    if (varies(index, d, whole, pool, base, [...values(index, whole), ...critical(index, d, at)]))
      return true;
  }
  return false;
}

/** The region in which every other fact has its value of a completion. */
function others(region: Region, base: Completion, index: number): Region {
  const changes = new Map<number, Domain>();
  region.domains.forEach((x, i) => {
    if (i !== index && !isKnown(x)) changes.set(i, known(base[i] ?? null));
  });
  return region.withDomains(changes);
}

function varies(
  index: number,
  d: Decisive,
  region: Region,
  pool: Pool,
  base: Completion,
  candidates: readonly Val[],
): boolean {
  if (!region.domains.every((x, i) => i === index || within(x, base[i] ?? null))) return false;
  let first: string | null = null;
  for (const v of candidates) {
    const completion = base.map((old, i) => (i === index ? v : old));
    const own = signature(d, pool, completion);
    if (own === null) continue;
    if (first === null) first = own;
    else if (own !== first) return true;
  }
  return false;
}

/** The few values of a fact, or its ends. */
export function values(index: number, region: Region): readonly Val[] {
  const domain = region.domains[index];
  if (domain?.kind === "finite") return domain.values.slice(0, 12);
  if (domain?.kind === "text") return textValues(region, domain.nullable);
  if (domain?.kind !== "range") return [];
  return [endOf(domain, false), endOf(domain, true), ...(domain.nullable ? [null] : [])];
}

const MAX_PIECES = 24;

/** With all other facts fixed: a value from every stretch of this fact on which the decision does not change. */
export function critical(index: number, d: Decisive, at: Region): readonly Val[] {
  const out: Val[] = [];
  const stack: Region[] = [at];
  let steps = 0;
  for (let next = stack.pop(); next !== undefined && steps < 2 * MAX_PIECES; next = stack.pop()) {
    steps++;
    const domain = next.domains[index];
    if (domain === undefined) continue;
    const atom = d.nodes.every((n) => next.isKnown(n)) ? null : firstOf(d.nodes, next);
    const parts = atom === null ? null : fork(next, atom);
    if (parts === null || parts.length < 2) {
      for (const up of [false, true]) {
        const v = endOf(domain, up);
        if (!out.some((x) => equalVal(x, v))) out.push(v);
      }
    } else stack.push(...[...parts].reverse());
  }
  return out;
}

function firstOf(nodes: readonly Node[], region: Region): Atom | null {
  for (const n of nodes) {
    const atom = firstAtom(n, region);
    if (atom !== null) return atom;
  }
  return null;
}

/** Divides the other facts, never the one asked about: first by conditions without it, then by linked facts. */
function splitOthers(index: number, d: Decisive, region: Region): readonly Region[] | null {
  const atoms = conditions(d.nodes, region);
  const apart = atoms.find((a) => !hangsOn(a, index, region));
  const forked = apart === undefined ? null : fork(region, apart);
  if (forked !== null && forked.length > 1) return forked;
  for (const a of atoms) {
    if (a.kind === "fact") continue;
    const parts = splitLinked(a.node, index, region);
    if (parts !== null) return parts;
  }
  return null;
}

function hangsOn(atom: Atom, index: number, region: Region): boolean {
  return atom.kind === "fact" ? atom.index === index : region.space.facts(atom.node).has(index);
}

/** A condition that links the fact with others: halve another. */
function splitLinked(node: Node, index: number, region: Region): readonly Region[] | null {
  for (const i of factsOf(node, region)) {
    if (i === index) continue;
    const parts = forkFact(region, i);
    if (parts !== null) return parts;
  }
  return null;
}

/** Every atom below the nodes, in their order, each once. */
export function conditions(nodes: readonly Node[], region: Region): readonly Atom[] {
  const atoms: Atom[] = [];
  const seen = new Set<number>();
  const visit = (n: Node): void => {
    if (seen.has(n.id) || region.isKnown(n)) return;
    seen.add(n.id);
    for (const child of relevant(n, region)) visit(child);
    const atom = atomOf(n, region);
    if (atom !== null && atoms.length < 64) atoms.push(atom);
  };
  for (const n of nodes) visit(n);
  return atoms;
}
