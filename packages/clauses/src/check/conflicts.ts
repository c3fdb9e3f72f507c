/** Exceptions and definitions that may hold at once and disagree: proven impossible, shown, or left open. */

import { Effort } from "../decide/effort.ts";
import { Pool, possible } from "../decide/optimise.ts";
import { Region } from "../decide/region.ts";
import { jsonOf } from "../decide/render.ts";
import { Space } from "../decide/space.ts";
import { type Domain, wholeDomain } from "../facts/domain.ts";
import { conflictPairs } from "../ir/conflicts.ts";
import { decisionGraph } from "../ir/decisionGraph.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";

const REGIONS = 400;

/** The space of every completion of a document. */
export function everything(resolved: Resolved): Region {
  const graph = decisionGraph(resolved, new Map());
  const domains = graph.slots.map((s): Domain => wholeDomain(s.decl));
  const flags = graph.flags.map((): Domain => ({ kind: "finite", values: [false, true] }));
  return Region.whole(new Space(graph), [...domains, ...flags]);
}

export function checkConflicts(resolved: Resolved, report: Report): void {
  const region = everything(resolved);
  const { nodes } = region.space.graph;
  const pairs = conflictPairs(resolved, nodes);
  // Pairs may have made nodes that the space has not seen.
  const fresh = pairs.length === 0 ? region : Region.whole(new Space(region.space.graph), region.domains);
  for (const { first, second, node } of pairs) {
    const pool = new Pool();
    const answer = possible(node, true, fresh, pool, new Effort(REGIONS));
    if (answer === "no") continue;
    const at = second.at;
    const ids = `${first.id} and ${second.id}`;
    if (answer === "unknown") {
      report(
        at,
        `clauses ${ids} could be neither proven to exclude one another nor shown to conflict`,
        "make one guard exclude the other",
        [`条款 ${first.id} 与 ${second.id} 是否冲突无法判定`, "请使两者的 `when` 互斥"],
        "warning",
      );
      continue;
    }
    const example = pool.values.find((_, i) => pool.completions[i]?.isTrue(node));
    const facts = exampleText(example ?? [], fresh, [...fresh.space.facts(node)]);
    report(
      at,
      `clauses ${ids} both hold and disagree for ${facts}`,
      "make one guard exclude the other, or let them agree",
      [`条款 ${first.id} 与 ${second.id} 同时适用且不一致：${facts}`, "请使两者的 `when` 互斥，或使其一致"],
    );
  }
}

export function exampleText(values: readonly unknown[], region: Region, facts: readonly number[]): string {
  return [...facts]
    .sort((a, b) => a - b)
    .flatMap((i) => {
      const slot = region.space.graph.slots[i];
      const value = values[i];
      if (slot === undefined) return [];
      const text =
        value === null || value === undefined
          ? "(none)"
          : String(jsonOf(value as Parameters<typeof jsonOf>[0], slot.node.unit));
      return [`${slot.path} = ${text}`];
    })
    .join(", ");
}
