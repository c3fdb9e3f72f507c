/** Table cells read as sets of inputs. */
import type { Expr, Test, UnaryTests } from "../feel/ast.ts";
import { freeNames } from "../feel/index.ts";
import { Num, num } from "../feel/value.ts";
import type { Env } from "./env.ts";
import type { Node, Val } from "./node.ts";
import { compare } from "./order.ts";
import { type CellSet, type Column, type Interval, type Piece, piecesOf } from "./pieces.ts";
import { cellHolds } from "./tests.ts";
import { translate } from "./translate.ts";
import type { Shape } from "./value.ts";

const FAR = num("Infinity");
const ALL: Interval = { low: FAR.neg(), lowIn: false, high: FAR, highIn: false };

/** A text that is none of those the table names: what an open text may also be. */
export const OTHER_TEXT = "（其他）";

/** A cell as a set of its column's inputs, or null where it is not made of constants. */
export function cellSet(tests: UnaryTests, column: Column | null, input: Shape, env: Env): CellSet | null {
  const always = tests.tests.length === 0;
  if (column === null) return always ? { kind: "intervals", parts: [ALL], none: true } : null;
  const none = always || (column.optional && takes(tests, null, input, env) === true);
  if (column.kind === "finite") {
    const members = always ? column.members : memberSet(tests, column, input, env);
    return members === null ? null : { kind: "members", members: new Set(members), none };
  }
  const parts = always ? [ALL] : orderedSet(tests, column, input, env);
  return parts === null ? null : { kind: "intervals", parts, none };
}

/** Whether the tests take one value; null where that hangs on anything else. */
function takes(tests: UnaryTests, value: Val, input: Shape, env: Env): boolean | null {
  const node = cellHolds(tests, env.graph.constant(value, input), "", env);
  return node.data.op === "const" ? node.data.value === true : null;
}

function memberSet(
  tests: UnaryTests,
  column: Column & { kind: "finite" },
  input: Shape,
  env: Env,
): readonly string[] | null {
  const named = column.members.includes(OTHER_TEXT) ? boundsOf(tests, env) : [];
  if (named === null) return null;
  const answers = column.members.map((m) =>
    takes(tests, input.sort === "boolean" ? m === "true" : m, input, env),
  );
  return answers.includes(null) ? null : column.members.filter((_, i) => answers[i] === true);
}

function orderedSet(
  tests: UnaryTests,
  column: Column & { kind: "ordered" },
  input: Shape,
  env: Env,
): readonly Interval[] | null {
  const plain = tests.negated ? null : gather(tests.tests, (t) => intervalsOf(t, env));
  if (plain !== null) return plain;
  const bounds = boundsOf(tests, env)?.filter((b) => b instanceof Num);
  if (bounds === undefined) return null;
  const dense = { ...column, range: ALL, step: null, only: null, optional: false };
  const points = bounds.map((x) => ({ low: x, lowIn: true, high: x, highIn: true }));
  const pieces = piecesOf(dense, [{ kind: "intervals", parts: points, none: false }]);
  const answers = pieces.map((p) => takes(tests, p.sample, input, env));
  return answers.includes(null) ? null : joined(pieces.filter((_, i) => answers[i] === true));
}

/** Neighbouring pieces as one interval. */
export function joined(pieces: readonly Piece[]): readonly Interval[] {
  const out: Interval[] = [];
  for (const { span } of pieces) {
    if (span === null) continue;
    const last = out.at(-1);
    const meets = last !== undefined && compare(last.high, span.low) === 0 && last.highIn !== span.lowIn;
    if (meets) out[out.length - 1] = { ...last, high: span.high, highIn: span.highIn };
    else out.push(span);
  }
  return out;
}

function constantOf(expr: Expr, env: Env): Val | undefined {
  const node: Node = translate(expr, env);
  return node.data.op === "const" ? node.data.value : undefined;
}

/** A plain test as intervals: a comparison, a value, or a range. Null for every other. */
function intervalsOf(test: Test, env: Env): readonly Interval[] | null {
  const expr = test.kind === "compare test" ? test.operand : test.expr;
  if (expr.kind === "range") {
    const end = (e: Expr | null, far: Num): Val | undefined => (e === null ? far : constantOf(e, env));
    const [low, high] = [end(expr.low, ALL.low), end(expr.high, FAR)];
    if (test.kind !== "value test" || !(low instanceof Num) || !(high instanceof Num)) return null;
    return [{ low, lowIn: expr.lowIncluded, high, highIn: expr.highIncluded }];
  }
  const value = constantOf(expr, env);
  if (!(value instanceof Num)) return null;
  const below = (highIn: boolean): Interval => ({ ...ALL, high: value, highIn });
  const above = (lowIn: boolean): Interval => ({ ...ALL, low: value, lowIn });
  switch (test.kind === "value test" ? "=" : test.op) {
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

/**
 * The constants at which the tests can change their answer; null where they are not made of comparisons of the
 * input with constants alone.
 */
function boundsOf(tests: UnaryTests, env: Env): readonly Val[] | null {
  return gather(tests.tests, (t) => testBounds(t, env));
}

function testBounds(test: Test, env: Env): readonly Val[] | null {
  if (test.kind === "compare test") return operandBounds([test.operand], env);
  return freeNames(test.expr).has("?") ? asked(test.expr, env) : operandBounds([test.expr], env);
}

/** Bounds of an expression about `?`. */
function asked(expr: Expr, env: Env): readonly Val[] | null {
  switch (expr.kind) {
    case "logic":
      return gather(expr.operands, (o) => asked(o, env));
    case "compare":
      if (isInput(expr.left)) return operandBounds([expr.right], env);
      return isInput(expr.right) ? operandBounds([expr.left], env) : null;
    case "between":
      return isInput(expr.value) ? operandBounds([expr.low, expr.high], env) : null;
    case "in":
      return isInput(expr.value) ? gather(expr.tests, (t) => testBounds(t, env)) : null;
    case "call":
      if (expr.callee.kind !== "name" || expr.callee.name !== "not") return null;
      return gather(expr.args, (a) => asked(a, env));
    default:
      return null;
  }
}

const isInput = (expr: Expr): boolean => expr.kind === "name" && expr.name === "?";

function operandBounds(exprs: readonly Expr[], env: Env): readonly Val[] | null {
  return gather(exprs, (e) => {
    if (e.kind === "list") return operandBounds(e.items, env);
    if (e.kind === "range")
      return operandBounds(
        [e.low, e.high].filter((end) => end !== null),
        env,
      );
    const value = constantOf(e, env);
    return value === undefined ? null : [value];
  });
}

function gather<T, U>(items: readonly T[], each: (item: T) => readonly U[] | null): readonly U[] | null {
  const all = items.map(each);
  return all.includes(null) ? null : all.flatMap((a) => a ?? []);
}
