/** Numbers as sums of facts over a box in which every bend is decided: what they share cancels. */
import type { Node } from "../../ir/node.ts";
import { fromNum, powerOfTen } from "../exact/frame.ts";
import { inverse } from "../exact/scales.ts";
import { type Cell, NO, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import { safe } from "./numbers.ts";

/** `base` plus `slopes` (by the bit's place) times the facts, in units of the node. */
export interface Form {
  readonly base: number;
  readonly slopes: readonly number[];
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

/** Null where the node is no sum of facts here. */
export function formOf(node: Node, source: FormSource): Form | null {
  const cell = source.cell(node);
  if (cell.mask !== YES) return null;
  if (cell.lo === cell.hi) return { base: cell.lo, slopes: source.free.map(() => 0) };
  const [a, b] = node.args;
  switch (node.data.op) {
    case "fact":
      return ofFact(source.fact(node.data.index), source);
    case "add":
    case "sub":
      return a === undefined || b === undefined ? null : added(node, a, b, node.data.op === "sub", source);
    case "mul":
      return a === undefined || b === undefined ? null : times(a, b, source);
    case "div":
      return a === undefined ? null : divided(node, a, b, source);
    case "or else":
      return a !== undefined && source.cell(a).mask === YES ? inScale(a, node, source) : null;
    case "if":
      return taken(node, source);
    case "max":
    case "min":
      return dominant(node, node.data.op === "max", source);
    case "round":
      return a === undefined ? null : rounded(node, a, source);
    default:
      return null;
  }
}

const map = (form: Form, f: (x: number) => number): Form => ({
  base: f(form.base),
  slopes: form.slopes.map((s) => (s === 0 ? 0 : f(s))),
});

function ofFact(fact: Fact | undefined, source: FormSource): Form | null {
  if (fact === undefined || fact.kind !== "number") return null;
  return { base: 0, slopes: source.free.map((f) => (f === fact ? 1 : 0)) };
}

/** A part in the units of the whole. */
function inScale(part: Node, whole: Node, source: FormSource): Form | null {
  const [own, other] = [source.scale(part), source.scale(whole)];
  const form = formOf(part, source);
  if (form === null || own === null || other === null) return null;
  if (own === other) return form;
  const factor = powerOfTen(other - own);
  return map(form, (x) => safe(x * factor));
}

export function added(node: Node, a: Node, b: Node, minus: boolean, source: FormSource): Form | null {
  const x = inScale(a, node, source);
  const y = x === null ? null : inScale(b, node, source);
  return x === null || y === null ? null : combined(x, y, minus);
}

export function combined(x: Form, y: Form, minus: boolean): Form {
  const sign = minus ? -1 : 1;
  return {
    base: safe(x.base + sign * y.base),
    slopes: x.slopes.map((s, i) => safe(s + sign * (y.slopes[i] ?? 0))),
  };
}

function times(a: Node, b: Node, source: FormSource): Form | null {
  const [x, y] = [source.cell(a), source.cell(b)];
  const constant = x.lo === x.hi ? x : y.lo === y.hi ? y : null;
  if (constant === null) return null;
  const form = formOf(constant === x ? b : a, source);
  return form === null ? null : map(form, (s) => safe(s * constant.lo));
}

function divided(node: Node, a: Node, b: Node | undefined, source: FormSource): Form | null {
  const factor = inverse(b);
  const [own, scale] = [source.scale(a), source.scale(node)];
  const form = formOf(a, source);
  if (factor === null || own === null || scale === null || form === null) return null;
  const units = fromNum(factor, scale - own);
  return map(form, (x) => safe(x * units));
}

function taken(node: Node, source: FormSource): Form | null {
  const [condition, then, otherwise] = node.args;
  if (condition === undefined || then === undefined || otherwise === undefined) return null;
  const { mask } = source.cell(condition);
  if (mask === YES) return inScale(then, node, source);
  return (mask & YES) === 0 ? inScale(otherwise, node, source) : null;
}

function dominant(node: Node, max: boolean, source: FormSource): Form | null {
  const [a, b] = node.args;
  const kink = source.kink(node);
  if (a === undefined || b === undefined || kink === undefined) return null;
  const { mask } = source.cell(kink);
  if (mask !== YES && mask !== NO) return null;
  return inScale((mask === YES) === max ? b : a, node, source);
}

/** Only what stands on the grid of the rounding already. */
function rounded(node: Node, a: Node, source: FormSource): Form | null {
  if (node.data.op !== "round") return null;
  const [own, scale] = [source.scale(a), source.scale(node)];
  const form = own === null || scale === null ? null : formOf(a, source);
  if (form === null || own === null || scale === null) return null;
  if (own <= node.data.scale) return inScale(a, node, source);
  const unit = powerOfTen(own - scale);
  return form.base % unit === 0 && form.slopes.every((s) => s % unit === 0)
    ? map(form, (x) => x / unit)
    : null;
}

/** The ends of a form over the box. */
export function formEnds(form: Form, free: readonly Fact[]): readonly [number, number] {
  let [low, high] = [form.base, form.base];
  form.slopes.forEach((s, i) => {
    const fact = free[i];
    if (s === 0 || fact === undefined) return;
    low = safe(low + safe(s * (s > 0 ? fact.lo : fact.hi)));
    high = safe(high + safe(s * (s > 0 ? fact.hi : fact.lo)));
  });
  return [low, high];
}
