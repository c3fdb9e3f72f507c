/** Table cells read as sets of inputs. */
import type { Test, UnaryTests } from "../feel/ast.ts";
import { Num, num } from "../feel/value.ts";
import type { FactDecl } from "../terms/model.ts";
import type { Env } from "./env.ts";
import type { Node, Val } from "./node.ts";
import type { CellSet, Column, Interval } from "./spaces.ts";
import { translate } from "./translate.ts";
import { fromFeel } from "./value.ts";

const FAR = num("Infinity");
const ALL: Interval = { low: FAR.neg(), lowIn: false, high: FAR, highIn: false };

/** A text that is none of those the table names: what an open text may also be. */
export const OTHER_TEXT = "（其他）";

/** The inputs of a column: from the fact's declaration where the column is a fact, else from its sort. */
export function columnOf(
  input: Node,
  decl: FactDecl | null,
  cells: readonly UnaryTests[],
  env: Env,
): Column | null {
  if (input.sort === "boolean") return { kind: "finite", members: ["true", "false"] };
  if (decl?.type.kind === "one of" && input.sort === "text")
    return { kind: "finite", members: decl.type.members.map(String) };
  if (input.sort === "text") return { kind: "finite", members: [...literalsOf(cells, env), OTHER_TEXT] };
  if (input.sort !== "ordered") return null;
  return { kind: "ordered", range: rangeOf(decl), step: stepOf(input, decl) };
}

function rangeOf(decl: FactDecl | null): Interval {
  const low = decl === null ? null : fromFeel(decl.min);
  const high = decl === null ? null : fromFeel(decl.max);
  return {
    low: low instanceof Num ? low : ALL.low,
    lowIn: low instanceof Num,
    high: high instanceof Num ? high : FAR,
    highIn: high instanceof Num,
  };
}

/** The step of a column: a fact's grid; dense where it is not known. */
export function stepOf(input: Node, decl: FactDecl | null): Num | null {
  if (decl?.type.kind === "money") return num("0.01");
  const step = decl === null ? null : fromFeel(decl.step);
  if (step instanceof Num) return input.unit === "date" ? step.div(86_400) : step;
  if (input.unit === "date" || input.unit === "date and time" || input.unit === "years and months duration")
    return num(1);
  return decl === null ? null : num("0.000001");
}

function literalsOf(cells: readonly UnaryTests[], env: Env): ReadonlySet<string> {
  const found = new Set<string>();
  for (const c of cells)
    for (const t of c.tests) {
      const value = constantOf(t, env);
      if (typeof value === "string") found.add(value);
    }
  return found;
}

function constantOf(test: Test, env: Env): Val | undefined {
  const node = translate(test.kind === "compare test" ? test.operand : test.expr, env);
  return node.data.op === "const" ? node.data.value : undefined;
}

/** A cell as a set of its column's inputs, or null where it is not made of constants. */
export function cellSet(tests: UnaryTests, column: Column | null, env: Env): CellSet | null {
  if (column === null) return tests.tests.length === 0 ? { kind: "intervals", parts: [ALL] } : null;
  if (tests.tests.length === 0)
    return column.kind === "ordered"
      ? { kind: "intervals", parts: [ALL] }
      : { kind: "members", members: new Set(column.members) };
  return column.kind === "ordered" ? orderedSet(tests, env) : memberSet(tests, column.members, env);
}

function memberSet(tests: UnaryTests, all: readonly string[], env: Env): CellSet | null {
  const named = new Set<string>();
  for (const t of tests.tests) {
    const value = constantOf(t, env);
    if (value === undefined || value === null || typeof value === "object") return null;
    if (t.kind === "value test" || t.op === "=") named.add(String(value));
    else if (t.op === "!=") for (const m of all) if (m !== String(value)) named.add(m);
    if (t.kind === "compare test" && t.op !== "=" && t.op !== "!=") return null;
  }
  const members = all.filter((m) => named.has(m) !== tests.negated);
  return { kind: "members", members: new Set(members) };
}

function orderedSet(tests: UnaryTests, env: Env): CellSet | null {
  const parts: Interval[] = [];
  for (const t of tests.tests) {
    const own = intervalsOf(t, env);
    if (own === null) return null;
    parts.push(...own);
  }
  return { kind: "intervals", parts: tests.negated ? complement(parts) : parts };
}

function intervalsOf(test: Test, env: Env): readonly Interval[] | null {
  if (test.kind === "value test" && test.expr.kind === "range") {
    const end = (e: typeof test.expr.low, far: Num): Num | null => {
      const node = e === null ? null : translate(e, env);
      if (node === null) return far;
      return node.data.op === "const" && node.data.value instanceof Num ? node.data.value : null;
    };
    const low = end(test.expr.low, ALL.low);
    const high = end(test.expr.high, FAR);
    if (low === null || high === null) return null;
    return [{ low, lowIn: test.expr.lowIncluded, high, highIn: test.expr.highIncluded }];
  }
  const value = constantOf(test, env);
  if (!(value instanceof Num)) return null;
  const op = test.kind === "value test" ? "=" : test.op;
  const below = (highIn: boolean): Interval => ({ ...ALL, high: value, highIn });
  const above = (lowIn: boolean): Interval => ({ ...ALL, low: value, lowIn });
  switch (op) {
    case "=":
      return [{ low: value, lowIn: true, high: value, highIn: true }];
    case "!=":
      return [below(false), above(false)];
    case "<":
      return [below(false)];
    case "<=":
      return [below(true)];
    case ">":
      return [above(false)];
    case ">=":
      return [above(true)];
  }
}

function complement(parts: readonly Interval[]): readonly Interval[] {
  const sorted = [...parts].sort((a, b) => a.low.comparedTo(b.low) || Number(b.lowIn) - Number(a.lowIn));
  const out: Interval[] = [];
  let low = ALL.low;
  let lowIn = false;
  for (const p of sorted) {
    const gap = p.low.greaterThan(low) || (p.low.equals(low) && lowIn && !p.lowIn);
    if (gap) out.push({ low, lowIn, high: p.low, highIn: !p.lowIn });
    if (p.high.greaterThanOrEqualTo(low)) {
      low = p.high;
      lowIn = !p.highIn;
    }
  }
  if (low.isFinite()) out.push({ low, lowIn, high: FAR, highIn: false });
  return out;
}
