/** What translating an expression needs: the graph, the static types, and what names stand for. */
import type { Expr } from "../feel/ast.ts";
import { compileExpr, FeelLimitError, freeNames } from "../feel/index.ts";
import type { Type } from "../feel/types.ts";
import type { Value } from "../feel/value.ts";
import type { Graph } from "./graph.ts";
import type { Foreign, Node } from "./node.ts";
import { fromFeel, OTHER, type Shape, shapeOf, shapeOfValue } from "./value.ts";

export interface Env {
  readonly graph: Graph;
  readonly types: ReadonlyMap<Expr, Type>;
  readonly lookup: (name: string) => Node | undefined;
  /** Translates a part: handed in, because parts and wholes need one another. */
  readonly translate: (expr: Expr, env: Env) => Node;
}

/** The same with more names, nearer ones first. */
export const bind = (env: Env, names: ReadonlyMap<string, Node>): Env => ({
  ...env,
  lookup: (name) => names.get(name) ?? env.lookup(name),
});

const foreigners = new WeakMap<Expr, Foreign>();

/** An expression the graph does not open: a function of the names it reads. */
export function opaque(expr: Expr, env: Env): Node {
  const bound = [...freeNames(expr)].flatMap((name) => {
    const node = env.lookup(name);
    return node === undefined ? [] : [{ name, node }];
  });
  const names = bound.map((b) => b.name);
  const shape: Shape = env.types.has(expr) ? shapeOf(env.types.get(expr)) : OTHER;
  const key = `${names.join("\u0000")}\u0001${exprKey(expr)}`;
  let foreign = foreigners.get(expr);
  if (foreign?.key !== key) {
    foreign = { key, run: runner(expr, names), trend: names.map(() => 0), changes: null };
    foreigners.set(expr, foreign);
  }
  if (bound.length === 0) return constantOf(foreign, env, shape);
  return env.graph.foreign(
    foreign,
    bound.map((b) => b.node),
    shape,
  );
}

function constantOf(foreign: Foreign, env: Env, shape: Shape): Node {
  const value = foreign.run([]);
  return env.graph.constant(fromFeel(value), value === null ? shape : shapeOfValue(value));
}

/** What goes past FEEL's limits cannot be computed: null, so that a person decides. */
export function orNull<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof FeelLimitError) return null;
    throw error;
  }
}

function runner(expr: Expr, names: readonly string[]): (args: readonly Value[]) => Value {
  let compiled: ReturnType<typeof compileExpr> | null = null;
  return (args) => {
    compiled ??= compileExpr(expr, { mode: "terms" });
    const code = compiled;
    return orNull(() => code(new Map(names.map((n, i) => [n, args[i] ?? null]))));
  };
}

/** A text that equal expressions share, wherever in the file they stand. */
export const exprKey = (expr: unknown): string =>
  JSON.stringify(expr, (key, value: unknown) =>
    key === "from" || key === "to" ? undefined : typeof value === "bigint" ? String(value) : value,
  );
