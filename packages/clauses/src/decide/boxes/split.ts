/** Where to cut a box so that more is decided on each part. The parts together are the box, unless they are samples. */
import type { Node } from "../../ir/node.ts";
import { NO, NONE, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import { own, relevant, type Split } from "./cuts.ts";
import { samples } from "./samples.ts";

/** The first cut below some nodes, never of the facts in `keep`; null where nothing is left that one fact decides. */
export function pick(nodes: readonly Node[], keep: number, cells: Cells): Split | null {
  const seen = new Set<number>();
  for (const n of nodes) {
    const split = below(n, keep, cells, seen);
    if (split !== null) return split;
  }
  return fewest(nodes, keep, cells) ?? sampled(nodes, keep, cells);
}

function sampled(nodes: readonly Node[], keep: number, cells: Cells): Split | null {
  const found = samples(nodes, keep, cells);
  return found === null ? null : { kind: "samples", ...found };
}

/** A fact with so few values that they can be gone through. */
const MAX_FEW = 16;

/** Where nothing else tells: the fact with the fewest values, halved. */
function fewest(nodes: readonly Node[], keep: number, cells: Cells): Split | null {
  let bits = 0;
  for (const n of nodes) bits |= cells.judged(n).up | cells.judged(n).down;
  let best: Fact | null = null;
  let least = MAX_FEW + 1;
  for (const f of cells.box.free) {
    if ((f.bit & bits & ~keep) === 0 || f.fixed || f.kind !== "number") continue;
    const count = f.values === null ? (f.hi - f.lo) / f.step + 1 : f.values.length;
    if (count < least) {
      best = f;
      least = count;
    }
  }
  const at = best === null ? Number.NaN : best.floor((best.lo + best.hi) / 2);
  return best === null || Number.isNaN(at) || at >= best.hi ? null : { kind: "at", fact: best, at };
}

function below(node: Node, keep: number, cells: Cells, seen: Set<number>): Split | null {
  if (seen.has(node.id) || cells.judged(node).known) return null;
  seen.add(node.id);
  for (const child of relevant(node, cells)) {
    const split = below(child, keep, cells, seen);
    if (split !== null) return split;
  }
  return own(node, keep, cells);
}

/** Visits the parts of a cut until one answers yes. */
export function visit(split: Split, cells: Cells, answers: () => boolean): boolean {
  const { box } = cells;
  const { fact } = split;
  const part = (narrow: () => void): boolean => {
    const mark = box.mark;
    narrow();
    const answer = answers();
    box.undo(mark);
    return answer;
  };
  if (split.kind === "samples") return split.values.some((x) => part(() => box.range(fact, x, x)));
  if (split.kind === "at") {
    const { at } = split;
    const next = fact.after(at);
    const { lo, hi } = fact;
    return part(() => box.range(fact, lo, at)) || part(() => box.range(fact, next, hi));
  }
  if ((fact.mask & NONE) !== 0 && part(() => box.none(fact))) return true;
  if (fact.kind === "truth")
    return (
      ((fact.mask & NO) !== 0 && part(() => box.truth(fact, NO))) ||
      ((fact.mask & YES) !== 0 && part(() => box.truth(fact, YES)))
    );
  if ((fact.mask & YES) === 0) return false;
  if (fact.kind === "text") return fact.codes.some((c) => part(() => box.text(fact, c)));
  return part(() => box.some(fact));
}
