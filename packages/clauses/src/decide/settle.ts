/** Which answers can settle a decision by themselves. */
import { known } from "../facts/domain.ts";
import type { Val } from "../ir/node.ts";
import { endOf, equalVal, within } from "./aim.ts";
import { conditions, type Decisive, matters, onlyOn, signature, values } from "./asks.ts";
import { reachedFacts } from "./atoms.ts";
import type { Effort } from "./effort.ts";
import { fork } from "./fork.ts";
import type { Pool } from "./optimise.ts";
import type { Region } from "./region.ts";

const MAX_VALUES = 8;
const REGIONS = 40;

/**
 * The facts of which some one value settles the decision, whatever the others are.
 * @param d the outcome and the amounts: which reasons a refusal has besides a certain one makes no difference
 * @param certain whether a part that is declined has one reason that holds in all of it
 */
export function settlers(
  asks: readonly number[],
  d: Decisive,
  region: Region,
  pool: Pool,
  effort: Effort,
  lean: boolean,
  certain: (part: Region) => boolean,
): ReadonlySet<number> {
  return new Set(
    asks.filter((i) =>
      candidates(i, d, region).some((v) => settles(i, v, asks, d, region, pool, effort, lean, certain)),
    ),
  );
}

/** Values from each stretch of the fact that conditions on it alone tell apart. */
function candidates(index: number, d: Decisive, region: Region): readonly Val[] {
  const out: Val[] = [];
  for (const v of [...values(index, region), ...thresholds(index, d, region)]) {
    if (!out.some((x) => equalVal(x, v))) out.push(v);
  }
  const domain = region.domains[index];
  return out.filter((v) => domain !== undefined && within(domain, v)).slice(0, MAX_VALUES);
}

/** The ends of the stretches that each condition on this fact alone cuts it into. */
function thresholds(index: number, d: Decisive, region: Region): readonly Val[] {
  if (region.domains[index]?.kind !== "range") return [];
  return conditions(d.nodes, region)
    .filter((a) => onlyOn(a, index, region))
    .flatMap((a) => fork(region, a) ?? [])
    .flatMap((part) => [endOf(part.domains[index], false), endOf(part.domains[index], true)]);
}

function settles(
  index: number,
  value: Val,
  asks: readonly number[],
  d: Decisive,
  region: Region,
  pool: Pool,
  effort: Effort,
  lean: boolean,
  certain: (part: Region) => boolean,
): boolean {
  if (effort.spent) return false;
  const part = region.withDomain(index, known(value));
  const left = reachedFacts(d.nodes, part);
  if (left.size === 0) return certain(part);
  const seen = new Set<string>();
  for (const base of pool.values.slice(0, 12)) {
    const moved = base.map((v, i) => (i === index ? value : v));
    if (!part.domains.every((x, i) => within(x, moved[i] ?? null))) continue;
    const own = signature(d, pool, moved);
    if (own !== null) seen.add(own);
    if (seen.size > 1) return false;
  }
  const own = effort.share(REGIONS);
  const settled = asks.every(
    (i) => i === index || !left.has(i) || matters(i, d, part, pool, own, lean) === "no",
  );
  return settled && certain(part);
}
