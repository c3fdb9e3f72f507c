/** Unary tests as conditions. */
import type { Expr, Test, UnaryTests } from "../feel/ast.ts";
import { compileTests, freeNames } from "../feel/index.ts";
import { comparison } from "./comparison.ts";
import { bind, type Env, exprKey, orNull } from "./env.ts";
import type { Foreign, Node } from "./node.ts";
import { BOOLEAN } from "./value.ts";

/** A test of `input`, or null where only the evaluator knows what it means. */
export function matches(test: Test, input: Node, env: Env): Node | null {
  if (test.kind === "compare test") return comparison(test.op, input, env.translate(test.operand, env), env);
  const expr = test.expr;
  if (freeNames(expr).has("?")) {
    const own = env.translate(expr, bind(env, new Map([["?", input]])));
    return own.sort === "boolean" ? own : null;
  }
  if (expr.kind === "range") return inRange(expr, input, env);
  if (expr.kind === "list") {
    const parts = expr.items.map((item) => comparison("=", input, env.translate(item, env), env));
    const good = parts.filter((p): p is Node => p !== null);
    return good.length === parts.length ? env.graph.or(...good) : null;
  }
  const value = env.translate(expr, env);
  return value.sort === "other" ? null : comparison("=", input, value, env);
}

function inRange(range: Expr & { kind: "range" }, input: Node, env: Env): Node | null {
  const low =
    range.low === null
      ? env.graph.yes
      : comparison(range.lowIncluded ? "<=" : "<", env.translate(range.low, env), input, env);
  const high =
    range.high === null
      ? env.graph.yes
      : comparison(range.highIncluded ? "<=" : "<", input, env.translate(range.high, env), env);
  return low === null || high === null ? null : env.graph.and(low, high);
}

/** Whether a cell's tests hold; never null. */
export function cellHolds(tests: UnaryTests, input: Node, source: string, env: Env): Node {
  const g = env.graph;
  if (tests.tests.length === 0 && !tests.negated) return g.yes;
  const parts = tests.tests.map((t) => matches(t, input, env));
  const good = parts.filter((p): p is Node => p !== null);
  if (good.length !== parts.length) return g.isTrue(foreignTests(tests, input, source, env));
  const any = g.or(...good);
  return g.isTrue(tests.negated ? g.not(any) : any);
}

function foreignTests(tests: UnaryTests, input: Node, source: string, env: Env): Node {
  const names = new Set<string>();
  for (const t of tests.tests)
    for (const n of freeNames(t.kind === "compare test" ? t.operand : t.expr)) if (n !== "?") names.add(n);
  const bound = [...names].flatMap((name) => {
    const node = env.lookup(name);
    return node === undefined ? [] : [{ name, node }];
  });
  const compiled = compileTests(tests, { mode: "terms" });
  const foreign: Foreign = {
    key: `test\u0001${source}\u0001${exprKey(tests)}\u0001${bound.map((b) => b.name).join("\u0000")}`,
    run: ([value, ...rest]) =>
      orNull(() => compiled(value ?? null, new Map(bound.map((b, i) => [b.name, rest[i] ?? null])))),
    trend: [0, ...bound.map((): 0 => 0)],
    changes: null,
  };
  return env.graph.foreign(foreign, [input, ...bound.map((b) => b.node)], BOOLEAN);
}
