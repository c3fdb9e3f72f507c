/** Nodes of the graph as functions of the facts in a frame: each reads only what it needs. */
import { Num } from "../../feel/value.ts";
import { apply, round as roundNum } from "../../ir/apply.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Node, Val } from "../../ir/node.ts";
import {
  adding,
  inSmaller,
  larger,
  multiplying,
  type NumberOf,
  rounding,
  smaller,
  subtracting,
} from "./arithmetic.ts";
import { beyond, Frame, fromNum, powerOfTen, toNum, UNREAD } from "./frame.ts";
import { allOf, anyOf, comparing, equalNumbers, type TruthOf } from "./logic.ts";
import { inverse, Scales } from "./scales.ts";

export type ValueOf = () => Val;

const isNothing = (n: Node): boolean => n.data.op === "const" && n.data.value === null;

/** The functions of one graph. Those that several ask for keep their value for the rest of the run. */
export class Program {
  readonly frame = new Frame();
  readonly scales: Scales;
  private readonly uses: number[] = [];
  private readonly flags: ReadonlyMap<number, Node>;
  private readonly numbers = new Map<number, NumberOf>();
  private readonly truths = new Map<number, TruthOf>();
  private readonly values = new Map<number, ValueOf>();

  /** `shared`: every node may be asked for more than once, by an explanation say. */
  constructor(graph: DecisionGraph, shared: boolean) {
    this.scales = new Scales(graph.slots);
    this.flags = new Map(graph.flags.map((f) => [f.certain, f.holds]));
    for (const n of graph.nodes.graph.nodes)
      for (const a of n.args) this.uses[a.id] = (this.uses[a.id] ?? (shared ? 1 : 0)) + 1;
    if (shared) for (const n of graph.nodes.graph.nodes) this.uses[n.id] ??= 2;
  }

  /** An ordered node in units of 10^−scale; NaN where it is null. */
  number(node: Node, scale: number): NumberOf {
    const own = this.scales.of(node);
    if (own === null) return this.fromValue(this.value(node), scale);
    if (own > scale) return beyond();
    if (node.data.op === "const") return constantNumber(node.data.value, scale);
    const f = this.own(node, own);
    return own === scale ? f : inSmaller(f, powerOfTen(scale - own));
  }

  private fromValue(f: ValueOf, scale: number): NumberOf {
    return () => {
      const v = f();
      if (v instanceof Num) return fromNum(v, scale);
      return v === null ? Number.NaN : beyond();
    };
  }

  private own(node: Node, scale: number): NumberOf {
    const found = this.numbers.get(node.id);
    if (found !== undefined) return found;
    const made = this.makeNumber(node, scale);
    const f = this.isShared(node) ? this.keeping(made) : made;
    this.numbers.set(node.id, f);
    return f;
  }

  private isShared(node: Node): boolean {
    return node.args.length > 0 && (this.uses[node.id] ?? 0) > 1;
  }

  private keeping<T>(f: () => T): () => T {
    const { frame } = this;
    let run = -1;
    let kept: T;
    return () => {
      if (run === frame.run) return kept;
      kept = f();
      run = frame.run;
      return kept;
    };
  }

  private makeNumber(node: Node, scale: number): NumberOf {
    const { data } = node;
    const [a, b, c] = node.args;
    if (data.op === "fact") return this.numberFact(data.index);
    if (data.op === "foreign") return this.fromValue(this.applied(node), scale);
    if (a === undefined) return beyond();
    switch (data.op) {
      case "abs":
        return this.absolute(this.number(a, scale));
      case "round":
        return this.round(a, data.mode, data.scale);
      case "if":
        return this.choose(this.truth(a), this.branch(b, scale), this.branch(c, scale));
      case "or else":
        return this.orElse(this.number(a, scale), this.branch(b, scale));
      case "div":
        return this.divide(a, b, scale);
      default:
        return b === undefined ? beyond() : this.binary(data.op, a, b, scale);
    }
  }

  private numberFact(index: number): NumberOf {
    const { facts } = this.frame;
    return () => {
      const v = facts[index];
      if (typeof v === "number") return v;
      return v === null ? Number.NaN : beyond();
    };
  }

  private readonly absolute =
    (f: NumberOf): NumberOf =>
    () =>
      Math.abs(f());

  private choose<T>(condition: TruthOf, then: () => T, otherwise: () => T): () => T {
    return () => (condition() === true ? then() : otherwise());
  }

  private orElse(a: NumberOf, b: NumberOf): NumberOf {
    return () => {
      const x = a();
      return Number.isNaN(x) ? b() : x;
    };
  }

  private branch(node: Node | undefined, scale: number): NumberOf {
    return node === undefined || isNothing(node) ? () => Number.NaN : this.number(node, scale);
  }

  private binary(op: string, a: Node, b: Node, scale: number): NumberOf {
    if (op === "mul") {
      const [x, y] = [this.scales.of(a), this.scales.of(b)];
      return x === null || y === null ? beyond() : multiplying(this.number(a, x), this.number(b, y));
    }
    const [f, g] = [this.branch(a, scale), this.branch(b, scale)];
    switch (op) {
      case "add":
        return adding(f, g);
      case "sub":
        return subtracting(f, g);
      case "max":
        return larger(f, g);
      case "min":
        return smaller(f, g);
      default:
        return beyond();
    }
  }

  private round(a: Node, mode: Parameters<typeof rounding>[1], places: number): NumberOf {
    const own = this.scales.of(a);
    if (own === null) {
      const f = this.value(a);
      return () => {
        const v = f();
        return v instanceof Num ? fromNum(roundNum(v, mode, places), places) : Number.NaN;
      };
    }
    const f = this.number(a, own);
    if (own <= places) return f;
    const rounded = rounding(f, mode, own - places);
    return places < 0 ? inSmaller(rounded, powerOfTen(-places)) : rounded;
  }

  private divide(a: Node, b: Node | undefined, scale: number): NumberOf {
    const factor = inverse(b);
    const own = this.scales.of(a);
    if (factor === null || own === null) return beyond();
    const units = fromNum(factor, scale - own);
    return multiplying(this.number(a, own), () => units);
  }

  /** A boolean node: true, false or null. */
  truth(node: Node): TruthOf {
    const found = this.truths.get(node.id);
    if (found !== undefined) return found;
    const made = this.makeTruth(node);
    const f = this.isShared(node) ? this.keeping(made) : made;
    this.truths.set(node.id, f);
    return f;
  }

  private makeTruth(node: Node): TruthOf {
    const { data } = node;
    const [a, b, c] = node.args;
    if (data.op === "and") return allOf(node.args.map((x) => this.truth(x)));
    if (data.op === "or") return anyOf(node.args.map((x) => this.truth(x)));
    if (data.op === "fact") return this.truthFact(data.index);
    if (a === undefined || data.op === "foreign") return onlyTruths(this.applied(node));
    switch (data.op) {
      case "lt":
      case "le":
      case "eq":
        return this.comparison(data.op, a, b, node);
      case "not":
        return negation(this.truth(a));
      case "is true":
        return isTrue(this.truth(a));
      case "is null":
        return this.isNull(a);
      case "if":
        return this.choose(this.truth(a), this.truthOrNull(b), this.truthOrNull(c));
      case "or else":
        return firstTruth(this.truth(a), this.truthOrNull(b));
      default:
        return onlyTruths(this.applied(node));
    }
  }

  private truthOrNull(node: Node | undefined): TruthOf {
    return node === undefined || isNothing(node) ? () => null : this.truth(node);
  }

  private truthFact(index: number): TruthOf {
    const flag = this.flags.get(index);
    if (flag !== undefined) return this.truth(flag);
    const { facts } = this.frame;
    return () => {
      const v = facts[index];
      return typeof v === "boolean" || v === null ? v : beyond();
    };
  }

  private isNull(a: Node): TruthOf {
    const scale = this.scales.of(a);
    if (scale !== null) {
      const f = this.number(a, scale);
      return () => Number.isNaN(f());
    }
    const f = this.value(a);
    return () => f() === null;
  }

  private comparison(op: "lt" | "le" | "eq", a: Node, b: Node | undefined, node: Node): TruthOf {
    if (b === undefined) return beyond();
    const [x, y] = [this.scales.of(a), this.scales.of(b)];
    if (a.sort === "ordered" && b.sort === "ordered" && x !== null && y !== null) {
      const scale = Math.max(x, y);
      const [f, g] = [this.number(a, scale), this.number(b, scale)];
      return op === "eq" ? equalNumbers(f, g) : comparing(op, f, g, node.nullable);
    }
    if (op === "eq" && a.sort === b.sort && (a.sort === "text" || a.sort === "boolean")) {
      const [f, g] = [this.value(a), this.value(b)];
      return () => f() === g();
    }
    return onlyTruths(this.applied(node));
  }

  /** Any node, as a value of the graph. */
  value(node: Node): ValueOf {
    const found = this.values.get(node.id);
    if (found !== undefined) return found;
    const f = this.makeValue(node);
    this.values.set(node.id, f);
    return f;
  }

  private makeValue(node: Node): ValueOf {
    const { data } = node;
    if (data.op === "const") return () => data.value;
    const scale = this.scales.of(node);
    if (scale !== null) {
      const f = this.number(node, scale);
      return () => toNum(f(), scale);
    }
    if (node.sort === "boolean") return this.truth(node);
    if (data.op === "fact") return this.valueFact(data.index);
    const made = this.makeOther(node);
    return this.isShared(node) ? this.keeping(made) : made;
  }

  private makeOther(node: Node): ValueOf {
    const [a, b, c] = node.args;
    if (node.data.op === "if" && a !== undefined && b !== undefined && c !== undefined)
      return this.choose(this.truth(a), this.value(b), this.value(c));
    if (node.data.op !== "or else" || a === undefined || b === undefined) return this.applied(node);
    const [f, g] = [this.value(a), this.value(b)];
    return () => f() ?? g();
  }

  private valueFact(index: number): ValueOf {
    const { facts } = this.frame;
    return () => {
      const v = facts[index];
      return v === undefined || v === UNREAD || typeof v === "number" ? beyond() : v;
    };
  }

  private applied(node: Node): ValueOf {
    if (node.data.op === "const") {
      const { value } = node.data;
      return () => value;
    }
    const args = node.args.map((a) => this.value(a));
    return () =>
      apply(
        node,
        args.map((f) => f()),
      );
  }
}

function constantNumber(value: Val, scale: number): NumberOf {
  const x = value instanceof Num ? fromNum(value, scale) : Number.NaN;
  return () => x;
}

const onlyTruths =
  (f: ValueOf): TruthOf =>
  () => {
    const v = f();
    return typeof v === "boolean" || v === null ? v : beyond();
  };

const negation =
  (f: TruthOf): TruthOf =>
  () => {
    const v = f();
    return v === null ? null : !v;
  };

const isTrue =
  (f: TruthOf): TruthOf =>
  () =>
    f() === true;

const firstTruth =
  (f: TruthOf, g: TruthOf): TruthOf =>
  () =>
    f() ?? g();
