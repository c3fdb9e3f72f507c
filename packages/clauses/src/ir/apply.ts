/** What each operation of the graph does with values: FEEL's rules, null included. */
import { equal } from "../feel/index.ts";
import { Num, num, type Value } from "../feel/value.ts";
import type { Node, RoundMode, Val } from "./node.ts";
import { above, alike, atMost, below } from "./order.ts";
import { fromFeel, toFeel } from "./value.ts";

const ZERO = num(0);
const MODES: Readonly<Record<RoundMode, 0 | 1 | 2 | 3 | 4 | 5 | 6>> = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  "half-up": 4,
  "half-down": 5,
  "half-even": 6,
};

export const round = (value: Num, mode: RoundMode, scale: number): Num => {
  if (!value.isFinite()) return value;
  if (scale >= 0) return value.toDecimalPlaces(scale, MODES[mode]);
  const unit = num(10).pow(-scale);
  return value.div(unit).toDecimalPlaces(0, MODES[mode]).times(unit);
};

/** ∞ − ∞ is ∞ here: it only arises for what nothing bounds. */
const finite = (value: Num): Num => (value.isNaN() ? num("Infinity") : value);

/** The value of a node from the values of its arguments. Facts are not applied. */
export function apply(node: Node, args: readonly Val[]): Val {
  const data = node.data;
  const [a, b] = args;
  switch (data.op) {
    case "const":
      return data.value;
    case "fact":
      throw new Error("a fact has no arguments to apply");
    case "add":
    case "sub":
    case "mul":
    case "div":
      return a instanceof Num && b instanceof Num ? arithmetic(data.op, a, b) : null;
    case "abs":
      return a instanceof Num ? a.abs() : null;
    case "max":
    case "min":
      return extreme(data.op, args);
    case "round":
      return a instanceof Num ? round(a, data.mode, data.scale) : null;
    case "lt":
      return a instanceof Num && b instanceof Num ? below(a, b) : null;
    case "le":
      return a instanceof Num && b instanceof Num ? atMost(a, b) : null;
    case "eq":
      return equals(a ?? null, b ?? null);
    case "and":
      return args.includes(false) ? false : args.every((x) => x === true) ? true : null;
    case "or":
      return args.includes(true) ? true : args.every((x) => x === false) ? false : null;
    case "not":
      return typeof a === "boolean" ? !a : null;
    case "is true":
      return a === true;
    case "is null":
      return a === null;
    case "or else":
      return a ?? b ?? null;
    case "if":
      return (a === true ? b : args[2]) ?? null;
    case "list":
      return args.map((x, i) => toFeel(x, node.args[i]?.unit ?? null));
    case "record":
      return record(data.names, node, args);
    case "foreign":
      return fromFeel(data.foreign.run(args.map((x, i) => toFeel(x, node.args[i]?.unit ?? null))));
  }
}

function arithmetic(op: "add" | "sub" | "mul" | "div", a: Num, b: Num): Val {
  switch (op) {
    case "add":
      return finite(a.plus(b));
    case "sub":
      return finite(a.minus(b));
    case "mul": {
      const product = a.times(b);
      return product.isNaN() ? ZERO : product;
    }
    case "div":
      return b.isZero() ? null : finite(a.div(b));
  }
}

function extreme(op: "max" | "min", args: readonly Val[]): Val {
  let best: Num | null = null;
  for (const x of args) {
    if (!(x instanceof Num)) return null;
    if (best === null || (op === "max" ? above(x, best) : below(x, best))) best = x;
  }
  return best;
}

function equals(a: Val, b: Val): Val {
  if (a instanceof Num && b instanceof Num) return alike(a, b);
  if (a === null || b === null) return a === b;
  return typeof a === "object" ? equal(a, b) : a === b;
}

function record(names: readonly string[], node: Node, args: readonly Val[]): Value {
  const pairs = names.map((name, i) => [name, toFeel(args[i] ?? null, node.args[i]?.unit ?? null)] as const);
  return { kind: "context", entries: new Map(pairs) };
}
