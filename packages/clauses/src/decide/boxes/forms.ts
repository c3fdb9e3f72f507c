/** Numbers as sums of facts over a box in which every bend is decided: what they share cancels. */
import type { Node } from "../../ir/node.ts";
import { fromNum, powerOfTen } from "../exact/frame.ts";
import { inverse } from "../exact/scales.ts";
import { type Cell, NO, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import { safe } from "./numbers.ts";

/** `base` plus `slopes` (by the bit's place) times the facts, in whole units. */
export class Form {
  base = 0;
  readonly slopes: number[] = [];

  constructor(facts: number) {
    for (let i = 0; i < facts; i++) this.slopes.push(0);
  }

  /** The least it may be over the box, or the greatest. */
  end(up: boolean, free: readonly Fact[]): number {
    let end = this.base;
    for (let i = 0; i < free.length; i++) {
      const slope = this.slopes[i] ?? 0;
      const fact = free[i];
      if (slope === 0 || fact === undefined) continue;
      end = safe(end + safe(slope * (slope > 0 === up ? fact.hi : fact.lo)));
    }
    return end;
  }
}

/** What forms need of the compiled graph. */
export interface FormSource {
  readonly free: readonly Fact[];
  /** The judged cell of a node. */
  readonly cell: (node: Node) => Cell;
  readonly scale: (node: Node) => number | null;
  readonly fact: (index: number) => Fact | undefined;
  readonly kink: (node: Node) => Node | undefined;
}

/** Adds `factor` (a whole number) times a node to a form; false where the node is no sum of facts here. */
export function include(form: Form, node: Node, factor: number, source: FormSource): boolean {
  const cell = source.cell(node);
  if (cell.mask !== YES) return false;
  if (cell.lo === cell.hi) {
    form.base = safe(form.base + safe(cell.lo * factor));
    return true;
  }
  const [a, b] = node.args;
  if (node.data.op === "fact") return includeFact(form, source.fact(node.data.index), factor);
  if (a === undefined) return false;
  switch (node.data.op) {
    case "add":
    case "sub":
      return b !== undefined && includeSum(form, node, a, b, factor, source);
    case "mul":
      return b !== undefined && includeProduct(form, a, b, factor, source);
    case "div":
      return includeQuotient(form, node, a, b, factor, source);
    case "or else":
      return source.cell(a).mask === YES && inScale(form, a, node, factor, source);
    case "if":
      return includeTaken(form, node, factor, source);
    case "max":
    case "min":
      return includeDominant(form, node, node.data.op === "max", factor, source);
    case "round":
      return includeRounded(form, node, a, factor, source);
    default:
      return false;
  }
}

function includeFact(form: Form, fact: Fact | undefined, factor: number): boolean {
  if (fact === undefined || fact.kind !== "number") return false;
  const place = 31 - Math.clz32(fact.bit);
  form.slopes[place] = safe((form.slopes[place] ?? 0) + factor);
  return true;
}

/** A part in the units of the whole. */
function inScale(form: Form, part: Node, whole: Node, factor: number, source: FormSource): boolean {
  const [own, other] = [source.scale(part), source.scale(whole)];
  if (own === null || other === null) return false;
  return include(form, part, safe(factor * powerOfTen(other - own)), source);
}

/** Also of a sum whose own cell is being judged: its parts are. */
export function includeSum(
  form: Form,
  node: Node,
  a: Node,
  b: Node,
  factor: number,
  source: FormSource,
): boolean {
  const second = node.data.op === "sub" ? -factor : factor;
  return inScale(form, a, node, factor, source) && inScale(form, b, node, second, source);
}

function includeProduct(form: Form, a: Node, b: Node, factor: number, source: FormSource): boolean {
  const [x, y] = [source.cell(a), source.cell(b)];
  if (x.mask === YES && x.lo === x.hi) return include(form, b, safe(factor * x.lo), source);
  if (y.mask === YES && y.lo === y.hi) return include(form, a, safe(factor * y.lo), source);
  return false;
}

function includeQuotient(
  form: Form,
  node: Node,
  a: Node,
  b: Node | undefined,
  factor: number,
  source: FormSource,
): boolean {
  const by = inverse(b);
  const [own, scale] = [source.scale(a), source.scale(node)];
  if (by === null || own === null || scale === null) return false;
  return include(form, a, safe(factor * fromNum(by, scale - own)), source);
}

function includeTaken(form: Form, node: Node, factor: number, source: FormSource): boolean {
  const [condition, then, otherwise] = node.args;
  if (condition === undefined || then === undefined || otherwise === undefined) return false;
  const { mask } = source.cell(condition);
  if (mask === YES) return inScale(form, then, node, factor, source);
  return (mask & YES) === 0 && inScale(form, otherwise, node, factor, source);
}

function includeDominant(form: Form, node: Node, max: boolean, factor: number, source: FormSource): boolean {
  const [a, b] = node.args;
  const kink = source.kink(node);
  if (a === undefined || b === undefined || kink === undefined) return false;
  const { mask } = source.cell(kink);
  if (mask !== YES && mask !== NO) return false;
  return inScale(form, (mask === YES) === max ? b : a, node, factor, source);
}

/** Only what stands on the grid of the rounding already. */
function includeRounded(form: Form, node: Node, a: Node, factor: number, source: FormSource): boolean {
  if (node.data.op !== "round") return false;
  const [own, scale] = [source.scale(a), source.scale(node)];
  if (own === null || scale === null) return false;
  if (own <= node.data.scale) return inScale(form, a, node, factor, source);
  const part = new Form(form.slopes.length);
  if (!include(part, a, 1, source)) return false;
  const unit = powerOfTen(own - scale);
  if (part.base % unit !== 0 || part.slopes.some((s) => s % unit !== 0)) return false;
  form.base = safe(form.base + safe((part.base / unit) * factor));
  part.slopes.forEach((s, i) => {
    form.slopes[i] = safe((form.slopes[i] ?? 0) + safe((s / unit) * factor));
  });
  return true;
}
