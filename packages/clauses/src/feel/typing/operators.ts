/** The types of arithmetic and comparison. */
import type { Arithmetic, ArithmeticOp, Compare, Expr, Negate, Span } from "../ast.ts";
import { print } from "../print.ts";
import type { Type } from "../types.ts";
import { isNumber } from "../value.ts";
import { type Checker, type Types, wrong } from "./checker.ts";
import {
  BOOLEAN,
  comparable,
  DATE,
  DATE_TIME,
  DAYS,
  isOrdered,
  LITERAL,
  MONEY,
  MONTHS,
  NUMBER,
  STRING,
  TIME,
  typeName,
  UNKNOWN,
  widened,
} from "./relations.ts";
import { typeNameZh } from "./zh.ts";

const isDuration = (type: Type): boolean => type.kind === DAYS.kind || type.kind === MONTHS.kind;
const isAmount = (type: Type): boolean => type.kind === "money" || type.kind === "number";

/** Arithmetic: money × money, date + number, and money ± a plain number are errors. */
export function typeOfArithmetic(expr: Arithmetic, types: Types, c: Checker): Type {
  const a = widened(c.type(expr.left, types));
  const b = widened(c.type(expr.right, types));
  const open = [a, b].some(({ kind }) => kind === "unknown" || kind === "null");
  const type = open ? guess(expr.op, a, b) : combine(expr.op, a, b);
  return type ?? misfit(expr, a, b, c);
}

/** With one side unknown: what the other side alone allows. */
function guess(op: ArithmeticOp, a: Type, b: Type): Type {
  const known = a.kind === "unknown" || a.kind === "null" ? b : a;
  if ((op === "+" || op === "-") && (known.kind === "money" || known.kind === "string")) return known;
  return UNKNOWN;
}

/** The type of the result; null where the operator does not join the two. */
function combine(op: ArithmeticOp, a: Type, b: Type): Type | null {
  if (a.kind === "number" && b.kind === "number") return a.literal && b.literal ? LITERAL : NUMBER;
  switch (op) {
    case "+":
      return isDuration(b) ? later(a, b) : isDuration(a) ? later(b, a) : amounts(a, b, true);
    case "-":
      return isDuration(b) ? later(a, b) : (amounts(a, b, false) ?? difference(a, b));
    case "*":
      if (isAmount(a) && isAmount(b)) return a.kind === "money" && b.kind === "money" ? null : MONEY;
      return isDuration(a) && b.kind === "number" ? a : isDuration(b) && a.kind === "number" ? b : null;
    case "/":
      if (a.kind === "money") return b.kind === "money" ? NUMBER : b.kind === "number" ? MONEY : null;
      if (a.kind === "number" && a.literal && b.kind === "money") return NUMBER;
      if (isDuration(a)) return b.kind === a.kind ? NUMBER : b.kind === "number" ? a : null;
      return null;
    case "**":
      return null;
  }
}

/** Money with money, or with a literal, which then is yuan. */
function amounts(a: Type, b: Type, text: boolean): Type | null {
  if (text && a.kind === "string" && b.kind === "string") return STRING;
  const yuan = (type: Type): boolean => type.kind === "money" || (type.kind === "number" && type.literal);
  return yuan(a) && yuan(b) ? MONEY : null;
}

function later(value: Type, by: Type): Type | null {
  if (value.kind === by.kind) return value;
  if (value.kind === DATE.kind || value.kind === DATE_TIME.kind) return value;
  return value.kind === TIME.kind && by.kind === DAYS.kind ? value : null;
}

/** A date minus a date; a date and a date and time have first to be made one or the other. */
function difference(a: Type, b: Type): Type | null {
  const moments = [DATE.kind, DATE_TIME.kind, TIME.kind] as readonly Type["kind"][];
  return a.kind === b.kind && moments.includes(a.kind) ? DAYS : null;
}

const VERBS: Readonly<Record<ArithmeticOp, readonly [string, string]>> = {
  "+": ["be added", "相加"],
  "-": ["be subtracted", "相减"],
  "*": ["be multiplied", "相乘"],
  "/": ["be divided", "相除"],
  "**": ["be raised to a power", "乘方"],
};

function misfit(expr: Arithmetic, a: Type, b: Type, c: Checker): Type {
  const [verb, zhVerb] = VERBS[expr.op];
  const [hint, zhHint] = adviceFor(expr, a, b);
  return wrong(
    c,
    expr,
    { message: `${typeName(a)} ${expr.op} ${typeName(b)}: these cannot ${verb}`, hint },
    { message: `${typeNameZh(a)}与${typeNameZh(b)}不能${zhVerb}`, hint: zhHint },
  );
}

/** What would be right, for the mistakes people make. */
function adviceFor(expr: Arithmetic, a: Type, b: Type): readonly [string, string] {
  const day = [a, b].some(({ kind }) => kind === DATE.kind || kind === DATE_TIME.kind);
  if (day && [a, b].some(({ kind }) => kind === "number")) {
    const count = a.kind === "number" ? expr.left : expr.right;
    const days = count.kind === "literal" ? print(count) : "30";
    return [`write a duration, such as duration("P${days}D")`, `请写时长，例如 \`duration("P${days}D")\``];
  }
  if (a.kind === "money" && b.kind === "money")
    return ["make one of them a number", "其中一个应为数（`number`）"];
  if (isAmount(a) && isAmount(b) && (expr.op === "+" || expr.op === "-")) {
    return ["declare the number as money, or multiply instead", "请把该数声明为金额（`money`），或改用乘法"];
  }
  if (day) return ["make both a date with date(…)", "请用 `date(…)` 统一为日期"];
  return ["make both of one type", "两边应为同一类型"];
}

export function typeOfNegate(expr: Negate, types: Types, c: Checker): Type {
  const type = widened(c.type(expr.operand, types));
  if (isAmount(type) || isDuration(type) || type.kind === "unknown" || type.kind === "null") return type;
  return wrong(
    c,
    expr,
    { message: `${typeName(type)} has no negative`, hint: "negate a number, money or a duration" },
    { message: `${typeNameZh(type)}没有负值`, hint: "只有数、金额和时长可以取负" },
  );
}

export function typeOfCompare(expr: Compare, types: Types, c: Checker): Type {
  const [a, b] = [c.type(expr.left, types), c.type(expr.right, types)];
  return checkComparison(expr.op, asMember(expr.left, a, b), asMember(expr.right, b, a), expr, c);
}

/** A number literal compared with a set is the set of itself: whether it is a member can be told. */
export function asMember(expr: Expr, type: Type, other: Type): Type {
  const member = expr.kind === "literal" && isNumber(expr.value) && other.kind === "enum";
  return member && isNumber(expr.value) ? { kind: "enum", values: [expr.value] } : type;
}

/** Comparisons across types are errors; so is `<` where there is no order. */
export function checkComparison(op: Compare["op"], a: Type, b: Type, at: Span, c: Checker): Type {
  const ordering = op !== "=" && op !== "!=";
  const fit = ordering ? comparable(widened(a), widened(b)) : comparable(a, b);
  if (!fit) return apart(op, a, b, at, c);
  const unordered = [a, b].find((type) => !isOrdered(type) && !singleName(type, a, b));
  if (!ordering || unordered === undefined) return BOOLEAN;
  wrong(
    c,
    at,
    { message: `${typeName(unordered)} has no order`, hint: "compare it with = or !=" },
    { message: `${typeNameZh(unordered)}没有大小之分`, hint: "请用 `=` 或 `!=` 比较" },
  );
  return BOOLEAN;
}

/** A string literal beside a string is a string, though it is a set of one as well. */
const singleName = (type: Type, a: Type, b: Type): boolean =>
  type.kind === "enum" && (type === a ? b : a).kind === "string";

function apart(op: Compare["op"], a: Type, b: Type, at: Span, c: Checker): Type {
  const sets = a.kind === "enum" && b.kind === "enum";
  const [message, zh] = sets
    ? [`${typeName(a)} is never ${typeName(b)}`, `${typeNameZh(a)}不会等于${typeNameZh(b)}`]
    : [
        `${typeName(a)} ${op} ${typeName(b)}: these cannot be compared`,
        `${typeNameZh(a)}与${typeNameZh(b)}不能比较`,
      ];
  const days = [a, b].every(({ kind }) => kind === DATE.kind || kind === DATE_TIME.kind);
  const [hint, zhHint] = sets
    ? ["compare with a member of the set", "请与其中的成员比较"]
    : days
      ? ["make both a date with date(…)", "请用 `date(…)` 统一为日期"]
      : [`compare ${typeName(a)} with ${typeName(a)}`, `请与${typeNameZh(a)}比较`];
  wrong(c, at, { message, hint }, { message: zh, hint: zhHint });
  return BOOLEAN;
}
