import type { ClaimView } from "@goodfaith/platform/contract";

export type Fact = ClaimView["facts"][number];
export type Policy = ClaimView["policies"][number];

export interface Located {
  readonly fact: Fact;
  /** Null where it is true of the case, and so of every policy that asks. */
  readonly policyId: Policy["policyId"] | null;
}

/** Where a fact of that name stands: on the case, among the payment's, or on one policy (the one that asks, first). */
export const locate = (claim: ClaimView, name: string): Located | undefined => {
  const shared = [...claim.facts, ...claim.paymentFacts].find((fact) => fact.name === name);
  if (shared) return { fact: shared, policyId: null };
  const own = claim.policies.flatMap(({ policyId, facts }) =>
    facts.filter((fact) => fact.name === name).map((fact) => ({ fact, policyId })),
  );
  return own.find(({ fact }) => fact.asked) ?? own[0];
};

/** A fact as a link names it: of one policy, where it is true of that alone. */
export const factKey = (name: string, policyId: string | null = null): string =>
  policyId === null ? name : `${policyId}/${name}`;

/** The fact that a key names. */
export const findByKey = (claim: ClaimView, key: string): Located | undefined => {
  const policy = claim.policies.find(({ policyId }) => key.startsWith(`${policyId}/`));
  if (!policy) return locate(claim, key);
  const fact = policy.facts.find(({ name }) => key === factKey(name, policy.policyId));
  return fact ? { fact, policyId: policy.policyId } : undefined;
};

/** Asked first, then what is not known, then the rest in the document's order. */
export const inOrder = (facts: readonly Fact[]): Fact[] => {
  const rank = (fact: Fact): number => (fact.asked ? 0 : fact.state === "bounded" ? 1 : 2);
  return [...facts].sort((a, b) => rank(a) - rank(b));
};

/** What is still open comes first; the settled keep their order. */
export const openFirst = (policies: readonly Policy[]): Policy[] =>
  [...policies].sort(
    (a, b) => Number(a.decision.settled) - Number(b.decision.settled) || b.whatIfs.length - a.whatIfs.length,
  );
