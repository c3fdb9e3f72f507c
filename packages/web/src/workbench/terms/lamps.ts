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

const defines = ({ kind }: ClauseDescription): boolean => kind === "define" || kind === "table";

/** The names that a definition gives: what stands before each equals sign of its readable effect. */
const namesOf = ({ effect }: ClauseDescription): string[] =>
  effect.split("；").flatMap((part) => (part.includes(" = ") ? [part.split(" = ")[0] ?? ""] : []));

/** Definitions that a lit clause reads, directly or through others. */
const readBy = (
  lit: readonly ClauseDescription[],
  all: readonly ClauseDescription[],
): ReadonlySet<string> => {
  const read = new Set<string>();
  let texts = lit.map(({ effect, when }) => `${effect} ${when ?? ""}`);
  while (texts.length > 0) {
    const found = all.filter(
      (clause) =>
        defines(clause) &&
        !read.has(clause.id) &&
        namesOf(clause).some((name) => texts.some((text) => text.includes(name))),
    );
    for (const { id } of found) read.add(id);
    texts = found.map(({ effect }) => effect);
  }
  return read;
};

/**
 * Each clause's light under a decision: amber where an ask or an unsettled benefit concerns it, green where it shows
 * its figures, gives a reason, is a condition met or defines what one of these reads, grey where it plays no part.
 */
export const litBy = (
  decision: Decision | null,
  clauses: readonly ClauseDescription[],
): ((clause: ClauseDescription) => Lit) => {
  if (decision === null) return () => ({ lamp: "off", shows: null });
  const open = new Set([
    ...decision.asks.flatMap(({ clauses: asking }) => asking),
    ...decision.promises.filter(({ due }) => typeof due !== "string").map(({ clause }) => clause),
    ...decision.benefits.filter(({ least, most }) => least !== most).map(({ clause }) => clause),
  ]);
  const reasons = new Set(decision.reasons.map(({ clause }) => clause));
  const shows = new Map<string, string>();
  for (const line of decision.explanation ?? [])
    shows.set(line.clause, [shows.get(line.clause), line.shows].filter(Boolean).join("；"));
  const named = new Set(
    [...decision.promises, ...decision.flags, ...decision.steps].map(({ clause }) => clause),
  );
  const speaks = (clause: ClauseDescription): boolean =>
    named.has(clause.id) ||
    open.has(clause.id) ||
    shows.has(clause.id) ||
    reasons.has(clause.id) ||
    isMet(clause, decision);
  const read = readBy(clauses.filter(speaks), clauses);
  return (clause) => {
    const said = shows.get(clause.id) ?? null;
    if (open.has(clause.id)) return { lamp: "depends", shows: said };
    return { lamp: speaks(clause) || read.has(clause.id) ? "certain" : "off", shows: said };
  };
};
