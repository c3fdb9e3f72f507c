/** Decimal128 (34 digits, half-even) in PostgreSQL's exact `numeric`. */
import { type Num, num } from "../feel/value.ts";
import type { RoundMode } from "../ir/node.ts";
import type { Plan } from "./plan.ts";
import { DIGITS, type Size } from "./sizes.ts";
import { numberLiteral, raw, type Sql, sql } from "./text.ts";

const ENDLESS = raw("'Infinity'::numeric", true);
const power = (exponent: number): Sql => numberLiteral(num(10).pow(exponent));

/**
 * An exact sum, difference or product as the engine has it: rounded to 34 digits where it has more. ∞ − ∞ is ∞
 * and ∞ × 0 is 0, as there. `size` is that of the exact result.
 */
export function rounded34(exact: Sql, op: "add" | "sub" | "mul", size: Size, plan: Plan): Sql {
  const value = size.endless ? withoutNaN(exact, op, plan) : exact;
  if (size.whole + size.places <= DIGITS) return value;
  const x = plan.atom(value);
  const room = DIGITS - size.places;
  const fits = room > 0 ? sql`abs(${x}) < ${power(room)}` : sql`${x} = 0`;
  const asIs = size.endless ? sql`${fits} OR abs(${x}) = ${ENDLESS}` : fits;
  return sql`CASE WHEN ${asIs} THEN ${x} ELSE ${toDigits(x)} END`;
}

function withoutNaN(exact: Sql, op: "add" | "sub" | "mul", plan: Plan): Sql {
  const x = plan.atom(exact);
  const instead = op === "mul" ? raw("0::numeric", true) : ENDLESS;
  return sql`CASE WHEN ${x} = 'NaN'::numeric THEN ${instead} ELSE ${x} END`;
}

/** Its digits are counted as those of a whole number `#n`; all past the 34th are rounded off, half to even. */
const toDigits = (x: Sql): Sql => sql`(SELECT sign(${x}) * ("#q" + ${UP}) * "#p" * ('1e-' || "#m")::numeric
    FROM (SELECT *, div("#n", "#p") AS "#q", "#n" - div("#n", "#p") * "#p" AS "#r", "#p" AS "#b"
    FROM (SELECT *, ('1e' || greatest(length("#n"::text) - ${raw(String(DIGITS))}, 0))::numeric AS "#p"
    FROM (SELECT "#m", trunc(abs(${x}) * ('1e' || "#m")::numeric) AS "#n"
    FROM (SELECT min_scale(${x}) AS "#m") AS "#1") AS "#2") AS "#3") AS "#4")`;

/** One more where the rest `#r` of `#b` is over a half, or a half of an odd quotient. */
const UP = raw(`CASE WHEN 2 * "#r" > "#b" OR (2 * "#r" = "#b" AND mod("#q", 2) = 1) THEN 1 ELSE 0 END`);

/** `a / b` to 34 digits, half to even; null where `b` is zero. The quotient of whole numbers gets 34 digits exactly. */
export function quotient(a: Sql, b: Sql): Sql {
  return sql`CASE WHEN ${b} <> 0 THEN (SELECT sign(${a}) * sign(${b}) * ("#q" + ${UP}) * ('1e' || ("#mb" - "#ma" - "#t"))::numeric
    FROM (SELECT *, div("#x", "#b") AS "#q", "#x" - div("#x", "#b") * "#b" AS "#r"
    FROM (SELECT *, "#a" * ('1e' || "#t")::numeric AS "#x"
    FROM (SELECT *, "#s" - CASE WHEN "#a" * ('1e' || "#s")::numeric >= "#b" * ${power(DIGITS)} THEN 1 ELSE 0 END AS "#t"
    FROM (SELECT *, ${raw(String(DIGITS))} - length("#a"::text) + length("#b"::text) AS "#s"
    FROM (SELECT *, trunc(abs(${a}) * ('1e' || "#ma")::numeric) AS "#a", trunc(abs(${b}) * ('1e' || "#mb")::numeric) AS "#b"
    FROM (SELECT min_scale(${a}) AS "#ma", min_scale(${b}) AS "#mb") AS "#1") AS "#2") AS "#3") AS "#4") AS "#5") AS "#6") END`;
}

/** 1/n where that is a short decimal: dividing by n is then multiplying by it. */
export function reciprocal(n: Num): Num | null {
  if (n.isZero() || !n.isFinite()) return null;
  const r = num(1).div(n);
  return r.decimalPlaces() <= 20 && r.times(n).equals(1) ? r : null;
}

/** The largest whole number not above x / n, for a whole n above zero; exact where x has few enough digits. */
export function floorDivision(x: Sql, n: Num, plan: Plan): Sql {
  const a = plan.atom(x);
  const by = numberLiteral(n);
  return sql`div(${a}, ${by}) - CASE WHEN mod(${a}, ${by}) < 0 THEN 1 ELSE 0 END`;
}

/** Rounding to `scale` places; PostgreSQL's own `round` takes a half away from zero. */
export function round(x: Sql, mode: RoundMode, scale: number, plan: Plan): Sql {
  const places = raw(String(scale), true);
  if (mode === "half-up") return sql`round(${x}, ${places})`;
  if (mode === "down") return sql`trunc(${x}, ${places})`;
  const a = plan.atom(x);
  const y = scale === 0 ? a : plan.atom(sql`${a} * ${power(scale)}`);
  const whole = wholeOf(y, mode, plan);
  return scale === 0 ? whole : sql`(${whole}) * ${power(-scale)}`;
}

function wholeOf(y: Sql, mode: Exclude<RoundMode, "half-up" | "down">, plan: Plan): Sql {
  switch (mode) {
    case "floor":
      return sql`floor(${y})`;
    case "ceiling":
      return sql`ceil(${y})`;
    case "up":
      return sql`sign(${y}) * ceil(abs(${y}))`;
    case "half-down":
      return sql`sign(${y}) * ceil(abs(${y}) - 0.5)`;
    case "half-even": {
      const h = plan.atom(sql`round(${y})`);
      return sql`CASE WHEN abs(${y} - trunc(${y})) = 0.5 AND mod(${h}, 2) <> 0 THEN ${h} - sign(${y}) ELSE ${h} END`;
    }
  }
}

/** The larger or smaller of two; null where either is. (`GREATEST` would leave a null out.) */
export function extreme(op: "max" | "min", a: Sql, b: Sql, plan: Plan): Sql {
  const [x, y] = [plan.atom(a), plan.atom(b)];
  const first = op === "max" ? sql`${x} >= ${y}` : sql`${x} <= ${y}`;
  const second = op === "max" ? sql`${x} < ${y}` : sql`${x} > ${y}`;
  return sql`CASE WHEN ${first} THEN ${x} WHEN ${second} THEN ${y} END`;
}
