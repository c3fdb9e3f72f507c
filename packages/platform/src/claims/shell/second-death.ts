import { listCases, lockReports } from "../../cases/index.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { type ClaimState, standing } from "../model/state.ts";
import { refusals } from "../refusals.ts";
import { loadClaim } from "./load.ts";

const MOST_CASES = 1000;

/** Whether a case says that the insured died: it was reported so, or found since. 身故 */
export const saysDeath = (state: ClaimState): boolean =>
  state.eventKind === "death" ||
  standing(state).some(({ fact, kind, value }) => fact === "身故" && kind === "value" && value === true);

/**
 * A person dies once: what a policy owes for it is decided and paid in one case. Refuses the step by which a second case over
 * the same policy would come to say so, though the first be closed: it is reopened. Such steps for one person wait for each other, so that of two at the same moment one
 * sees the other. @throws Refused `claims.already-reported`
 */
export const refuseSecondDeath = async (
  context: Context,
  before: ClaimState | null,
  after: ClaimState,
): Promise<void> => {
  if (!saysDeath(after) || (before !== null && saysDeath(before))) return;
  const { partyId, caseId, policies } = after;
  await lockReports(context, partyId);
  const cases = await listCases(context, { partyId }, { after: null, limit: MOST_CASES });
  for (const other of cases) {
    if (other.caseId === caseId) continue;
    const { state } = await loadClaim(context, other.caseId);
    if (!saysDeath(state)) continue;
    const held = new Set(state.policies.map(({ policyId }) => policyId));
    const twice = policies.filter(({ policyId }) => held.has(policyId)).map(({ number }) => number);
    if (twice.length > 0)
      throw new Refused(refusals.alreadyReported(twice, other.number, state.closed !== null));
  }
};
