/** The types of lists, contexts, paths, filters, iterations, tests and functions. */
import type {
  Context,
  Expr,
  Filter,
  For,
  FunctionDefinition,
  In,
  Iterator,
  List,
  Path,
  Quantified,
  Range,
  Test,
  TypeExpr,
} from "../ast.ts";
import { nearestName } from "../names.ts";
import type { Type } from "../types.ts";
import { freeNames } from "../walk.ts";
import { type Checker, type Types, want, withName, wrong } from "./checker.ts";
import { asMember, checkComparison } from "./operators.ts";
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  DAYS,
  isOrdered,
  join,
  listOf,
  MONTHS,
  NUMBER,
  STRING,
  TIME,
  typeName,
  UNKNOWN,
  widened,
} from "./relations.ts";
import { typeNameZh } from "./zh.ts";

/** The type that all of `items` have; reported where they have none in common. */
export function typeOfAll(items: readonly Expr[], types: Types, c: Checker): Type {
  let common: Type = UNKNOWN;
  for (const item of items) {
    const type = c.type(item, types);
    const both = join(common, type);
    if (both === null) return unlike(item, common, type, c);
    common = both;
  }
  return common;
}

function unlike(at: Expr, first: Type, second: Type, c: Checker): Type {
  return wrong(
    c,
    at,
    {
      message: `${typeName(second)} stands beside ${typeName(first)}`,
      hint: `it must be ${typeName(first)}`,
    },
    { message: `${typeNameZh(second)}与${typeNameZh(first)}并列`, hint: `应为${typeNameZh(first)}` },
  );
}

export const typeOfList = (expr: List, types: Types, c: Checker): Type =>
  listOf(typeOfAll(expr.items, types, c));

export function typeOfContext(expr: Context, types: Types, c: Checker): Type {
  const fields = new Map<string, Type>();
  let inner = types;
  for (const entry of expr.entries) {
    if (fields.has(entry.key)) {
      const zh = { message: `“${entry.key}”出现了两次`, hint: "请只保留一个" };
      wrong(c, entry, { message: `the entry ${entry.key} stands twice`, hint: "keep one of them" }, zh);
    }
    const type = c.type(entry.value, inner);
    fields.set(entry.key, type);
    inner = withName(inner, entry.key, type);
  }
  return { kind: "context", fields };
}

const MOMENT = { year: NUMBER, month: NUMBER, day: NUMBER, weekday: NUMBER };
const CLOCK = { hour: NUMBER, minute: NUMBER, second: NUMBER, "time offset": DAYS, timezone: STRING };

/** Properties of values that are no contexts. */
const PROPERTIES: ReadonlyMap<Type["kind"], ReadonlyMap<string, Type>> = new Map([
  [DATE.kind, new Map(Object.entries(MOMENT))],
  [TIME.kind, new Map(Object.entries(CLOCK))],
  [DATE_TIME.kind, new Map(Object.entries({ ...MOMENT, ...CLOCK }))],
  [DAYS.kind, new Map(Object.entries({ days: NUMBER, hours: NUMBER, minutes: NUMBER, seconds: NUMBER }))],
  [MONTHS.kind, new Map(Object.entries({ years: NUMBER, months: NUMBER }))],
  [
    "range",
    new Map<string, Type>([
      ["start", UNKNOWN],
      ["end", UNKNOWN],
      ["start included", BOOLEAN],
      ["end included", BOOLEAN],
    ]),
  ],
]);

export const typeOfPath = (expr: Path, types: Types, c: Checker): Type =>
  select(expr, c.type(expr.object, types), c);

function select(expr: Path, object: Type, c: Checker): Type {
  if (object.kind === "unknown" || object.kind === "null") return UNKNOWN;
  if (object.kind === "list") return listOf(select(expr, object.of, c));
  const fields = object.kind === "context" ? object.fields : PROPERTIES.get(object.kind);
  const found = fields?.get(expr.name);
  if (found !== undefined) return object.kind === "range" && found === UNKNOWN ? object.of : found;
  const near = nearestName(expr.name, fields?.keys() ?? []);
  const names = [...(fields?.keys() ?? [])];
  const all = names.join(", ");
  const hint =
    near === null ? (all === "" ? "use the value itself" : `it has ${all}`) : `did you mean ${near}?`;
  const zhHint =
    near === null
      ? all === ""
        ? "请直接使用该值"
        : `可用的有：${names.map((n) => `“${n}”`).join("、")}`
      : `是否应为“${near}”？`;
  return wrong(
    c,
    expr,
    { message: `${typeName(object)} has no “${expr.name}”`, hint },
    { message: `${typeNameZh(object)}没有“${expr.name}”`, hint: zhHint },
  );
}

/** `list[n]` is an element, `list[condition]` a list. Inside, `item` and the element's fields are names. */
export function typeOfFilter(expr: Filter, types: Types, c: Checker): Type {
  const list = c.type(expr.list, types);
  const element = list.kind === "list" ? list.of : list;
  let inner = withName(types, "item", element);
  if (element.kind === "context") inner = new Map([...inner, ...element.fields]);
  const condition = widened(c.type(expr.condition, inner));
  if (condition.kind === "number") return element;
  if (condition.kind === "boolean" || condition.kind === "unknown") return listOf(element);
  return wrong(
    c,
    expr.condition,
    { message: `a filter is ${typeName(condition)}`, hint: "it must be a condition or a position" },
    { message: `筛选条件是${typeNameZh(condition)}`, hint: "应为条件或位置" },
  );
}

function overIterators(iterators: readonly Iterator[], types: Types, c: Checker): Types {
  let inner = types;
  for (const iterator of iterators) inner = withName(inner, iterator.name, elementOf(iterator, inner, c));
  return inner;
}

function elementOf({ source, until }: Iterator, types: Types, c: Checker): Type {
  const from = widened(c.type(source, types));
  if (until !== null) {
    const to = widened(c.type(until, types));
    const both = join(from, to);
    if (both !== null && ["number", "date", "unknown", "null"].includes(both.kind)) {
      return both.kind === "number" ? NUMBER : both;
    }
    return wrong(
      c,
      until,
      {
        message: `${typeName(from)}..${typeName(to)} cannot be counted through`,
        hint: "count through numbers or dates",
      },
      { message: `不能从${typeNameZh(from)}数到${typeNameZh(to)}`, hint: "只能在数或日期之间逐个取值" },
    );
  }
  return from.kind === "list" || from.kind === "range" ? from.of : from;
}

export function typeOfFor(expr: For, types: Types, c: Checker): Type {
  const inner = overIterators(expr.iterators, types, c);
  return listOf(c.type(expr.body, withName(inner, "partial", listOf(UNKNOWN))));
}

export function typeOfQuantified(expr: Quantified, types: Types, c: Checker): Type {
  want(c, expr.condition, overIterators(expr.iterators, types, c), BOOLEAN, ["the condition", "条件"]);
  return BOOLEAN;
}

export function typeOfIn(expr: In, types: Types, c: Checker): Type {
  const input = c.type(expr.value, types);
  for (const test of expr.tests) checkTest(test, input, types, c);
  return BOOLEAN;
}

/** One unary test of an input of type `input`. */
export function checkTest(test: Test, input: Type, types: Types, c: Checker): void {
  const read = test.kind === "compare test" ? test.operand : test.expr;
  // A constant, as most cells are, reads no name.
  const inner = read.kind === "literal" ? types : withName(types, "?", input);
  if (test.kind === "compare test") {
    const type = c.type(test.operand, inner);
    checkComparison(test.op, input, asMember(test.operand, type, input), test, c);
    return;
  }
  const type = asMember(test.expr, c.type(test.expr, inner), input);
  const asks = freeNames(test.expr).has("?");
  if (type.kind === "boolean" && (asks || input.kind !== "boolean")) return;
  const of = type.kind === "range" || (type.kind === "list" && input.kind !== "list") ? type.of : type;
  const point = of.kind === "range" ? of.of : of;
  checkComparison(type.kind === "range" ? "<=" : "=", input, point, test, c);
}

export function typeOfRange(expr: Range, types: Types, c: Checker): Type {
  const ends = [expr.low, expr.high].filter((end) => end !== null);
  const of = widened(typeOfAll(ends, types, c));
  if (isOrdered(of)) return { kind: "range", of };
  return wrong(
    c,
    expr,
    {
      message: `${typeName(of)} has no order`,
      hint: "a range needs numbers, dates, times, durations or text",
    },
    { message: `${typeNameZh(of)}没有大小之分`, hint: "区间的两端应为数、日期、时间、时长或文本" },
  );
}

export function typeOfFunction(expr: FunctionDefinition, types: Types, c: Checker): Type {
  let inner = types;
  const parameters = expr.parameters.map(({ name, type }) => {
    const own = type === null ? UNKNOWN : written(type);
    inner = withName(inner, name, own);
    return own;
  });
  return { kind: "function", parameters, result: expr.external ? UNKNOWN : c.type(expr.body, inner) };
}

const NAMED: ReadonlyMap<string, Type> = new Map(
  [BOOLEAN, STRING, NUMBER, DATE, TIME, DATE_TIME, DAYS, MONTHS].map((type) => [type.kind, type]),
);

/** A written type; what it does not say is unknown. */
function written(type: TypeExpr): Type {
  switch (type.kind) {
    case "named":
      return NAMED.get(type.name) ?? UNKNOWN;
    case "list":
    case "range":
      return { kind: type.kind, of: written(type.of) };
    case "context":
      return {
        kind: "context",
        fields: new Map(type.fields.map((field) => [field.name, written(field.type)])),
      };
    case "function":
      return { kind: "function", parameters: type.parameters.map(written), result: written(type.result) };
  }
}
