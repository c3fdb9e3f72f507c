import { sql } from "kysely";
import { PartyId } from "../../kernel/ids.ts";
import type { Tx } from "../../store/index.ts";
import { JoinEvidence } from "./contract.ts";
import { type JoinRecord, mainOf, type Standing } from "./model.ts";

/** A verdict as it is on record, undone or not. */
export interface VerdictRow extends Standing {
  readonly verdictId: string;
  readonly reason: string;
  readonly evidence: readonly JoinEvidence[];
  readonly by: string;
  readonly at: Date;
}

/**
 * Every record of the same person at this institution, the one they are shown under first. A record that was never joined
 * stands alone.
 */
export const recordsOf = async (tx: Tx, partyId: PartyId): Promise<readonly PartyId[]> => {
  const main = (await mainsOf(tx, [partyId])).get(partyId) ?? partyId;
  return (await membersOf(tx, [main])).get(main) ?? [main];
};

/** Under which record each of these is shown. */
export const mainsOf = async (
  tx: Tx,
  partyIds: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, PartyId>> => {
  if (partyIds.length === 0) return new Map();
  const rows = await activeJoins(tx).where("party_id", "in", partyIds).execute();
  const joined = new Map(rows.map((row) => [row.party_id, row.main_party_id]));
  return new Map(partyIds.map((id) => [id, PartyId.parse(joined.get(id) ?? id)]));
};

/** All records that are shown under each of these, itself first. */
export const membersOf = async (
  tx: Tx,
  mains: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, readonly PartyId[]>> => {
  if (mains.length === 0) return new Map();
  const rows = await activeJoins(tx).where("main_party_id", "in", mains).orderBy("party_id").execute();
  const under = (main: PartyId) => rows.filter((row) => row.main_party_id === main);
  return new Map(
    mains.map((main) => [main, [main, ...under(main).map((row) => PartyId.parse(row.party_id))]]),
  );
};

const activeJoins = (tx: Tx) =>
  tx
    .selectFrom("party_verdict")
    .select(["party_id", "main_party_id"])
    .where("verdict", "=", "same")
    .where("undone_at", "is", null);

/** The verdicts that stand with either end among these records, oldest first. */
export const standingVerdicts = async (tx: Tx, partyIds: readonly PartyId[]): Promise<VerdictRow[]> => {
  const rows = await tx
    .selectFrom("party_verdict")
    .selectAll()
    .where("undone_at", "is", null)
    .where((eb) => eb.or([eb("party_id", "in", partyIds), eb("other_party_id", "in", partyIds)]))
    .orderBy("at")
    .orderBy("verdict_id")
    .execute();
  return rows.map((row) => ({
    verdictId: row.verdict_id,
    verdict: row.verdict,
    party: PartyId.parse(row.party_id),
    other: PartyId.parse(row.other_party_id),
    reason: row.reason,
    evidence: JoinEvidence.array().parse(row.evidence),
    by: row.by_name,
    at: row.at,
  }));
};

/** Locks the records, in one order whoever asks, and gives what the rules need of them; fewer where some do not exist. */
export const lockRecords = async (tx: Tx, partyIds: readonly PartyId[]): Promise<JoinRecord[]> => {
  const rows = await tx
    .selectFrom("party")
    .select(["party_id", "kind"])
    .where("party_id", "in", partyIds)
    .orderBy("party_id")
    .forUpdate()
    .execute();
  const numbers = await tx
    .selectFrom("party_lookup")
    .select(["party_id", "blind"])
    .where("party_id", "in", partyIds)
    .where("kind", "=", "number")
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.party_id),
    kind: row.kind,
    numbers: numbers.filter((one) => one.party_id === row.party_id).map((one) => one.blind.toString("hex")),
  }));
};

/** Writes under which record each of these is shown now, after a join or its undoing. */
export const writeMains = async (tx: Tx, standing: readonly Standing[]): Promise<void> => {
  for (const { verdict, party } of standing)
    if (verdict === "same")
      await tx
        .updateTable("party_verdict")
        .set({ main_party_id: mainOf(standing, party) })
        .where("party_id", "=", party)
        .where("verdict", "=", "same")
        .where("undone_at", "is", null)
        .execute();
};

/** What two records have in common, as far as their indexes and plain fields tell. */
export const evidenceOf = async (tx: Tx, a: PartyId, b: PartyId): Promise<JoinEvidence[]> => {
  const { rows } = await sql<{ why: string }>`
    select distinct x.kind as why from party_lookup x
    join party_lookup y on y.kind = x.kind and y.blind = x.blind and y.party_id = ${b}
    where x.party_id = ${a} and x.kind in ('number', 'phone', 'wechat', 'bank-account')
    union all
    select w.why from party x join party y on y.party_id = ${b},
      lateral (values ('name', x.name = y.name), ('born', x.born_on = y.born_on)) as w (why, same)
    where x.party_id = ${a} and w.same`.execute(tx);
  const found = new Set(rows.map(({ why }) => why));
  return JoinEvidence.options.filter((why) => found.has(why));
};
