import type { CaseId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import { editionUsed } from "../../terms/index.ts";
import { decideAgain } from "../past/again.ts";
import { decisionLog } from "../past/log.ts";
import { loadClaim } from "./load.ts";

export interface Replay {
  readonly decisions: number;
  readonly same: boolean;
  readonly differs: { readonly version: number; readonly policy: string }[];
}

/** Makes every decision ever taken on a case again, with the terms and the facts known then, and compares the bytes. */
export const replayDecisions = async (
  context: Pick<Context<Actor>, "tx">,
  caseId: CaseId,
): Promise<Replay> => {
  const { state, events } = await loadClaim(context, caseId);
  const numbers = new Map(state.policies.map(({ policyId, number }) => [policyId as string, number]));
  const differs: Replay["differs"] = [];
  let decisions = 0;
  for (const { version, decided } of decisionLog(events, state)) {
    const made = [
      ...decided.policies.map((one) => ({ ...one, policy: numbers.get(one.policyId) ?? one.policyId })),
      { ...decided.payment, policy: decided.payment.terms },
    ];
    for (const { policy, ...one } of made) {
      decisions += 1;
      const edition = await editionUsed(context, one.terms, one.digest);
      if (decideAgain(edition, one).result !== "same") differs.push({ version, policy });
    }
  }
  return { decisions, same: differs.length === 0, differs };
};
