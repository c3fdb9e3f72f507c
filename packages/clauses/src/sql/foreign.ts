/** Functions that the graph does not open. What SQL cannot compute exactly is refused by name. */

import type { Expr } from "../feel/ast.ts";
import { freeNames } from "../feel/index.ts";
import type { Foreign, Node } from "../ir/node.ts";
import type { Cell } from "./cell.ts";
import type { Emitter } from "./emit.ts";
import { DUE, DUE_KEY, type Names, opened } from "./opened.ts";
import type { Plan } from "./plan.ts";
import { addWorkingDays, fullBetween, statutoryOrOff, type Timed, workingDaysBetween } from "./time.ts";

type Write = (args: readonly Timed[], plan: Plan) => Cell | null;

const FUNCTIONS: ReadonlyMap<string, Write> = new Map([
  ["statutory holiday", (args, plan) => statutoryOrOff("statutory", args, plan)],
  ["day off", (args, plan) => statutoryOrOff("off", args, plan)],
  ["working days between", workingDaysBetween],
  ["add working days", addWorkingDays],
  ["full years between", (args, plan) => fullBetween("year", args, false, plan)],
  ["full months between", (args, plan) => fullBetween("month", args, false, plan)],
  ["age", (args, plan) => fullBetween("year", args, true, plan)],
]);

export function emitForeign(node: Node, foreign: Foreign, emitter: Emitter): Cell {
  const known = FUNCTIONS.get(foreign.key);
  if (known === undefined && node.args.some((a) => a.sort === "other" && a.data.op !== "const"))
    return refuse(node, emitter);
  const { plan } = emitter.with;
  const args = node.args.map((a): Timed => ({ ...kept(a, emitter), unit: a.unit }));
  const cell = known === undefined ? openedCell(node, foreign, args, emitter) : known(args, plan);
  return cell ?? refuse(node, emitter);
}

const refuse = (node: Node, emitter: Emitter): Cell =>
  emitter.cannot(node, "SQL has no function that gives exactly this", "SQL 没有与之完全一致的函数");

/** Arguments are read more than once. */
function kept(node: Node, emitter: Emitter): Cell {
  const { value, open } = emitter.cell(node);
  const { plan } = emitter.with;
  return { value: plan.atom(value), open: open === null ? null : plan.atom(open) };
}

function openedCell(node: Node, foreign: Foreign, args: readonly Timed[], emitter: Emitter): Cell | null {
  const [names, key] = foreign.key.split("\u0001");
  const expr = key === DUE_KEY ? DUE : emitter.with.places.expression(foreign.key)?.expr;
  if (expr === undefined || names === undefined || names === "test") return null;
  const bound = boundNames(expr, names, args.length);
  if (bound === null) return null;
  const entries = args.flatMap((a, i) => {
    const [name, arg] = [bound[i], node.args[i]];
    return name === undefined || arg === undefined
      ? []
      : [[name, { ...a, size: emitter.with.sizes.of(arg) }] as const];
  });
  const all: Names = new Map(entries);
  const made = opened(expr, all, emitter.with.plan);
  return made === null || made.unit !== node.unit ? null : made;
}

/** The names a foreign function reads, in the order of its arguments; null where they are not those of `expr`. */
function boundNames(expr: Expr, key: string, count: number): readonly string[] | null {
  const names = [...freeNames(expr)];
  return names.length === count && names.join("\u0000") === key ? names : null;
}
