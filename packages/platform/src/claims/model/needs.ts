import type { Ask } from "@goodfaith/clauses";
import type { PolicyId } from "../../kernel/ids.ts";
import type { ClaimState } from "./state.ts";

/** One ask of the decision, for all policies that ask it. */
export interface DecisionNeed extends Ask {
  /** True where an answer to this alone closes every policy that asks it. */
  readonly settles: boolean;
  readonly policies: readonly PolicyId[];
}

/** Asks of every policy, joined by fact; first those of which one answer closes the decision, then in their order. */
export const decisionNeeds = (state: Pick<ClaimState, "decided">): readonly DecisionNeed[] => {
  const needs = new Map<string, DecisionNeed>();
  for (const policy of state.decided?.policies ?? []) {
    for (const ask of policy.asks) {
      const alone = policy.asks.length === 1;
      const before = needs.get(ask.fact);
      needs.set(ask.fact, {
        fact: ask.fact,
        ask: before?.ask ?? ask.ask,
        from: before?.from ?? ask.from,
        clauses: [...new Set([...(before?.clauses ?? []), ...ask.clauses])],
        settles: alone && (before?.settles ?? true),
        policies: [...(before?.policies ?? []), policy.policyId],
      });
    }
  }
  const all = [...needs.values()];
  return [...all.filter(({ settles }) => settles), ...all.filter(({ settles }) => !settles)];
};

/** What payment needs anyway: beneficiary, kinship, identity, account. */
export const paymentNeeds = (state: Pick<ClaimState, "decided">): readonly Ask[] =>
  state.decided?.payment.asks ?? [];

/** An ask in words for the one-time notice, with what usually proves it. */
export const needInWords = ({ fact, ask, from }: Ask): string => {
  const question = (ask ?? fact).replace(/[。？?]+$/, "");
  return from === null ? question : `${question}（可提供：${from}）`;
};
