/** Arithmetic of nodes: which sums are exact as they are, and which are rounded as decimal128 has it. */
import { Num } from "../feel/value.ts";
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
  return wholeDays(node, mode, scale, emitter) ?? roundSql(value, mode, scale, emitter.with.plan);
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
