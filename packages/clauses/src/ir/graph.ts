/** Builds the graph: equal nodes are made once, constants are computed at once. */
import { Num, num } from "../feel/value.ts";
import { apply } from "./apply.ts";
import type { Foreign, Node, NodeData, PlainOp, RoundMode, Val } from "./node.ts";
import { BOOLEAN, NUMBER, OTHER, type Shape } from "./value.ts";

export class Graph {
  readonly nodes: Node[] = [];
  private readonly known = new Map<string, Node>();
  private readonly kinks = new Map<number, Node>();
  private values = 0;

  constant(value: Val, shape: Shape): Node {
    return this.make({ op: "const", value }, [], shape, value === null, this.valueKey(value, shape));
  }

  number(n: number | string | Num): Node {
    return this.constant(n instanceof Num ? n : num(n), NUMBER);
  }

  readonly yes = this.constant(true, BOOLEAN);
  readonly no = this.constant(false, BOOLEAN);
  readonly nothing = this.constant(null, OTHER);

  fact(index: number, shape: Shape, nullable: boolean): Node {
    return this.make({ op: "fact", index }, [], shape, nullable, String(index));
  }

  /** An operation on numbers of one unit. `div` may give null. */
  math(op: "add" | "sub" | "mul" | "div" | "abs" | "max" | "min", args: readonly Node[], shape: Shape): Node {
    const [a, b] = args;
    if (op === "add" && a !== undefined && b !== undefined) {
      if (isZero(b)) return a;
      if (isZero(a) && a.unit === b.unit) return b;
    }
    if (op === "sub" && a !== undefined && isZero(b)) return a;
    if (op === "max" || op === "min") return this.extreme(op, args, shape);
    const divides = op === "div" && !(b?.data.op === "const" && !isZero(b));
    const node = this.make({ op }, args, shape, divides || args.some((x) => x.nullable));
    if (op === "div" && divides && b !== undefined)
      this.kinks.set(node.id, this.equal(b, this.constant(num(0), b)));
    if (op === "abs" && a !== undefined)
      this.kinks.set(node.id, this.compare("le", this.constant(num(0), a), a));
    return node;
  }

  /** Two at a time, each with the node that says which of the two it is. */
  private extreme(op: "max" | "min", args: readonly Node[], shape: Shape): Node {
    const [first, ...rest] = args;
    if (first === undefined) return this.nothing;
    return rest.reduce((best, x) => {
      if (best === x) return best;
      const node = this.make({ op }, [best, x], shape, best.nullable || x.nullable);
      if (node.data.op === op) this.kinks.set(node.id, this.compare("le", best, x));
      return node;
    }, first);
  }

  /** For `max(a, b)` and `min(a, b)` the node `a ≤ b`; for a quotient whether its divisor is zero; for `abs` its sign. */
  kink(node: Node): Node | undefined {
    return this.kinks.get(node.id);
  }

  round(a: Node, mode: RoundMode, scale: number): Node {
    return this.make(
      { op: "round", mode, scale },
      [a],
      { sort: "ordered", unit: a.unit },
      a.nullable,
      `${mode}${scale}`,
    );
  }

  compare(op: "lt" | "le", a: Node, b: Node): Node {
    return this.make({ op }, [a, b], BOOLEAN, a.nullable || b.nullable);
  }

  /** FEEL equality of two values of one sort. */
  equal(a: Node, b: Node): Node {
    if (a === b) return this.yes;
    if (a === this.nothing || b === this.nothing) return this.isNull(a === this.nothing ? b : a);
    if (a.sort === "boolean" && b === this.yes && !a.nullable) return a;
    if (a.sort === "boolean" && b === this.no && !a.nullable) return this.not(a);
    return this.make(
      { op: "eq" },
      a.id <= b.id ? [a, b] : [b, a],
      BOOLEAN,
      a.sort === "other" || b.sort === "other",
    );
  }

  and(...args: readonly Node[]): Node {
    return this.logic("and", args, this.yes, this.no);
  }

  or(...args: readonly Node[]): Node {
    return this.logic("or", args, this.no, this.yes);
  }

  private logic(op: "and" | "or", args: readonly Node[], unit: Node, zero: Node): Node {
    const flat = new Set<Node>();
    for (const a of args) for (const x of a.data.op === op ? a.args : [a]) if (x !== unit) flat.add(x);
    if (flat.has(zero) || contradicts(flat, op)) return zero;
    const [first, second] = flat;
    if (first === undefined) return unit;
    if (second === undefined && first.sort === "boolean") return first;
    return this.make(
      { op },
      [...flat],
      BOOLEAN,
      [...flat].some((x) => x.nullable || x.sort !== "boolean"),
    );
  }

  not(a: Node): Node {
    if (a.data.op === "not" && a.args[0]?.sort === "boolean") return a.args[0];
    return this.make({ op: "not" }, [a], BOOLEAN, a.nullable || a.sort !== "boolean");
  }

  /** True where `a` is true, false where it is false or null. */
  isTrue(a: Node): Node {
    if (!a.nullable && a.sort === "boolean") return a;
    if (a.data.op === "and") return this.and(...a.args.map((x) => this.isTrue(x)));
    if (a.data.op === "or") return this.or(...a.args.map((x) => this.isTrue(x)));
    return this.make({ op: "is true" }, [a], BOOLEAN, false);
  }

  isNull(a: Node): Node {
    return a.nullable ? this.make({ op: "is null" }, [a], BOOLEAN, false) : this.no;
  }

  /** `a`, or `b` where `a` is null. */
  orElse(a: Node, b: Node): Node {
    if (!a.nullable) return a;
    if (isNothing(a)) return b;
    const shape = a.sort === b.sort && a.unit === b.unit ? a : isNothing(b) ? a : OTHER;
    return this.make({ op: "or else" }, [a, b], { sort: shape.sort, unit: shape.unit }, b.nullable);
  }

  /** `then` where `condition` is true, else `otherwise`. */
  choose(condition: Node, then: Node, otherwise: Node): Node {
    if (condition === this.yes || then === otherwise) return then;
    if (condition.data.op === "const") return otherwise;
    // No value either way: the one that says of what sort.
    if (isNothing(then) && isNothing(otherwise)) return then.sort === "other" ? otherwise : then;
    if (condition.data.op === "is null" && condition.args[0] === otherwise)
      return this.orElse(otherwise, then);
    const shape =
      then.sort === otherwise.sort && then.unit === otherwise.unit ? then : this.common(then, otherwise);
    if (condition.data.op === "not" && !condition.nullable && condition.args[0] !== undefined)
      return this.choose(condition.args[0], otherwise, then);
    return this.make(
      { op: "if" },
      [condition, then, otherwise],
      { sort: shape.sort, unit: shape.unit },
      then.nullable || otherwise.nullable,
    );
  }

  /** A null constant takes the shape of its neighbour. */
  private common(a: Node, b: Node): Shape {
    if (isNothing(a)) return b;
    if (isNothing(b)) return a;
    return OTHER;
  }

  list(args: readonly Node[]): Node {
    return this.make({ op: "list" }, args, OTHER, false);
  }

  record(names: readonly string[], args: readonly Node[]): Node {
    return this.make({ op: "record", names }, args, OTHER, false, names.join("\u0000"));
  }

  foreign(foreign: Foreign, args: readonly Node[], shape: Shape): Node {
    return this.make({ op: "foreign", foreign }, args, shape, true, foreign.key);
  }

  private make(data: NodeData, args: readonly Node[], shape: Shape, nullable: boolean, extra = ""): Node {
    const key = `${data.op}|${shape.sort}|${shape.unit ?? ""}|${args.map((a) => a.id).join(",")}|${extra}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const node: Node = { id: this.nodes.length, data, args, sort: shape.sort, unit: shape.unit, nullable };
    if (args.length > 0 && args.every((a) => a.data.op === "const")) {
      const folded = this.constant(apply(node, args.map(constantValue)), shape);
      this.known.set(key, folded);
      return folded;
    }
    this.nodes.push(node);
    this.known.set(key, node);
    return node;
  }

  private valueKey(value: Val, shape: Shape): string {
    if (value === null || typeof value === "boolean") return String(value);
    if (value instanceof Num) return `n${value.toString()}`;
    if (typeof value === "string") return `s${value}`;
    return `${shape.sort}#${this.values++}`;
  }
}

export const isZero = (n: Node | undefined): boolean => {
  const v = n?.data.op === "const" ? n.data.value : null;
  return v instanceof Num && v.isZero();
};

export const isNothing = (n: Node): boolean => n.data.op === "const" && n.data.value === null;

/** Holds both a condition (or all its parts) and its negation. */
function contradicts(parts: ReadonlySet<Node>, op: "and" | "or"): boolean {
  for (const p of parts) {
    const [x] = p.args;
    if (p.data.op !== "not" || x === undefined || x.nullable) continue;
    if (parts.has(x) || (x.data.op === op && x.args.every((a) => parts.has(a)))) return true;
  }
  return false;
}

const constantValue = (n: Node): Val => (n.data.op === "const" ? n.data.value : null);

export type { PlainOp };
