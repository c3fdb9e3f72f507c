import type { CaseId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import { editionUsed } from "../../terms/index.ts";
import { decisionDigest } from "../model/digest.ts";
import { loadClaim } from "./load.ts";

export interface Replay {
  readonly decisions: number;
  readonly same: boolean;
  readonly differs: { readonly version: number; readonly policy: string }[];
}

/** Makes every decision of a case again, with the terms and the facts known then, and compares the bytes. */
export const replayDecisions = async (
  context: Pick<Context<Actor>, "tx">,
  caseId: CaseId,
): Promise<Replay> => {
  const { state, events } = await loadClaim(context, caseId);
  const numbers = new Map(state.policies.map(({ policyId, number }) => [policyId as string, number]));
  const differs: Replay["differs"] = [];
  let decisions = 0;
  for (const { version, event } of events) {
    if (event.type !== "decided") continue;
    const made = [
      ...event.policies.map((one) => ({ ...one, policy: numbers.get(one.policyId) ?? one.policyId })),
      { ...event.payment, policy: event.payment.terms },
    ];
    for (const { terms, digest, facts, decision, policy } of made) {
      decisions += 1;
      const edition = await editionUsed(context, terms, digest);
      if (!edition || decisionDigest(edition.decideAfresh(facts)) !== decision)
        differs.push({ version, policy });
    }
  }
  return { decisions, same: differs.length === 0, differs };
};
