import { sql } from "kysely";
import { CaseId, PartyId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";
import type { CaseKey, StoredCase } from "./model.ts";
import "./tables.ts";

/** The institution's cases with their rows' state, by key, a page at a time: for work that goes through all of them. */
export const pageOfCases = async (
  { tx }: Pick<Context, "tx">,
  after: CaseKey | null,
  limit: number,
): Promise<StoredCase[]> => {
  let query = tx
    .selectFrom("case_state")
    .select(["party_id", "case_id", "version", "state"])
    .orderBy("party_id")
    .orderBy("case_id")
    .limit(limit);
  if (after)
    query = query.where(sql<boolean>`(party_id, case_id) > (${after.partyId}::uuid, ${after.caseId}::uuid)`);
  const rows = await query.execute();
  return rows.map(({ party_id, case_id, version, state }) => ({
    partyId: PartyId.parse(party_id),
    caseId: CaseId.parse(case_id),
    version,
    state,
  }));
};
