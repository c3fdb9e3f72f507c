/** A part of the space of completions: a domain for each fact, and conditions already taken for granted. */

import type { Domain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import { higher, lower } from "../ir/order.ts";
import { type Abs, anything, bools, ends, isOne, mayBeTrue, one, span, TOP, texts } from "./abs.ts";
import { absApply } from "./absApply.ts";
import { type Constraint, feasible, tighten } from "./constraints.ts";
import { bounds, difference, type Form } from "./form.ts";
import type { Space } from "./space.ts";

/** Judging a node costs about as much as copying so many. */
const JUDGING = 8;

export class Region {
  readonly space: Space;
  readonly domains: readonly Domain[];
  readonly constraints: readonly Constraint[];
  /** Conditions decided by a fork, by node id. */
  private readonly granted: ReadonlyMap<number, Abs>;
  private readonly memo: (Abs | undefined)[];
  private readonly forms = new Map<number, Form | null>();

  private constructor(
    space: Space,
    domains: readonly Domain[],
    constraints: readonly Constraint[],
    granted: ReadonlyMap<number, Abs>,
    memo: (Abs | undefined)[],
  ) {
    this.space = space;
    this.domains = domains;
    this.constraints = constraints;
    this.granted = granted;
    this.memo = memo;
  }

  static whole(space: Space, domains: readonly Domain[]): Region {
    return new Region(space, domains, [], new Map(), []);
  }

  /** The same region with another domain for one fact. */
  withDomain(index: number, domain: Domain): Region {
    return this.withDomains(new Map([[index, domain]]));
  }

  withDomains(changes: ReadonlyMap<number, Domain>): Region {
    this.space.meter.work += this.memo.length;
    const domains = [...this.domains];
    const memo = [...this.memo];
    for (const [index, domain] of changes) {
      domains[index] = domain;
      for (const id of this.space.readersOfFact(index)) memo[id] = undefined;
    }
    return new Region(this.space, domains, this.constraints, this.granted, memo);
  }

  /** The part in which a condition has a value and a linear constraint holds; null where that is empty. */
  granting(condition: Node, value: boolean, constraints: readonly Constraint[]): Region | null {
    const memo = [...this.memo];
    for (const id of this.space.readers(condition.id)) memo[id] = undefined;
    const granted = new Map([...this.granted, [condition.id, one(value)]]);
    const all = [...this.constraints, ...constraints];
    const tightened = tighten(all, this.domains, this.space);
    if (tightened === null || !feasible(all, tightened, this.space)) return null;
    const changes = new Map<number, Domain>();
    tightened.forEach((d, i) => {
      if (d !== this.domains[i]) changes.set(i, d);
    });
    const region = new Region(this.space, this.domains, all, granted, memo);
    return changes.size === 0 ? region : region.withDomains(changes);
  }

  /** All that a node may be here. */
  abs(node: Node): Abs {
    if (node.data.op === "const") return one(node.data.value);
    const found = this.memo[node.id];
    if (found !== undefined) return found;
    this.space.meter.work += JUDGING;
    const value = this.granted.get(node.id) ?? this.compute(node);
    this.memo[node.id] = value;
    return value;
  }

  isKnown(node: Node): boolean {
    return isOne(this.abs(node));
  }

  private compute(node: Node): Abs {
    const { args } = node;
    switch (node.data.op) {
      case "fact":
        return absOfDomain(this.domains[node.data.index], node, this.space);
      case "if":
        return this.choose(node);
      case "and":
      case "or":
        return this.logic(node, node.data.op === "or");
      case "list":
      case "record":
        return args.every((a) => this.isKnown(a))
          ? absApply(
              node,
              args.map((a) => this.abs(a)),
            )
          : TOP;
      case "add":
      case "sub":
        return this.linked(node);
      case "lt":
      case "le":
        return this.compared(node);
      default:
        return absApply(
          node,
          args.map((a) => this.abs(a)),
        );
    }
  }

  private choose(node: Node): Abs {
    const [condition, then, otherwise] = node.args;
    if (condition === undefined || then === undefined || otherwise === undefined) return anything(node);
    const c = this.abs(condition);
    if (isOne(c)) return this.abs(c.value === true ? then : otherwise);
    if (!mayBeTrue(c)) return this.abs(otherwise);
    return absApply(node, [c, this.abs(then), this.abs(otherwise)]);
  }

  /** Stops at the first argument that decides. */
  private logic(node: Node, decisive: boolean): Abs {
    const seen: Abs[] = [];
    for (const a of node.args) {
      const v = this.abs(a);
      if (v.kind === "one" && v.value === decisive) return v;
      seen.push(v);
    }
    return absApply(node, seen);
  }

  /** Sums whose parts share facts are bounded by their linear form too: x − x is 0. */
  private linked(node: Node): Abs {
    const plain = absApply(
      node,
      node.args.map((a) => this.abs(a)),
    );
    if (plain.kind !== "span" || !this.space.shares(node)) return plain;
    // The form asks for the node's own ends first.
    this.memo[node.id] = plain;
    const form = this.form(node);
    if (form === null) return plain;
    const [low, high] = bounds(form, this);
    return span(higher(plain.low, low), lower(plain.high, high), plain.mayNull);
  }

  private compared(node: Node): Abs {
    const plain = absApply(
      node,
      node.args.map((a) => this.abs(a)),
    );
    const [a, b] = node.args;
    if (plain.kind !== "bools" || !this.space.shares(node) || a === undefined || b === undefined)
      return plain;
    const [x, y] = [this.form(a), this.form(b)];
    if (x === null || y === null) return plain;
    const [low, high] = bounds(difference(x, y), this);
    const strict = node.data.op === "lt";
    const mayTrue = strict ? low.isNegative() && !low.isZero() : !low.greaterThan(0);
    const mayFalse = strict ? !high.isNegative() || high.isZero() : high.greaterThan(0);
    return bools(mayTrue, mayFalse, plain.mayNull);
  }

  /** A node as a sum of products of facts and of nodes that stay closed. */
  form(node: Node): Form | null {
    const found = this.forms.get(node.id);
    if (found !== undefined) return found;
    const form = this.space.formOf(node, this);
    this.forms.set(node.id, form);
    return form;
  }

  /** The ends of a number here, null values aside. */
  range(node: Node): readonly [Num, Num] {
    return ends(this.abs(node)) ?? [num(0), num(0)];
  }
}

export function absOfDomain(domain: Domain | undefined, node: Node, space: Space): Abs {
  switch (domain?.kind) {
    case "finite":
      return absOfValues(domain.values, node);
    case "range":
      return span(domain.low, domain.high, domain.nullable);
    case "text":
      return texts(space.literals, true, domain.nullable);
    case "unknown list":
    case undefined:
      return TOP;
  }
}

function absOfValues(values: readonly Val[], node: Node): Abs {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return one(only);
  const mayNull = values.includes(null);
  if (node.sort === "boolean") return bools(values.includes(true), values.includes(false), mayNull);
  if (node.sort === "text")
    return texts(
      values.filter((v) => typeof v === "string"),
      false,
      mayNull,
    );
  const numbers = values.filter((v): v is Num => v instanceof Num);
  return numbers.length === 0 ? TOP : span(Num.min(...numbers), Num.max(...numbers), mayNull);
}
