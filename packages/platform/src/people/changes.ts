import { sql } from "kysely";
import { vault } from "../access/index.ts";
import type { PartyId } from "../kernel/ids.ts";
import { type Context, stage } from "../store/index.ts";
import { contactBlind, contactsOf, maskContact, maskIdentity, type PartyRecord } from "./record.ts";

/** A field that a record changes, masked where it is personal; "" where there is nothing. */
export interface PartyChange {
  readonly field: "name" | "kind" | "identity" | "customerNumber" | "bornOn" | "countyCode" | ContactField;
  readonly from: string;
  readonly to: string;
}
type ContactField = "phone" | "wechat" | "address" | "account";
const FIELD_OF = { phone: "phone", wechat: "wechat", address: "address", "bank-account": "account" } as const;

interface Stored {
  readonly party_id: PartyId;
  readonly name: string;
  readonly kind: string;
  readonly identity_kind: string | null;
  readonly identity_sealed: string | null;
  readonly identity_masked: string | null;
  readonly customer_number: string | null;
  readonly born_on: string | null;
  readonly county_code: string | null;
  readonly contacts: readonly { readonly kind: string; readonly blind: string; readonly masked: string }[];
}

/** What each record would change in the party that it is, by party; to be asked before it is written. */
export const changesOf = async (
  context: Context,
  updates: readonly { readonly partyId: PartyId; readonly record: PartyRecord }[],
): Promise<ReadonlyMap<PartyId, readonly PartyChange[]>> => {
  if (updates.length === 0) return new Map();
  const rows = updates.map(({ partyId }) => ({ party_id: partyId }));
  const updated = await stage(context.tx, "updated_party", { party_id: "uuid" }, rows);
  const { rows: stored } = await sql<Stored>`
    select p.party_id, p.name, p.kind, p.identity_kind, p.identity_sealed, p.identity_masked, p.customer_number,
      p.born_on, p.county_code, c.contacts
    from ${updated} u,
    lateral (select * from party where party_id = u.party_id limit 1) p,
    lateral (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'blind', encode(blind, 'hex'), 'masked', masked)
        order by created_at desc, contact_id), '[]') as contacts
      from contact where party_id = u.party_id and status = 'good') c`.execute(context.tx);
  const byId = new Map(stored.map((row) => [row.party_id, row]));
  return new Map(
    updates.map(({ partyId, record }) => {
      const row = byId.get(partyId);
      return [partyId, row ? [...plainChanges(row, record), ...contactChanges(row, record)] : []];
    }),
  );
};

const plainChanges = (row: Stored, record: PartyRecord): PartyChange[] => {
  const change = (field: PartyChange["field"], from: string | null, to: string | null): PartyChange[] =>
    from === to ? [] : [{ field, from: from ?? "", to: to ?? "" }];
  return [
    ...change("name", row.name, record.name),
    ...change("kind", row.kind, record.kind),
    ...identityChange(row, record),
    ...change("customerNumber", row.customer_number, record.customerNumber),
    ...change("bornOn", row.born_on, record.bornOn),
    ...change("countyCode", row.county_code, record.countyCode),
  ];
};

/** Two numbers may look the same once masked, so the numbers themselves are compared, and only the masks are told. */
const identityChange = (row: Stored, { identity }: PartyRecord): PartyChange[] => {
  const number = row.identity_sealed === null ? null : vault.open(row.identity_sealed);
  if (number === (identity?.number ?? null) && row.identity_kind === (identity?.kind ?? null)) return [];
  return [
    {
      field: "identity",
      from: row.identity_masked ?? "",
      to: identity === null ? "" : maskIdentity(identity),
    },
  ];
};

/** A way to reach someone that the record no longer gives stays, so only what is new is a change. */
const contactChanges = (row: Stored, record: PartyRecord): PartyChange[] =>
  contactsOf(record).flatMap((contact) => {
    const earlier = row.contacts.filter(({ kind }) => kind === contact.kind);
    const blind = contactBlind(contact).toString("hex");
    if (earlier.some((one) => one.blind === blind)) return [];
    return [{ field: FIELD_OF[contact.kind], from: earlier[0]?.masked ?? "", to: maskContact(contact) }];
  });
