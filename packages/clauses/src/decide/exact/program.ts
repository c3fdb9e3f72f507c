/** Nodes of the graph as codes over the facts in a frame: each reads only what it needs. */
import { Num } from "../../feel/value.ts";
import { apply, round as roundNum } from "../../ir/apply.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Foreign, Node, RoundMode, Val } from "../../ir/node.ts";
import {
  absolute,
  adding,
  flooredBy,
  inSmaller,
  larger,
  multiplying,
  type NumberOf,
  numberOr,
  rounder,
  smaller,
  subtracting,
} from "./arithmetic.ts";
import { all, type Code, call1, choose, constant, orElse } from "./code.ts";
import { beyond, type Cell, Frame, fromNum, powerOfTen, toNum, UNREAD } from "./frame.ts";
import { Kept } from "./kept.ts";
import { allOf, anyOf, comparing, equalNumbers, isTrue, negation, same, type TruthOf } from "./logic.ts";
import { remembered } from "./remembered.ts";
import { inverse, Scales } from "./scales.ts";

export type ValueOf = Code<Val>;

const isNothing = (n: Node): boolean => n.data.op === "const" && n.data.value === null;

/** Whole numbers up to 2^53 divided by no more than this leave exact remainders. */
const MAX_DIVISOR = 2 ** 31;

/** Null, as a number and as any other value. */
const NO_NUMBER: NumberOf = constant(Number.NaN);
const NULL: Code<null> = constant(null);

/** The values of one graph as codes. Those that several ask for are computed once a run. */
export class Program {
  readonly frame: Frame;
  readonly scales: Scales;
  private readonly flags: ReadonlyMap<number, Node>;
  private readonly numbers = new Map<number, Kept<number>>();
  private readonly truths = new Map<number, Kept<boolean | null>>();
  private readonly values = new Map<number, Kept<Val>>();

  constructor(graph: DecisionGraph) {
    this.frame = new Frame(graph.slots.length);
    this.scales = new Scales(graph.slots);
    this.flags = new Map(graph.flags.map((f) => [f.certain, f.holds]));
  }

  /** An ordered node in units of 10^−scale; NaN where it is null. */
  number(node: Node, scale: number): NumberOf {
    const own = this.scales.of(node);
    if (own === null) return call1(fromValue(scale), this.value(node));
    if (own > scale) return beyond();
    if (node.data.op === "const") return constantNumber(node.data.value, scale);
    const f = this.own(node, own);
    return own === scale ? f : inSmaller(f, powerOfTen(scale - own));
  }

  private own(node: Node, scale: number): NumberOf {
    if (node.data.op === "fact") return this.fact(node.data.index, numberCell);
    return this.keep(this.numbers, node, () => this.makeNumber(node, scale));
  }

  private keep<T>(known: Map<number, Kept<T>>, node: Node, make: () => Code<T>): Code<T> {
    const found = known.get(node.id);
    if (found !== undefined) return found.read();
    const made = new Kept(make(), this.frame);
    known.set(node.id, made);
    return made.read();
  }

  /** What is known of a fact, read by a function that refuses what it cannot be. */
  fact<T>(index: number, read: (cell: Cell | undefined) => T): Code<T> {
    const { facts } = this.frame;
    return {
      run: () => read(facts[index]),
      print: (p) => `${p.constant(read)}(facts[${index}])`,
    };
  }

  private makeNumber(node: Node, scale: number): NumberOf {
    const { data } = node;
    const [a, b, c] = node.args;
    if (data.op === "foreign") return call1(fromValue(scale), this.applied(node));
    if (a === undefined) return beyond();
    switch (data.op) {
      case "abs":
        return absolute(this.number(a, scale));
      case "round":
        return this.round(a, data.mode, data.scale);
      case "if":
        return choose(this.truth(a), this.branch(b, scale), this.branch(c, scale));
      case "or else":
        return numberOr(this.number(a, scale), this.branch(b, scale));
      case "div":
        return this.divide(a, b, scale);
      default:
        return b === undefined ? beyond() : this.binary(data.op, a, b, scale);
    }
  }

  private branch(node: Node | undefined, scale: number): NumberOf {
    return node === undefined || isNothing(node) ? NO_NUMBER : this.number(node, scale);
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

  private round(a: Node, mode: RoundMode, places: number): NumberOf {
    const own = this.scales.of(a);
    const whole = own === null && mode === "floor" && places === 0 ? this.floorDivided(a) : null;
    if (whole !== null) return whole;
    if (own === null)
      return call1(
        (v) => (v instanceof Num ? fromNum(roundNum(v, mode, places), places) : Number.NaN),
        this.value(a),
      );
    const f = this.number(a, own);
    if (own <= places) return f;
    const rounded = call1(rounder(mode, own - places), f);
    return places < 0 ? inSmaller(rounded, powerOfTen(-places)) : rounded;
  }

  /** ⌊a ÷ b⌋ of whole numbers by a constant one: the day of a time, say. */
  private floorDivided(quotient: Node): NumberOf | null {
    const [a, b] = quotient.args;
    const by = b?.data.op === "const" ? b.data.value : null;
    if (quotient.data.op !== "div" || a === undefined || this.scales.of(a) !== 0) return null;
    if (!(by instanceof Num) || !by.isInteger() || by.lte(0) || by.gt(MAX_DIVISOR)) return null;
    return call1(flooredBy(by.toNumber()), this.number(a, 0));
  }

  private divide(a: Node, b: Node | undefined, scale: number): NumberOf {
    const factor = inverse(b);
    const own = this.scales.of(a);
    if (factor === null || own === null) return beyond();
    return multiplying(this.number(a, own), constant(fromNum(factor, scale - own)));
  }

  /** A boolean node: true, false or null. */
  truth(node: Node): TruthOf {
    if (node.data.op === "fact") return this.truthFact(node.data.index);
    if (node.data.op === "const") return constant(onlyTruth(node.data.value));
    return this.keep(this.truths, node, () => this.makeTruth(node));
  }

  private makeTruth(node: Node): TruthOf {
    const { data, nullable } = node;
    const [a, b, c] = node.args;
    const parts = (): readonly TruthOf[] => node.args.map((x) => this.truth(x));
    if (data.op === "and") return allOf(parts(), nullable);
    if (data.op === "or") return anyOf(parts(), nullable);
    if (data.op === "foreign") return this.truthForeign(node, data.foreign);
    if (a === undefined) return call1(onlyTruth, this.applied(node));
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
        return choose(this.truth(a), this.truthOrNull(b), this.truthOrNull(c));
      case "or else":
        return orElse(this.truth(a), this.truthOrNull(b));
      default:
        return call1(onlyTruth, this.applied(node));
    }
  }

  /** What a calendar says of a day is asked of it once a day. */
  private truthForeign(node: Node, foreign: Foreign): TruthOf {
    const [day, more] = node.args;
    if (foreign.changes === null || day?.unit !== "date" || more !== undefined || this.scales.of(day) !== 0)
      return call1(onlyTruth, this.applied(node));
    return call1(
      remembered((x) => onlyTruth(apply(node, [toNum(x, 0)]))),
      this.number(day, 0),
    );
  }

  private truthOrNull(node: Node | undefined): TruthOf {
    return node === undefined || isNothing(node) ? NULL : this.truth(node);
  }

  private truthFact(index: number): TruthOf {
    const flag = this.flags.get(index);
    return flag === undefined ? this.fact(index, truthCell) : this.truth(flag);
  }

  private isNull(a: Node): TruthOf {
    const scale = this.scales.of(a);
    return scale === null ? same(this.value(a), NULL) : call1(Number.isNaN, this.number(a, scale));
  }

  private comparison(op: "lt" | "le" | "eq", a: Node, b: Node | undefined, node: Node): TruthOf {
    if (b === undefined) return beyond();
    const [x, y] = [this.scales.of(a), this.scales.of(b)];
    if (a.sort === "ordered" && b.sort === "ordered" && x !== null && y !== null) {
      const scale = Math.max(x, y);
      const [f, g] = [this.number(a, scale), this.number(b, scale)];
      return op === "eq" ? equalNumbers(f, g) : comparing(op, f, g, node.nullable);
    }
    if (op === "eq" && a.sort === b.sort && (a.sort === "text" || a.sort === "boolean"))
      return same(this.value(a), this.value(b));
    return call1(onlyTruth, this.applied(node));
  }

  /** Any node, as a value of the graph. */
  value(node: Node): ValueOf {
    const { data } = node;
    if (data.op === "const") return constant(data.value);
    const scale = this.scales.of(node);
    if (scale !== null) return call1((x) => toNum(x, scale), this.number(node, scale));
    if (node.sort === "boolean") return this.truth(node);
    if (data.op === "fact") return this.fact(data.index, otherCell);
    return this.keep(this.values, node, () => this.makeOther(node));
  }

  private makeOther(node: Node): ValueOf {
    const [a, b, c] = node.args;
    if (node.data.op === "if" && a !== undefined && b !== undefined && c !== undefined)
      return choose(this.truth(a), this.value(b), this.value(c));
    if (node.data.op !== "or else" || a === undefined || b === undefined) return this.applied(node);
    return orElse(this.value(a), this.value(b));
  }

  /** Whatever has no faster form, by the graph's own rules. */
  private applied(node: Node): ValueOf {
    if (node.data.op === "const") return constant(node.data.value);
    return call1((args) => apply(node, args), all(node.args.map((a) => this.value(a))));
  }
}

const numberCell = (v: Cell | undefined): number =>
  typeof v === "number" ? v : v === null ? Number.NaN : beyond();

const truthCell = (v: Cell | undefined): boolean | null =>
  typeof v === "boolean" || v === null ? v : beyond();

const otherCell = (v: Cell | undefined): Val =>
  v === undefined || v === UNREAD || typeof v === "number" ? beyond() : v;

const onlyTruth = (v: Val): boolean | null => (typeof v === "boolean" || v === null ? v : beyond());

const fromValue =
  (scale: number) =>
  (v: Val): number =>
    v instanceof Num ? fromNum(v, scale) : v === null ? Number.NaN : beyond();

const constantNumber = (value: Val, scale: number): NumberOf =>
  constant(value instanceof Num ? fromNum(value, scale) : Number.NaN);
