/** Along one fact: where the decision changes, and what it is on each side. */

import { critical } from "../decide/asks.ts";
import { assembleShort } from "../decide/assemble.ts";
import { Engine } from "../decide/engine.ts";
import { jsonOf } from "../decide/render.ts";
import { cut, known, type RangeDomain } from "../facts/domain.ts";
import type { Facts } from "../facts/read.ts";
import { Num } from "../feel/value.ts";
import type { Slot } from "../ir/slots.ts";
import type { Resolved } from "../terms/resolve.ts";
import type { Segment } from "./segment.ts";

const MAX_SEGMENTS = 64;

export function segments(resolved: Resolved, input: unknown, fact: string): readonly Segment[] {
  const engine = new Engine(resolved);
  const facts = engine.facts(input);
  const study = engine.study(facts);
  const index = study.graph.slots.findIndex((s) => s.path === fact);
  const slot = study.graph.slots[index];
  const domain = study.region.domains[index];
  if (slot === undefined || domain?.kind !== "range") return [];
  const ends = critical(index, study.decisive, study.region).filter((v): v is Num => v instanceof Num);
  const pieces = between(ends, { ...domain, nullable: false }).slice(0, MAX_SEGMENTS);
  return merge(pieces.map((p) => segment(p, slot, facts, engine)));
}

/** The stretches that the critical values cut a range into; each critical value begins or ends one. */
function between(values: readonly Num[], domain: RangeDomain): readonly RangeDomain[] {
  const starts = new Map<string, Num>([[domain.low.toString(), domain.low]]);
  for (const v of values) {
    for (const x of [v, v.plus(domain.step)])
      if (x.greaterThan(domain.low) && x.lte(domain.high)) starts.set(x.toString(), x);
  }
  const sorted = [...starts.values()].sort((a, b) => a.comparedTo(b));
  return sorted.map((low, i) => ({ ...domain, low, high: sorted[i + 1]?.minus(domain.step) ?? domain.high }));
}

function segment(piece: RangeDomain, slot: Slot, facts: Facts, engine: Engine): Segment {
  const part = cut(piece, piece.low, piece.high) ?? known(piece.low);
  const study = engine.study({ ...facts, domains: new Map([...facts.domains, [slot.path, part]]) });
  const at = (n: Num): string | null => (n.isFinite() ? String(jsonOf(n, slot.node.unit)) : null);
  return { from: at(piece.low), to: at(piece.high), ...assembleShort(study) };
}

/** Neighbours on which the decision is the same are one. */
function merge(all: readonly Segment[]): readonly Segment[] {
  const out: Segment[] = [];
  for (const s of all) {
    const last = out.at(-1);
    const same =
      last !== undefined &&
      last.outcome === s.outcome &&
      last.settled === s.settled &&
      last.payable.least === s.payable.least &&
      last.payable.most === s.payable.most;
    if (same) out[out.length - 1] = { ...last, to: s.to };
    else out.push(s);
  }
  return out;
}
