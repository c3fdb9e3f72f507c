import { sql } from "kysely";
import { cursorAt, placeAt } from "../../http/index.ts";
import { CaseId, type PartyId } from "../../kernel/ids.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { Actor, Context } from "../../store/index.ts";
import { type Edition, editionUsed, terms } from "../../terms/index.ts";
import { type FactsJson, gatherFacts } from "../facts/gather.ts";
import type { PolicyDecided } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { loadClaim } from "./load.ts";

type Reader = Pick<Context<Actor>, "tx">;

/** One policy's present decision in a case, with all that is needed to make it again by other terms. */
export interface PastDecision {
  readonly caseId: CaseId;
  readonly partyId: PartyId;
  readonly number: string;
  readonly subjectName: string;
  readonly policyNumber: string;
  readonly terms: string;
  readonly digest: string;
  /** As they were given to the decision. */
  readonly facts: FactsJson;
  /** The very edition that decided; null where its text is not kept. */
  readonly edition: Edition | null;
  /** What was known then, as another edition reads it: the facts decided by, and the findings of the case. */
  factsUnder(other: Edition): FactsJson | Refusal;
}
export interface PastFilter {
  /** `jinhuibao` of `jinhuibao/2024` */
  readonly family: string;
  /** Cases opened from this instant on, and before `to`. */
  readonly from: Date;
  readonly to: Date;
}
export interface PastPage {
  readonly decisions: readonly PastDecision[];
  /** How many cases were read. */
  readonly cases: number;
  readonly next: string | null;
}

const cases = ({ tx }: Reader, { family, from, to }: PastFilter) =>
  tx
    .selectFrom("case_state")
    .where("kind", "=", "claim")
    .where("opened_at", ">=", from)
    .where("opened_at", "<", to)
    .where(sql<boolean>`exists (
      select from jsonb_array_elements(state #> '{decided,policies}') p
      where starts_with(p ->> 'terms', ${`${family}/`}))`);

/** How many cases of the family there are in the period. */
export const countPast = async (reader: Reader, filter: PastFilter): Promise<number> => {
  const row = await cases(reader, filter).select(sql<bigint>`count(*)`.as("count")).executeTakeFirstOrThrow();
  return Number(row.count);
};

const pastOf = async (
  reader: Reader,
  state: ClaimState,
  decided: PolicyDecided,
): Promise<PastDecision | null> => {
  const policy = state.policies.find(({ policyId }) => policyId === decided.policyId);
  if (!policy) return null;
  return {
    caseId: state.caseId,
    partyId: state.partyId,
    number: state.number,
    subjectName: state.insuredName,
    policyNumber: policy.number,
    terms: decided.terms,
    digest: decided.digest,
    facts: decided.facts,
    edition: await editionUsed(reader, decided.terms, decided.digest),
    factsUnder: (edition) =>
      gatherFacts({
        state,
        edition,
        record: decided.facts,
        recordName: `保险单 ${policy.number}`,
        policy,
        vocabulary: terms.vocabulary,
      }),
  };
};

/** The present decisions of a family's cases, newest case first, some cases at a time. Nothing is written. */
export const pastDecisions = async (
  reader: Reader,
  filter: PastFilter,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<PastPage> => {
  let query = cases(reader, filter).select(["case_id", "opened_at"]);
  const place = placeAt(page.cursor);
  if (place) {
    const { at, id } = place;
    query = query.where(sql<boolean>`(opened_at, case_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const found = await query
    .orderBy("opened_at", "desc")
    .orderBy("case_id", "desc")
    .limit(page.limit + 1)
    .execute();
  const rows = found.slice(0, page.limit);
  const decisions: PastDecision[] = [];
  for (const { case_id } of rows) {
    const { state } = await loadClaim(reader, CaseId.parse(case_id));
    for (const decided of state.decided?.policies ?? []) {
      if (!decided.terms.startsWith(`${filter.family}/`)) continue;
      const past = await pastOf(reader, state, decided);
      if (past) decisions.push(past);
    }
  }
  const last = found.length > page.limit ? rows.at(-1) : undefined;
  return {
    decisions,
    cases: rows.length,
    next: last ? cursorAt({ at: last.opened_at, id: last.case_id }) : null,
  };
};
