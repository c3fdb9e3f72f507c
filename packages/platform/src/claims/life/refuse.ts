import type { Decision } from "@goodfaith/clauses";
import type { PolicyId, RefusalId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import type { ClaimEvent } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import type { RefusedPolicy } from "./events.ts";
import { lifeRefusals } from "./refusals.ts";
import { type CaseRefusal, isCertainDecline, unrefused, waitingRefusal } from "./state.ts";

/** A member of staff; null where the platform itself acts. */
export type Person = { readonly id: string; readonly name: string } | null;

/** What could be refused now: each policy with the clauses that say so for certain. `decisions` are the case's own. */
export const refusable = (
  state: ClaimState,
  decisions: ReadonlyMap<PolicyId, Decision>,
): readonly RefusedPolicy[] =>
  unrefused(state).flatMap(({ policyId, terms, digest, decision }) => {
    const policy = state.policies.find((one) => one.policyId === policyId);
    const reasons = decisions.get(policyId)?.reasons ?? [];
    if (!policy || reasons.length === 0) return [];
    const { number, product } = policy;
    return [
      {
        policyId,
        number,
        product,
        terms,
        edition: digest,
        decision,
        reasons: reasons.map((one) => ({ ...one })),
      },
    ];
  });

/**
 * 提出拒赔: a named person says under which policies nothing is owed, with the clauses and in their own words. Only where
 * the decision is a certain decline; it waits for a second person.
 */
export const proposeRefusal = (
  state: ClaimState,
  command: { readonly refusalId: RefusalId; readonly words: string; readonly by: Person },
  decisions: ReadonlyMap<PolicyId, Decision>,
): readonly ClaimEvent[] | Refusal => {
  const { refusalId, words, by } = command;
  if (!by) return lifeRefusals.notNamed();
  const waiting = waitingRefusal(state);
  if (waiting) return lifeRefusals.refusalWaiting(waiting.proposer.name);
  const policies = refusable(state, decisions);
  if (policies.length === 0) return lifeRefusals.nothingToRefuse(outcomesOf(state));
  return [{ type: "refusal-proposed", refusalId, policies: [...policies], words, proposer: by }];
};

const outcomesOf = ({ policies, decided }: ClaimState) =>
  (decided?.policies ?? []).map(({ policyId, outcome }) => ({
    number: policies.find((one) => one.policyId === policyId)?.number ?? policyId,
    outcome,
  }));

/** The proposal, if it waits and the one who decides is not the one who proposed. */
const waitingFor = (state: ClaimState, refusalId: RefusalId, by: Person): CaseRefusal | Refusal => {
  const refusal = state.refusals.find((one) => one.refusalId === refusalId);
  if (!refusal) return lifeRefusals.noRefusal(refusalId);
  if (refusal.status !== "proposed") return lifeRefusals.notWaiting(refusal.status);
  if (!by) return lifeRefusals.notNamed();
  return by.id === refusal.proposer.id ? lifeRefusals.sameHand(refusal.proposer.name) : refusal;
};

/** Whether every policy's present decision is the very one that the proposal names. */
const holds = ({ decided }: ClaimState, { policies }: CaseRefusal): boolean =>
  policies.every(({ policyId, decision }) =>
    decided?.policies.some(
      (one) => one.policyId === policyId && one.decision === decision && isCertainDecline(one),
    ),
  );

/** 复核同意: a second person; the refusal is determined with it, and the notice goes out in the same step. */
export const approveRefusal = (
  state: ClaimState,
  { refusalId, by }: { readonly refusalId: RefusalId; readonly by: Person },
): readonly ClaimEvent[] | Refusal => {
  const refusal = waitingFor(state, refusalId, by);
  if (isRefusal(refusal)) return refusal;
  if (!by) return lifeRefusals.notNamed();
  if (!holds(state, refusal)) return lifeRefusals.notWaiting("lapsed");
  return [{ type: "refusal-approved", refusalId, approver: by }];
};

/** 退回: the second person does not agree, and says why. */
export const returnRefusal = (
  state: ClaimState,
  { refusalId, reason, by }: { readonly refusalId: RefusalId; readonly reason: string; readonly by: Person },
): readonly ClaimEvent[] | Refusal => {
  const refusal = waitingFor(state, refusalId, by);
  return isRefusal(refusal) ? refusal : [{ type: "refusal-returned", refusalId, reason }];
};
