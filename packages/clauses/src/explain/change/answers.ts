/** While a decision is open: what the answers to its asks would settle. */
import { equalVal } from "../../decide/aim.ts";
import { domainEnds } from "../../decide/constraints.ts";
import { cut, type Domain, known, type RangeDomain } from "../../facts/domain.ts";
import { num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import { comesTo, type Otherwise } from "./nearest.ts";
import { outward } from "./outward.ts";
import { type Made, sameDecision, type Varying } from "./varying.ts";

/** A fact with more different answers than this cannot be told in a sentence or two. */
const ANSWERS = 4;
const STRETCHES = 12;
/** While more than this is open, one answer settles little. */
const ASKED = 6;
const VALUES = 12;

/** Of the facts asked for, in the order of asking, the answers that settle something. */
export function answers(v: Varying, asked: readonly number[], most: number): readonly Otherwise[] {
  const found: Otherwise[] = [];
  if (asked.length > ASKED) return found;
  for (const index of asked) {
    if (found.length >= most) break;
    found.push(...best(ofFact(v, index)).slice(0, most - found.length));
  }
  return found;
}

function ofFact(v: Varying, index: number): readonly Otherwise[] {
  const domain = v.study.region.domains[index];
  if (domain?.kind === "finite") return ofValues(v, index, domain.values);
  return domain?.kind === "range" ? ofStretches(v, index, domain) : [];
}

/** The best for the person concerned first, then the least: what lies between is seen from these. */
function best(all: readonly Otherwise[]): readonly Otherwise[] {
  const sorted = [...all].sort((a, b) => num(b.decision.payable.least).comparedTo(a.decision.payable.least));
  const [first] = sorted;
  const last = sorted.at(-1);
  return first === undefined || last === undefined || first === last ? sorted : [first, last];
}

function ofValues(v: Varying, index: number, values: readonly Val[]): readonly Otherwise[] {
  const groups: { readonly decision: Made; readonly values: Val[] }[] = [];
  if (values.length > VALUES) return [];
  for (const value of values) {
    const decision = v.decide(index, known(value));
    if (decision === null) return [];
    const group = groups.find(
      (g) => sameDecision(g.decision, decision) && holds(v, index, [...g.values, value], decision),
    );
    if (group === undefined) groups.push({ decision, values: [value] });
    else if (!group.values.some((x) => equalVal(x, value))) group.values.push(value);
  }
  return groups
    .filter((g) => !sameDecision(g.decision, v.now) && g.values.length <= ANSWERS)
    .map((g) => ({
      index,
      domain: { kind: "finite", values: g.values },
      decision: g.decision,
      up: null,
    }));
}

/** Whether several values together still come to the same. */
export function holds(v: Varying, index: number, values: readonly Val[], as: Made): boolean {
  const made = values.length < 2 ? as : v.decide(index, { kind: "finite", values });
  return made !== null && sameDecision(made, as);
}

/** The stretches on which all is settled; none where there are too many to tell. */
function ofStretches(v: Varying, index: number, domain: RangeDomain): readonly Otherwise[] {
  const [low] = domainEnds(domain);
  if (!low.isFinite()) return [];
  const { graph } = v.study;
  const nodes = [graph.outcome, graph.least, graph.most];
  const made: Piece[] = [];
  const side = { ...domain, nullable: false };
  for (const piece of outward(v.region, index, side, true, nodes, v.pieces)) {
    const part = piece.domains[index];
    const decision = part === undefined ? null : v.decide(index, part);
    if (part === undefined || decision === null || made.length === STRETCHES) return [];
    const last = made.at(-1);
    const joined = last === undefined ? null : join(v, index, last, { domain: part, decision }, side);
    if (last === undefined || joined === null) made.push({ domain: part, decision });
    else made[made.length - 1] = { domain: joined, decision };
  }
  if (made.length > ANSWERS || !v.thorough) return [];
  return made.filter((m) => m.decision.settled).map((m) => ({ index, ...m, up: null }));
}

interface Piece {
  readonly domain: Domain;
  readonly decision: Made;
}

/** Two stretches as one; null where they are not the same: two refusals for different reasons together are open. */
function join(v: Varying, index: number, a: Piece, b: Piece, side: RangeDomain): Domain | null {
  if (!sameDecision(a.decision, b.decision)) return null;
  const both = cut(side, domainEnds(a.domain)[0], domainEnds(b.domain)[1]);
  if (both === null || (seen(v, index, a) && seen(v, index, b))) return both;
  const made = v.decide(index, both);
  return made !== null && sameDecision(made, a.decision) ? both : null;
}

const seen = (v: Varying, index: number, { domain, decision }: Piece): boolean =>
  comesTo(v.region.withDomain(index, domain), decision, v);
