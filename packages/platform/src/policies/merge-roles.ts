import { sql } from "kysely";
import { mask, vault } from "../access/index.ts";
import { type Context, stage } from "../store/index.ts";
import type { PlacedPolicy } from "./merge-rows.ts";
import type { RecordAccount } from "./record.ts";

const key = ({ record, policyId }: PlacedPolicy) => ({
  party_id: record.insured.partyId,
  policy_id: policyId,
});

/** Takes the people off updated policies, on both sides, before they are written again. */
export const removeRoles = async (context: Context, placed: readonly PlacedPolicy[]): Promise<void> => {
  if (placed.length === 0) return;
  const staged = await stage(
    context.tx,
    "changed_policy",
    { party_id: "uuid", policy_id: "uuid" },
    placed.map(key),
  );
  await sql`
    delete from policy_role p using ${staged} r
    where p.party_id = r.party_id and p.policy_id = r.policy_id`.execute(context.tx);
  await sql`
    delete from party_relation p using ${staged} r
    where p.other_party_id = r.party_id and p.policy_id = r.policy_id`.execute(context.tx);
};

const account = (given: RecordAccount | null) => ({
  account_holder: given?.holder ?? null,
  account_kind: given?.kind ?? null,
  bank: given?.bank ?? null,
  bank_code: given?.bankCode ?? null,
  account_sealed: given && vault.seal(given.number),
  account_masked: given && mask.bankCard(given.number),
});

const roleRows = (placed: PlacedPolicy) => {
  const { insured, holder, beneficiaries } = placed.record;
  const person = { ...key(placed), kinship: null, share: null, ...account(null), position: 1 };
  return [
    { ...person, role: "insured", other_party_id: insured.partyId, name: insured.name },
    ...(holder ? [{ ...person, role: "holder", other_party_id: holder.partyId, name: holder.name }] : []),
    ...beneficiaries.map((one, at) => ({
      ...key(placed),
      role: "beneficiary",
      position: at + 1,
      other_party_id: one.partyId,
      name: one.name,
      kinship: one.kinship,
      share: one.share,
      ...account(one.account),
    })),
  ];
};

/** The mirror of each role beside the other party's own rows; one's own policy needs none. */
const relationRows = (placed: PlacedPolicy) => {
  const { insured, holder, beneficiaries, number } = placed.record;
  const of = {
    other_party_id: insured.partyId,
    policy_id: placed.policyId,
    other_name: insured.name,
    number,
  };
  const others = [
    ...(holder ? [{ ...of, party_id: holder.partyId, relation: "holder", kinship: null, share: null }] : []),
    ...beneficiaries.map((one) => ({
      ...of,
      party_id: one.partyId,
      relation: "beneficiary",
      kinship: one.kinship,
      share: one.share,
    })),
  ];
  return others.filter((row) => row.party_id !== insured.partyId);
};

const ROLE = {
  party_id: "uuid",
  policy_id: "uuid",
  role: "text",
  position: "smallint",
  other_party_id: "uuid",
  name: "text",
  kinship: "text",
  share: "numeric",
  account_holder: "text",
  account_kind: "text",
  bank: "text",
  bank_code: "text",
  account_sealed: "text",
  account_masked: "text",
};
const RELATION = {
  party_id: "uuid",
  other_party_id: "uuid",
  relation: "text",
  policy_id: "uuid",
  other_name: "text",
  number: "text",
  kinship: "text",
  share: "numeric",
};

export const insertRoles = async (context: Context, placed: readonly PlacedPolicy[]): Promise<void> => {
  if (placed.length === 0) return;
  const institution = context.actor.institutionId;
  const roles = await stage(context.tx, "policy_role", ROLE, placed.flatMap(roleRows));
  await sql`
    insert into policy_role (party_id, policy_id, role, position, institution_id, other_party_id, name, kinship, share,
      account_holder, account_kind, bank, bank_code, account_sealed, account_masked)
    select party_id, policy_id, role, position, ${institution}::uuid, other_party_id, name, kinship, share,
      account_holder, account_kind, bank, bank_code, account_sealed, account_masked
    from ${roles}`.execute(context.tx);
  const mirrored = placed.flatMap(relationRows);
  if (mirrored.length === 0) return;
  const relations = await stage(context.tx, "party_relation", RELATION, mirrored);
  await sql`
    insert into party_relation (party_id, other_party_id, relation, policy_id, institution_id, other_name, policy_number,
      kinship, share)
    select party_id, other_party_id, relation, policy_id, ${institution}::uuid, other_name, number, kinship, share
    from ${relations}`.execute(context.tx);
};
