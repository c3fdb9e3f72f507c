import { sql } from "kysely";
import type { PartyId } from "../kernel/ids.ts";
import { type Actor, type Context, stage } from "../store/index.ts";
import type { Identity } from "./identity.ts";
import { customerBlind, identityBlind, policyBlind } from "./record.ts";
import type { PartyLookupTable } from "./tables.ts";

/** Which parties these blind indexes name, by the index in hex. Only within the transaction's institution. */
export const lookUp = async (
  context: Context<Actor>,
  kind: PartyLookupTable["kind"],
  blinds: readonly Buffer[],
): Promise<ReadonlyMap<string, PartyId>> => {
  if (blinds.length === 0) return new Map();
  const rows = await context.tx
    .selectFrom("party_lookup")
    .select(["blind", "party_id"])
    .where("kind", "=", kind)
    .where(sql<boolean>`blind = any(${blinds}::bytea[])`)
    .execute();
  return new Map(rows.map((row) => [row.blind.toString("hex"), row.party_id as PartyId]));
};

/** A key of a party, and who has it. */
export interface PartyKey {
  readonly kind: "identity" | "customer";
  readonly blind: Buffer;
}
export interface KnownParty {
  readonly partyId: PartyId;
  readonly name: string;
  /** Of the row that was last imported. */
  readonly digest: Buffer | null;
}

/**
 * Who has each of these keys, in their order, null where nobody has: one statement however many there are. `limit 1` says
 * what a key is, and makes each a look into the index: a table filled within this transaction has no statistics to plan by.
 */
export const findParties = async (
  context: Context,
  keys: readonly (PartyKey | null)[],
): Promise<(KnownParty | null)[]> => {
  const rows = keys.flatMap((key, n) => (key ? [{ n, kind: key.kind, blind: key.blind }] : []));
  const found: (KnownParty | null)[] = keys.map(() => null);
  if (rows.length === 0) return found;
  const keyed = await stage(context.tx, "key", { n: "integer", kind: "text", blind: "bytea" }, rows);
  const { rows: parties } = await sql<{ n: number; party_id: PartyId; name: string; digest: Buffer | null }>`
    select r.n, p.party_id, p.name, p.digest
    from ${keyed} r,
    lateral (select party_id from party_lookup
      where institution_id = ${context.actor.institutionId}::uuid and kind = r.kind and blind = r.blind limit 1) l,
    lateral (select party_id, name, import_digest as digest from party where party_id = l.party_id limit 1) p`.execute(
    context.tx,
  );
  for (const { n, party_id, name, digest } of parties) found[n] = { partyId: party_id, name, digest };
  return found;
};

const one = async (
  context: Context<Actor>,
  kind: PartyLookupTable["kind"],
  blind: Buffer,
): Promise<PartyId | null> => (await lookUp(context, kind, [blind])).get(blind.toString("hex")) ?? null;

/** The party with this document at the institution; null where there is none. */
export const findByIdentity = (context: Context<Actor>, identity: Identity): Promise<PartyId | null> =>
  one(context, "identity", identityBlind(identity));
export const findByCustomerNumber = (context: Context<Actor>, text: string): Promise<PartyId | null> =>
  one(context, "customer", customerBlind(text));
export const findByPolicyNumber = (context: Context<Actor>, number: string): Promise<PartyId | null> =>
  one(context, "policy", policyBlind(number));
