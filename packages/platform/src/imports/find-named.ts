import type { PartyId } from "../kernel/ids.ts";
import { customerBlind, findParties, identityBlind, type PartyKey } from "../people/index.ts";
import type { Context } from "../store/index.ts";
import type { Named } from "./policy-row.ts";

/** Who the people named on rows are, where they are parties already. */
export interface Found {
  of(named: Named): { readonly partyId: PartyId; readonly name: string } | null;
}

/** Finds everyone named, in one statement however many there are. A document goes before a customer number. */
export const findNamed = async (context: Context, named: readonly Named[]): Promise<Found> => {
  const places = new Map<string, number>();
  const keys: PartyKey[] = [];
  const place = (kind: PartyKey["kind"], text: string, blind: () => Buffer): number => {
    const key = `${kind} ${text}`;
    const at = places.get(key) ?? keys.push({ kind, blind: blind() }) - 1;
    places.set(key, at);
    return at;
  };
  const wanted = named.map(({ identity, customerNumber: customer }) => [
    ...(identity
      ? [place("identity", `${identity.kind}:${identity.number}`, () => identityBlind(identity))]
      : []),
    ...(customer === null ? [] : [place("customer", customer, () => customerBlind(customer))]),
  ]);
  const parties = await findParties(context, keys);
  const found = new Map(
    named.map((one, n) => [one, wanted[n]?.map((at) => parties[at]).find((party) => party) ?? null]),
  );
  return { of: (one) => found.get(one) ?? null };
};

const comparable = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[·•・‧∙⋅.]/g, "·")
    .replace(/\s/g, "")
    .toUpperCase();

/** Names are compared without regard to width, spaces or the kind of middle dot. */
export const sameName = (one: string, other: string): boolean => comparable(one) === comparable(other);
