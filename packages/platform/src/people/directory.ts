import { InstitutionId, PartyId } from "../kernel/ids.ts";
import type { Actor, Context, Tx } from "../store/index.ts";
import { recordsOf } from "./joins/store.ts";

/** A family's phone may be many people's; a number that is more than this many is nobody's in particular. */
const MOST_PARTIES = 50;

/**
 * Every party, at every institution, that a phone belongs to. Inside an entry transaction, which may read blind indexes
 * and nothing else of people.
 */
export const findByPhone = async (
  tx: Tx,
  phoneBlind: Buffer,
): Promise<{ institutionId: InstitutionId; partyId: PartyId }[]> => {
  const rows = await tx
    .selectFrom("party_lookup")
    .select(["institution_id", "party_id"])
    .where("kind", "=", "phone")
    .where("blind", "=", phoneBlind)
    .orderBy("institution_id")
    .orderBy("party_id")
    .limit(MOST_PARTIES)
    .execute();
  const found = rows.map((row) => ({
    institutionId: InstitutionId.parse(row.institution_id),
    partyId: PartyId.parse(row.party_id),
  }));
  return [...found, ...(await joinedTo(tx, found))].slice(0, MOST_PARTIES);
};

/** The other records of the same people, where somebody at the institution found them to be theirs. */
const joinedTo = async (
  tx: Tx,
  found: readonly { readonly institutionId: InstitutionId; readonly partyId: PartyId }[],
): Promise<{ institutionId: InstitutionId; partyId: PartyId }[]> => {
  const joined: { institutionId: InstitutionId; partyId: PartyId }[] = [];
  const known = new Set(found.map(({ partyId }) => partyId));
  for (const { institutionId, partyId } of found)
    for (const other of await recordsOf(tx, partyId)) {
      if (known.has(other)) continue;
      known.add(other);
      joined.push({ institutionId, partyId: other });
    }
  return joined;
};

/** A party's name, and the insured on whose policies they are a beneficiary; null where there is no such party. */
export const describeParty = async (
  { tx }: Context<Actor>,
  partyId: PartyId,
): Promise<{ name: string; sample: boolean; beneficiaryOf: PartyId[] } | null> => {
  const party = await tx
    .selectFrom("party")
    .select(["name", "sample"])
    .where("party_id", "=", partyId)
    .executeTakeFirst();
  if (!party) return null;
  const relations = await tx
    .selectFrom("party_relation")
    .select("other_party_id")
    .distinct()
    .where("party_id", "=", partyId)
    .where("relation", "=", "beneficiary")
    .orderBy("other_party_id")
    .execute();
  return { ...party, beneficiaryOf: relations.map((row) => PartyId.parse(row.other_party_id)) };
};
