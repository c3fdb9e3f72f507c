/** `range("[18..21]")`: a range from its text, whose ends are literals. */
import type { Expr } from "../ast.ts";
import { range } from "../eval/construct.ts";
import type { Mode } from "../mode.ts";
import { isSyntaxError, parse } from "../parse.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "../time/iso.ts";
import { type FeelRange, isNumber, num, type Value } from "../value.ts";

const NO_NAMES: ReadonlySet<string> = new Set();

/** Null where the text is no range of literals. */
export function parseRange(text: string, mode: Mode): FeelRange | null {
  const expr = parse(text, { names: NO_NAMES, mode });
  if (isSyntaxError(expr) || expr.kind !== "range") return null;
  const [low, high] = [literal(expr.low, mode), literal(expr.high, mode)];
  if ((expr.low !== null && low === null) || (expr.high !== null && high === null)) return null;
  return range({
    kind: "range",
    low,
    high,
    lowIncluded: expr.lowIncluded,
    highIncluded: expr.highIncluded,
  });
}

const CONSTRUCTORS: ReadonlyMap<string, (text: string, mode: Mode) => Value> = new Map<
  string,
  (text: string, mode: Mode) => Value
>([
  ["date", parseDate],
  ["time", parseTime],
  ["date and time", parseDateTime],
  ["duration", parseDuration],
]);

/** A literal, a negative number, or a date, time or duration made from a string literal. */
function literal(expr: Expr | null, mode: Mode): Value {
  if (expr?.kind === "literal") return expr.value;
  if (expr?.kind === "negate") {
    const inner = literal(expr.operand, mode);
    return isNumber(inner) ? num(0).minus(inner) : null;
  }
  if (expr?.kind !== "call" || expr.callee.kind !== "name") return null;
  const text = expr.args.length === 1 ? literal(expr.args[0] ?? null, mode) : null;
  return typeof text === "string" ? (CONSTRUCTORS.get(expr.callee.name)?.(text, mode) ?? null) : null;
}
