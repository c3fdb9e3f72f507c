import { listCases, lockCase, partiesWithOpenCases } from "../../cases/index.ts";
import type { CaseId, PartyId } from "../../kernel/ids.ts";
import { type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { commitPlain, redecided } from "./commit.ts";
import { loadClaim } from "./load.ts";

const MOST_CASES = 1000;

export interface Refreshed {
  /** Cases decided anew because what the records say of them changed. */
  readonly redecided: readonly CaseId[];
  /** Cases that stay as they were, because the records now contradict what was found; a person must look. */
  readonly contradicted: readonly { readonly caseId: CaseId; readonly refusal: Refusal }[];
}

const refreshOne = async (context: Context, partyId: PartyId, caseId: CaseId): Promise<boolean> => {
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  const { events } = await redecided(context, state);
  if (events.length > 0) await commitPlain(context, state, events, { action: "claims.refresh" });
  return events.length > 0;
};

/** Decides a party's unpaid cases anew where its records have changed. For whoever changes records, in the same transaction. */
export const refreshCases = async (context: Context, partyId: PartyId): Promise<Refreshed> => {
  const cases = await listCases(context, { partyId }, { after: null, limit: MOST_CASES });
  const redecidedCases: CaseId[] = [];
  const contradicted: { caseId: CaseId; refusal: Refusal }[] = [];
  for (const { caseId, status } of cases) {
    if (status !== "open" && status !== "decided") continue;
    try {
      if (await refreshOne(context, partyId, caseId)) redecidedCases.push(caseId);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      contradicted.push({ caseId, refusal: error.refusal });
    }
  }
  return { redecided: redecidedCases, contradicted };
};

/** The same for many parties at once, as after an import: one question finds those who have such a case. */
export const refreshCasesOf = async (context: Context, partyIds: readonly PartyId[]): Promise<void> => {
  for (const partyId of await partiesWithOpenCases(context, partyIds)) await refreshCases(context, partyId);
};
