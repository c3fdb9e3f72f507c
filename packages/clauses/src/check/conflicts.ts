/** Exceptions and definitions that may hold at once and disagree: proven impossible, shown, or left open. */
import { conflictPairs, type Pair } from "../ir/conflicts.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import type { Whole, Wholes } from "./whole.ts";

const REGIONS = 400;

export function checkConflicts(resolved: Resolved, wholes: Wholes, report: Report): void {
  const made = new Map<Whole, readonly Pair[]>();
  const pairs = (whole: Whole): readonly Pair[] => {
    const found = made.get(whole) ?? conflictPairs(resolved, whole.nodes);
    made.set(whole, found);
    return found;
  };
  for (const { first, second } of pairs(wholes.base)) {
    const node = (whole: Whole): Pair["node"] =>
      pairs(whole).find((p) => p.first === first && p.second === second)?.node ?? whole.nodes.graph.no;
    const { answer, whole } = wholes.ask(node, REGIONS);
    if (answer.kind === "no") continue;
    const ids = `${first.id} and ${second.id}`;
    if (answer.kind === "unknown") {
      report(
        second.at,
        `clauses ${ids} could be neither proven to exclude one another nor shown to conflict`,
        "make one guard exclude the other",
        [`条款 ${first.id} 与 ${second.id} 是否冲突无法判定`, "请使两者的 `when` 互斥"],
        "warning",
      );
      continue;
    }
    const [facts, zhFacts] = whole.factsText(node(whole), answer, REGIONS);
    report(
      second.at,
      `clauses ${ids} both hold and disagree${facts === "" ? "" : ` for ${facts}`}`,
      "make one guard exclude the other, or let them agree",
      [
        `条款 ${first.id} 与 ${second.id} 同时适用且不一致${facts === "" ? "" : `：${zhFacts}`}`,
        "请使两者的 `when` 互斥，或使其一致",
      ],
    );
  }
}
