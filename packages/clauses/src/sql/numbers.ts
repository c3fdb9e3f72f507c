/** Arithmetic of nodes: which sums are exact as they are, and which are rounded as decimal128 has it. */
import { Num, num } from "../feel/value.ts";
import { constOf, type Node, type RoundMode } from "../ir/node.ts";
import { floorDivision, quotient, reciprocal, rounded34, round as roundSql } from "./decimal.ts";
import type { Emitter } from "./emit.ts";
import { DIGITS, sizeOf } from "./sizes.ts";
import { NULL, numberLiteral, type Sql, sql } from "./text.ts";

export function arithmetic(
  op: "add" | "sub" | "mul" | "div",
  node: Node,
  [a = NULL, b = NULL]: readonly Sql[],
  emitter: Emitter,
): Sql {
  const { plan, sizes } = emitter.with;
  const size = sizes.exact(node);
  switch (op) {
    case "add":
      return rounded34(sql`(${a} + ${b})`, op, size, plan);
    case "sub":
      return rounded34(sql`(${a} - ${b})`, op, size, plan);
    case "mul":
      return rounded34(sql`(${a} * ${b})`, op, size, plan);
    case "div":
      return division(node, a, b, emitter);
  }
}

function division(node: Node, a: Sql, b: Sql, emitter: Emitter): Sql {
  const { plan, sizes } = emitter.with;
  const [x, y] = node.args;
  const multiple = sizes.multiple(node);
  if (multiple !== null) return emitter.cell(multiple).value;
  const by = y === undefined ? undefined : constOf(y);
  const inverse = by instanceof Num ? reciprocal(by) : null;
  if (x !== undefined && inverse !== null) {
    const [own, other] = [sizes.of(x), sizeOf(inverse)];
    const size = { whole: own.whole + other.whole, places: own.places + other.places, endless: false };
    return rounded34(sql`(${a} * ${numberLiteral(inverse)})`, "mul", size, plan);
  }
  return quotient(plan.atom(a), plan.atom(b));
}

export function round(node: Node, mode: RoundMode, scale: number, value: Sql, emitter: Emitter): Sql {
  const { plan } = emitter.with;
  const asEver = roundSql(value, mode, scale, plan);
  return wholeDays(node, mode, scale, emitter) ?? shortShare(node, mode, scale, asEver, emitter) ?? asEver;
}

/**
 * A quotient by a whole number, rounded half up, from whole numbers alone. The engine rounds the quotient to 34
 * digits first, which cannot carry a short one over or onto a half: it is at least 1/(2 n 10^(places + scale)) away.
 */
function shortShare(node: Node, mode: RoundMode, scale: number, other: Sql, emitter: Emitter): Sql | null {
  const [inner] = node.args;
  const [x, n] = inner?.data.op === "div" ? inner.args : [];
  const by = n === undefined ? undefined : constOf(n);
  if (mode !== "half-up" || scale < 0 || x === undefined) return null;
  if (!(by instanceof Num) || !by.isInteger() || by.lte(0) || reciprocal(by) !== null) return null;
  const size = emitter.with.sizes.of(x);
  const room = DIGITS - 2 - size.places - scale - 2 * sizeOf(by).whole;
  if (room <= 0) return null;
  const a = emitter.with.plan.atom(emitter.cell(x).value);
  const double = numberLiteral(by.times(2));
  const scaled = sql`abs(${a}) * ${numberLiteral(num(10).pow(scale).times(2))} + ${numberLiteral(by)}`;
  const fast = sql`sign(${a}) * div(${scaled}, ${double}) * ${numberLiteral(num(10).pow(-scale))}`;
  return sql`CASE WHEN abs(${a}) < ${numberLiteral(num(10).pow(room))} THEN ${fast} ELSE ${other} END`;
}

/**
 * `floor(x / n)` without the quotient, where x has so few digits that rounding the quotient to 34 cannot carry it
 * to the next whole number: the day of a time.
 */
function wholeDays(node: Node, mode: RoundMode, scale: number, emitter: Emitter): Sql | null {
  const [inner] = node.args;
  if (mode !== "floor" || scale !== 0 || inner?.data.op !== "div") return null;
  const [x, n] = inner.args;
  const by = n === undefined ? undefined : constOf(n);
  if (x === undefined || !(by instanceof Num) || !by.isInteger() || by.lte(0)) return null;
  const [own, other] = [emitter.with.sizes.of(x), sizeOf(by)];
  if (own.endless || own.whole + own.places + 2 * other.whole > DIGITS - 2) return null;
  return floorDivision(emitter.cell(x).value, by, emitter.with.plan);
}
