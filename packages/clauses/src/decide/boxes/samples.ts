/** Where no cut decides more: values of one fact to look at, so that what it is linked with can be cut. */
import type { Node } from "../../ir/node.ts";
import { NONE } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import { own, relevant } from "./cuts.ts";

/** How far from its only end a fact is tried, in steps. */
const NEAR = 10_000_000;

export interface Samples {
  readonly fact: Fact;
  readonly values: readonly number[];
}

/** A few values of a fact that others are compared with, for want of one the first that some nodes hang on. */
export function samples(nodes: readonly Node[], keep: number, cells: Cells): Samples | null {
  const seen = new Set<number>();
  for (const n of nodes) {
    const compared = linked(n, cells, seen, (c) => free(c, keep, cells) !== null);
    const fact = compared === null ? null : free(compared, keep, cells);
    if (compared !== null && fact !== null) return { fact, values: valuesOf(fact, compared, cells) };
  }
  for (const n of nodes) {
    const fact = free(n, keep, cells);
    if (fact !== null)
      return { fact, values: [...new Set([middleOf(fact), fact.end(false), fact.end(true)])] };
  }
  return null;
}

/** The first number that a node hangs on. */
function free(node: Node, keep: number, cells: Cells): Fact | null {
  const cell = cells.judged(node);
  const bits = (cell.up | cell.down) & ~keep;
  const isFree = (f: Fact): boolean =>
    (f.bit & bits) !== 0 && f.kind === "number" && (f.mask & NONE) === 0 && !f.fixed;
  return cells.box.free.find(isFree) ?? null;
}

/** The first comparison below a node, among those on which it hangs, that fits. */
export function linked(
  node: Node,
  cells: Cells,
  seen: Set<number>,
  fits: (compared: Node) => boolean,
): Node | null {
  if (seen.has(node.id) || cells.judged(node).known) return null;
  seen.add(node.id);
  for (const child of relevant(node, cells)) {
    const found = linked(child, cells, seen, fits);
    if (found !== null) return found;
  }
  const { op } = node.data;
  const compared = op === "lt" || op === "le" || op === "eq" ? node : cells.graph.nodes.graph.kink(node);
  return compared !== undefined && fits(compared) ? compared : null;
}

/** Both sides of where a comparison turns while the others in it are in the middle or at an end, then its own ends. */
function valuesOf(fact: Fact, compared: Node, cells: Cells): readonly number[] {
  const { box } = cells;
  const out = new Set<number>();
  const cell = cells.judged(compared);
  const others = box.free.filter((f) => f !== fact && (f.bit & (cell.up | cell.down)) !== 0 && !f.fixed);
  for (const placed of [middleOf, (f: Fact) => f.end(false), (f: Fact) => f.end(true)]) {
    const mark = box.mark;
    for (const f of others) {
      if (f.kind === "number") box.range(f, placed(f), placed(f));
      else box.toEnd(f, true);
    }
    const cut = own(compared, ~fact.bit, cells);
    box.undo(mark);
    if (cut?.kind === "at") out.add(cut.at).add(fact.after(cut.at));
  }
  return [...out.add(middleOf(fact)).add(fact.end(false)).add(fact.end(true))];
}

/** A value between the ends; not far from the only end there is. */
function middleOf(fact: Fact): number {
  const [low, high] = [fact.end(false), fact.end(true)];
  let middle = (low + high) / 2;
  if (fact.reaches(false) !== fact.reaches(true))
    middle = fact.reaches(false) ? low + NEAR * fact.step : high - NEAR * fact.step;
  const at = fact.floor(middle);
  return Number.isNaN(at) ? low : at;
}
