/** When a promise falls due. */

import type { Expr } from "../feel/ast.ts";
import { bind, type Env } from "./env.ts";
import type { Node } from "./node.ts";
import { translate } from "./translate.ts";

const at = { from: 0, to: 0 };
const name = (n: string): Expr => ({ kind: "name", name: n, ...at });

/** `from` plus a number of working days, as `add working days` counts them. */
export function addDays(from: Node, count: Node, env: Env): Node {
  const call: Expr = {
    kind: "call",
    callee: name("add working days"),
    args: [name("\u0000from"), name("\u0000within")],
    named: [],
    ...at,
  };
  return translate(call, inner(from, count, env));
}

/** `from` plus a duration. */
export function addDuration(from: Node, length: Node, env: Env): Node {
  const sum: Expr = {
    kind: "arithmetic",
    op: "+",
    left: name("\u0000from"),
    right: name("\u0000within"),
    ...at,
  };
  const node = translate(sum, inner(from, length, env));
  // What the graph does not add itself keeps the unit of `from`.
  return node.data.op === "foreign" ? env.graph.foreign(node.data.foreign, node.args, from) : node;
}

const inner = (from: Node, within: Node, env: Env): Env =>
  bind(
    env,
    new Map([
      ["\u0000from", from],
      ["\u0000within", within],
    ]),
  );
