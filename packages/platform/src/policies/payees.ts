import { sql } from "kysely";
import { PartyId, PolicyId } from "../kernel/ids.ts";
import type { Tx } from "../store/index.ts";
import { type PolicyKey, policyKeys } from "./read.ts";

/** 收款账户, its number sealed; what a payment order takes as it is. */
export interface StoredAccount {
  readonly holder: string;
  readonly kind: "card" | "account";
  readonly bank: string;
  readonly bankCode: string | null;
  readonly sealed: string;
  readonly masked: string;
}
/** 受益人 */
export interface Beneficiary {
  readonly partyId: PartyId;
  readonly name: string;
  readonly kinship: string | null;
  /** 受益份额 in hundredths of a percent: 10000n is all of it. Weights for `split`. */
  readonly share: bigint;
  readonly account: StoredAccount | null;
}

/** The named beneficiaries of one policy, in their order; empty where none is named (then 保险法 42 decides). */
export const beneficiariesOf = async (tx: Tx, partyId: PartyId, policyId: PolicyId): Promise<Beneficiary[]> =>
  (await beneficiariesOfAll(tx, [{ partyId, policyId }])).get(policyId) ?? [];

/** The same of many policies, in one statement; a policy that names nobody is left out. */
export const beneficiariesOfAll = async (
  tx: Tx,
  keys: readonly PolicyKey[],
): Promise<ReadonlyMap<PolicyId, Beneficiary[]>> => {
  const found = new Map<PolicyId, Beneficiary[]>();
  if (keys.length === 0) return found;
  const { rows } = await sql<RoleRow>`
    select r.* from ${policyKeys(keys)} as w
    join policy_role r on r.party_id = w.party_id and r.policy_id = w.policy_id and r.role = 'beneficiary'
    order by r.position`.execute(tx);
  for (const row of rows) {
    const policyId = PolicyId.parse(row.policy_id);
    found.set(policyId, [...(found.get(policyId) ?? []), beneficiaryOf(row)]);
  }
  return found;
};

const beneficiaryOf = (row: RoleRow): Beneficiary => ({
  partyId: PartyId.parse(row.other_party_id),
  name: row.name,
  kinship: row.kinship,
  share: BigInt(Math.round(Number(row.share ?? "0") * 100)),
  account: accountOf(row),
});

interface RoleRow extends AccountColumns {
  readonly policy_id: string;
  readonly other_party_id: string;
  readonly name: string;
  readonly kinship: string | null;
  readonly share: string | null;
}

interface AccountColumns {
  readonly account_holder: string | null;
  readonly account_kind: "card" | "account" | null;
  readonly bank: string | null;
  readonly bank_code: string | null;
  readonly account_sealed: string | null;
  readonly account_masked: string | null;
}

const accountOf = (row: AccountColumns): StoredAccount | null => {
  const {
    account_holder: holder,
    account_kind: kind,
    bank,
    account_sealed: sealed,
    account_masked: masked,
  } = row;
  if (holder === null || kind === null || bank === null || sealed === null || masked === null) return null;
  return { holder, kind, bank, bankCode: row.bank_code, sealed, masked };
};
