/** Guessing completions: which values of the facts should push a node up or down, make it true or false. */

import type { Domain } from "../facts/domain.ts";
import { Num } from "../feel/value.ts";
import { OTHER_TEXT } from "../ir/cells.ts";
import type { Node, Val } from "../ir/node.ts";
import { above, alike, atLeast, atMost, below } from "../ir/order.ts";
import { ends, isOne, mayBeFalse, mayBeNull, mayBeTrue } from "./abs.ts";
import { UNKNOWN_LIST } from "./concrete.ts";
import type { Region } from "./region.ts";

/** Wishes for facts; the first wish for a fact stands. */
export class Aim {
  readonly wishes = new Map<number, Val>();
  private readonly region: Region;
  private readonly seen = new Set<string>();

  constructor(region: Region) {
    this.region = region;
  }

  /** A completion of the region: wishes where they fit, `base` where it fits, else the least value. */
  completion(base: readonly Val[] | null): Val[] {
    return this.region.domains.map((d, i) => {
      const wish = this.wishes.get(i);
      if (wish !== undefined && within(d, wish)) return wish;
      const old = base?.[i];
      return old !== undefined && within(d, old) ? old : defaultOf(d);
    });
  }

  private wish(index: number, value: Val): void {
    if (!this.wishes.has(index)) this.wishes.set(index, value);
  }

  private enter(node: Node, goal: string): boolean {
    if (this.region.isKnown(node)) return false;
    const key = `${node.id}${goal}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  /** Up: as large as it can be. */
  number(node: Node, up: boolean): void {
    if (!this.enter(node, up ? "↑" : "↓")) return;
    const [a, b] = node.args;
    switch (node.data.op) {
      case "fact":
        this.wish(node.data.index, endOf(this.region.domains[node.data.index], up));
        return;
      case "add":
        this.numbers(node.args, up);
        return;
      case "sub":
        if (a !== undefined) this.number(a, up);
        if (b !== undefined) this.number(b, !up);
        return;
      case "mul":
        this.factors(a, b, up);
        return;
      case "div":
        if (a !== undefined) this.number(a, up);
        if (b !== undefined) this.number(b, !up);
        return;
      case "round":
        if (a !== undefined) this.number(a, up);
        return;
      case "max":
      case "min":
        this.extreme(node, up);
        return;
      case "or else":
        if (a !== undefined) this.number(a, up);
        return;
      case "if":
        this.branch(node, up);
        return;
      case "foreign":
        this.trend(node, up);
        return;
      default:
        return;
    }
  }

  private numbers(nodes: readonly Node[], up: boolean): void {
    for (const n of nodes) this.number(n, up);
  }

  private factors(a: Node | undefined, b: Node | undefined, up: boolean): void {
    if (a === undefined || b === undefined) return;
    const negative = (n: Node): boolean => this.region.range(n)[1].isNegative();
    this.number(a, up !== negative(b));
    this.number(b, up !== negative(a));
  }

  private extreme(node: Node, up: boolean): void {
    const free = (node.data.op === "max") === up;
    if (!free) {
      this.numbers(node.args, up);
      return;
    }
    let best = node.args[0];
    for (const a of node.args) {
      if (best === undefined) continue;
      const [x, y] = [this.region.range(a), this.region.range(best)];
      if (up ? above(x[1], y[1]) : below(x[0], y[0])) best = a;
    }
    if (best !== undefined) this.number(best, up);
  }

  private branch(node: Node, up: boolean): void {
    const [condition, then, otherwise] = node.args;
    if (condition === undefined || then === undefined || otherwise === undefined) return;
    const c = this.region.abs(condition);
    const [x, y] = [ends(this.region.abs(then)), ends(this.region.abs(otherwise))];
    const better = x !== null && (y === null || (up ? atLeast(x[1], y[1]) : atMost(x[0], y[0])));
    const take = isOne(c) ? c.value === true : better;
    if (!isOne(c)) this.truth(condition, take);
    this.number(take ? then : otherwise, up);
  }

  private trend(node: Node, up: boolean): void {
    if (node.data.op !== "foreign") return;
    const { trend } = node.data.foreign;
    node.args.forEach((a, i) => {
      const t = trend[i];
      if (t === 1 || t === -1) this.number(a, up === (t === 1));
    });
  }

  /** True or false, as wanted. */
  truth(node: Node, want: boolean): void {
    if (!this.enter(node, want ? "✓" : "✗")) return;
    const [a, b] = node.args;
    switch (node.data.op) {
      case "fact":
        this.wish(node.data.index, want);
        return;
      case "and":
      case "or":
        this.logic(node, want);
        return;
      case "not":
        if (a !== undefined) this.truth(a, !want);
        return;
      case "is true":
        if (a !== undefined) this.truth(a, want);
        return;
      case "is null":
        if (a !== undefined && want) this.empty(a);
        return;
      case "if":
        this.choice(node, want);
        return;
      case "lt":
      case "le":
        if (a !== undefined) this.number(a, !want);
        if (b !== undefined) this.number(b, want);
        return;
      case "eq":
        if (a !== undefined && b !== undefined) this.equality(a, b, want);
        return;
      default:
        return;
    }
  }

  private logic(node: Node, want: boolean): void {
    const all = (node.data.op === "and") === want;
    const possible = (n: Node): boolean => (want ? mayBeTrue : mayBeFalse)(this.region.abs(n));
    const targets = all ? node.args : node.args.filter(possible).slice(0, 1);
    for (const t of targets) this.truth(t, want);
  }

  private choice(node: Node, want: boolean): void {
    const [condition, then, otherwise] = node.args;
    if (condition === undefined || then === undefined || otherwise === undefined) return;
    const c = this.region.abs(condition);
    const possible = (n: Node): boolean => (want ? mayBeTrue : mayBeFalse)(this.region.abs(n));
    const take = isOne(c) ? c.value === true : possible(then);
    if (!isOne(c)) this.truth(condition, take);
    this.truth(take ? then : otherwise, want);
  }

  private equality(a: Node, b: Node, want: boolean): void {
    const [x, y] = [this.region.abs(a), this.region.abs(b)];
    if (isOne(y)) this.value(a, y.value, want);
    else if (isOne(x)) this.value(b, x.value, want);
    else {
      this.number(a, true);
      this.number(b, want);
    }
  }

  /** A node equal to a value, or different from it. */
  value(node: Node, value: Val, want: boolean): void {
    if (!this.enter(node, `=${String(value)}${want}`)) return;
    if (node.data.op === "if") {
      this.chosenValue(node, value, want);
      return;
    }
    if (node.data.op !== "fact") {
      if (typeof value === "boolean") this.truth(node, want === value);
      else if (value instanceof Num)
        this.number(node, value.greaterThan(this.region.range(node)[0]) === want);
      return;
    }
    const domain = this.region.domains[node.data.index];
    if (want) this.wish(node.data.index, value);
    else if (domain?.kind === "finite")
      this.wish(node.data.index, domain.values.find((v) => !equalVal(v, value)) ?? null);
    else if (domain?.kind === "text") this.wish(node.data.index, OTHER_TEXT);
    else this.wish(node.data.index, endOf(domain, !equalVal(endOf(domain, true), value)));
  }

  private chosenValue(node: Node, value: Val, want: boolean): void {
    const [condition, then, otherwise] = node.args;
    if (condition === undefined || then === undefined || otherwise === undefined) return;
    const fits = (n: Node): boolean => {
      const abs = this.region.abs(n);
      return isOne(abs) ? equalVal(abs.value, value) === want : true;
    };
    const c = this.region.abs(condition);
    const take = isOne(c) ? c.value === true : fits(then);
    if (!isOne(c)) this.truth(condition, take);
    this.value(take ? then : otherwise, value, want);
  }

  private empty(node: Node): void {
    if (node.data.op === "fact") this.wish(node.data.index, null);
    else for (const a of node.args) if (mayBeNull(this.region.abs(a))) this.empty(a);
  }
}

export const equalVal = (a: Val, b: Val): boolean =>
  a === b || (a instanceof Num && b instanceof Num && alike(a, b));

export function within(d: Domain, v: Val): boolean {
  switch (d.kind) {
    case "finite":
      return d.values.some((x) => equalVal(x, v));
    case "range":
      if (v === null) return d.nullable;
      // The ends are on the grid; most completions hold one of them.
      if (v === d.low || v === d.high) return v.isFinite();
      return (
        v instanceof Num && atLeast(v, d.low) && atMost(v, d.high) && v.minus(d.origin).mod(d.step).isZero()
      );
    case "text":
      return v === null ? d.nullable : typeof v === "string";
    case "unknown list":
      return v === UNKNOWN_LIST;
  }
}

/** The greatest or least value of a domain, or one far away. */
export function endOf(d: Domain | undefined, up: boolean): Val {
  if (d === undefined) return null;
  if (d.kind === "unknown list") return UNKNOWN_LIST;
  if (d.kind === "text") return OTHER_TEXT;
  if (d.kind === "finite") {
    const values = d.values.filter((v) => v !== null);
    return (up ? values.at(-1) : values[0]) ?? d.values[0] ?? null;
  }
  const end = up ? d.high : d.low;
  if (end.isFinite()) return end;
  const [low, high] = d.far;
  const far = (up ? high : low).minus(d.origin).div(d.step).floor().times(d.step).plus(d.origin);
  // Beyond the far value already: one step further than the end there is.
  if (up && above(d.low, far)) return d.low.plus(d.step);
  return !up && below(d.high, far) ? d.high.minus(d.step) : far;
}

/** A plain value: false, the first member, the least number, else nearest to zero. */
export function defaultOf(d: Domain): Val {
  switch (d.kind) {
    case "finite":
      return d.values[0] ?? null;
    case "range":
      if (d.low.isFinite()) return d.low;
      return d.high.isFinite() ? d.high : d.origin;
    case "text":
      return OTHER_TEXT;
    case "unknown list":
      return UNKNOWN_LIST;
  }
}
