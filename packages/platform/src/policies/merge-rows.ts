import { sql } from "kysely";
import type { PolicyId } from "../kernel/ids.ts";
import { type Context, type StagedRow, stage } from "../store/index.ts";
import type { PolicyRecord } from "./record.ts";

/** A checked record with the policy it is. */
export interface PlacedPolicy {
  readonly record: PolicyRecord;
  readonly policyId: PolicyId;
  readonly digest: Buffer;
  readonly blind: Buffer;
}

const POLICY = {
  party_id: "uuid",
  policy_id: "uuid",
  number: "text",
  terms_id: "text",
  product: "text",
  status: "text",
  status_since: "date",
  contract_formed_on: "date",
  effective_on: "date",
  matures_on: "date",
  last_reinstated_on: "date",
  sum_insured: "bigint",
  premiums_paid: "bigint",
  cash_value: "bigint",
  amounts_owed: "bigint",
  exclusions_explained: "boolean",
  other_facts: "jsonb",
  digest: "bytea",
};

const row = ({ record, policyId, digest }: PlacedPolicy): StagedRow<keyof typeof POLICY> => ({
  party_id: record.insured.partyId,
  policy_id: policyId,
  number: record.number,
  terms_id: record.termsId,
  product: record.product,
  status: record.status,
  status_since: record.statusSince,
  contract_formed_on: record.contractFormedOn,
  effective_on: record.effectiveOn,
  matures_on: record.maturesOn,
  last_reinstated_on: record.lastReinstatedOn,
  sum_insured: record.sumInsured,
  premiums_paid: record.premiumsPaid,
  cash_value: record.cashValue,
  amounts_owed: record.amountsOwed,
  exclusions_explained: record.exclusionsExplained,
  other_facts: record.otherFacts,
  digest,
});

export const insertPolicies = async (
  context: Context,
  placed: readonly PlacedPolicy[],
  sample: boolean,
): Promise<void> => {
  if (placed.length === 0) return;
  const now = context.clock.now();
  const staged = await stage(context.tx, "policy", POLICY, placed.map(row));
  await sql`
    insert into policy (party_id, policy_id, institution_id, number, terms_id, product, status, status_since,
      contract_formed_on, effective_on, matures_on, last_reinstated_on, sum_insured, premiums_paid, cash_value,
      amounts_owed, exclusions_explained, other_facts, sample, import_digest, created_at, updated_at)
    select party_id, policy_id, ${context.actor.institutionId}::uuid, number, terms_id, product, status, status_since,
      contract_formed_on, effective_on, matures_on, last_reinstated_on, sum_insured, premiums_paid, cash_value,
      amounts_owed, exclusions_explained, other_facts, ${sample}, digest, ${now}::timestamptz, ${now}::timestamptz
    from ${staged}`.execute(context.tx);
};

export const updatePolicies = async (context: Context, placed: readonly PlacedPolicy[]): Promise<void> => {
  if (placed.length === 0) return;
  const staged = await stage(context.tx, "policy", POLICY, placed.map(row));
  await sql`
    update policy p set terms_id = r.terms_id, product = r.product, status = r.status, status_since = r.status_since,
      contract_formed_on = r.contract_formed_on, effective_on = r.effective_on, matures_on = r.matures_on,
      last_reinstated_on = r.last_reinstated_on, sum_insured = r.sum_insured, premiums_paid = r.premiums_paid,
      cash_value = r.cash_value, amounts_owed = r.amounts_owed, exclusions_explained = r.exclusions_explained,
      other_facts = r.other_facts, import_digest = r.digest, updated_at = ${context.clock.now()}::timestamptz
    from ${staged} r
    where p.party_id = r.party_id and p.policy_id = r.policy_id`.execute(context.tx);
};

/** So that a policy is found by its number. */
export const insertLookups = async (context: Context, placed: readonly PlacedPolicy[]): Promise<void> => {
  if (placed.length === 0) return;
  const rows = placed.map(({ record, blind }) => ({ blind, party_id: record.insured.partyId }));
  const staged = await stage(context.tx, "policy_lookup", { blind: "bytea", party_id: "uuid" }, rows);
  await sql`
    insert into party_lookup (institution_id, kind, blind, party_id)
    select ${context.actor.institutionId}::uuid, 'policy', blind, party_id
    from ${staged}`.execute(context.tx);
};

/** The status now, and what the record says of the time before: in force from its first day, and again once reinstated. */
const statusRows = ({ record, policyId }: PlacedPolicy) => {
  const of = { party_id: record.insured.partyId, policy_id: policyId };
  const changes = new Map([[record.effectiveOn, "in-force"]]);
  if (record.lastReinstatedOn !== null) changes.set(record.lastReinstatedOn, "in-force");
  changes.set(record.statusSince, record.status);
  return [...changes].map(([since, status]) => ({ ...of, since, status }));
};

export const insertStatuses = async (context: Context, placed: readonly PlacedPolicy[]): Promise<void> => {
  if (placed.length === 0) return;
  const staged = await stage(
    context.tx,
    "policy_status",
    { party_id: "uuid", policy_id: "uuid", since: "date", status: "text" },
    placed.flatMap(statusRows),
  );
  await sql`
    insert into policy_status (party_id, policy_id, institution_id, since, status)
    select party_id, policy_id, ${context.actor.institutionId}::uuid, since, status
    from ${staged}
    on conflict (party_id, policy_id, since) do update set status = excluded.status`.execute(context.tx);
};

const premiumRows = ({ record, policyId }: PlacedPolicy) => {
  const { premium } = record;
  if (!premium) return [];
  const of = { party_id: record.insured.partyId, policy_id: policyId, amount: premium.amount };
  const { lastPaidOn, nextDueOn } = premium;
  return [
    ...(lastPaidOn === null ? [] : [{ ...of, due_on: lastPaidOn, paid_on: lastPaidOn }]),
    ...(nextDueOn === null || nextDueOn === lastPaidOn ? [] : [{ ...of, due_on: nextDueOn, paid_on: null }]),
  ];
};

/** The last premium paid and the next due. A premium paid stays paid. */
export const insertPremiums = async (context: Context, placed: readonly PlacedPolicy[]): Promise<void> => {
  const rows = placed.flatMap(premiumRows);
  if (rows.length === 0) return;
  const staged = await stage(
    context.tx,
    "premium_due",
    { party_id: "uuid", policy_id: "uuid", due_on: "date", amount: "bigint", paid_on: "date" },
    rows,
  );
  await sql`
    insert into premium_due (party_id, policy_id, due_on, institution_id, amount, paid_on)
    select party_id, policy_id, due_on, ${context.actor.institutionId}::uuid, amount, paid_on
    from ${staged}
    on conflict (party_id, policy_id, due_on) do update
      set amount = excluded.amount, paid_on = coalesce(excluded.paid_on, premium_due.paid_on)`.execute(
    context.tx,
  );
};
