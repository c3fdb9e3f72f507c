/** Linear conditions between facts: cutting domains by them, and finding the best point under them. */
import { cut, type Domain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import { atLeast, atMost } from "../ir/order.ts";
import type { Form, Term } from "./form.ts";
import { type Program, type Solution, solve } from "./simplex.ts";
import type { Space } from "./space.ts";

/** A form of single facts (degree one) that is at most zero. */
export interface Constraint {
  readonly form: Form;
}

const ZERO = num(0);
const ROUNDS = 12;

/** `form ≤ 0`, or `form < 0` moved to the next value that the grid of its facts allows. */
export function atMostZero(
  form: Form,
  strict: boolean,
  domains: readonly Domain[],
  space: Space,
): Constraint {
  if (!strict) return { form };
  const grid = gridOf(form, domains, space);
  if (grid === null) return { form };
  const next = new Map(form);
  next.set("", { vars: [], coef: (form.get("")?.coef ?? ZERO).plus(grid) });
  return { form: next };
}

/** The largest step of which every value of the form is a multiple; null where there is none. */
function gridOf(form: Form, domains: readonly Domain[], space: Space): Num | null {
  const steps: Num[] = [];
  for (const t of form.values()) {
    const d = domainOf(t, domains, space);
    if (t.vars.length === 0) steps.push(t.coef.abs());
    else if (d?.kind === "range") steps.push(t.coef.times(d.step).abs(), t.coef.times(d.origin).abs());
    else if (d?.kind === "finite")
      for (const v of d.values) if (v instanceof Num) steps.push(t.coef.times(v).abs());
  }
  const places = Math.max(0, ...steps.map((s) => s.decimalPlaces()));
  if (places > 18) return null;
  const scale = num(10).pow(places);
  let g = 0n;
  for (const s of steps) g = gcd(g, BigInt(s.times(scale).toFixed(0)));
  return g === 0n ? null : num(g).div(scale);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function domainOf(t: Term, domains: readonly Domain[], space: Space): Domain | undefined {
  const index = indexOf(t, space);
  return index === null ? undefined : domains[index];
}

function indexOf(t: Term, space: Space): number | null {
  const [v] = t.vars;
  const data = v === undefined ? undefined : space.node(v)?.data;
  return data?.op === "fact" ? data.index : null;
}

export function domainEnds(d: Domain | undefined): readonly [Num, Num] {
  if (d?.kind === "range") return [d.low, d.high];
  if (d?.kind !== "finite") return [num("-Infinity"), num("Infinity")];
  const numbers = d.values.filter((v): v is Num => v instanceof Num);
  return numbers.length === 0
    ? [num("-Infinity"), num("Infinity")]
    : [Num.min(...numbers), Num.max(...numbers)];
}

/** Domains cut as far as each condition by itself can cut them; null where one becomes empty. */
export function tighten(
  constraints: readonly Constraint[],
  domains: readonly Domain[],
  space: Space,
): readonly Domain[] | null {
  const now = [...domains];
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const c of constraints)
      for (const t of c.form.values()) {
        const index = indexOf(t, space);
        const old = index === null ? undefined : now[index];
        if (index === null || old === undefined) continue;
        const limit = restLow(c.form, t, now, space).neg().div(t.coef);
        if (!limit.isFinite()) continue;
        const [low, high] = domainEnds(old);
        const positive = !t.coef.isNegative();
        if (positive ? atLeast(limit, high) : atMost(limit, low)) continue;
        const next = positive ? cut(old, num("-Infinity"), limit) : cut(old, limit, num("Infinity"));
        if (next === null) return null;
        now[index] = next;
        changed = true;
      }
    if (!changed) return constraints.every((c) => !lowOf(c.form, now, space).greaterThan(0)) ? now : null;
  }
  return now;
}

function lowOf(form: Form, domains: readonly Domain[], space: Space): Num {
  let low = ZERO;
  for (const t of form.values()) low = low.plus(termLow(t, domains, space));
  return low;
}

function restLow(form: Form, without: Term, domains: readonly Domain[], space: Space): Num {
  let low = ZERO;
  for (const t of form.values()) if (t !== without) low = low.plus(termLow(t, domains, space));
  return low;
}

function termLow(t: Term, domains: readonly Domain[], space: Space): Num {
  if (t.vars.length === 0) return t.coef;
  const [low, high] = domainEnds(domainOf(t, domains, space));
  return t.coef.isNegative() ? t.coef.times(high) : t.coef.times(low);
}

/** False only where the conditions certainly exclude one another. */
export function feasible(
  constraints: readonly Constraint[],
  domains: readonly Domain[],
  space: Space,
): boolean {
  if (constraints.length < 2) return true;
  const vars = varsOf(constraints.map((c) => c.form));
  const built = program(new Map(), vars, constraints, (v) => domainEndsOf(v, domains, space));
  return built === null || solve(built.program).kind !== "infeasible";
}

function domainEndsOf(v: number, domains: readonly Domain[], space: Space): readonly [Num, Num] {
  const data = space.node(v)?.data;
  return domainEnds(data?.op === "fact" ? domains[data.index] : undefined);
}

export function varsOf(forms: readonly Form[]): readonly number[] {
  const vars = new Set<number>();
  for (const f of forms) for (const t of f.values()) for (const v of t.vars) vars.add(v);
  return [...vars].sort((a, b) => a - b);
}

export interface Best {
  readonly value: Num;
  /** The point where it is reached, by variable; not always on the grid. */
  readonly point: ReadonlyMap<number, Num>;
}

/** The greatest value of a linear form under conditions; null where nothing bounds it or none was found. */
export function greatest(
  form: Form,
  constraints: readonly Constraint[],
  ends: (v: number) => readonly [Num, Num],
): Best | "infeasible" | null {
  const vars = varsOf([form, ...constraints.map((c) => c.form)]);
  const built = program(form, vars, constraints, ends);
  if (built === null) return null;
  const solution = solve(built.program);
  if (solution.kind === "infeasible") return "infeasible";
  return solution.kind === "optimal" ? built.read(solution) : null;
}

interface Built {
  readonly program: Program;
  readonly read: (s: Extract<Solution, { kind: "optimal" }>) => Best | null;
}

const FAR_AWAY = num("1e15");

/** Variables shifted to start at zero, everything scaled to whole numbers. Infinite ends stand very far away. */
function program(
  form: Form,
  vars: readonly number[],
  constraints: readonly Constraint[],
  ends: (v: number) => readonly [Num, Num],
): Built | null {
  const box = vars.map(ends);
  const lows = box.map(([low]) => (low.isFinite() ? low : FAR_AWAY.neg()));
  const coefs = (f: Form): Num[] => vars.map((v) => f.get(String(v))?.coef ?? ZERO);
  const raw = constraints.map((c) => {
    const cs = coefs(c.form);
    const shift = cs.reduce((sum, k, i) => sum.plus(k.times(lows[i] ?? ZERO)), c.form.get("")?.coef ?? ZERO);
    return { coefs: cs, limit: shift.neg() };
  });
  vars.forEach((_, i) => {
    const high = box[i]?.[1] ?? ZERO;
    const top = high.isFinite() ? high : FAR_AWAY;
    raw.push({ coefs: vars.map((_v, j) => (i === j ? num(1) : ZERO)), limit: top.minus(lows[i] ?? ZERO) });
  });
  const target = coefs(form);
  const places = Math.max(0, ...target.map((k) => k.decimalPlaces()));
  if (places > 60) return null;
  const scale = num(10).pow(places);
  const rows = raw.map(integers);
  if (rows.some((r) => r === null)) return null;
  const base = target.reduce((sum, k, i) => sum.plus(k.times(lows[i] ?? ZERO)), form.get("")?.coef ?? ZERO);
  return {
    program: { objective: target.map((k) => whole(k.times(scale))), rows: rows.filter((r) => r !== null) },
    read: (s) => {
      const d = num(s.denominator);
      const point = new Map(
        vars.map((v, i) => [
          v,
          num(s.x[i] ?? 0n)
            .div(d)
            .plus(lows[i] ?? ZERO),
        ]),
      );
      // A stand-in for an infinite end was reached: nothing bounds the form.
      const far = vars.some((v, i) => {
        const x = point.get(v) ?? ZERO;
        const [low, high] = box[i] ?? [ZERO, ZERO];
        return (!low.isFinite() && x.lte(FAR_AWAY.neg())) || (!high.isFinite() && atLeast(x, FAR_AWAY));
      });
      return far ? null : { value: quotient(s.value, s.denominator, scale).plus(base), point };
    },
  };
}

/** Rounded up in the thirtieth digit: an upper bound must not fall below the true value. */
function quotient(value: bigint, denominator: bigint, scale: Num): Num {
  const exact = num(value).div(num(denominator)).div(scale);
  return exact.times(num(denominator)).times(scale).equals(num(value))
    ? exact
    : exact.plus(exact.abs().times("1e-30"));
}

const whole = (n: Num): bigint => BigInt(n.toFixed(0));

function integers(row: {
  readonly coefs: readonly Num[];
  readonly limit: Num;
}): Program["rows"][number] | null {
  const places = Math.max(row.limit.decimalPlaces(), ...row.coefs.map((c) => c.decimalPlaces()));
  if (places > 60) return null;
  const scale = num(10).pow(places);
  return { coefs: row.coefs.map((c) => whole(c.times(scale))), limit: whole(row.limit.times(scale)) };
}
