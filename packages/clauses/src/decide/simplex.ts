/** Linear programming over whole numbers, exact: a tableau of integers over one common denominator. */

export interface Program {
  /** Maximise this over x ≥ 0. */
  readonly objective: readonly bigint[];
  /** Each row: coefficients · x ≤ limit. */
  readonly rows: readonly { readonly coefs: readonly bigint[]; readonly limit: bigint }[];
}

export type Solution =
  | { readonly kind: "infeasible" }
  | { readonly kind: "unbounded" }
  /** Given up after too many steps: nothing is known. */
  | { readonly kind: "unknown" }
  /** `x` and `value` are numerators over `denominator` > 0. */
  | {
      readonly kind: "optimal";
      readonly value: bigint;
      readonly x: readonly bigint[];
      readonly denominator: bigint;
    };

const MAX_PIVOTS = 200;

/** Bland's rule throughout, so that it ends; and a limit on steps besides. */
export function solve(program: Program): Solution {
  const t = new Tableau(program);
  const feasible = t.makeFeasible();
  if (feasible !== "ok") return { kind: feasible };
  const done = t.maximise();
  return done === "ok" ? t.solution() : { kind: done };
}

/**
 * Each row r says: D · basic[r] = right[r] − Σ a[r][j] · free[j]. The last row is the objective, its signs
 * turned. Dividing by the previous denominator is exact (Edmonds).
 */
class Tableau {
  private readonly a: bigint[][];
  private readonly right: bigint[];
  private readonly basic: number[];
  private readonly free: number[];
  private readonly n: number;
  private denominator = 1n;
  private pivots = 0;

  constructor(p: Program) {
    this.n = p.objective.length;
    this.a = [...p.rows.map((r) => [...r.coefs]), p.objective.map((c) => -c)];
    this.right = [...p.rows.map((r) => r.limit), 0n];
    this.free = p.objective.map((_, j) => j);
    this.basic = p.rows.map((_, i) => this.n + i);
  }

  makeFeasible(): "ok" | "infeasible" | "unknown" {
    for (;;) {
      const r = this.leastBasic((i) => this.at(i) < 0n);
      if (r < 0) return "ok";
      const c = this.leastFree((j) => this.cell(r, j) < 0n);
      if (c < 0) return "infeasible";
      if (!this.pivot(r, c)) return "unknown";
    }
  }

  maximise(): "ok" | "unbounded" | "unknown" {
    const z = this.a.length - 1;
    for (;;) {
      const c = this.leastFree((j) => this.cell(z, j) < 0n);
      if (c < 0) return "ok";
      const r = this.ratioRow(c);
      if (r < 0) return "unbounded";
      if (!this.pivot(r, c)) return "unknown";
    }
  }

  solution(): Solution {
    const x = Array.from({ length: this.n }, () => 0n);
    this.basic.forEach((v, i) => {
      if (v < this.n) x[v] = this.at(i);
    });
    return { kind: "optimal", value: this.at(this.a.length - 1), x, denominator: this.denominator };
  }

  private at(i: number): bigint {
    return this.right[i] ?? 0n;
  }

  private cell(i: number, j: number): bigint {
    return this.a[i]?.[j] ?? 0n;
  }

  private leastBasic(test: (i: number) => boolean): number {
    let best = -1;
    this.basic.forEach((v, i) => {
      if (test(i) && (best < 0 || v < (this.basic[best] ?? 0))) best = i;
    });
    return best;
  }

  private leastFree(test: (j: number) => boolean): number {
    let best = -1;
    this.free.forEach((v, j) => {
      if (test(j) && (best < 0 || v < (this.free[best] ?? 0))) best = j;
    });
    return best;
  }

  /** The row that limits column c first; the least variable among equals. */
  private ratioRow(c: number): number {
    let best = -1;
    for (let i = 0; i < this.basic.length; i++) {
      if (this.cell(i, c) <= 0n) continue;
      if (best < 0) {
        best = i;
        continue;
      }
      const left = this.at(i) * this.cell(best, c);
      const right = this.at(best) * this.cell(i, c);
      if (left < right || (left === right && (this.basic[i] ?? 0) < (this.basic[best] ?? 0))) best = i;
    }
    return best;
  }

  private pivot(r: number, c: number): boolean {
    if (this.pivots++ >= MAX_PIVOTS) return false;
    const row = this.a[r];
    if (row === undefined) return false;
    const p = this.cell(r, c);
    const d = this.denominator;
    const rr = this.at(r);
    this.a.forEach((line, i) => {
      if (i === r) return;
      const f = line[c] ?? 0n;
      for (let j = 0; j < line.length; j++)
        if (j !== c) line[j] = ((line[j] ?? 0n) * p - f * (row[j] ?? 0n)) / d;
      line[c] = -f;
      this.right[i] = (this.at(i) * p - f * rr) / d;
    });
    row[c] = d;
    this.denominator = p;
    if (p < 0n) this.negate();
    const out = this.basic[r] ?? 0;
    this.basic[r] = this.free[c] ?? 0;
    this.free[c] = out;
    return true;
  }

  private negate(): void {
    this.denominator = -this.denominator;
    this.a.forEach((line, i) => {
      for (let j = 0; j < line.length; j++) line[j] = -(line[j] ?? 0n);
      this.right[i] = -this.at(i);
    });
  }
}
