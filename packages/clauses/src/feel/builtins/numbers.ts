/** Numeric functions (DMN 1.5 Table 76). */
import { Decimal } from "decimal.js";
import { days, finite, isNumber, months, Num, num, toInteger, type Value } from "../value.ts";
import { number, of, type Signature, signature } from "./signature.ts";

const SCALE_MIN = -6111;
const SCALE_MAX = 6176;

/** `n` rounded to `scale` digits after the point (before it, where negative); null where there is no such scale. */
export function toScale(n: Num, scale: Num, rounding: Decimal.Rounding): Num | null {
  const places = scale.truncated().toNumber();
  if (places < SCALE_MIN || places > SCALE_MAX) return null;
  if (places >= 0) return finite(n.toDecimalPlaces(places, rounding));
  const unit = new Num(10).pow(-places);
  return finite(n.dividedBy(unit).toDecimalPlaces(0, rounding).times(unit));
}

const rounding = (mode: Decimal.Rounding): Signature =>
  signature([number("n"), number("scale")], ([n, scale]) => toScale(n, scale, mode));

/** `floor` and `ceiling`, whose scale may be left out. */
const whole = (mode: Decimal.Rounding): readonly Signature[] => [
  signature([number("n")], ([n]) => n.toDecimalPlaces(0, mode)),
  rounding(mode),
];

const ofNumber = (name: string, run: (n: Num) => Value): readonly Signature[] => [
  signature([number(name)], ([n]) => run(n)),
];

/** `dividend - divisor * floor(dividend / divisor)`: it has the sign of the divisor. */
function modulo(dividend: Num, divisor: Num): Num | null {
  if (divisor.isZero()) return null;
  const rest = dividend.modulo(divisor);
  const apart = !rest.isZero() && rest.isNegative() !== divisor.isNegative();
  return finite(apart ? rest.plus(divisor) : rest);
}

function parity(n: Num, remainder: 0 | 1): boolean | null {
  return n.isInteger() ? n.modulo(2).abs().equals(remainder) : null;
}

const abs = signature(
  [of("n", "number", "days and time duration", "years and months duration")],
  ([n]): Value => {
    if (isNumber(n)) return n.abs();
    if (n.kind === "days and time duration") return days(n.nanos < 0n ? -n.nanos : n.nanos);
    return months(Math.abs(n.months));
  },
);

export const NUMERIC_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  decimal: [rounding(Decimal.ROUND_HALF_EVEN)],
  floor: whole(Decimal.ROUND_FLOOR),
  ceiling: whole(Decimal.ROUND_CEIL),
  "round up": [rounding(Decimal.ROUND_UP)],
  "round down": [rounding(Decimal.ROUND_DOWN)],
  "round half up": [rounding(Decimal.ROUND_HALF_UP)],
  "round half down": [rounding(Decimal.ROUND_HALF_DOWN)],
  abs: [abs],
  modulo: [signature([number("dividend"), number("divisor")], ([a, b]) => modulo(a, b))],
  sqrt: ofNumber("number", (n) => (n.isNegative() && !n.isZero() ? null : n.sqrt())),
  log: ofNumber("number", (n) => (n.greaterThan(0) ? finite(n.ln()) : null)),
  exp: ofNumber("number", exp),
  odd: ofNumber("number", (n) => parity(n, 1)),
  even: ofNumber("number", (n) => parity(n, 0)),
};

/** e ** 14200 is past decimal128, and so is e ** -14200 on the other side. */
const EXPONENT_MAX = 14_200;

function exp(n: Num): Num | null {
  if (n.greaterThan(EXPONENT_MAX)) return null;
  return n.lessThan(-EXPONENT_MAX) ? num(0) : finite(n.exp());
}

/** A position or count: whole, its fraction cut off. */
export const counted = (n: Num): number | null => toInteger(n.truncated());
