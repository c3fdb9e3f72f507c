/** What each operation makes of sets: every result of every choice of its arguments is in the result. */
import { Num } from "../feel/value.ts";
import { apply, round } from "../ir/apply.ts";
import type { Foreign, Node, Val } from "../ir/node.ts";
import { above, alike, atMost, below, higher, lower } from "../ir/order.ts";
import {
  type Abs,
  anything,
  bools,
  ends,
  FAR,
  isOne,
  isOpen,
  mayBeFalse,
  mayBeNull,
  mayBeTrue,
  NEAR,
  NULL,
  type One,
  one,
  span,
  textsOf,
  union,
} from "./abs.ts";

export function absApply(node: Node, args: readonly Abs[]): Abs {
  if (args.every(isOne))
    return one(
      apply(
        node,
        args.map((a: One) => a.value),
      ),
    );
  const [a, b, c] = args;
  if (a === undefined) return anything(node);
  switch (node.data.op) {
    case "add":
    case "sub":
    case "mul":
    case "div":
      return b === undefined ? anything(node) : arithmetic(node.data.op, a, b);
    case "abs":
      return unary(a, absSpan);
    case "round": {
      const { mode, scale } = node.data;
      return unary(a, (low, high) => [round(low, mode, scale), round(high, mode, scale)]);
    }
    case "max":
    case "min":
      return extreme(node.data.op, args);
    case "lt":
    case "le":
      return b === undefined ? anything(node) : comparison(node.data.op, a, b);
    case "eq":
      return b === undefined ? anything(node) : equals(node, a, b);
    case "and":
      return bools(args.every(mayBeTrue), args.some(mayBeFalse), nullLogic(args, mayBeFalse, mayBeTrue));
    case "or":
      return bools(args.some(mayBeTrue), args.every(mayBeFalse), nullLogic(args, mayBeTrue, mayBeFalse));
    case "not":
      return bools(mayBeFalse(a), mayBeTrue(a), mayBeNull(a));
    case "is true":
      return bools(mayBeTrue(a), mayBeFalse(a) || mayBeNull(a), false);
    case "is null":
      return bools(mayBeNull(a), hasValue(a), false);
    case "or else":
      return b === undefined ? a : orElse(node, a, b);
    case "if":
      return b === undefined || c === undefined ? anything(node) : union(b, c, node);
    case "foreign":
      return foreign(node, node.data.foreign, args);
    case "list":
    case "record":
    case "const":
    case "fact":
      return anything(node);
  }
}

/** `and` can be null where one part can and every part can be other than false. */
const nullLogic = (
  args: readonly Abs[],
  decisive: (a: Abs) => boolean,
  other: (a: Abs) => boolean,
): boolean => args.some(mayBeNull) && args.every((a) => mayBeNull(a) || other(a) || !decisive(a));

const hasValue = (a: Abs): boolean => {
  if (a.kind === "one") return a.value !== null;
  if (a.kind === "bools") return a.mayTrue || a.mayFalse;
  return a.kind !== "texts" || a.open || a.values.length > 0;
};

function orElse(node: Node, a: Abs, b: Abs): Abs {
  if (!mayBeNull(a)) return a;
  if (!hasValue(a)) return b;
  return union(withoutNull(a), b, node);
}

export function withoutNull(a: Abs): Abs {
  if (a.kind === "span") return span(a.low, a.high, false);
  if (a.kind === "bools") return bools(a.mayTrue, a.mayFalse, false);
  return a.kind === "texts" ? { ...a, mayNull: false } : a;
}

function unary(a: Abs, f: (low: Num, high: Num) => readonly [Num, Num]): Abs {
  const range = ends(a);
  if (range === null) return NULL;
  const [low, high] = f(range[0], range[1]);
  return span(low, high, mayBeNull(a));
}

function absSpan(low: Num, high: Num): readonly [Num, Num] {
  if (!low.isNegative()) return [low, high];
  if (!high.greaterThan(0)) return [high.neg(), low.neg()];
  return [new Num(0), Num.max(low.neg(), high)];
}

function arithmetic(op: "add" | "sub" | "mul" | "div", a: Abs, b: Abs): Abs {
  const [x, y] = [ends(a), ends(b)];
  if (x === null || y === null) return NULL;
  const mayNull = mayBeNull(a) || mayBeNull(b);
  switch (op) {
    case "add":
      return span(orFar(x[0].plus(y[0]), NEAR), orFar(x[1].plus(y[1]), FAR), mayNull);
    case "sub":
      return span(orFar(x[0].minus(y[1]), NEAR), orFar(x[1].minus(y[0]), FAR), mayNull);
    case "mul":
      return corners(x, y, times, mayNull);
    case "div":
      return divide(x, y, mayNull);
  }
}

const orFar = (n: Num, far: Num): Num => (n.isNaN() ? far : n);

const times = (a: Num, b: Num): Num => (a.isZero() || b.isZero() ? new Num(0) : a.times(b));

type Pair = readonly [Num, Num];

function corners(x: Pair, y: Pair, f: (a: Num, b: Num) => Num, mayNull: boolean): Abs {
  const all = [f(x[0], y[0]), f(x[0], y[1]), f(x[1], y[0]), f(x[1], y[1])];
  return span(all.reduce(lower), all.reduce(higher), mayNull);
}

/** Where the divisor may be zero the result may be null, and is bounded only if the divisor keeps its sign. */
function divide(x: Pair, y: Pair, mayNull: boolean): Abs {
  const [low, high] = y;
  if (low.greaterThan(0) || high.isNegative()) {
    if (!low.isFinite() || !high.isFinite() || !x[0].isFinite() || !x[1].isFinite())
      return farDivide(x, y, mayNull);
    return corners(x, y, (a, b) => a.div(b), mayNull);
  }
  if (low.isZero() && high.isZero()) return NULL;
  return span(NEAR, FAR, true);
}

function farDivide(x: Pair, y: Pair, mayNull: boolean): Abs {
  const positive = !x[0].isNegative() && y[0].greaterThan(0);
  if (!positive) return span(NEAR, FAR, mayNull);
  const low = y[1].isFinite() ? x[0].div(y[1]) : new Num(0);
  return span(low, x[1].isFinite() ? x[1].div(y[0]) : FAR, mayNull);
}

function extreme(op: "max" | "min", args: readonly Abs[]): Abs {
  const pick = (x: Num, y: Num): Num => (above(x, y) === (op === "max") ? x : y);
  let low: Num | null = null;
  let high: Num | null = null;
  for (const a of args) {
    const range = ends(a);
    if (range === null) return NULL;
    low = low === null ? range[0] : pick(low, range[0]);
    high = high === null ? range[1] : pick(high, range[1]);
  }
  return span(low ?? NEAR, high ?? FAR, args.some(mayBeNull));
}

function comparison(op: "lt" | "le", a: Abs, b: Abs): Abs {
  const [x, y] = [ends(a), ends(b)];
  if (x === null || y === null) return NULL;
  const less = (p: Num, q: Num): boolean => (op === "lt" ? below(p, q) : atMost(p, q));
  return bools(less(x[0], y[1]), !less(x[1], y[0]), mayBeNull(a) || mayBeNull(b));
}

/** FEEL's `=`: null equals null only. */
function equals(node: Node, a: Abs, b: Abs): Abs {
  if (a.kind === "top" || b.kind === "top") return anything(node);
  const bothNull = mayBeNull(a) && mayBeNull(b);
  const oneNull = (mayBeNull(a) && hasValue(b)) || (mayBeNull(b) && hasValue(a));
  const [x, y] = [ends(a), ends(b)];
  if (x !== null && y !== null) {
    const meet = atMost(x[0], y[1]) && atMost(y[0], x[1]);
    const same = alike(x[0], x[1]) && alike(y[0], y[1]) && meet;
    return bools(bothNull || meet, oneNull || !same, false);
  }
  if (node.args[0]?.sort === "boolean") {
    const meet = (mayBeTrue(a) && mayBeTrue(b)) || (mayBeFalse(a) && mayBeFalse(b));
    const differ = (mayBeTrue(a) && mayBeFalse(b)) || (mayBeFalse(a) && mayBeTrue(b));
    return bools(bothNull || meet, oneNull || differ, false);
  }
  if (node.args[0]?.sort === "text") return equalTexts(a, b, bothNull, oneNull);
  return bools(true, true, node.nullable);
}

function equalTexts(a: Abs, b: Abs, bothNull: boolean, oneNull: boolean): Abs {
  const [x, y] = [textsOf(a), textsOf(b)];
  const shared = x.some((v) => y.includes(v)) || (isOpen(a) && hasValue(b)) || (isOpen(b) && hasValue(a));
  const single = x.length === 1 && y.length === 1 && x[0] === y[0] && !isOpen(a) && !isOpen(b);
  const values = hasValue(a) && hasValue(b);
  return bools(bothNull || shared, oneNull || (values && !single), false);
}

function foreign(node: Node, f: Foreign, args: readonly Abs[]): Abs {
  const [day] = args;
  if (f.changes !== null && day !== undefined) return steady(node, f.changes, day);
  if (f.trend.length === args.length && f.trend.every((t) => t !== 0) && node.sort === "ordered")
    return trending(node, f, args);
  return listed(node, args) ?? anything(node);
}

/** A function of days that keeps its value between its changes. */
function steady(node: Node, changes: (from: number, to: number) => readonly number[], day: Abs): Abs {
  const range = ends(day);
  if (range === null || mayBeNull(day) || !range[0].isFinite() || !range[1].isFinite()) return anything(node);
  const [low, high] = [range[0].toNumber(), range[1].toNumber()];
  let result: Abs | null = null;
  for (const at of [low, ...changes(low, high)]) {
    const value: Abs = one(apply(node, [new Num(at)]));
    result = result === null ? value : union(result, value, node);
  }
  return result ?? anything(node);
}

/** The ends of a function that only rises or only falls in each argument are at the ends of its arguments. */
function trending(node: Node, f: Foreign, args: readonly Abs[]): Abs {
  const at = (top: boolean): Val => {
    const values = args.map((a, i) => {
      const range = ends(a);
      return range === null ? null : range[(f.trend[i] === 1) === top ? 1 : 0];
    });
    return values.some((v) => v === null || !v.isFinite()) ? null : apply(node, values);
  };
  if (args.some((a) => ends(a) === null)) return NULL;
  const [low, high] = [at(false), at(true)];
  const known = low instanceof Num && high instanceof Num;
  return span(
    low instanceof Num ? low : NEAR,
    high instanceof Num ? high : FAR,
    !known || args.some(mayBeNull),
  );
}

const MAX_LISTED = 64;

/** Tries every choice where each argument has few values; null where there are too many. */
function listed(node: Node, args: readonly Abs[]): Abs | null {
  let choices: Val[][] = [[]];
  for (const a of args) {
    const values = valuesOf(a);
    if (values === null || values.length * choices.length > MAX_LISTED) return null;
    choices = choices.flatMap((done) => values.map((v) => [...done, v]));
  }
  let result: Abs | null = null;
  for (const choice of choices) {
    const value: Abs = one(apply(node, choice));
    result = result === null ? value : union(result, value, node);
  }
  return result;
}

function valuesOf(a: Abs): readonly Val[] | null {
  if (a.kind === "one") return [a.value];
  const none: readonly Val[] = mayBeNull(a) ? [null] : [];
  if (a.kind === "bools") return [...(a.mayTrue ? [true] : []), ...(a.mayFalse ? [false] : []), ...none];
  return a.kind === "texts" && !a.open ? [...a.values, ...none] : null;
}
