/**
 * The definitions of §2, written down as they stand and nothing else: every completion is decided by ordinary
 * FEEL, and what is asked of all completions is found by going through all of them. For tests.
 */

import type { Expr } from "../feel/ast.ts";
import { compileTests, equal, evaluate, isSyntaxError, parse } from "../feel/index.ts";
import { Num, num, type Value } from "../feel/value.ts";
import { round } from "../ir/apply.ts";
import { concerns, Families } from "../ir/families.ts";
import type { Clause } from "../terms/model.ts";
import { definedNames, effectFormulas, type Resolved } from "../terms/resolve.ts";

export interface OracleResult {
  readonly outcome: string;
  readonly least: Num;
  readonly most: Num;
  /** Reasons of the outcome, `clause:text`. */
  readonly reasons: readonly string[];
  /** Each benefit in document order, after the caps. */
  readonly benefits: readonly { readonly least: Num; readonly most: Num }[];
  /** Clauses whose flag holds, with its points. */
  readonly flags: ReadonlyMap<string, Value>;
  /** Clauses whose promise applies, with its due date. */
  readonly promises: ReadonlyMap<string, Value>;
  /** Clauses whose step applies. */
  readonly steps: readonly string[];
  /** What the document gives, null where the clause that gives it does not apply. */
  readonly values: ReadonlyMap<string, Value>;
}

const MODE = { mode: "terms" } as const;
const ZERO = num(0);
const FAR = num("Infinity");

/** One completion: a value for every fact. `certain`: the clauses whose flags hold in every completion. */
export function oracle(
  resolved: Resolved,
  facts: ReadonlyMap<string, Value>,
  certain: ReadonlySet<string> = new Set(),
): OracleResult {
  return new Oracle(resolved, facts, certain).decide();
}

class Oracle {
  private readonly resolved: Resolved;
  private readonly families: Families;
  private readonly scope: Map<string, Value>;

  constructor(resolved: Resolved, facts: ReadonlyMap<string, Value>, certain: ReadonlySet<string>) {
    this.resolved = resolved;
    this.families = new Families(resolved);
    this.scope = new Map<string, Value>([...resolved.members].map((m) => [m, m]));
    for (const [k, v] of facts) this.scope.set(k, v);
    for (const name of resolved.order) {
      const definer = (resolved.definers.get(name) ?? []).find((c) => this.active(c) === true);
      this.scope.set(name, definer === undefined ? null : this.defined(definer, name));
    }
    const points = resolved.doc.clauses.filter((c) => certain.has(c.id)).map((c) => this.points(c));
    this.scope.set(
      "points",
      points.reduce((sum, p) => (sum instanceof Num && p instanceof Num ? sum.plus(p) : null), ZERO as Value),
    );
  }

  private value(expr: Expr, scope: ReadonlyMap<string, Value> = this.scope): Value {
    return evaluate(expr, scope, MODE);
  }

  private points(c: Clause): Value {
    return c.effect.kind === "flag" && c.effect.points !== null ? this.value(c.effect.points.expr) : ZERO;
  }

  private due(c: Clause): Value {
    if (c.effect.kind !== "promise") return null;
    const { from, within } = c.effect;
    const source = within.kind === "working days" ? "add working days(a, b)" : "a + b";
    const sum = parse(source, { names: new Set(["a", "b"]), mode: "terms" });
    if (isSyntaxError(sum)) throw new Error(source);
    const [a, b] = [this.value(from.expr), this.value(within.value.expr)];
    return evaluate(
      sum,
      new Map<string, Value>([
        ["a", a],
        ["b", b],
      ]),
      MODE,
    );
  }

  private holds(c: Clause): boolean | null {
    const own = c.when === null ? true : this.value(c.when.expr);
    const base = c.insteadOf === null ? undefined : this.resolved.clauses.get(c.insteadOf);
    const below = base === undefined ? true : this.holds(base);
    if (own === false || below === false) return false;
    return own === true && below === true ? true : null;
  }

  private active(c: Clause): boolean | null {
    const own = this.holds(c);
    const replaced = (this.resolved.exceptions.get(c.id) ?? []).map((e) => this.holds(e));
    if (own === false || replaced.includes(true)) return false;
    return own === null || replaced.includes(null) ? null : true;
  }

  private defined(c: Clause, name: string): Value {
    if (c.forEach === null) return this.output(c, name, this.scope);
    const { name: variable, source } = c.forEach;
    const list = this.value(source.expr);
    if (!Array.isArray(list)) return null;
    return list.map((item: Value) => this.output(c, name, new Map([...this.scope, [variable, item]])));
  }

  private output(c: Clause, name: string, scope: ReadonlyMap<string, Value>): Value {
    const e = c.effect;
    if (e.kind === "define") {
      const entry = e.entries.find((d) => d.name === name);
      return entry === undefined ? null : this.value(entry.value.expr, scope);
    }
    if (e.kind !== "table") return null;
    const hits = e.rows.filter((row) =>
      row.inputs.every((cell, i) => {
        const on = e.on[i];
        return on !== undefined && compileTests(cell.tests, MODE)(this.value(on.expr, scope), scope) === true;
      }),
    );
    const outputs = hits.map((r) => {
      const o = r.outputs[e.names.indexOf(name)];
      return o === undefined ? null : this.value(o.expr, scope);
    });
    const [first, second] = outputs;
    if (first === undefined || (e.hit === "unique" && second !== undefined)) return null;
    if (e.hit !== "sum" && e.hit !== "max") return first;
    const numbers = outputs.filter((v): v is Num => v instanceof Num);
    if (numbers.length < outputs.length) return null;
    return e.hit === "sum" ? numbers.reduce((a, b) => a.plus(b), ZERO) : Num.max(...numbers);
  }

  /** The values of an effect, none of which may be null. */
  private effectValues(c: Clause): readonly Value[] {
    if (c.effect.kind === "define" || c.effect.kind === "table")
      return definedNames(c).map((n) => this.defined(c, n));
    if (c.effect.kind === "promise") return [this.due(c)];
    return effectFormulas(c).map((f) => this.value(f.expr));
  }

  decide(): OracleResult {
    const { clauses } = this.resolved.doc;
    const refusals = clauses.filter((c) => this.active(c) === true && this.refuses(c));
    const referrals = [
      ...clauses
        .filter(
          (c) =>
            c.effect.kind === "refer" && this.active(c) === true && this.value(c.effect.value.expr) === true,
        )
        .map((c) => ({
          over: this.families.over(c),
          reason: `${c.id}:${c.effect.kind === "refer" ? c.effect.reason : ""}`,
        })),
      ...clauses
        .filter(
          (c) => this.active(c) === null || (this.active(c) === true && this.effectValues(c).includes(null)),
        )
        .map((c) => ({ over: concerns(c, this.resolved, this.families), reason: `${c.id}:无法计算` })),
      ...this.conflicts(),
    ];
    const benefits = this.families.benefits();
    const against = (b: Clause): boolean => refusals.some((r) => this.families.over(r)?.includes(b));
    const global = refusals.some((r) => this.families.over(r) === null);
    const applies = (b: Clause): boolean => this.families.payers(b).some((p) => this.active(p) === true);
    const all =
      benefits.length > 0 &&
      benefits.every((b) => against(b) || !applies(b)) &&
      (benefits.some((b) => against(b) && applies(b)) || benefits.every(against));
    if (global || all) {
      const telling = refusals.filter((r) => this.families.over(r) === null || (all && !global) || all);
      return {
        outcome: "decline",
        least: ZERO,
        most: ZERO,
        reasons: telling.map((r) => `${r.id}:${reasonOf(r)}`),
        benefits: benefits.map(() => ({ least: ZERO, most: ZERO })),
        ...this.besides(),
      };
    }
    const open = (b: Clause): boolean => referrals.some((r) => r.over === null || r.over.includes(b));
    const least = this.cap(
      benefits,
      benefits.map((b) => (against(b) || open(b) ? ZERO : this.dueOf(b, false))),
    );
    const most = this.cap(
      benefits,
      benefits.map((b) => (against(b) ? ZERO : this.dueOf(b, open(b)))),
    );
    const [lowest, highest] = [least.reduce(plus, ZERO), most.reduce(plus, ZERO)];
    const outcome =
      referrals.length > 0
        ? "refer"
        : benefits.length === 0
          ? "accept"
          : highest.greaterThan(0)
            ? "pay"
            : "nothing";
    return {
      outcome,
      least: lowest,
      most: highest,
      reasons: referrals.map((r) => r.reason),
      benefits: benefits.map((_, i) => ({ least: least[i] ?? ZERO, most: most[i] ?? ZERO })),
      ...this.besides(),
    };
  }

  /** What a decision lists whatever its outcome. */
  private besides(): Pick<OracleResult, "flags" | "promises" | "steps" | "values"> {
    const applying = this.resolved.doc.clauses.filter((c) => this.active(c) === true);
    const flags = applying.filter(
      (c) => c.effect.kind === "flag" && this.value(c.effect.value.expr) === true,
    );
    const given = this.resolved.doc.clauses.flatMap((c) =>
      c.effect.kind === "gives"
        ? c.effect.names.map((n) => [n, applying.includes(c) ? (this.scope.get(n) ?? null) : null] as const)
        : [],
    );
    return {
      flags: new Map(flags.map((c) => [c.id, this.points(c)])),
      promises: new Map(applying.filter((c) => c.effect.kind === "promise").map((c) => [c.id, this.due(c)])),
      steps: applying.filter((c) => c.effect.kind === "step").map((c) => c.id),
      values: new Map(given),
    };
  }

  private refuses(c: Clause): boolean {
    if (c.effect.kind === "require") return this.value(c.effect.value.expr) === false;
    return c.effect.kind === "exclude" && this.value(c.effect.value.expr) === true;
  }

  private dueOf(root: Clause, open: boolean): Num {
    let best = ZERO;
    for (const p of this.families.payers(root)) {
      const active = this.active(p);
      if (p.effect.kind !== "pay" || active === false || (active === null && !open)) continue;
      const raw = this.value(p.effect.value.expr);
      const limit = p.effect.upTo === null ? FAR : this.value(p.effect.upTo.expr);
      const amount = raw instanceof Num ? raw : open ? FAR : ZERO;
      const top = limit instanceof Num ? Num.max(ZERO, limit) : open ? FAR : ZERO;
      best = Num.max(best, round(Num.min(Num.max(ZERO, amount), top), this.resolved.doc.rounding, 2));
      if (active === true) return best;
    }
    return best;
  }

  private cap(benefits: readonly Clause[], start: readonly Num[]): readonly Num[] {
    const due = [...start];
    for (const c of this.capsInPlace()) {
      if (c.effect.kind !== "cap" || this.active(c) !== true) continue;
      const limit = this.value(c.effect.value.expr);
      if (!(limit instanceof Num)) continue;
      const over = this.families.over(c);
      const inside = benefits.map((b) => over === null || over.includes(b));
      // Taken from the last first: the first keep theirs as far as the limit goes.
      let left = Num.max(ZERO, limit).toDecimalPlaces(2, 3);
      for (let i = 0; i < due.length; i++) {
        if (!inside[i]) continue;
        due[i] = Num.min(due[i] ?? ZERO, left);
        left = left.minus(due[i] ?? ZERO);
      }
    }
    return due;
  }

  /** Each limit where the clause stands that it stands for. */
  private capsInPlace(): readonly Clause[] {
    const { clauses } = this.resolved.doc;
    return clauses.flatMap((root) =>
      clauses.filter((c) => c.effect.kind === "cap" && this.families.root(c) === root),
    );
  }

  private conflicts(): readonly { over: readonly Clause[] | null; reason: string }[] {
    const out: { over: readonly Clause[] | null; reason: string }[] = [];
    for (const siblings of this.resolved.exceptions.values())
      siblings.forEach((a, i) => {
        for (const b of siblings.slice(i + 1))
          if (this.active(a) === true && this.active(b) === true && !this.agree(a, b))
            out.push({ over: concerns(a, this.resolved, this.families), reason: `${a.id}:条款冲突` });
      });
    return out;
  }

  private agree(a: Clause, b: Clause): boolean {
    if (a.effect.kind !== b.effect.kind || reasonOf(a) !== reasonOf(b)) return false;
    const [x, y] = [this.effectValues(a), this.effectValues(b)];
    return (
      x.length === y.length && x.every((v, i) => v === (y[i] ?? null) || equal(v, y[i] ?? null) === true)
    );
  }
}

const plus = (a: Num, b: Num): Num => a.plus(b);

function reasonOf(c: Clause): string {
  const e = c.effect;
  if (e.kind === "promise") return `${e.lane} ${e.within.kind}`;
  if (e.kind === "step") return e.channel;
  if (e.kind === "require" || e.kind === "exclude" || e.kind === "refer") return e.reason;
  return e.kind === "pay" || e.kind === "flag" ? e.name : "";
}
