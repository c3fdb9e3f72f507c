import { sql } from "kysely";
import type { PartyId } from "../kernel/ids.ts";
import type { Actor, Context } from "../store/index.ts";
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
