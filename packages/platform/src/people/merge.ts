import { vault } from "../access/index.ts";
import { dayInChina } from "../kernel/clock.ts";
import { PartyId } from "../kernel/ids.ts";
import type { Context } from "../store/index.ts";
import { changesOf } from "./changes.ts";
import { findParties } from "./lookup.ts";
import { classify, type Merge } from "./merge-model.ts";
import {
  type ContactRow,
  clearLookups,
  insertContacts,
  insertLookups,
  insertParties,
  type LookupRow,
  type PartyRow,
  updateParties,
} from "./merge-rows.ts";
import {
  contactBlind,
  contactsOf,
  customerBlind,
  identityBlind,
  maskContact,
  maskIdentity,
  numberBlind,
  type PartyRecord,
  recordDigest,
} from "./record.ts";
import { soundOf } from "./search/sound.ts";

export interface MergeOptions {
  /** 示例数据 */
  readonly sample: boolean;
  /** false: say what would change, and change nothing. */
  readonly apply: boolean;
  /** `keep`: a party that exists stays as it is, and only gains contacts it lacked. */
  readonly existing: "update" | "keep";
}

interface Keyed {
  readonly record: PartyRecord;
  readonly identity: Buffer | null;
  readonly customer: Buffer | null;
  readonly digest: Buffer;
}

/**
 * Merges records into the institution's parties, found by document or customer number, in a few statements however many
 * there are. Keys must differ between the records. Gives one outcome a record, in order; a conflict writes nothing for it.
 */
export const mergeParties = async (
  context: Context,
  records: readonly PartyRecord[],
  options: MergeOptions,
): Promise<Merge[]> => {
  const keyed = records.map(
    (record): Keyed => ({
      record,
      identity: record.identity && identityBlind(record.identity),
      customer: record.customerNumber === null ? null : customerBlind(record.customerNumber),
      digest: recordDigest(record),
    }),
  );
  const merges = await withChanges(context, records, await classifyAll(context, keyed, options));
  if (options.apply) await write(context, keyed, merges, options);
  return merges;
};

/** Says of each updated party what its record changes, while the party is still as it was. */
const withChanges = async (
  context: Context,
  records: readonly PartyRecord[],
  merges: readonly Merge[],
): Promise<Merge[]> => {
  const updates = merges.flatMap((merge, at) => {
    const record = records[at];
    return record && merge.change === "updated" ? [{ partyId: merge.partyId, record }] : [];
  });
  const changes = await changesOf(context, updates);
  return merges.map((merge) =>
    merge.change === "updated" ? { ...merge, fields: changes.get(merge.partyId) ?? [] } : merge,
  );
};

const classifyAll = async (
  context: Context,
  keyed: readonly Keyed[],
  { existing }: MergeOptions,
): Promise<Merge[]> => {
  const found = await findParties(context, [
    ...keyed.map(({ identity }) => identity && { kind: "identity" as const, blind: identity }),
    ...keyed.map(({ customer }) => customer && { kind: "customer" as const, blind: customer }),
  ]);
  return keyed.map(({ digest }, at) => {
    const [byIdentity, byCustomer] = [found[at] ?? null, found[at + keyed.length] ?? null];
    const stored = (byIdentity ?? byCustomer)?.digest ?? null;
    const known = {
      byIdentity: byIdentity?.partyId ?? null,
      byCustomer: byCustomer?.partyId ?? null,
      digest: existing === "keep" ? digest : stored,
    };
    return classify(known, digest, () => PartyId.parse(context.newId()));
  });
};

const write = async (
  context: Context,
  keyed: readonly Keyed[],
  merges: readonly Merge[],
  options: MergeOptions,
): Promise<void> => {
  const rows = keyed.flatMap((k, at) => {
    const merge = merges[at];
    return merge && merge.change !== "conflict"
      ? [{ ...k, partyId: merge.partyId, change: merge.change }]
      : [];
  });
  const created = rows.filter((row) => row.change === "created");
  const updated = rows.filter((row) => row.change === "updated");
  await insertParties(context, created.map(partyRow), options.sample);
  await updateParties(context, updated.map(partyRow));
  await clearLookups(
    context,
    updated.flatMap((row) => [...ownKeys(row.partyId), ...lookupRows(row)]),
  );
  const reachable = options.existing === "keep" ? rows : [...created, ...updated];
  await insertLookups(context, reachable.flatMap(lookupRows));
  await insertContacts(
    context,
    reachable.flatMap((row) => contactRows(context, row)),
    updated,
  );
};

const ownKeys = (partyId: PartyId) =>
  (["identity", "number", "customer"] as const).map((kind) => ({ party_id: partyId, kind }));

type Row = Keyed & { readonly partyId: PartyId };

const partyRow = ({ record, partyId, digest }: Row): PartyRow => ({
  party_id: partyId,
  kind: record.kind,
  name: record.name,
  name_sound: soundOf(record.name),
  identity_kind: record.identity?.kind ?? null,
  identity_sealed: record.identity && vault.seal(record.identity.number),
  identity_masked: record.identity && maskIdentity(record.identity),
  customer_number: record.customerNumber,
  born_on: record.bornOn,
  county_code: record.countyCode,
  digest,
});

const lookupRows = ({ record, partyId, identity, customer }: Row): LookupRow[] => {
  const keys: LookupRow[] = [];
  if (identity) keys.push({ kind: "identity", blind: identity, party_id: partyId });
  if (record.identity) keys.push({ kind: "number", blind: numberBlind(record.identity), party_id: partyId });
  if (customer) keys.push({ kind: "customer", blind: customer, party_id: partyId });
  for (const contact of contactsOf(record))
    if (contact.kind !== "address")
      keys.push({ kind: contact.kind, blind: contactBlind(contact), party_id: partyId });
  return keys;
};

const contactRows = (context: Context, { record, partyId }: Row): ContactRow[] =>
  contactsOf(record).map((contact) => ({
    party_id: partyId,
    contact_id: context.newId(),
    kind: contact.kind,
    sealed: vault.seal(contact.text),
    blind: contactBlind(contact),
    masked: maskContact(contact),
    holder: contact.holder,
    bank: contact.bank,
    since: dayInChina(context.clock.now()),
  }));
