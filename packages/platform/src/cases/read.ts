import { sql } from "kysely";
import { timeInChina } from "../kernel/clock.ts";
import type { CaseId, PartyId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";
import type { CaseKey, StoredCase, StoredEvent } from "./model.ts";
import { missing } from "./refusals.ts";
import "./tables.ts";

/** Any transaction that may read cases: staff's, or a consumer's that is narrowed to one party. */
type Reader = Pick<Context, "tx">;

/** The case as it stands. @throws Refused `cases.missing` */
export const readCase = async ({ tx }: Reader, caseId: CaseId): Promise<StoredCase> => {
  const row = await tx
    .selectFrom("case_state")
    .select(["party_id", "case_id", "version", "state"])
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  if (!row) throw missing(caseId);
  return { partyId: row.party_id as PartyId, caseId, version: row.version, state: row.state };
};

/** Whose case it is, its number and about whom; null where there is none. */
export const describeCase = async (
  { tx }: Reader,
  caseId: CaseId,
): Promise<{ partyId: PartyId; number: string; name: string } | null> => {
  const row = await tx
    .selectFrom("case_state")
    .select(["party_id", "number", "subject_name"])
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  return row ? { partyId: row.party_id as PartyId, number: row.number, name: row.subject_name } : null;
};

/** Every event of a case, in order. */
export const readEvents = async ({ tx }: Reader, { partyId, caseId }: CaseKey): Promise<StoredEvent[]> => {
  const rows = await tx
    .selectFrom("case_event")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("case_id", "=", caseId)
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    type: row.type,
    data: row.data,
    at: timeInChina(row.at),
    by: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  }));
};

/** Locks a case until the transaction ends, for steps that follow from elsewhere and have seen no version. */
export const lockCase = async ({ tx }: Reader, { partyId, caseId }: CaseKey): Promise<void> => {
  const row = await tx
    .selectFrom("case_state")
    .select("version")
    .where("party_id", "=", partyId)
    .where("case_id", "=", caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw missing(caseId);
};

/** Until the transaction ends, whoever else is about to open a case for this party waits. */
export const lockReports = async ({ tx }: Reader, partyId: PartyId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reports ${partyId}`}, 0))`.execute(tx);
};
