import { sql } from "kysely";
import type { PartyId } from "../kernel/ids.ts";
import { customerBlind, identityBlind, lookUp } from "../people/index.ts";
import type { Context } from "../store/index.ts";
import type { Named } from "./policy-row.ts";

/** Who the people named on rows are, where they are parties already. */
export interface Found {
  of(named: Named): { readonly partyId: PartyId; readonly name: string } | null;
}

/** Finds everyone named, in three statements however many there are. A document goes before a customer number. */
export const findNamed = async (context: Context, named: readonly Named[]): Promise<Found> => {
  const blinds = named.map(({ identity, customerNumber }) => ({
    identity: identity && identityBlind(identity),
    customer: customerNumber === null ? null : customerBlind(customerNumber),
  }));
  const distinct = (of: readonly (Buffer | null)[]): Buffer[] => {
    const byHex = new Map<string, Buffer>();
    for (const blind of of) if (blind) byHex.set(blind.toString("hex"), blind);
    return [...byHex.values()];
  };
  const identities = await lookUp(context, "identity", distinct(blinds.map((blind) => blind.identity)));
  const customers = await lookUp(context, "customer", distinct(blinds.map((blind) => blind.customer)));
  const names = await namesOf(context, [...new Set([...identities.values(), ...customers.values()])]);
  const found = new Map<Named, PartyId>();
  named.forEach((one, at) => {
    const { identity, customer } = blinds[at] ?? { identity: null, customer: null };
    const partyId =
      (identity && identities.get(identity.toString("hex"))) ??
      (customer && customers.get(customer.toString("hex")));
    if (partyId) found.set(one, partyId);
  });
  return {
    of: (one) => {
      const partyId = found.get(one);
      if (partyId === undefined) return null;
      const name = names.get(partyId);
      return name === undefined ? null : { partyId, name };
    },
  };
};

const namesOf = async (
  context: Context,
  partyIds: readonly PartyId[],
): Promise<ReadonlyMap<string, string>> => {
  if (partyIds.length === 0) return new Map();
  const rows = await context.tx
    .selectFrom("party")
    .select(["party_id", "name"])
    .where(sql<boolean>`party_id = any(${[...partyIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.party_id, row.name]));
};

const comparable = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[·•・‧∙⋅.]/g, "·")
    .replace(/\s/g, "")
    .toUpperCase();

/** Names are compared without regard to width, spaces or the kind of middle dot. */
export const sameName = (one: string, other: string): boolean => comparable(one) === comparable(other);
