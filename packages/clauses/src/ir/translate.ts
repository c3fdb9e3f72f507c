/** FEEL expressions as graph nodes. What has no node of its own becomes a foreign function of its names. */
import type {
  Arithmetic,
  Between,
  Compare,
  Expr,
  Filter,
  If,
  In,
  Logic,
  Path,
  Quantified,
} from "../feel/ast.ts";
import { num } from "../feel/value.ts";
import { translateCall } from "./calls.ts";
import { comparison } from "./comparison.ts";
import { elementsOf } from "./elements.ts";
import { bind, type Env, opaque } from "./env.ts";
import type { Node } from "./node.ts";
import { matches } from "./tests.ts";
import { fromFeel, isWhole, NUMBER, type Shape, shapeOfValue } from "./value.ts";

const DAY = 86_400;
const DURATION: Shape = { sort: "ordered", unit: "days and time duration" };
const MONTHS: Shape = { sort: "ordered", unit: "years and months duration" };

export function translate(expr: Expr, env: Env): Node {
  switch (expr.kind) {
    case "literal":
      return env.graph.constant(fromFeel(expr.value), shapeOfValue(expr.value));
    case "name":
      return env.lookup(expr.name) ?? opaque(expr, env);
    case "negate":
      return negate(expr.operand, expr, env);
    case "arithmetic":
      return arithmetic(expr, env);
    case "compare":
      return compare(expr, env);
    case "logic":
      return logic(expr, env);
    case "between":
      return between(expr, env);
    case "in":
      return inTests(expr, env);
    case "if":
      return choice(expr, env);
    case "path":
      return path(expr, env);
    case "list":
      return env.graph.list(expr.items.map((item) => translate(item, env)));
    case "context":
      return context(expr, env);
    case "for":
    case "filter":
      return listOf(expr, env);
    case "quantified":
      return quantified(expr, env);
    case "call":
      return translateCall(expr, env);
    case "range":
    case "function":
    case "instance of":
      return opaque(expr, env);
  }
}

function negate(operand: Expr, whole: Expr, env: Env): Node {
  const a = translate(operand, env);
  if (a.unit !== "number" && a.unit !== DURATION.unit && a.unit !== MONTHS.unit) return opaque(whole, env);
  return env.graph.math("sub", [env.graph.constant(num(0), a), a], { sort: "ordered", unit: a.unit });
}

function arithmetic(expr: Arithmetic, env: Env): Node {
  const [a, b] = [translate(expr.left, env), translate(expr.right, env)];
  return arithmeticOf(expr.op, a, b, env) ?? opaque(expr, env);
}

/** Null where the units have no arithmetic of their own here. */
function arithmeticOf(op: Arithmetic["op"], a: Node, b: Node, env: Env): Node | null {
  const g = env.graph;
  const [ua, ub] = [a.unit, b.unit];
  if (ua === null || ub === null) return null;
  if (ua === "number" && ub === "number") {
    if (op === "**") return null;
    return g.math(({ "+": "add", "-": "sub", "*": "mul", "/": "div" } as const)[op], [a, b], NUMBER);
  }
  if (op === "/" && ua === "days and time duration" && ub === ua) return g.math("div", [a, b], NUMBER);
  if (op !== "+" && op !== "-") return null;
  const math = op === "+" ? "add" : "sub";
  if (ua === ub && (ua === "days and time duration" || ua === "years and months duration"))
    return g.math(math, [a, b], { sort: "ordered", unit: ua });
  if (op === "-" && ua === "date and time" && ub === ua) return g.math("sub", [a, b], DURATION);
  if (op === "-" && ua === "date" && ub === ua)
    return g.math("mul", [g.math("sub", [a, b], NUMBER), g.number(DAY)], DURATION);
  if (ua === "date and time" && ub === "days and time duration")
    return g.math(math, [a, b], { sort: "ordered", unit: ua });
  if (ua === "date" && ub === "days and time duration") return dayPlus(math, a, b, env);
  if (op === "+" && (ub === "date" || ub === "date and time")) return swapped(a, b, env);
  return null;
}

/** A whole number of days only: FEEL keeps a date a date, and parts of a day need its own rule. */
function dayPlus(math: "add" | "sub", a: Node, b: Node, env: Env): Node | null {
  const days = env.graph.math("div", [b, env.graph.number(DAY)], NUMBER);
  if (!isWhole(days)) return null;
  return env.graph.math(math, [a, days], { sort: "ordered", unit: "date" });
}

const swapped = (a: Node, b: Node, env: Env): Node | null =>
  a.unit === "days and time duration" ? arithmeticOf("+", b, a, env) : null;

function compare(expr: Compare, env: Env): Node {
  const [a, b] = [translate(expr.left, env), translate(expr.right, env)];
  return comparison(expr.op, a, b, env) ?? opaque(expr, env);
}

function logic(expr: Logic, env: Env): Node {
  const args = expr.operands.map((o) => translate(o, env));
  const fine = args.every((a) => a.sort === "boolean" || (a.data.op === "const" && a.data.value === null));
  if (!fine) return opaque(expr, env);
  return expr.op === "and" ? env.graph.and(...args) : env.graph.or(...args);
}

function between(expr: Between, env: Env): Node {
  const value = translate(expr.value, env);
  const low = comparison("<=", translate(expr.low, env), value, env);
  const high = comparison("<=", value, translate(expr.high, env), env);
  return low === null || high === null ? opaque(expr, env) : env.graph.and(low, high);
}

function inTests(expr: In, env: Env): Node {
  const value = translate(expr.value, env);
  const parts = expr.tests.map((t) => matches(t, value, env));
  const good = parts.filter((p): p is Node => p !== null);
  return good.length === parts.length ? env.graph.or(...good) : opaque(expr, env);
}

function choice(expr: If, env: Env): Node {
  const condition = translate(expr.condition, env);
  if (condition.data.op === "const")
    return translate(condition.data.value === true ? expr.consequent : expr.alternative, env);
  const [a, b] = [translate(expr.consequent, env), translate(expr.alternative, env)];
  const nothing = (n: Node): boolean => n.data.op === "const" && n.data.value === null;
  const alike = (a.sort === b.sort && a.unit === b.unit) || nothing(a) || nothing(b);
  return condition.sort === "boolean" && alike ? env.graph.choose(condition, a, b) : opaque(expr, env);
}

function path(expr: Path, env: Env): Node {
  const object = translate(expr.object, env);
  if (object.data.op === "record") {
    const i = object.data.names.indexOf(expr.name);
    return object.args[i] ?? env.graph.nothing;
  }
  if (object.data.op === "list" || expr.object.kind === "filter") return listOf(expr, env);
  return opaque(expr, env);
}

function context(expr: Expr & { kind: "context" }, env: Env): Node {
  const names = new Map<string, Node>();
  for (const entry of expr.entries) names.set(entry.key, translate(entry.value, bind(env, names)));
  return env.graph.record([...names.keys()], [...names.values()]);
}

/** A list whose every element is certain to be there; otherwise a foreign value. */
function listOf(expr: Filter | Path | (Expr & { kind: "for" }), env: Env): Node {
  const elements = elementsOf(expr, env);
  if (elements === null) return opaque(expr, env);
  const present = elements.filter((e) => e.present !== env.graph.no);
  if (present.some((e) => e.present !== env.graph.yes)) return opaque(expr, env);
  return env.graph.list(present.map((e) => e.value));
}

function quantified(expr: Quantified, env: Env): Node {
  const [iterator, second] = expr.iterators;
  if (iterator === undefined || second !== undefined || iterator.until !== null) return opaque(expr, env);
  const elements = elementsOf(iterator.source, env);
  if (elements === null) return opaque(expr, env);
  const g = env.graph;
  const parts = elements.map((e) => {
    const condition = translate(expr.condition, bind(env, new Map([[iterator.name, e.value]])));
    if (condition.sort !== "boolean") return null;
    return expr.quantifier === "some" ? g.and(e.present, condition) : g.or(g.not(e.present), condition);
  });
  const good = parts.filter((p): p is Node => p !== null);
  if (good.length !== parts.length) return opaque(expr, env);
  return expr.quantifier === "some" ? g.or(...good) : g.and(...good);
}
