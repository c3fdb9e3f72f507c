/** Calls of FEEL's functions that the graph knows how to open. */
import { calendarChanges } from "../calendar/index.ts";
import type { Call, Expr } from "../feel/ast.ts";
import { compileExpr, evaluate, isSyntaxError, parse } from "../feel/index.ts";
import { num, type Value } from "../feel/value.ts";
import { type Element, elementsOf, nodeElements, selects } from "./elements.ts";
import { type Env, opaque, orNull } from "./env.ts";
import type { Foreign, Node, RoundMode } from "./node.ts";
import { BOOLEAN, isWhole, NUMBER, OFFSET_SECONDS, type Shape } from "./value.ts";

type Open = (args: readonly Node[], env: Env, call: Call) => Node | null;

const DATE: Shape = { sort: "ordered", unit: "date" };
const ZERO_DAY = num(0);

const ROUNDERS: Readonly<Record<string, RoundMode>> = {
  floor: "floor",
  ceiling: "ceiling",
  decimal: "half-even",
  "round up": "up",
  "round down": "down",
  "round half up": "half-up",
  "round half down": "half-down",
};

/** Functions of time whose results grow and shrink with their arguments. */
const TRENDS: Readonly<
  Record<string, { readonly trend: readonly (1 | -1)[]; readonly unit: "number" | "same" }>
> = {
  "working days between": { trend: [-1, 1], unit: "number" },
  "full years between": { trend: [-1, 1], unit: "number" },
  "full months between": { trend: [-1, 1], unit: "number" },
  age: { trend: [-1, 1], unit: "number" },
  "add working days": { trend: [1, 1], unit: "same" },
};

const CALENDAR: Readonly<Record<string, "statutory" | "dayOff">> = {
  "statutory holiday": "statutory",
  "day off": "dayOff",
};

export function translateCall(expr: Call, env: Env): Node {
  if (expr.callee.kind !== "name" || expr.named.length > 0) return opaque(expr, env);
  const name = expr.callee.name;
  if (env.lookup(name) !== undefined) return opaque(expr, env);
  return openCall(name, expr, env) ?? opaque(expr, env);
}

function openCall(name: string, expr: Call, env: Env): Node | null {
  if (name === "sum" || name === "count") return aggregate(name, expr, env);
  const open = OPENERS[name];
  const rounder = Object.hasOwn(ROUNDERS, name) ? ROUNDERS[name] : undefined;
  const args = (): readonly Node[] => expr.args.map((a) => env.translate(a, env));
  if (open !== undefined && Object.hasOwn(OPENERS, name)) return open(args(), env, expr);
  if (rounder !== undefined) return rounded(rounder, args(), env);
  if (Object.hasOwn(TRENDS, name)) return trending(name, args(), env);
  if (Object.hasOwn(CALENDAR, name)) return calendar(name, args(), env);
  return null;
}

const OPENERS: Readonly<Record<string, Open>> = {
  max: (args, env, call) => extreme("max", args, env, call),
  min: (args, env, call) => extreme("min", args, env, call),
  abs: ([a], env) => (a?.unit === "number" ? env.graph.math("abs", [a], NUMBER) : null),
  not: ([a], env) => (a?.sort === "boolean" ? env.graph.not(a) : null),
  date: ([a, b], env) => (a === undefined || b !== undefined ? null : dateOf(a, env)),
};

function extreme(op: "max" | "min", args: readonly Node[], env: Env, call: Call): Node | null {
  const [only, second] = args;
  const first = call.args[0];
  let items = args;
  if (only !== undefined && second === undefined && only.sort === "other") {
    const opened = first === undefined ? null : (nodeElements(only, env) ?? elementsOf(first, env));
    if (opened === null || opened.length === 0 || opened.some((e) => e.present !== env.graph.yes))
      return null;
    items = opened.map((e) => e.value);
  }
  const unit = items[0]?.unit ?? null;
  if (unit === null || items.some((x) => x.unit !== unit)) return null;
  return env.graph.math(op, items, { sort: "ordered", unit });
}

function rounded(mode: RoundMode, args: readonly Node[], env: Env): Node | null {
  const [a, scale] = args;
  if (a?.unit !== "number") return null;
  if (scale === undefined) return mode === "floor" || mode === "ceiling" ? env.graph.round(a, mode, 0) : null;
  if (!isWhole(scale) || scale.data.op !== "const") return null;
  const places = Number(String(scale.data.value));
  return Math.abs(places) <= 30 ? env.graph.round(a, mode, places) : null;
}

/** The day of a date and time, on the clock of terms. */
function dateOf(a: Node, env: Env): Node | null {
  if (a.unit === "date") return a;
  if (a.unit !== "date and time") return null;
  const g = env.graph;
  const local = g.math("add", [a, g.number(OFFSET_SECONDS)], NUMBER);
  const day = g.round(g.math("div", [local, g.number(86_400)], NUMBER), "floor", 0);
  return g.math("add", [g.constant(ZERO_DAY, DATE), day], DATE);
}

const PARAMETERS = ["a", "b", "c"];
const builtins = new Map<string, (args: readonly Value[]) => Value>();

/** A built-in as a function of values, made once. */
function builtin(name: string, arity: number): (args: readonly Value[]) => Value {
  const key = `${name}/${arity}`;
  const found = builtins.get(key);
  if (found !== undefined) return found;
  const names = PARAMETERS.slice(0, arity);
  const expr = parse(`${name}(${names.join(", ")})`, { names: new Set(names), mode: "terms" });
  if (isSyntaxError(expr)) throw new Error(`no built-in ${name}`);
  const compiled = compileExpr(expr, { mode: "terms" });
  const run = (args: readonly Value[]): Value =>
    orNull(() => compiled(new Map(names.map((n, i) => [n, args[i] ?? null]))));
  builtins.set(key, run);
  return run;
}

const isTime = (n: Node): boolean => n.unit === "date" || n.unit === "date and time";

function trending(name: string, args: readonly Node[], env: Env): Node | null {
  const spec = TRENDS[name];
  const [a, b] = args;
  if (spec === undefined || a === undefined || b === undefined || args.length !== 2 || !isTime(a))
    return null;
  if (spec.unit === "number" ? !isTime(b) : b.unit !== "number") return null;
  const shape: Shape = spec.unit === "number" ? NUMBER : { sort: "ordered", unit: a.unit };
  const foreign: Foreign = { key: name, run: builtin(name, 2), trend: spec.trend, changes: null };
  return env.graph.foreign(foreign, [a, b], shape);
}

function calendar(name: string, args: readonly Node[], env: Env): Node | null {
  const [t] = args;
  const kind = CALENDAR[name];
  if (t === undefined || kind === undefined || args.length !== 1 || !isTime(t)) return null;
  const day = dateOf(t, env);
  if (day === null) return null;
  const changes = (from: number, to: number): readonly number[] => calendarChanges(kind, from, to);
  return env.graph.foreign({ key: name, run: builtin(name, 1), trend: [0], changes }, [day], BOOLEAN);
}

/** `sum` and `count` over a list whose elements may or may not be there. */
function aggregate(name: "sum" | "count", expr: Call, env: Env): Node | null {
  const elements = argumentElements(expr, env);
  if (elements === null) return name === "count" ? unknownCount(expr, env) : null;
  const g = env.graph;
  const add = (nodes: readonly Node[]): Node =>
    nodes.reduce((total, n) => g.math("add", [total, n], NUMBER), g.number(0));
  if (name === "count") return add(elements.map((e) => g.choose(e.present, g.number(1), g.number(0))));
  if (elements.some((e) => e.value.unit !== "number")) return null;
  const total = add(elements.map((e) => g.choose(e.present, e.value, g.number(0))));
  const some = g.or(...elements.map((e) => e.present));
  return some === g.yes ? total : g.choose(some, total, emptySum(env));
}

/** Of a list of which nothing is known, or of some of its elements: not computed here, but a number from zero up. */
function unknownCount(expr: Call, env: Env): Node | null {
  const [only, second] = expr.args;
  if (only === undefined || second !== undefined || !isUnknownList(only, env)) return null;
  const g = env.graph;
  const zero = g.number(0);
  return g.math("max", [zero, g.orElse(opaque(expr, env), zero)], NUMBER);
}

/** Whether it is a list in every completion, whatever its elements are. */
function isUnknownList(expr: Expr, env: Env): boolean {
  if (expr.kind === "filter") return !selects(expr, env) && isUnknownList(expr.list, env);
  const node = expr.kind === "name" ? env.lookup(expr.name) : undefined;
  return node?.data.op === "fact" && node.sort === "other" && !node.nullable;
}

function argumentElements(expr: Call, env: Env): readonly Element[] | null {
  const [only, second] = expr.args;
  if (only !== undefined && second === undefined) {
    const opened = elementsOf(only, env);
    if (opened !== null) return opened;
    return nodeElements(env.translate(only, env), env);
  }
  return null;
}

function emptySum(env: Env): Node {
  const empty: Expr = {
    kind: "call",
    callee: { kind: "name", name: "sum", from: 0, to: 0 },
    args: [EMPTY],
    named: [],
    from: 0,
    to: 0,
  };
  return env.graph.constant(evaluate(empty, new Map(), { mode: "terms" }), NUMBER);
}

const EMPTY: Expr = { kind: "list", items: [], from: 0, to: 0 };
