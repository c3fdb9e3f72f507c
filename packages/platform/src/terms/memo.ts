import type { Decide, Decision, FactsInput } from "@goodfaith/clauses";

/** How many decisions are kept; each is some kilobytes. */
const MOST = 512;
const kept = new Map<string, Decision>();

/** A value's JSON with its keys in order, so that one set of facts has one form. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * Deciding is a pure function of the text and the facts, so the last decisions are kept: a page shows again what a step has
 * just decided. Wrong facts are not kept, and throw as before.
 */
export const remembering = (digest: string, decide: Decide): Decide => {
  return (facts: FactsInput) => {
    const key = `${digest} ${canonicalJson(facts)}`;
    const known = kept.get(key);
    const decision = known ?? decide(facts);
    kept.delete(key);
    kept.set(key, decision);
    for (const [oldest] of kept) {
      if (kept.size <= MOST) break;
      kept.delete(oldest);
    }
    return decision;
  };
};
