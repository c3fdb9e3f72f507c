import { record, vault } from "../access/index.ts";
import type { PartyId } from "../kernel/ids.ts";
import type { Actor, Context } from "../store/index.ts";
import { noParty } from "./refusals.ts";

/** What an institution holds of a person, in clear, for that person alone. */
export interface OwnRecord {
  readonly name: string;
  readonly born: string | null;
  /** The number of an identity document; null where none is on record. */
  readonly identity: string | null;
  readonly contacts: readonly {
    readonly kind: "phone" | "wechat" | "address" | "bank-account";
    readonly value: string;
    readonly status: "good" | "stale" | "unknown";
  }[];
}

/** 个人信息副本 (个人信息保护法 45): everything opened, for the person it is about; that it was taken is on record. */
export const ownRecord = async <A extends Actor>(
  context: Context<A>,
  partyId: PartyId,
): Promise<OwnRecord> => {
  const party = await context.tx
    .selectFrom("party")
    .select(["name", "born_on", "identity_sealed"])
    .where("party_id", "=", partyId)
    .executeTakeFirst();
  if (!party) throw noParty(partyId);
  const contacts = await context.tx
    .selectFrom("contact")
    .select(["kind", "sealed", "status"])
    .where("party_id", "=", partyId)
    .orderBy("kind")
    .orderBy("created_at")
    .execute();
  await record(context, { action: "people.copy", subject: { kind: "person", id: partyId }, partyId });
  return {
    name: party.name,
    born: party.born_on,
    identity: party.identity_sealed === null ? null : vault.open(party.identity_sealed),
    contacts: contacts.map(({ kind, sealed, status }) => ({ kind, value: vault.open(sealed), status })),
  };
};
