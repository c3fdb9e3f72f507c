/** Functions that the graph does not open. What SQL cannot compute exactly is refused by name. */
import type { Foreign, Node } from "../ir/node.ts";
import type { Cell } from "./cell.ts";
import type { Emitter } from "./emit.ts";
import { emitFold } from "./folds.ts";
import { opened, type Reads } from "./opened.ts";
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
  const { plan } = emitter.with;
  const cell =
    known === undefined
      ? (emitFold(node, emitter) ?? openedCell(node, emitter))
      : known(
          node.args.map((a) => timed(a, emitter)),
          plan,
        );
  return (
    cell ?? emitter.cannot(node, "SQL has no function that gives exactly this", "SQL 没有与之完全一致的函数")
  );
}

/** Arguments are read more than once. */
function timed(node: Node, emitter: Emitter): Timed {
  const { value, open } = emitter.cell(node);
  const { plan } = emitter.with;
  return { value: plan.atom(value), open: open === null ? null : plan.atom(open), unit: node.unit };
}

function openedCell(node: Node, emitter: Emitter): Cell | null {
  const { lists, plan, sizes } = emitter.with;
  const own = lists.expression(node);
  if (own === null) return null;
  const reads: Reads = (expr) => {
    const part = own.env.translate(expr, own.env);
    return part.sort === "other" ? null : { ...timed(part, emitter), size: sizes.of(part) };
  };
  const made = opened(own.expr, reads, plan);
  return made === null || made.unit !== node.unit ? null : made;
}
