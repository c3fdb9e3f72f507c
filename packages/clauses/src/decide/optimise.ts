/** The greatest or least value of a node over all completions, with a completion that reaches it. */
import { Num, num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import { above, atLeast, atMost, higher } from "../ir/order.ts";
import { ends, mayBeFalse, mayBeTrue } from "./abs.ts";
import { Aim, within } from "./aim.ts";
import { firstAtom } from "./atoms.ts";
import { type Completion, Concrete } from "./concrete.ts";
import { type Best, greatest } from "./constraints.ts";
import type { Effort } from "./effort.ts";
import { factsOf, fork, forkFact } from "./fork.ts";
import { bounds, combine, type Form, varBounds } from "./form.ts";
import { peel } from "./peel.ts";
import type { Region } from "./region.ts";

export interface Optimum {
  /** No completion goes past this. Infinite where nothing bounds it. */
  readonly bound: Num;
  /** Some completion reaches it. */
  readonly tight: boolean;
}

const FAR = num("Infinity");
/** A value this large shows that nothing bounds it. */
const UNBOUNDED = num("1e12");

/** Every completion tried so far; queries begin with the best of them. */
export class Pool {
  readonly completions: Concrete[] = [];
  readonly values: Completion[] = [];
  private readonly seen = new Set<string>();

  clear(): void {
    this.completions.length = 0;
    this.values.length = 0;
    this.seen.clear();
  }

  add(completion: Completion): Concrete {
    const concrete = new Concrete(completion);
    const key = completion.map((v) => (v instanceof Num ? v.toString() : JSON.stringify(v))).join("|");
    if (this.seen.has(key)) return concrete;
    this.seen.add(key);
    this.completions.push(concrete);
    this.values.push(completion);
    return concrete;
  }
}

interface Open {
  readonly region: Region;
  /** No completion of the region goes past this (upwards). */
  readonly bound: Num;
}

/** The end of a numeric node: `up` the greatest, else the least. `wholeCents`: it only takes whole 分. */
export function optimise(
  node: Node,
  up: boolean,
  region: Region,
  pool: Pool,
  effort: Effort,
  wholeCents: boolean,
): Optimum {
  const search = new Search(node, up, pool, effort, wholeCents);
  return search.run(region);
}

class Search {
  private readonly node: Node;
  private readonly up: boolean;
  private readonly pool: Pool;
  private readonly effort: Effort;
  private readonly wholeCents: boolean;
  /** The best value reached, as if going up. */
  private best = FAR.neg();
  private bestValues: Completion | null = null;
  /** A region was left because nothing bounds it: what was tried there is no end of it. */
  private unbounded = false;

  constructor(node: Node, up: boolean, pool: Pool, effort: Effort, wholeCents: boolean) {
    this.node = node;
    this.wholeCents = wholeCents;
    this.up = up;
    this.pool = pool;
    this.effort = effort;
  }

  run(start: Region): Optimum {
    for (let i = 0; i < this.pool.completions.length; i++)
      this.take(this.pool.completions[i], this.pool.values[i]);
    let open: Open[] = [...this.opened(start)];
    let settledBound = FAR.neg();
    for (;;) {
      const next = widest(open);
      if (next === null || this.reaches(next.bound)) break;
      this.probe(next.region);
      if (this.reaches(next.bound)) break;
      open = open.filter((o) => o !== next);
      const parts = this.effort.spend() ? this.parts(next.region) : null;
      if (parts === null) settledBound = higher(settledBound, next.bound);
      else for (const part of parts) open.push(...this.opened(part));
      if (this.effort.spent) break;
    }
    const left = this.unbounded ? FAR : settledBound;
    const rest = Num.max(left, ...open.map((o) => o.bound), this.best);
    return { bound: this.up ? rest : rest.neg(), tight: this.reaches(rest) };
  }

  private reaches(bound: Num): boolean {
    return (
      atMost(bound, this.best) || (!bound.isFinite() && bound.greaterThan(0) && atLeast(this.best, UNBOUNDED))
    );
  }

  private take(concrete: Concrete | undefined, values: Completion | undefined): void {
    if (concrete === undefined || values === undefined) return;
    const v = concrete.read(this.node);
    if (!(v instanceof Num)) return;
    const signed = this.up ? v : v.neg();
    if (above(signed, this.best)) {
      this.best = signed;
      this.bestValues = values;
    }
  }

  /** The region with its bound; none where it holds no number or cannot beat the best. */
  private opened(region: Region): readonly Open[] {
    const range = ends(region.abs(this.node));
    if (range === null) return [];
    const plain = this.up ? range[1] : range[0].neg();
    const bound = atMost(plain, this.best) ? plain : Num.min(plain, this.linearBound(region, plain));
    if (!this.reaches(bound)) return [{ region, bound }];
    this.unbounded ||= !bound.isFinite() && bound.greaterThan(0);
    return [];
  }

  /** By the linear form under the region's conditions: amounts are whole cents, so the bound may be rounded down. */
  private linearBound(region: Region, plain: Num): Num {
    const form = region.form(this.node);
    if (form === null || (region.constraints.length === 0 && !region.space.shares(this.node))) return plain;
    const signed = this.up ? form : combine(new Map(), form, -1);
    if ([...signed.values()].some((t) => t.vars.length > 1)) return plain;
    const best =
      region.constraints.length === 0
        ? corner(signed, region)
        : greatest(signed, region.constraints, (v) => varBounds(v, region));
    if (best === null) return plain;
    if (best === "infeasible") return FAR.neg();
    this.tryPoint(region, best.point);
    return this.wholeCents ? best.value.times(100).floor().div(100) : best.value;
  }

  /** The best point of the relaxation, moved to the grid. */
  private tryPoint(region: Region, point: ReadonlyMap<number, Num>): void {
    const aim = new Aim(region);
    aim.number(this.node, this.up);
    for (const [v, x] of point) {
      const data = v >= 0 ? region.space.node(v)?.data : undefined;
      if (data?.op !== "fact") continue;
      const d = region.domains[data.index];
      const value =
        d?.kind === "range" ? x.minus(d.origin).div(d.step).round().times(d.step).plus(d.origin) : x;
      aim.wishes.set(data.index, value);
    }
    this.tryCompletion(region, aim.completion(this.bestValues));
  }

  private probe(region: Region): void {
    const aim = new Aim(region);
    aim.number(this.node, this.up);
    this.tryCompletion(region, aim.completion(this.bestValues));
    this.tryCompletion(region, aim.completion(null));
  }

  private tryCompletion(region: Region, values: Val[]): void {
    if (!region.domains.every((d, i) => within(d, values[i] ?? null))) return;
    this.take(this.pool.add(values), values);
  }

  /** Parts on which more is decided: by a condition, else by the ends of the facts that remain. */
  private parts(region: Region): readonly Region[] | null {
    const atom = firstAtom(this.node, region);
    if (atom !== null) {
      const parts = fork(region, atom);
      if (parts !== null) return parts;
    }
    return peel(this.node, this.up, region);
  }
}

/** Without conditions every variable stands at the end that its sign prefers. */
function corner(form: Form, region: Region): Best | null {
  const value = bounds(form, region)[1];
  if (!value.isFinite()) return null;
  const point = new Map<number, Num>();
  for (const t of form.values()) {
    const [v] = t.vars;
    if (v !== undefined) point.set(v, varBounds(v, region)[t.coef.isNegative() ? 0 : 1]);
  }
  return { value, point };
}

function widest(open: readonly Open[]): Open | null {
  let best: Open | null = null;
  for (const o of open) if (best === null || above(o.bound, best.bound)) best = o;
  return best;
}

/** What is known of a condition: a completion shows it possible, or every region excludes it. */
export type Possible = "yes" | "no" | "unknown";

/** Whether some completion makes a condition have a value. */
export function possible(node: Node, want: boolean, region: Region, pool: Pool, effort: Effort): Possible {
  for (const c of pool.completions) if (c.read(node) === want) return "yes";
  const stack: Region[] = [region];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const abs = next.abs(node);
    if (!(want ? mayBeTrue : mayBeFalse)(abs)) continue;
    const aim = new Aim(next);
    aim.truth(node, want);
    const values = aim.completion(null);
    if (next.domains.every((d, i) => within(d, values[i] ?? null)) && pool.add(values).read(node) === want)
      return "yes";
    if (!effort.spend()) return "unknown";
    const atom = firstAtom(node, next);
    const parts = (atom === null ? null : fork(next, atom)) ?? divideAny(node, next);
    if (parts === null) return "unknown";
    stack.push(...[...parts].reverse());
  }
  return "no";
}

/** Where no condition divides a region any more, the facts below the node do. */
function divideAny(node: Node, region: Region): readonly Region[] | null {
  for (const index of factsOf(node, region)) {
    const parts = forkFact(region, index);
    if (parts !== null && parts.length > 1) return parts;
  }
  return null;
}
