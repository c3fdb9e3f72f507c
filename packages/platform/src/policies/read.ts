import { sql } from "kysely";
import { type PartyId, PolicyId } from "../kernel/ids.ts";
import type { Tx } from "../store/index.ts";
import { type PolicyStatus, type StatusChange, statusOn } from "./model.ts";

/** One policy as lists show it. */
export interface PolicyLine {
  readonly policyId: PolicyId;
  readonly partyId: PartyId;
  readonly number: string;
  readonly termsId: string;
  readonly product: string;
  readonly status: PolicyStatus;
}

/** A policy beside its insured, who leads every key. */
export interface PolicyKey {
  readonly partyId: PartyId;
  readonly policyId: PolicyId;
}

/** Keys as rows `(party_id, policy_id)` to join with. */
export const policyKeys = (keys: readonly PolicyKey[]) =>
  sql`(select * from unnest(${keys.map(({ partyId }) => partyId)}::uuid[], ${keys.map(({ policyId }) => policyId)}::uuid[])
    as keys(party_id, policy_id))`;

/** The changes of each policy's status, oldest first. */
export const readHistories = async (
  tx: Tx,
  keys: readonly PolicyKey[],
): Promise<ReadonlyMap<PolicyId, StatusChange[]>> => {
  const histories = new Map<PolicyId, StatusChange[]>();
  if (keys.length === 0) return histories;
  const { rows } = await sql<StatusChange & { readonly policy_id: string }>`
    select s.policy_id, s.since, s.status from ${policyKeys(keys)} as w
    join policy_status s on s.party_id = w.party_id and s.policy_id = w.policy_id
    order by s.since`.execute(tx);
  for (const { policy_id, since, status } of rows) {
    const policyId = PolicyId.parse(policy_id);
    const own = histories.get(policyId);
    if (own) own.push({ since, status });
    else histories.set(policyId, [{ since, status }]);
  }
  return histories;
};

/** The changes of a policy's status, oldest first. */
export const readHistory = async (tx: Tx, partyId: PartyId, policyId: PolicyId): Promise<StatusChange[]> =>
  (await readHistories(tx, [{ partyId, policyId }])).get(policyId) ?? [];

/** The policies that these keys name, by number; those that are not there are left out. */
export const readPolicyLines = async (tx: Tx, keys: readonly PolicyKey[]): Promise<PolicyLine[]> => {
  if (keys.length === 0) return [];
  const { rows } = await sql<Row & { readonly party_id: string }>`
    select p.party_id, p.policy_id, p.number, p.terms_id, p.product, p.status from ${policyKeys(keys)} as w
    join policy p on p.party_id = w.party_id and p.policy_id = w.policy_id
    order by p.number`.execute(tx);
  return rows.map((row) => line(row.party_id as PartyId, row));
};

/** The named policies of one party, by number; fewer than asked for where some are not theirs. */
export const readPolicies = (
  tx: Tx,
  partyId: PartyId,
  policyIds: readonly PolicyId[],
): Promise<PolicyLine[]> =>
  readPolicyLines(
    tx,
    policyIds.map((policyId) => ({ partyId, policyId })),
  );

interface Row {
  readonly policy_id: string;
  readonly number: string;
  readonly terms_id: string;
  readonly product: string;
  readonly status: PolicyStatus;
}
const line = (partyId: PartyId, row: Row): PolicyLine => ({
  policyId: PolicyId.parse(row.policy_id),
  partyId,
  number: row.number,
  termsId: row.terms_id,
  product: row.product,
  status: row.status,
});

export type EventKind = "death" | "illness" | "accident";

/** The facts by which a document shows that it speaks of such an event. */
const SPEAKS_OF: Readonly<Record<EventKind, readonly string[]>> = {
  death: ["身故"],
  illness: ["确诊日期", "入院日期"],
  accident: ["意外伤害"],
};

export interface PolicyForEvent extends PolicyLine {
  /** The status on the day; null where the records do not say. */
  readonly statusThen: PolicyStatus | null;
}

/**
 * The insured's policies that answer to an event on a day: begun by then, whatever their status (a lapse is for the clauses
 * to judge), under terms that speak of such an event. `declares` gives the facts that a terms document declares.
 */
export const policiesForEvent = async (
  tx: Tx,
  partyId: PartyId,
  event: { readonly kind: EventKind; readonly day: string },
  declares: (termsId: string) => readonly string[],
): Promise<PolicyForEvent[]> => {
  const rows = await tx
    .selectFrom("policy")
    .select(["policy_id", "number", "terms_id", "product", "status", "effective_on"])
    .where("party_id", "=", partyId)
    .where("effective_on", "<=", event.day)
    .orderBy("number")
    .execute();
  const found: PolicyForEvent[] = [];
  for (const row of rows) {
    const declared = declares(row.terms_id);
    if (!SPEAKS_OF[event.kind].some((fact) => declared.includes(fact))) continue;
    const policy = line(partyId, row);
    const history = await readHistory(tx, partyId, policy.policyId);
    found.push({ ...policy, statusThen: statusOn(history, event.day) });
  }
  return found;
};
