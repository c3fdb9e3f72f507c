import type { Decision } from "@goodfaith/clauses";
import type { PolicyId } from "../../kernel/ids.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Actor, Context } from "../../store/index.ts";
import { type Edition, editionUsed } from "../../terms/index.ts";
import type { PolicyDecided } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { refusals } from "../refusals.ts";

export interface DecidedPolicy {
  readonly decided: PolicyDecided;
  readonly edition: Edition;
  readonly decision: Decision;
}

/** The edition that a decision was made by: the case keeps the text of every one it used. @throws Refused `claims.edition-missing` */
export const usedEdition = async (
  context: Pick<Context<Actor>, "tx">,
  { terms, digest }: { readonly terms: string; readonly digest: string },
): Promise<Edition> => {
  const edition = await editionUsed(context, terms, digest);
  if (!edition) throw new Refused(refusals.editionMissing(terms, digest));
  return edition;
};

/** The case's present decisions, made again from their stored inputs. */
export const decisionsOf = async (
  context: Pick<Context<Actor>, "tx">,
  state: ClaimState,
): Promise<ReadonlyMap<PolicyId, DecidedPolicy>> => {
  const decisions = new Map<PolicyId, DecidedPolicy>();
  for (const decided of state.decided?.policies ?? []) {
    const edition = await usedEdition(context, decided);
    decisions.set(decided.policyId, { decided, edition, decision: edition.decide(decided.facts) });
  }
  return decisions;
};
