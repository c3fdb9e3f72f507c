/** Expressions that the graph leaves to the evaluator and SQL can still open: durations and months after a day. */
import type { Expr } from "../feel/ast.ts";
import { evaluate, freeNames } from "../feel/index.ts";
import { Num } from "../feel/value.ts";
import { exprKey } from "../ir/env.ts";
import type { Unit, Val } from "../ir/node.ts";
import { fromFeel, shapeOfValue } from "../ir/value.ts";
import { rounded34 } from "./decimal.ts";
import type { Plan } from "./plan.ts";
import type { Size } from "./sizes.ts";
import { FALSE, numberLiteral, raw, some, sql } from "./text.ts";
import { addDuration, addMonths, either, type Timed } from "./time.ts";

/** A name or a field that the expression reads; null for what is no value by itself. */
export type Reads = (expr: Expr) => (Timed & { readonly size: Size }) | null;

const DURATION: Unit = "days and time duration";
const MONTHS: Unit = "years and months duration";

const at = { from: 0, to: 0 };
const name = (n: string): Expr => ({ kind: "name", name: n, ...at });

/** The sum that the graph makes for a promise's due date. */
export const DUE: Expr = {
  kind: "arithmetic",
  op: "+",
  left: name("\u0000from"),
  right: name("\u0000within"),
  ...at,
};
export const DUE_KEY = exprKey(DUE);

/** Null where it is none of these. */
export function opened(expr: Expr, reads: Reads, plan: Plan): Timed | null {
  if (expr.kind === "name" || expr.kind === "path") return reads(expr);
  if (freeNames(expr).size === 0) return constant(expr);
  if (expr.kind !== "arithmetic") return null;
  const { op } = expr;
  const [a, b] = [opened(expr.left, reads, plan), opened(expr.right, reads, plan)];
  if (a === null || b === null) return null;
  if (op === "+" || op === "-") return sum(a, b, op === "+" ? 1 : -1, plan);
  if (op !== "*") return null;
  const [x, y] = [sizeOf(expr.left, reads), sizeOf(expr.right, reads)];
  if (x === null || y === null) return null;
  if (isDuration(a) && b.unit === "number") return times(a, b, x, y, plan);
  return isDuration(b) && a.unit === "number" ? times(b, a, y, x, plan) : null;
}

const isDuration = (t: Timed): boolean => t.unit === DURATION || t.unit === MONTHS;
const isDay = (t: Timed): boolean => t.unit === "date" || t.unit === "date and time";

function sum(a: Timed, b: Timed, sign: 1 | -1, plan: Plan): Timed | null {
  if (isDay(a) && b.unit === MONTHS) return { ...addMonths(a, b, sign, plan), unit: a.unit };
  if (isDay(a) && b.unit === DURATION) return { ...addDuration(a, b, sign, plan), unit: a.unit };
  if (sign === 1 && isDay(b) && isDuration(a)) return sum(b, a, 1, plan);
  if (!isDuration(a) || a.unit !== b.unit) return null;
  const value = sign === 1 ? sql`${a.value} + ${b.value}` : sql`${a.value} - ${b.value}`;
  return { value, open: either(a, b), unit: a.unit };
}

/** Whole nanoseconds or whole months: a part of one is dropped. What would be past all years is left open. */
function times(d: Timed, n: Timed, x: Size, y: Size, plan: Plan): Timed {
  const size: Size = { whole: x.whole + y.whole, places: x.places + y.places, endless: false };
  const product = plan.atom(rounded34(sql`${d.value} * ${n.value}`, "mul", size, plan));
  const near = sql`abs(${product}) < ${raw(d.unit === DURATION ? "1000000000000000" : "1000000")}`;
  const whole = sql`trunc(${product}, ${raw(d.unit === DURATION ? "9" : "0")})`;
  const value = plan.atom(sql`CASE WHEN ${near} THEN ${whole} END`);
  return { value, open: plan.atom(some([either(d, n), sql`(${near}) IS FALSE`])), unit: d.unit };
}

function constant(expr: Expr): Timed | null {
  const value = evaluate(expr, new Map(), { mode: "terms" });
  const own: Val = fromFeel(value);
  if (!(own instanceof Num)) return null;
  return { value: numberLiteral(own), open: FALSE, unit: shapeOfValue(value).unit };
}

/** The digits of a factor; null for what is no name and no constant. */
function sizeOf(expr: Expr, reads: Reads): Size | null {
  if (expr.kind === "name" || expr.kind === "path") return reads(expr)?.size ?? null;
  if (freeNames(expr).size > 0) return null;
  const value = fromFeel(evaluate(expr, new Map(), { mode: "terms" }));
  if (!(value instanceof Num) || !value.isFinite()) return null;
  return { whole: Math.max(1, value.e + 1), places: value.decimalPlaces(), endless: false };
}
