import type { ClaimView } from "@goodfaith/platform/contract";

export type Fact = ClaimView["facts"][number];
export type Policy = ClaimView["policies"][number];

/** Every fact of the case once, the asked first; those of payment after those of the decision. */
export const factsOf = (claim: ClaimView): Fact[] => {
  const all = [...claim.facts, ...claim.policies.flatMap((policy) => policy.facts), ...claim.paymentFacts];
  const seen = new Set<string>();
  return all.filter(({ name }) => !seen.has(name) && seen.add(name));
};

/** The fact of that name wherever it stands; a field of a list is found by its list. */
export const findFact = (claim: ClaimView, name: string): Fact | undefined =>
  factsOf(claim).find((fact) => fact.name === name);

/** Asked first, then what is not known, then the rest in the document's order. */
export const inOrder = (facts: readonly Fact[]): Fact[] => {
  const rank = (fact: Fact): number => (fact.asked ? 0 : fact.state === "bounded" ? 1 : 2);
  return [...facts].sort((a, b) => rank(a) - rank(b));
};
