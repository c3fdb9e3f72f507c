import type { LampState } from "../../shared/ui/Lamp.tsx";
import type { ClauseDescription, Decision } from "./engine.ts";

export interface Lit {
  readonly lamp: LampState;
  /** The clause's line with the figures in place, or null where it says nothing. */
  readonly shows: string | null;
}

/** A condition that nothing asked hangs on, and that is no reason to decline, holds: else nothing would be payable. */
const isMet = (clause: ClauseDescription, { payable, outcome, reasons }: Decision): boolean =>
  clause.kind === "require" &&
  (payable.most !== "0.00" || outcome === "accept") &&
  reasons.every((reason) => reason.clause !== clause.id);

/**
 * Each clause's light under a decision: amber where an ask or an unsettled benefit concerns it, green where it shows
 * its figures, gives a reason or is a condition met, grey where it plays no part.
 */
export const litBy = (decision: Decision | null): ((clause: ClauseDescription) => Lit) => {
  if (decision === null) return () => ({ lamp: "off", shows: null });
  const open = new Set([
    ...decision.asks.flatMap(({ clauses }) => clauses),
    ...decision.benefits.filter(({ least, most }) => least !== most).map(({ clause }) => clause),
  ]);
  const reasons = new Set(decision.reasons.map(({ clause }) => clause));
  const shows = new Map<string, string>();
  for (const line of decision.explanation ?? [])
    shows.set(line.clause, [shows.get(line.clause), line.shows].filter(Boolean).join("；"));
  return (clause) => {
    const said = shows.get(clause.id) ?? null;
    if (open.has(clause.id)) return { lamp: "depends", shows: said };
    const lit = said !== null || reasons.has(clause.id) || isMet(clause, decision);
    return { lamp: lit ? "certain" : "off", shows: said };
  };
};
