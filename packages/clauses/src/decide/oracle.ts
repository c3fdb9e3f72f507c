/**
 * The definitions of §2, written down as they stand and nothing else: every completion is decided by ordinary
 * FEEL, and what is asked of all completions is found by going through all of them. For tests.
 */

import type { Expr } from "../feel/ast.ts";
import { compileTests, equal, evaluate } from "../feel/index.ts";
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
}

const MODE = { mode: "terms" } as const;
const ZERO = num(0);
const FAR = num("Infinity");

/** One completion: a value for every fact. */
export function oracle(resolved: Resolved, facts: ReadonlyMap<string, Value>): OracleResult {
  return new Oracle(resolved, facts).decide();
}

class Oracle {
  private readonly resolved: Resolved;
  private readonly families: Families;
  private readonly scope: Map<string, Value>;

  constructor(resolved: Resolved, facts: ReadonlyMap<string, Value>) {
    this.resolved = resolved;
    this.families = new Families(resolved);
    this.scope = new Map<string, Value>([...resolved.members].map((m) => [m, m]));
    for (const [k, v] of facts) this.scope.set(k, v);
    for (const name of resolved.order) {
      const definer = (resolved.definers.get(name) ?? []).find((c) => this.active(c) === true);
      this.scope.set(name, definer === undefined ? null : this.defined(definer, name));
    }
  }

  private value(expr: Expr): Value {
    return evaluate(expr, this.scope, MODE);
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
    const e = c.effect;
    if (e.kind === "define") {
      const entry = e.entries.find((d) => d.name === name);
      return entry === undefined ? null : this.value(entry.value.expr);
    }
    if (e.kind !== "table") return null;
    const hits = e.rows.filter((row) =>
      row.inputs.every((cell, i) => {
        const on = e.on[i];
        return on !== undefined && compileTests(cell.tests, MODE)(this.value(on.expr), this.scope) === true;
      }),
    );
    const outputs = hits.map((r) => {
      const o = r.outputs[e.names.indexOf(name)];
      return o === undefined ? null : this.value(o.expr);
    });
    const [first, second] = outputs;
    if (first === undefined || (e.hit === "unique" && second !== undefined)) return null;
    const numbers = outputs.filter((v): v is Num => v instanceof Num);
    if (e.hit === "sum") return numbers.reduce((a, b) => a.plus(b), ZERO);
    return e.hit === "max" ? Num.max(...numbers) : first;
  }

  /** The values of an effect, none of which may be null. */
  private effectValues(c: Clause): readonly Value[] {
    if (c.effect.kind === "define" || c.effect.kind === "table")
      return definedNames(c).map((n) => this.defined(c, n));
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
      };
    }
    const open = (b: Clause): boolean => referrals.some((r) => r.over === null || r.over.includes(b));
    const least = this.cap(
      benefits,
      benefits.map((b) => (against(b) || open(b) ? ZERO : this.due(b, false))),
    );
    const most = this.cap(
      benefits,
      benefits.map((b) => (against(b) ? ZERO : this.due(b, open(b)))),
    );
    const outcome =
      referrals.length > 0
        ? "refer"
        : benefits.length === 0
          ? "accept"
          : most.greaterThan(0)
            ? "pay"
            : "nothing";
    return { outcome, least, most, reasons: referrals.map((r) => r.reason) };
  }

  private refuses(c: Clause): boolean {
    if (c.effect.kind === "require") return this.value(c.effect.value.expr) === false;
    return c.effect.kind === "exclude" && this.value(c.effect.value.expr) === true;
  }

  private due(root: Clause, open: boolean): Num {
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

  private cap(benefits: readonly Clause[], start: readonly Num[]): Num {
    const due = [...start];
    for (const c of this.resolved.doc.clauses) {
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
    return due.reduce((a, b) => a.plus(b), ZERO);
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

function reasonOf(c: Clause): string {
  const e = c.effect;
  if (e.kind === "require" || e.kind === "exclude" || e.kind === "refer") return e.reason;
  return e.kind === "pay" || e.kind === "flag" ? e.name : "";
}
