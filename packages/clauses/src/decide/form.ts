/** Numbers as sums of products of facts and of closed nodes, so that what they share cancels. */
import { Num, num } from "../feel/value.ts";
import type { Node } from "../ir/node.ts";
import { higher, lower } from "../ir/order.ts";
import { isOne, mayBeNull } from "./abs.ts";
import type { Region } from "./region.ts";

/** One product: node ids in order. A negative id −k−1 is the rounding error of node k. */
export interface Term {
  readonly vars: readonly number[];
  readonly coef: Num;
}

/** Terms by the text of their variables; the constant's is the empty text. */
export type Form = ReadonlyMap<string, Term>;

const MAX_TERMS = 48;
const ZERO = num(0);
const ONE = num(1);
const CENT = num("0.01");
const HALF_CENT: readonly [Num, Num] = [num("-0.005"), num("0.005")];
const NO_GRID = num("0.000000000000001");

const key = (vars: readonly number[]): string => vars.join("*");

const constant = (c: Num): Form => (c.isZero() ? new Map() : new Map([["", { vars: [], coef: c }]]));
const variable = (id: number): Form => new Map([[key([id]), { vars: [id], coef: ONE }]]);

export function combine(a: Form, b: Form, sign: 1 | -1): Form {
  const out = new Map(a);
  for (const [k, t] of b) {
    const coef = (out.get(k)?.coef ?? ZERO).plus(sign === 1 ? t.coef : t.coef.neg());
    if (coef.isZero()) out.delete(k);
    else out.set(k, { vars: t.vars, coef });
  }
  return out;
}

export const difference = (a: Form, b: Form): Form => combine(a, b, -1);

function product(a: Form, b: Form): Form | null {
  if (a.size * b.size > MAX_TERMS) return null;
  let out: Form = new Map();
  for (const x of a.values())
    for (const y of b.values()) {
      const vars = [...x.vars, ...y.vars].sort((p, q) => p - q);
      out = combine(out, new Map([[key(vars), { vars, coef: x.coef.times(y.coef) }]]), 1);
    }
  return out;
}

/** Null where the node may be other than a finite number. */
export function formOf(node: Node, region: Region): Form | null {
  const abs = region.abs(node);
  if (isOne(abs)) return abs.value instanceof Num && abs.value.isFinite() ? constant(abs.value) : null;
  if (abs.kind !== "span") return null;
  const own = opened(node, region);
  return own !== null && own.size <= MAX_TERMS ? own : variable(node.id);
}

/** The form of a node by its operation; null where it stays closed. */
function opened(node: Node, region: Region): Form | null {
  const [a, b] = node.args;
  switch (node.data.op) {
    case "add":
    case "sub": {
      const [x, y] = pair(a, b, region);
      return x === null || y === null ? null : combine(x, y, node.data.op === "add" ? 1 : -1);
    }
    case "mul": {
      const [x, y] = pair(a, b, region);
      return x === null || y === null ? null : product(x, y);
    }
    case "div":
      return divided(a, b, region);
    case "or else":
      return a !== undefined && !mayBeNull(region.abs(a)) ? region.form(a) : null;
    case "if":
      return taken(node, region);
    case "max":
    case "min":
      return dominant(node.data.op, node, region);
    case "round":
      return a === undefined ? null : rounded(node, a, region);
    default:
      return null;
  }
}

function pair(a: Node | undefined, b: Node | undefined, region: Region): readonly [Form | null, Form | null] {
  return [a === undefined ? null : region.form(a), b === undefined ? null : region.form(b)];
}

/** Only where the quotients are exact: tenths and halves, not thirds. */
function divided(a: Node | undefined, b: Node | undefined, region: Region): Form | null {
  if (a === undefined || b === undefined) return null;
  const by = region.abs(b);
  const form = region.form(a);
  if (form === null || by.kind !== "one" || !(by.value instanceof Num) || by.value.isZero()) return null;
  const divisor = by.value;
  const out = new Map<string, Term>();
  for (const [k, t] of form) {
    const coef = t.coef.div(divisor);
    if (!coef.times(divisor).equals(t.coef) || coef.precision() > 30) return null;
    out.set(k, { vars: t.vars, coef });
  }
  return out;
}

function taken(node: Node, region: Region): Form | null {
  const [condition, then, otherwise] = node.args;
  if (condition === undefined) return null;
  const c = region.abs(condition);
  if (!isOne(c)) return null;
  const branch = c.value === true ? then : otherwise;
  return branch === undefined ? null : region.form(branch);
}

/** The argument that is never behind the others. */
function dominant(op: "max" | "min", node: Node, region: Region): Form | null {
  const [a, b] = node.args;
  if (a === undefined || b === undefined) return null;
  const order = region.space.graph.nodes.graph.kink(node);
  const c = order === undefined ? undefined : region.abs(order);
  // The kink says a ≤ b.
  if (c?.kind === "one" && typeof c.value === "boolean")
    return region.form(c.value === (op === "max") ? b : a);
  return null;
}

/** A value already on the grid of the rounding is itself; otherwise it is itself and an error of at most a step. */
function rounded(node: Node, a: Node, region: Region): Form | null {
  const form = region.form(a);
  if (form === null || node.data.op !== "round") return null;
  const grid = node.data.scale === 2 ? CENT : num(10).pow(-node.data.scale);
  const onGrid = [...form.values()].every(
    (t) => t.vars.every((v) => v >= 0) && gridOf(t, region).mod(grid).isZero(),
  );
  return onGrid ? form : combine(form, variable(-node.id - 1), 1);
}

/** The step in which a term moves; zero for one on no known grid never divides. */
function gridOf(t: Term, region: Region): Num {
  let step = t.coef.abs();
  for (const v of t.vars) {
    const data = region.space.node(v)?.data;
    const domain = data?.op === "fact" ? region.domains[data.index] : undefined;
    if (domain?.kind !== "range" || !domain.origin.mod(domain.step).isZero()) return NO_GRID;
    step = step.times(domain.step);
  }
  return step;
}

/** The ends of a form over the box of its region, its constraints aside. */
export function bounds(form: Form, region: Region): readonly [Num, Num] {
  let low = ZERO;
  let high = ZERO;
  for (const t of form.values()) {
    const [a, b] = termBounds(t, region);
    low = low.plus(a);
    high = high.plus(b);
  }
  return [low.isNaN() ? num("-Infinity") : low, high.isNaN() ? num("Infinity") : high];
}

export function termBounds(t: Term, region: Region): readonly [Num, Num] {
  const [first, ...rest] = t.vars;
  if (first === undefined) return [t.coef, t.coef];
  const [least, most] = varBounds(first, region);
  const negative = t.coef.isNegative();
  let [low, high]: readonly [Num, Num] = [
    times(t.coef, negative ? most : least),
    times(t.coef, negative ? least : most),
  ];
  for (const v of rest) {
    const [a, b] = varBounds(v, region);
    const all = [times(low, a), times(low, b), times(high, a), times(high, b)];
    [low, high] = [all.reduce(lower), all.reduce(higher)];
  }
  return [low, high];
}

const times = (a: Num, b: Num): Num => (a.isZero() || b.isZero() ? ZERO : a.times(b));

export function varBounds(v: number, region: Region): readonly [Num, Num] {
  if (v >= 0) {
    const node = region.space.node(v);
    return node === undefined ? [ZERO, ZERO] : region.range(node);
  }
  const data = region.space.node(-v - 1)?.data;
  if (data?.op !== "round") return [ZERO, ZERO];
  const unit = data.scale === 2 ? CENT : num(10).pow(-data.scale);
  switch (data.mode) {
    case "half-up":
    case "half-down":
    case "half-even":
      return data.scale === 2 ? HALF_CENT : [unit.div(-2), unit.div(2)];
    case "floor":
      return [unit.neg(), ZERO];
    case "ceiling":
      return [ZERO, unit];
    case "up":
    case "down":
      return [unit.neg(), unit];
  }
}
