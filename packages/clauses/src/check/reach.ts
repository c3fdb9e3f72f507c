/** Clauses that can never apply, and conditions that can never hold. */
import { bind } from "../ir/env.ts";
import type { Node } from "../ir/node.ts";
import { translate } from "../ir/translate.ts";
import type { Clause } from "../terms/model.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import type { Whole, Wholes } from "./whole.ts";

const REGIONS = 400;

/** Guards that no facts satisfy; then, in clauses that can apply, exclusions, referrals and flags that never hold. */
export function checkReach(resolved: Resolved, wholes: Wholes, report: Report): void {
  for (const c of resolved.doc.clauses)
    if (applies(c, wholes, report) && conditionOf(c, wholes.base) !== null) holds(c, wholes, report);
}

/** Whether the clause may apply; says where it cannot. */
function applies(c: Clause, wholes: Wholes, report: Report): boolean {
  const { answer } = wholes.ask((w) => w.nodes.graph.isTrue(w.nodes.active(c)), REGIONS);
  if (answer.kind === "no")
    report(
      c.at,
      `clause ${c.id} can never apply`,
      "correct its `when`, or remove it",
      [`条款 ${c.id} 永远不适用`, "请更正 `when`，或删去"],
      "warning",
    );
  if (answer.kind === "unknown")
    report(
      c.at,
      `that clause ${c.id} can apply could be neither proven nor refuted`,
      "write its `when` in plainer comparisons, or show it by an example",
      [`条款 ${c.id} 能否适用无法判定`, "请用更直接的比较书写 `when`，或以示例表明"],
      "warning",
    );
  return answer.kind !== "no";
}

function holds(c: Clause, wholes: Wholes, report: Report): void {
  const { kind } = c.effect;
  const { answer } = wholes.ask((w) => conditionOf(c, w), REGIONS);
  if (answer.kind === "yes") return;
  const unsure = answer.kind === "unknown";
  report(
    c.effectAt,
    unsure
      ? `that \`${kind}\` of clause ${c.id} can hold could be neither proven nor refuted`
      : `\`${kind}\` of clause ${c.id} can never hold`,
    unsure ? "write it in plainer comparisons, or show it by an example" : "correct it, or remove the clause",
    unsure
      ? [`条款 ${c.id} 的 \`${kind}\` 能否成立无法判定`, "请用更直接的比较书写，或以示例表明"]
      : [`条款 ${c.id} 的 \`${kind}\` 永远不成立`, "请更正，或删去该条款"],
    "warning",
  );
}

/** The clause applies and its condition holds; null where it has none. */
function conditionOf(c: Clause, whole: Whole): Node | null {
  const e = c.effect;
  if (e.kind !== "exclude" && e.kind !== "refer" && e.kind !== "flag") return null;
  const { graph, nodes } = whole;
  const g = nodes.graph;
  const env = bind(nodes.env, new Map([["points", graph.points]]));
  return g.isTrue(g.and(nodes.active(c), translate(e.value.expr, env)));
}
