import { Effort } from "../decide/effort.ts";
import { Pool, possible } from "../decide/optimise.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import { everything } from "./conflicts.ts";

const REGIONS = 100;

/** Clauses whose guards no facts can satisfy. What cannot be found out is not said: most guards are plain. */
export function checkReach(resolved: Resolved, report: Report): void {
  const region = everything(resolved);
  const { nodes } = region.space.graph;
  const pool = new Pool();
  for (const c of resolved.doc.clauses) {
    const active = nodes.graph.isTrue(nodes.active(c));
    if (
      region.isKnown(active)
        ? region.abs(active).kind === "one" && active !== nodes.graph.yes && !isTrue(region.abs(active))
        : possible(active, true, region, pool, new Effort(REGIONS)) === "no"
    )
      report(
        c.at,
        `clause ${c.id} can never apply`,
        "correct its `when`, or remove it",
        [`条款 ${c.id} 永远不适用`, "请更正 `when`，或删去"],
        "warning",
      );
  }
}

const isTrue = (a: { readonly kind: string; readonly value?: unknown }): boolean =>
  a.kind === "one" && a.value === true;
