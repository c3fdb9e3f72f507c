import { type Decision, FactsError } from "@goodfaith/clauses";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { canonicalJson, type Edition } from "../../terms/index.ts";
import { type FactsJson, gatherFacts } from "../facts/gather.ts";
import { refusals } from "../refusals.ts";
import { decisionDigest } from "./digest.ts";
import type { ClaimEvent, EventOf, PaymentDecided, PolicyDecided } from "./events.ts";
import { evolve } from "./evolve.ts";
import type { ClaimState, Decided } from "./state.ts";
import type { World } from "./world.ts";

/** Decides, with what is wrong in the facts as a refusal. */
export const decideBy = (edition: Edition, facts: FactsJson): Decision | Refusal => {
  try {
    return edition.decide(facts);
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return refusals.facts(
      edition.terms.id,
      error.problems.map((p) => ({
        zh: `${p.fact === "" ? "" : `“${p.fact}”`}${p.zh.message}，${p.zh.hint}`,
        en: `${p.message}; ${p.hint}`,
      })),
    );
  }
};

const snapshot = (edition: Edition, facts: FactsJson, decision: Decision): PaymentDecided => ({
  terms: edition.terms.id,
  digest: edition.terms.digest,
  facts: { ...facts },
  decision: decisionDigest(decision),
  outcome: decision.outcome,
  settled: decision.settled,
  asks: decision.asks.map((ask) => ({ ...ask, clauses: [...ask.clauses] })),
});

const decidePolicy = (
  state: ClaimState,
  policy: ClaimState["policies"][number],
  world: World,
): PolicyDecided | Refusal => {
  const edition = world.book.need(policy.terms);
  const record = world.records.policies.get(policy.policyId) ?? {};
  const recordName = `保险单 ${policy.number}`;
  const facts = gatherFacts({ state, edition, record, recordName, policy, vocabulary: world.vocabulary });
  if (isRefusal(facts)) return facts;
  const decision = decideBy(edition, facts);
  if (isRefusal(decision)) return decision;
  const { least, most } = decision.payable;
  return { ...snapshot(edition, facts, decision), policyId: policy.policyId, least, most };
};

const decidePayment = (state: ClaimState, world: World): PaymentDecided | Refusal => {
  const edition = world.book.need(world.paymentTerms);
  const facts = gatherFacts({
    state,
    edition,
    record: world.records.payment,
    recordName: "受益人登记",
    policy: null,
    vocabulary: world.vocabulary,
  });
  if (isRefusal(facts)) return facts;
  const decision = decideBy(edition, facts);
  return isRefusal(decision) ? decision : snapshot(edition, facts, decision);
};

/** Decides every policy of the case, and what payment needs, on what is known now. */
export const decideAll = (state: ClaimState, world: World): EventOf<"decided"> | Refusal => {
  const policies: PolicyDecided[] = [];
  for (const policy of state.policies) {
    const decided = decidePolicy(state, policy, world);
    if (isRefusal(decided)) return decided;
    policies.push(decided);
  }
  const payment = decidePayment(state, world);
  return isRefusal(payment) ? payment : { type: "decided", policies, payment };
};

/** The case after events that are not yet written. */
export const applied = (
  state: ClaimState | null,
  events: readonly ClaimEvent[],
  world: World,
): ClaimState => {
  const after = events.reduce<ClaimState | null>(
    (now, event) => evolve(now, { version: (now?.version ?? 0) + 1, at: world.now, by: world.by, event }),
    state,
  );
  if (!after) throw new Error("claims: no event opens the case");
  return after;
};

const inputs = ({ policies, payment }: Pick<Decided, "policies" | "payment">): string =>
  canonicalJson([...policies, payment].map(({ terms, digest, facts }) => [terms, digest, facts]));

/**
 * What a command's events lead to: where they change what is known, every policy is decided anew and the inputs are
 * stored. A contradiction refuses the command as a whole.
 */
export const withDecision = (
  state: ClaimState | null,
  events: readonly ClaimEvent[],
  world: World,
): readonly ClaimEvent[] | Refusal => {
  const after = applied(state, events, world);
  const decided = decideAll(after, world);
  if (isRefusal(decided)) return decided;
  const before = after.decided;
  return before && inputs(before) === inputs(decided) ? events : [...events, decided];
};
