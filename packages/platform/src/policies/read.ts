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

/** The changes of a policy's status, oldest first. */
export const readHistory = async (tx: Tx, partyId: PartyId, policyId: PolicyId): Promise<StatusChange[]> =>
  tx
    .selectFrom("policy_status")
    .select(["since", "status"])
    .where("party_id", "=", partyId)
    .where("policy_id", "=", policyId)
    .orderBy("since")
    .execute();

/** The named policies of one party, by number; fewer than asked for where some are not theirs. */
export const readPolicies = async (
  tx: Tx,
  partyId: PartyId,
  policyIds: readonly PolicyId[],
): Promise<PolicyLine[]> => {
  if (policyIds.length === 0) return [];
  const rows = await tx
    .selectFrom("policy")
    .select(["policy_id", "number", "terms_id", "product", "status"])
    .where("party_id", "=", partyId)
    .where("policy_id", "in", policyIds)
    .orderBy("number")
    .execute();
  return rows.map((row) => line(partyId, row));
};

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
