/** What would change a decision: for one fact at a time, as near to what it is as can be. */
import { equalVal } from "../../decide/aim.ts";
import { undecided } from "../../decide/atoms.ts";
import type { Region } from "../../decide/region.ts";
import { type Domain, known } from "../../facts/domain.ts";
import { type Num, num } from "../../feel/value.ts";
import type { Node, Op, Val } from "../../ir/node.ts";
import type { Slot } from "../../ir/slots.ts";
import { answers, holds } from "./answers.ts";
import { type Goal, goalOf } from "./goal.ts";
import { isPlaced, nearest, type Otherwise } from "./nearest.ts";
import { paid } from "./scout.ts";
import { type Made, sameDecision, type Varying } from "./varying.ts";

/** More than this many are not told: they would say less. */
const MOST = 3;

export interface Changes {
  readonly found: readonly Otherwise[];
  /** Every fact has been looked at, and none alone leads to payment (or acceptance). */
  readonly noneAlone: boolean;
}

/** `last` says which facts are told of only where no other is. */
export function changesOf(v: Varying, asked: readonly number[], last: (slot: Slot) => boolean): Changes {
  if (v.now.outcome === "open") return { found: answers(v, asked, MOST), noneAlone: false };
  const goal = goalOf(v);
  if (goal === null) return { found: [], noneAlone: false };
  const { slots } = v.study.graph;
  const first = slots.flatMap((s, i) => (last(s) ? [] : [i]));
  const rest = slots.flatMap((s, i) => (last(s) ? [i] : []));
  const found = some(v, goal, first);
  const all = found.length > 0 ? found : some(v, goal, rest);
  return { found: all, noneAlone: all.length === 0 && isRefusal(v) && v.thorough && isClosed(v) };
}

/** Those that settle it; where none does, those after which least is left to ask. In the order of the facts. */
function some(v: Varying, goal: Goal, indexes: readonly number[]): readonly Otherwise[] {
  const found: Otherwise[] = [];
  for (const i of indexes) {
    if (found.filter((o) => o.decision.settled).length === MOST) break;
    const change = ofFact(v, goal, i);
    if (change !== null) found.push(change);
  }
  const fewest = Math.min(...found.map((o) => o.decision.asks));
  return found.filter((o) => o.decision.asks === fewest).slice(0, MOST);
}

function ofFact(v: Varying, goal: Goal, index: number): Otherwise | null {
  const here = v.region.domains[index];
  const whole = v.whole(index);
  if (here === undefined || whole === null || !mayChange(v, goal, index, whole)) return null;
  if (whole.kind === "finite") return otherValue(v, goal, index, here, whole.values);
  if (whole.kind !== "range") return null;
  const change = nearest(v, goal, index, whole);
  return change ?? (whole.nullable && goal.leap === null ? otherValue(v, goal, index, here, [null]) : null);
}

/** What the outcome (or the amount) may be at all, whatever this one fact is. */
function mayChange(v: Varying, goal: Goal, index: number, whole: Domain): boolean {
  const { outcome, least, most } = v.study.graph;
  if (!v.study.space.facts(outcome).has(index) && goal.leap === null) return false;
  const region = v.region.withDomain(index, whole);
  if (goal.leap === null) {
    const abs = region.abs(outcome);
    return abs.kind !== "one" || goal.wanted(abs.value);
  }
  return leaps([least, most], region);
}

/** A sum of products grows and falls, but only a condition, or a function of other days, makes it leap. */
function leaps(nodes: readonly Node[], region: Region): boolean {
  const seen = new Set<number>();
  return nodes.some((n) => undecided(n, region, seen, (x) => LEAPING.has(x.data.op)));
}

const LEAPING: ReadonlySet<Op> = new Set<Op>(["lt", "le", "eq", "is null", "if", "foreign"]);

/** The other values of a choice that come to the best of what they come to. */
function otherValue(
  v: Varying,
  goal: Goal,
  index: number,
  here: Domain,
  values: readonly Val[],
): Otherwise | null {
  const now = here.kind === "finite" ? here.values : [];
  // Of many choices one always pays more: that is told only where something is refused.
  const choice = values.some((x) => typeof x !== "boolean" && x !== null);
  if (goal.leap !== null && choice && !refuses(v)) return null;
  let best: Made | null = null;
  const chosen: Val[] = [];
  for (const value of values) {
    if (now.some((x) => equalVal(x, value))) continue;
    if (goal.leap !== null && !paysMore(v, index, value, goal.leap)) continue;
    const made = v.decide(index, known(value));
    if (made === null || !goal.reached(made)) continue;
    if (best !== null && sameDecision(made, best)) chosen.push(value);
    else if (best === null || num(made.payable.least).greaterThan(best.payable.least)) {
      best = made;
      chosen.splice(0, chosen.length, value);
    }
  }
  if (best === null) return null;
  const told = chosen.slice(0, MOST);
  const together = holds(v, index, told, best) ? told : told.slice(0, 1);
  return { index, domain: { kind: "finite", values: together }, decision: best, up: null };
}

/** What any completion pays, where it is settled. */
function paysMore(v: Varying, index: number, value: Val, leap: Num): boolean {
  const amount = paid(v, index, value);
  return amount?.minus(v.now.payable.least).gte(leap) ?? false;
}

/** Whether some benefit is refused while another is paid. */
const refuses = (v: Varying): boolean =>
  v.study.graph.ofBenefits.some((r) => {
    const abs = v.region.abs(r.holds);
    return abs.kind === "one" && abs.value === true;
  });

const isRefusal = ({ now }: Varying): boolean => now.outcome === "decline" || now.outcome === "nothing";

/** No fact that the outcome hangs on escapes the search: a text of any kind, how long a list is, what has no value. */
function isClosed(v: Varying): boolean {
  const { graph, space } = v.study;
  const reached = space.facts(graph.outcome);
  const looked = (i: number): boolean => {
    const here = v.region.domains[i];
    const whole = v.whole(i);
    if (here === undefined || whole === null || whole.kind === "text") return false;
    return whole.kind === "finite" || isPlaced(here);
  };
  const lists = graph.slots.some(
    (s) => s.path.includes("[") || s.decl.type.kind === "list" || s.decl.type.kind === "records",
  );
  return !lists && graph.slots.every((_, i) => !reached.has(i) || looked(i));
}
