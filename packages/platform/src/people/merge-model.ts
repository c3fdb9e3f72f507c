import type { PartyId } from "../kernel/ids.ts";
import type { PartyChange } from "./changes.ts";
import type { Say } from "./identity.ts";

/** What is known of a record's keys before it is merged. */
export interface Known {
  readonly byIdentity: PartyId | null;
  readonly byCustomer: PartyId | null;
  /** Of the party found: the digest of the row that was last imported. */
  readonly digest: Buffer | null;
}

export type Change = "created" | "updated" | "unchanged";
export type Merge =
  | {
      readonly change: Change;
      readonly partyId: PartyId;
      /** Of an updated party: what the record changes. */
      readonly fields?: readonly PartyChange[];
    }
  | { readonly change: "conflict"; readonly problem: Say };

/** Which party a record is, and whether it says anything new. Pure. */
export const classify = (known: Known, digest: Buffer, newId: () => PartyId): Merge => {
  const { byIdentity, byCustomer } = known;
  if (byIdentity !== null && byCustomer !== null && byIdentity !== byCustomer)
    return {
      change: "conflict",
      problem: {
        zh: "客户号与证件号码在系统中属于两个不同的客户，请核对后只保留一个",
        en: "the customer number and the document belong to two different parties; check which is right",
      },
    };
  const partyId = byIdentity ?? byCustomer;
  if (partyId === null) return { change: "created", partyId: newId() };
  return { change: known.digest?.equals(digest) ? "unchanged" : "updated", partyId };
};
