import type { LampState } from "../../shared/ui/Lamp.tsx";
import type { Decision } from "./engine.ts";

export interface Lit {
  readonly lamp: LampState;
  /** The clause's line with the figures in place, or null where it says nothing. */
  readonly shows: string | null;
}

/** Each clause's light under a decision: open where an ask or an unsettled benefit concerns it, certain where it is explained. */
export const litBy = (decision: Decision | null): ((clause: string) => Lit) => {
  if (decision === null) return () => ({ lamp: "off", shows: null });
  const open = new Set([
    ...decision.asks.flatMap(({ clauses }) => clauses),
    ...decision.benefits.filter(({ least, most }) => least !== most).map(({ clause }) => clause),
  ]);
  const shows = new Map<string, string>();
  for (const line of decision.explanation ?? [])
    shows.set(line.clause, [shows.get(line.clause), line.shows].filter(Boolean).join("；"));
  return (clause) => {
    const said = shows.get(clause) ?? null;
    return { lamp: open.has(clause) ? "depends" : said === null ? "off" : "certain", shows: said };
  };
};
