/** The types that built-in functions take and give. */
import type { Type } from "../types.ts";
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  DAYS,
  fits,
  isOrdered,
  join,
  listOf,
  MONEY,
  MONTHS,
  NUMBER,
  STRING,
  TIME,
  UNKNOWN,
  widened,
} from "./relations.ts";

/** What a parameter takes. `same` is whatever the parameter before it was given. */
export type Takes =
  | "any"
  | "string"
  | "number"
  | "amount"
  | "measure"
  | "boolean"
  | "day"
  | "moment"
  | "time"
  | "days"
  | "list"
  | "context"
  | "function"
  | "range"
  | "same";

/** One way to call a function: its parameters, those after `?` optional, and what comes out. */
export interface Rule {
  readonly takes: readonly Takes[];
  readonly optional: number;
  readonly gives: (given: readonly Type[]) => Type | null;
}

const TAKES: Readonly<Record<Exclude<Takes, "same">, readonly Type[]>> = {
  any: [UNKNOWN],
  string: [STRING],
  number: [NUMBER],
  amount: [NUMBER, MONEY],
  measure: [NUMBER, MONEY, DAYS, MONTHS],
  boolean: [BOOLEAN],
  day: [DATE, DATE_TIME],
  moment: [DATE, DATE_TIME, TIME],
  time: [TIME],
  days: [DAYS],
  list: [listOf(UNKNOWN)],
  context: [{ kind: "context", fields: new Map() }],
  function: [],
  range: [{ kind: "range", of: UNKNOWN }],
};

/** Whether an argument may be given for a parameter; `before` is the argument before it. */
export function takes(what: Takes, type: Type, before: Type): boolean {
  if (what === "same") return join(widened(type), widened(before)) !== null;
  if (what === "function") return type.kind === "function" || type.kind === "unknown";
  return TAKES[what].some((expected) => fits(type, expected));
}

/** `"string, number, number?"` and the type of the result. */
function rule(parameters: string, gives: Type | Rule["gives"]): Rule {
  const names = parameters === "" ? [] : parameters.split(", ");
  return {
    takes: names.map((name) => name.replace("?", "") as Takes),
    optional: names.filter((name) => name.endsWith("?")).length,
    gives: typeof gives === "function" ? gives : () => gives,
  };
}

/** The type of the first argument; a literal stays one. */
const first = (given: readonly Type[]): Type => widened(given[0] ?? UNKNOWN);

const elementOf = (type: Type | undefined): Type => (type?.kind === "list" ? type.of : (type ?? UNKNOWN));

const text = (parameters: string, gives: Type): readonly Rule[] => [rule(parameters, gives)];
const rounding: readonly Rule[] = [rule("amount, number", first)];
const rangeRelation: readonly Rule[] = [rule("any, any", BOOLEAN)];
const perDay = (gives: Type): readonly Rule[] => [rule("day", gives)];

export const RULES: ReadonlyMap<string, readonly Rule[]> = new Map(
  Object.entries({
    date: [rule("string", DATE), rule("day", DATE), rule("number, number, number", DATE)],
    "date and time": [rule("string", DATE_TIME), rule("day", DATE_TIME), rule("day, time", DATE_TIME)],
    time: [rule("string", TIME), rule("moment", TIME), rule("number, number, number, days?", TIME)],
    number: text("string, string?, string?", NUMBER),
    string: text("any", STRING),
    "years and months duration": [rule("day, day", MONTHS)],
    not: text("boolean", BOOLEAN),
    is: text("any, any", BOOLEAN),
    substring: text("string, number, number?", STRING),
    "string length": text("string", NUMBER),
    "upper case": text("string", STRING),
    "lower case": text("string", STRING),
    "substring before": text("string, string", STRING),
    "substring after": text("string, string", STRING),
    contains: text("string, string", BOOLEAN),
    "starts with": text("string, string", BOOLEAN),
    "ends with": text("string, string", BOOLEAN),
    matches: text("string, string, string?", BOOLEAN),
    replace: text("string, string, string, string?", STRING),
    split: text("string, string", listOf(STRING)),
    "string join": text("list, string?", STRING),
    decimal: rounding,
    "round up": rounding,
    "round down": rounding,
    "round half up": rounding,
    "round half down": rounding,
    floor: [rule("amount, number?", first)],
    ceiling: [rule("amount, number?", first)],
    abs: [rule("measure", first)],
    modulo: [rule("number, number", NUMBER), rule("amount, same", first)],
    sqrt: text("number", NUMBER),
    log: text("number", NUMBER),
    exp: text("number", NUMBER),
    odd: text("number", BOOLEAN),
    even: text("number", BOOLEAN),
    count: text("list", NUMBER),
    "list contains": [rule("list, any", ([list, item]) => sameElement(list, item, BOOLEAN))],
    sublist: [rule("list, number, number?", first)],
    "insert before": [rule("list, number, any", ([list, , item]) => withItem(list, item))],
    remove: [rule("list, number", first)],
    "list replace": [
      rule("list, number, any", ([list, , item]) => withItem(list, item)),
      rule("list, function, any", ([list, , item]) => withItem(list, item)),
    ],
    reverse: [rule("list", first)],
    "index of": [rule("list, any", ([list, item]) => sameElement(list, item, listOf(NUMBER)))],
    "distinct values": [rule("list", first)],
    flatten: [rule("list", ([list]) => listOf(innermost(elementOf(list))))],
    sort: [rule("list, function?", first)],
    "day of year": perDay(NUMBER),
    "day of week": perDay(STRING),
    "month of year": perDay(STRING),
    "week of year": perDay(NUMBER),
    "get value": text("context, string", UNKNOWN),
    "get entries": text("context", listOf(UNKNOWN)),
    context: text("list", UNKNOWN),
    "context put": [rule("context, string, any", UNKNOWN), rule("context, list, any", UNKNOWN)],
    "context merge": text("list", UNKNOWN),
    range: text("string", UNKNOWN),
    "statutory holiday": perDay(BOOLEAN),
    "day off": perDay(BOOLEAN),
    "working days between": [rule("day, day", NUMBER)],
    "add working days": [rule("day, number", first)],
    "full years between": [rule("day, same", NUMBER)],
    "full months between": [rule("day, same", NUMBER)],
    age: [rule("day, day", NUMBER)],
    before: rangeRelation,
    after: rangeRelation,
    meets: rangeRelation,
    "met by": rangeRelation,
    overlaps: rangeRelation,
    "overlaps before": rangeRelation,
    "overlaps after": rangeRelation,
    finishes: rangeRelation,
    "finished by": rangeRelation,
    includes: rangeRelation,
    during: rangeRelation,
    starts: rangeRelation,
    "started by": rangeRelation,
    coincides: rangeRelation,
  }),
);

function sameElement(list: Type | undefined, item: Type | undefined, gives: Type): Type | null {
  return join(widened(elementOf(list)), widened(item ?? UNKNOWN)) === null ? null : gives;
}

function withItem(list: Type | undefined, item: Type | undefined): Type | null {
  const of = join(elementOf(list), item ?? UNKNOWN);
  return of === null ? null : listOf(of);
}

const innermost = (type: Type): Type => (type.kind === "list" ? innermost(type.of) : type);

/** Functions of a list or of any number of arguments: from the common type of the items to the result. */
export const OVER_ITEMS: ReadonlyMap<string, (item: Type) => Type | null> = new Map<
  string,
  (item: Type) => Type | null
>([
  ["min", (item) => (isOrdered(item) ? widened(item) : null)],
  ["max", (item) => (isOrdered(item) ? widened(item) : null)],
  ["sum", amount],
  ["mean", amount],
  ["median", amount],
  ["stddev", amount],
  ["mode", (item) => (amount(item) === null ? null : listOf(item))],
  ["product", (item) => (fits(item, NUMBER) ? widened(item) : null)],
  ["all", (item) => (fits(item, BOOLEAN) ? BOOLEAN : null)],
  ["any", (item) => (fits(item, BOOLEAN) ? BOOLEAN : null)],
]);

function amount(item: Type): Type | null {
  const plain = widened(item);
  return fits(plain, NUMBER) || fits(plain, MONEY) ? plain : null;
}

/** Functions of any number of lists: `append` takes items after its list. */
export const OVER_LISTS: ReadonlySet<string> = new Set(["concatenate", "union", "append"]);
