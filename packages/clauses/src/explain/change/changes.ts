/** What would change a decision: for one fact at a time, as near to what it is as can be. */
import { equalVal } from "../../decide/aim.ts";
import { conditions } from "../../decide/asks.ts";
import { type Domain, known } from "../../facts/domain.ts";
import { num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import type { Slot } from "../../ir/slots.ts";
import { answers } from "./answers.ts";
import { type Goal, goalOf } from "./goal.ts";
import { nearest, type Otherwise } from "./nearest.ts";
import { type Short, sameDecision, type Varying } from "./varying.ts";

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
  return { found: all, noneAlone: all.length === 0 && goal.leap === null && v.thorough && isClosed(v) };
}

function some(v: Varying, goal: Goal, indexes: readonly number[]): readonly Otherwise[] {
  const found: Otherwise[] = [];
  for (const i of indexes) {
    if (found.length === MOST) break;
    const change = ofFact(v, goal, i);
    if (change !== null) found.push(change);
  }
  return found;
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
  const { outcome, most } = v.study.graph;
  if (!v.study.space.facts(outcome).has(index) && goal.leap === null) return false;
  const region = v.region.withDomain(index, whole);
  if (goal.leap === null) {
    const abs = region.abs(outcome);
    return abs.kind !== "one" || goal.wanted(abs.value);
  }
  const abs = region.abs(most);
  return abs.kind !== "one" && conditions([outcome, most], region).length > 0;
}

/** The other values of a choice that come to the best of what they come to. */
function otherValue(
  v: Varying,
  goal: Goal,
  index: number,
  here: Domain,
  values: readonly Val[],
): Otherwise | null {
  const now = here.kind === "finite" ? here.values : [];
  const ordered = values.every((x) => typeof x !== "string");
  if (goal.leap !== null && !ordered && !refuses(v)) return null;
  let best: Short | null = null;
  const chosen: Val[] = [];
  for (const value of values) {
    if (now.some((x) => equalVal(x, value))) continue;
    const made = v.decide(index, known(value));
    if (made === null || !goal.reached(made)) continue;
    if (best !== null && sameDecision(made, best)) chosen.push(value);
    else if (best === null || num(made.payable.least).greaterThan(best.payable.least)) {
      best = made;
      chosen.splice(0, chosen.length, value);
    }
  }
  if (best === null) return null;
  return { index, domain: { kind: "finite", values: chosen.slice(0, MOST) }, decision: best, steps: num(0) };
}

/** Whether some benefit is refused while another is paid. */
const refuses = (v: Varying): boolean =>
  v.study.graph.ofBenefits.some((r) => {
    const abs = v.region.abs(r.holds);
    return abs.kind === "one" && abs.value === true;
  });

/** No fact that the outcome hangs on escapes a search along it: a text of any kind, or how long a list is. */
function isClosed({ study }: Varying): boolean {
  const { graph, space } = study;
  const reached = space.facts(graph.outcome);
  return graph.slots.every((s, i) => {
    const { kind } = s.decl.type;
    return (
      !s.path.includes("[") && kind !== "list" && kind !== "records" && (kind !== "string" || !reached.has(i))
    );
  });
}
