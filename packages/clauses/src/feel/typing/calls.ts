/** The types of function calls. */
import type { Call, Expr } from "../ast.ts";
import { type Builtin, builtin } from "../builtins/index.ts";
import { builtinNames } from "../builtins/names.ts";
import { nearestName } from "../names.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "../time/iso.ts";
import type { Type } from "../types.ts";
import { tagged, type Value } from "../value.ts";
import { type Checker, type Types, wrong } from "./checker.ts";
import { join, listOf, typeName, UNKNOWN } from "./relations.ts";
import { OVER_ITEMS, OVER_LISTS, RULES, type Rule, type Takes, takes } from "./rules.ts";
import { typeOfAll } from "./structures.ts";
import { typeNameZh } from "./zh.ts";

export function typeOfCall(expr: Call, types: Types, c: Checker): Type {
  const { callee } = expr;
  const own = callee.kind === "name" ? builtin(callee.name, "terms") : null;
  const bound = callee.kind === "name" ? types.get(callee.name) : undefined;
  if (own === null || bound?.kind === "function") return typeOfValueCall(expr, types, c);
  const args = ordered(expr, own);
  if (args === null) return unknownArgument(expr, own, types, c);
  const made = literalOf(own.name, args, expr, c);
  if (made !== null) {
    for (const arg of args) c.type(arg, types);
    return made;
  }
  if (OVER_ITEMS.has(own.name)) return overItems(own.name, args, expr, types, c);
  if (OVER_LISTS.has(own.name)) return overLists(own.name, args, types, c);
  return byRules(own, args, expr, types, c);
}

/** A call of a function that is a value. */
function typeOfValueCall(expr: Call, types: Types, c: Checker): Type {
  for (const arg of [...expr.args, ...expr.named.map(({ value }) => value)]) c.type(arg, types);
  if (expr.callee.kind === "name" && !types.has(expr.callee.name)) return noFunction(expr.callee, types, c);
  const callee = c.type(expr.callee, types);
  if (callee.kind === "function") return callee.result;
  if (callee.kind === "unknown") return UNKNOWN;
  return wrong(
    c,
    expr.callee,
    {
      message: `${typeName(callee)} is called like a function`,
      hint: "remove the brackets, or name a function",
    },
    { message: `${typeNameZh(callee)}不是函数`, hint: "请去掉括号，或写函数名" },
  );
}

function noFunction(callee: Extract<Expr, { kind: "name" }>, types: Types, c: Checker): Type {
  const functions = [...types].filter(([, type]) => type.kind === "function").map(([name]) => name);
  const near = nearestName(callee.name, [...builtinNames("terms"), ...functions]);
  const clock = callee.name === "now" || callee.name === "today";
  const hint = clock
    ? "declare the date as a fact: terms read no clock"
    : near === null
      ? "see the list of functions"
      : `did you mean ${near}?`;
  const zhHint = clock
    ? "请把日期声明为事实：条款不读时钟"
    : near === null
      ? "请查函数表"
      : `是否应为“${near}”？`;
  return wrong(
    c,
    callee,
    { message: `there is no function “${callee.name}”`, hint },
    { message: `没有函数“${callee.name}”`, hint: zhHint },
  );
}

/** The arguments in the order of a signature that has all the names given; null where none has. */
function ordered(expr: Call, own: Builtin): readonly Expr[] | null {
  if (expr.named.length === 0) return expr.args;
  const given = new Map(expr.named.map(({ name, value }) => [name, value]));
  for (const { names } of own.signatures) {
    if ([...given.keys()].every((name) => names.includes(name))) {
      return names.map((name) => given.get(name)).filter((arg) => arg !== undefined);
    }
  }
  return null;
}

function unknownArgument(expr: Call, own: Builtin, types: Types, c: Checker): Type {
  for (const { value } of expr.named) c.type(value, types);
  const ways = own.signatures.map(({ names }) => `${own.name}(${names.join(", ")})`);
  return wrong(
    c,
    expr,
    { message: `${own.name} has no such parameters`, hint: `write ${ways.join(" or ")}` },
    {
      message: `函数“${own.name}”没有这样的参数`,
      hint: `请写 ${ways.map((way) => `\`${way}\``).join(" 或 ")}`,
    },
  );
}

const READERS: ReadonlyMap<string, readonly [(text: string) => Value, string, zh: string]> = new Map([
  ["date", [parseDate, "2024-10-01", "日期"]],
  ["time", [parseTime, "08:00:00", "时刻"]],
  ["date and time", [parseDateTime, "2024-10-01T08:00:00", "日期时间"]],
  ["duration", [parseDuration, "P30D", "时长"]],
]);

/** `date("…")` and its kin on a literal: read now, so that a wrong text is found now. Null for other calls. */
function literalOf(name: string, args: readonly Expr[], expr: Call, c: Checker): Type | null {
  const reader = READERS.get(name);
  const [only] = args;
  if (reader === undefined || only?.kind !== "literal" || typeof only.value !== "string" || args.length > 1)
    return null;
  const [read, example, zhName] = reader;
  const kind = tagged(read(only.value))?.kind;
  switch (kind) {
    case "date":
    case "time":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return { kind };
    default:
      return wrong(
        c,
        expr,
        { message: `“${only.value}” is no ${name}`, hint: `write it as in ${name}("${example}")` },
        { message: `“${only.value}”不是${zhName}`, hint: `请写作 \`${name}("${example}")\`` },
      );
  }
}

function overItems(name: string, args: readonly Expr[], expr: Call, types: Types, c: Checker): Type {
  const [only] = args;
  let item: Type;
  if (args.length === 1 && only !== undefined) {
    const type = c.type(only, types);
    item = type.kind === "list" ? type.of : type;
  } else {
    item = typeOfAll(args, types, c);
  }
  const result = args.length === 0 ? null : (OVER_ITEMS.get(name)?.(item) ?? null);
  return result ?? noSuchCall(name, args.length === 0 ? [] : [item], expr, c);
}

function overLists(name: string, args: readonly Expr[], types: Types, c: Checker): Type {
  let of: Type = UNKNOWN;
  for (const [i, arg] of args.entries()) {
    const type = c.type(arg, types);
    const isItem = name === "append" && i > 0;
    const own = !isItem && type.kind === "list" ? type.of : type;
    const both = join(of, own);
    if (both === null) return noSuchCall(name, [listOf(of), type], arg, c);
    of = both;
  }
  return listOf(of);
}

function byRules(own: Builtin, args: readonly Expr[], expr: Call, types: Types, c: Checker): Type {
  const given = args.map((arg) => c.type(arg, types));
  if (own.name === "duration") return UNKNOWN;
  for (const rule of RULES.get(own.name) ?? []) {
    if (!fitsRule(rule, given)) continue;
    const result = rule.gives(given);
    if (result !== null) return result;
  }
  return noSuchCall(own.name, given, expr, c);
}

function fitsRule({ takes: parameters, optional }: Rule, given: readonly Type[]): boolean {
  if (given.length > parameters.length || given.length < parameters.length - optional) return false;
  return given.every((type, i) => takes(parameters[i] ?? "any", type, given[i - 1] ?? UNKNOWN));
}

function noSuchCall(name: string, given: readonly Type[], at: Expr, c: Checker): Type {
  const rules = RULES.get(name) ?? [];
  const ways = rules.map((rule) => `${name}(${rule.takes.map(describe).join(", ")})`).join(" or ");
  const zhWays = rules
    .map((rule) => `“${name}(${rule.takes.map((w) => ZH_WORDS[w]).join("，")})”`)
    .join("或");
  const shown = `${name}(${given.map(typeName).join(", ")})`;
  const zhShown = `“${name}(${given.map(typeNameZh).join("，")})”`;
  return wrong(
    c,
    at,
    {
      message: `${shown} means nothing`,
      hint: ways === "" ? "give it values of one fitting type" : `write ${ways}`,
    },
    { message: `${zhShown}没有意义`, hint: ways === "" ? "参数应为同一种合适的类型" : `请写${zhWays}` },
  );
}

const WORDS: Readonly<Record<string, string>> = {
  amount: "number or money",
  measure: "number, money or duration",
  day: "date",
  moment: "date or time",
  days: "days and time duration",
  same: "the same type",
};

const describe = (what: string): string => WORDS[what] ?? what;

const ZH_WORDS: Readonly<Record<Takes, string>> = {
  any: "任何值",
  string: "文字",
  number: "数",
  amount: "数或金额",
  measure: "数、金额或时长",
  boolean: "是或否",
  day: "日期",
  moment: "日期或时刻",
  time: "时刻",
  days: "时长（日、时）",
  list: "列表",
  context: "一组“名称: 值”",
  function: "函数",
  range: "区间",
  same: "同一类型",
};
