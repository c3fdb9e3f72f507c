import type { FactDescription } from "@goodfaith/clauses";
import { type Cents, cents, yuan, ZERO } from "../../kernel/money.ts";
import type { PastDecision as Shown } from "../contract.ts";
import { showClaim } from "../facts/words.ts";
import type { PaymentDecided, PolicyDecided, Recorded } from "../model/events.ts";
import { amountOf } from "../model/money.ts";
import type { CaseFinding, ClaimState } from "../model/state.ts";
import { wordsOf } from "../view/history.ts";
import { fateOf, type PastDecision } from "./log.ts";

export type FactTypes = ReadonlyMap<string, FactDescription["type"]>;

export const madeOf = ({ terms, digest, decision, outcome, settled }: PaymentDecided) => ({
  terms,
  edition: digest,
  decision,
  outcome,
  settled,
});

/** What all policies come to together. */
export const payableOf = (policies: readonly Pick<PolicyDecided, "least" | "most">[]) => {
  const total = (amounts: readonly Cents[]): Cents =>
    cents(amounts.reduce<bigint>((sum, one) => sum + one, ZERO));
  const mosts = policies.map(({ most }) => (most === null ? null : amountOf(most)));
  const bounded = mosts.filter((most) => most !== null);
  return {
    least: yuan(total(policies.map(({ least }) => amountOf(least)))),
    most: bounded.length === mosts.length ? yuan(total(bounded)) : null,
  };
};

/** A finding with what became of it. */
export const pastFinding = (
  state: ClaimState,
  finding: CaseFinding,
  types: FactTypes,
): Shown["findings"][number] => ({
  findingId: finding.findingId,
  fact: finding.fact,
  shows: showClaim(types.get(finding.fact) ?? "string", finding),
  source: [finding.source.label, finding.source.locator].filter((part) => part !== null).join("，"),
  at: finding.recorded.at,
  by: finding.recorded.by,
  fate: fateOf(state, finding),
  withdrawn: finding.withdrawn,
});

/** What led to a decision, in short: its findings are listed beside it, so they are said only where nothing else happened. */
const grounds = ({ because }: PastDecision): readonly Recorded[] => {
  const others = because.filter(({ event }) => event.type !== "finding-recorded");
  return others.length > 0 ? others : because;
};

/** One past decision as the page lists it. */
export const pastDecisionView = (state: ClaimState, past: PastDecision, types: FactTypes): Shown => {
  const numbers = new Map(state.policies.map(({ policyId, number }) => [policyId, number]));
  const say = wordsOf(state);
  const { policies, payment } = past.decided;
  return {
    version: past.version,
    at: past.at,
    by: past.by,
    settled: policies.every(({ settled }) => settled),
    payable: payableOf(policies),
    because: grounds(past).map(({ event }) => say(event)),
    policies: policies.map((one) => ({
      ...madeOf(one),
      policyId: one.policyId,
      number: numbers.get(one.policyId) ?? one.policyId,
      payable: { least: one.least, most: one.most },
    })),
    payment: madeOf(payment),
    findings: past.findings.map((finding) => pastFinding(state, finding, types)),
  };
};
