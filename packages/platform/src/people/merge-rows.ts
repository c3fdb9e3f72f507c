import { sql } from "kysely";
import type { PartyId } from "../kernel/ids.ts";
import { type Context, type StagedRow, stage } from "../store/index.ts";
import type { PartyLookupTable } from "./tables.ts";

const PARTY = {
  party_id: "uuid",
  kind: "text",
  name: "text",
  name_sound: "text",
  identity_kind: "text",
  identity_sealed: "text",
  identity_masked: "text",
  customer_number: "text",
  born_on: "date",
  county_code: "text",
  digest: "bytea",
};
export type PartyRow = StagedRow<keyof typeof PARTY> & { readonly party_id: PartyId };

const LOOKUP = { kind: "text", blind: "bytea", party_id: "uuid" };
export interface LookupRow extends StagedRow<keyof typeof LOOKUP> {
  readonly kind: PartyLookupTable["kind"];
  readonly blind: Buffer;
  readonly party_id: PartyId;
}

const CONTACT = {
  party_id: "uuid",
  contact_id: "uuid",
  kind: "text",
  sealed: "text",
  blind: "bytea",
  masked: "text",
  since: "date",
  holder: "text",
  bank: "text",
};
export type ContactRow = StagedRow<keyof typeof CONTACT>;

export const insertParties = async (
  context: Context,
  rows: readonly PartyRow[],
  sample: boolean,
): Promise<void> => {
  if (rows.length === 0) return;
  const now = context.clock.now();
  const staged = await stage(context.tx, "party", PARTY, rows);
  await sql`
    insert into party (party_id, institution_id, kind, name, name_sound, identity_kind, identity_sealed, identity_masked,
      customer_number, born_on, county_code, sample, import_digest, created_at, updated_at)
    select party_id, ${context.actor.institutionId}::uuid, kind, name, name_sound, identity_kind, identity_sealed, identity_masked,
      customer_number, born_on, county_code, ${sample}, digest, ${now}::timestamptz, ${now}::timestamptz
    from ${staged}`.execute(context.tx);
};

/** Writes what changed; `clearLookups` then takes away the keys that no longer hold, and `insertLookups` puts the new ones. */
export const updateParties = async (context: Context, rows: readonly PartyRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const staged = await stage(context.tx, "party", PARTY, rows);
  await sql`
    update party p set kind = r.kind, name = r.name, name_sound = r.name_sound, identity_kind = r.identity_kind, identity_sealed = r.identity_sealed,
      identity_masked = r.identity_masked, customer_number = r.customer_number, born_on = r.born_on,
      county_code = r.county_code, import_digest = r.digest, updated_at = ${context.clock.now()}::timestamptz
    from ${staged} r
    where p.party_id = r.party_id`.execute(context.tx);
};

/**
 * Takes away the document and customer number of updated parties, and of each kind of contact that the new record gives,
 * the old one: a phone that someone else may have by now must not sign them in here.
 */
export const clearLookups = async (
  context: Context,
  rows: readonly { readonly party_id: PartyId; readonly kind: PartyLookupTable["kind"] }[],
): Promise<void> => {
  if (rows.length === 0) return;
  const staged = await stage(context.tx, "gone_lookup", { party_id: "uuid", kind: "text" }, rows);
  await sql`
    delete from party_lookup l using (select distinct party_id, kind from ${staged}) r
    where l.institution_id = ${context.actor.institutionId}::uuid and l.party_id = r.party_id and l.kind = r.kind`.execute(
    context.tx,
  );
};

export const insertLookups = async (context: Context, rows: readonly LookupRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const staged = await stage(context.tx, "lookup", LOOKUP, rows);
  await sql`
    insert into party_lookup (institution_id, kind, blind, party_id)
    select ${context.actor.institutionId}::uuid, kind, blind, party_id
    from ${staged}
    on conflict (institution_id, kind, blind, party_id) do nothing`.execute(context.tx);
};

/**
 * Adds ways to reach people. For an updated party a contact of the same kind that the new record no longer gives is
 * kept as `stale`: it may still be the only way to find someone.
 */
export const insertContacts = async (
  context: Context,
  rows: readonly ContactRow[],
  updated: readonly { readonly partyId: PartyId }[],
): Promise<void> => {
  if (rows.length === 0) return;
  const staged = await stage(context.tx, "contact", CONTACT, rows);
  if (updated.length > 0)
    await sql`
      update contact c set status = 'stale'
      from (select distinct party_id, kind from ${staged}) r
      where c.party_id = r.party_id and c.kind = r.kind
        and c.party_id = any(${updated.map((row) => row.partyId)}::uuid[])`.execute(context.tx);
  await sql`
    insert into contact (party_id, contact_id, institution_id, kind, sealed, blind, masked, status, since, holder, bank, created_at)
    select party_id, contact_id, ${context.actor.institutionId}::uuid, kind, sealed, blind, masked, 'good', since, holder, bank,
      ${context.clock.now()}::timestamptz
    from ${staged}
    on conflict (party_id, kind, blind) do update
      set status = 'good', holder = excluded.holder, bank = excluded.bank`.execute(context.tx);
};
