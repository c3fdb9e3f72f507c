import type { ClauseDescription, Decision } from "@goodfaith/clauses";
import type { z } from "zod";
import type { Edition } from "../../terms/index.ts";
import type { ClauseView, WhatIf } from "../contract.ts";

export type ClauseShown = z.output<typeof ClauseView>;
export type WhatIfShown = z.output<typeof WhatIf>;

/** Clauses that an open fact still decides, and benefits whose amount is not yet one amount. */
const openClauses = ({ asks, benefits }: Decision): ReadonlySet<string> =>
  new Set([
    ...asks.flatMap(({ clauses }) => clauses),
    ...benefits.filter(({ least, most }) => least !== most).map(({ clause }) => clause),
  ]);

const offWords = ({ when, insteadOf }: ClauseDescription): string => {
  if (when !== null) return `不适用：${when} 不成立`;
  return insteadOf === null ? "不适用" : `不适用：没有改变${insteadOf}`;
};

/**
 * Each clause with its lamp: `depends` where something open still decides it, `certain` where it applies whatever turns
 * out, `off` where it does not apply, with why.
 */
export const clauseViews = (edition: Edition, decision: Decision): ClauseShown[] => {
  const open = openClauses(decision);
  const shows = new Map<string, string>();
  for (const line of decision.explanation ?? [])
    shows.set(
      line.clause,
      [shows.get(line.clause), line.shows].filter((part) => part !== undefined).join("；"),
    );
  return edition.clauses.map((clause) => {
    const said = shows.get(clause.id);
    const lamp = open.has(clause.id) ? "depends" : said === undefined ? "off" : "certain";
    return {
      id: clause.id,
      text: clause.text,
      lamp,
      shows: said ?? (lamp === "depends" ? `取决于还不知道的事实：${clause.effect}` : offWords(clause)),
    };
  });
};
